import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, it, onTestFinished } from "vitest"
import { exitCodeOf } from "../../src/cli/exit-code.ts"
import { main } from "../../src/cli/main.ts"
import { escapeControls, printable } from "../../src/cli/terminal/terminal.ts"
import { type ErrorCode, GridExplainerError } from "../../src/errors.ts"
import { fillNames } from "../../src/fills/resolve-fill.ts"
import { version } from "../../src/version.ts"
import { writeTinyKeras } from "../node/support/registry.ts"
import { fakeTerminal } from "./fake-terminal.ts"

async function run(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const terminal = fakeTerminal()
  const code = await main(words, terminal)
  return { code, out: terminal.said.out, err: terminal.said.err }
}

describe("help and version", () => {
  it("prints the version", async () =>
    expect(await run("--version")).toEqual({ code: 0, out: `${version}\n`, err: "" }))

  it.each([[[]], [["explain"]], [["predict"]], [["convert"]], [["models"]], [["completion"]]])(
    "helps with %j, with examples",
    async (words) => {
      const { code, out, err } = await run(...words, "--help")
      expect({ code, err }).toEqual({ code: 0, err: "" })
      expect(out).toMatch(/^Usage: gridexplainer/)
      expect(out).toMatch(/Examples:\n {2}(bash +npx )?gridexplainer /)
    },
  )

  it.each([[[]], [["explain"]], [["predict"]], [["models"]], [["models", "pull"]], [["doctor"]]])(
    "keeps the help of %j within 80 columns",
    async (words) => {
      for (const line of (await run(...words, "--help")).out.split("\n")) expect(line.length).toBeLessThanOrEqual(80)
    },
  )

  it("breaks the texts beside options into lines in a window of 60 columns, too", async () => {
    const terminal = fakeTerminal({ width: 60 })
    await main(["explain", "--help"], terminal)
    const [beforeExamples] = terminal.said.out.split("Examples:")
    for (const line of beforeExamples!.split("\n")) expect(line.length).toBeLessThanOrEqual(60)
  })

  it("names the shells of completion once", async () => {
    const { out } = await run("completion", "--help")
    expect(out).toContain("bash, zsh, fish or powershell\n")
    expect(out).not.toContain("choices")
  })

  it("keeps most options of explain on one line", async () => {
    const lines = (await run("explain", "--help")).out.split("\n")
    const options = lines.filter((line) => /^ {2}-/.test(line))
    const continued = lines.filter((line) => /^ {20,}\S/.test(line))
    expect(continued.length).toBeLessThanOrEqual(options.length / 8)
  })

  it("names every fill", async () => {
    const { out } = await run("explain", "--help")
    for (const name of fillNames) expect(out).toContain(name)
  })

  it("groups the options of explain", async () => {
    const groups = (await run("explain", "--help")).out.match(/^[A-Z].*:$/gm)
    expect(groups).toEqual([
      "Arguments:",
      "What is asked:",
      "The model:",
      "Reading pictures:",
      "Results:",
      "Drawings (--output and --show):",
      "Help:",
      "Examples:",
    ])
  })

  it("names every option of explain", async () => {
    const { out } = await run("explain", "--help")
    for (const option of [
      "--model",
      "--grid",
      "--window",
      "--stride",
      "--evidence",
      "--fill",
      "--hide",
      "--target",
      "--against",
      "--top",
      "--seed",
      "--batch",
      "--output",
      "--json",
      "--quiet",
      "--preprocessing",
      "--labels",
      "--scale",
      "--runtime",
      "--recursive",
      "--color-management",
      "--stretch",
      "--background",
      "--max-pixels",
      "--format",
      "--plain",
      "--show",
      "--verbose",
      "--open",
      "--skip-existing",
      "--timeout",
      "--layout",
      "--theme",
      "--palette",
      "--style",
      "--map",
      "--width",
      "--columns",
    ])
      expect(out).toContain(option)
  })
})

describe("wrong use", () => {
  it.each([
    [["explian", "a.png"], "Did you mean explain?"],
    [["photos/a.png"], "To explain a picture: gridexplainer explain photos/a.png"],
    [["explain"], "missing required argument 'pictures'"],
    [["explain", "a.png", "--gird", "8"], "Did you mean --grid?"],
    [["explain", "a.png", "--grid", "0"], "rows and columns of at least 1"],
    [["explain", "a.png", "--grid", "8x"], "rows and columns of at least 1"],
    [["explain", "a.png", "--grid", "eight"], "rows and columns of at least 1"],
    [["explain", "a.png", "--window", "-3"], "must be pixels, at least 1"],
    [["explain", "a.png", "--window", "56", "--grid", "8"], "cannot be used with"],
    [["explain", "a.png", "--stride", "28"], "give --window as well"],
    [
      ["explain", "a.png", "--window", "8", "--stride", "9"],
      "window stride across must be an integer from 1 to 8, got 9",
    ],
    [["explain", "a.png", "--fill", "blurr"], "got blurr. Did you mean blur?"],
    [["explain", "a.png", "--fill", "#12"], "colour"],
    [["explain", "a.png", "--hide", "two"], "It must be one or all-but-one."],
    [["explain", "a.png", "--hide", "all-but"], "Did you mean all-but-one?"],
    [["explain", "a.png", "--top", "0"], "a whole number of at least 1"],
    [["explain", "a.png", "--top", "1.5"], "a whole number of at least 1"],
    [["explain", "a.png", "--top", "2", "--target", "cup"], "cannot be used with"],
    [["explain", "a.png", "--batch", "none"], "a whole number of at least 1"],
    [["explain", "a.png", "--seed", "-1"], "a whole number from 0 to 4294967295"],
    [["explain", "a.png", "--scale", "percent"], "It must be probability or logit."],
    [["explain", "a.png", "--runtime", "gpu"], "It must be auto, native or wasm."],
    [["explain", "a.png", "--preprocessing", "{order"], "must be the name of a preset, or JSON"],
    [
      ["explain", "a.png", "--output", "a.gif"],
      "must end in .png, .svg, .html, .json, .csv, .md, .npy or .effects.npy, or be a folder such as out/, got a.gif",
    ],
    [["explain", "a.png", "b.png", "--output", "c.png"], "is one file, but there are 2 pictures"],
    [["explain", "a.png", "--output", "a.png"], "would replace the picture a.png"],
    [["explain", "a.png", "--output", "c.png", "--layout", "besides"], "pair, sets or sheet. Did you mean beside?"],
    [["explain", "a.png", "--output", "c.png", "--layout", "besides"], "sets or sheet. Did you mean beside?"],
    [["explain", "a.png", "--layout", "pair"], "--layout changes drawings: give --output or --show as well"],
    [["explain", "a.png", "--output", "c.png", "--width", "100"], "a whole number from 200 to 8192"],
    [["explain", "a.png", "--output", "c.png", "--columns", "2"], "--columns goes with --layout sheet"],
    [["explain", "a.png", "--output", "c.png", "--layout", "sheet", "--style", "original"], "--style does not go with"],
    [["explain", "a.png", "--output", "c.json", "--layout", "sheet"], "a sheet is saved as .png or .svg, got c.json"],
    [["explain", "a.png", "--output", "{name}.png", "--layout", "sheet"], "a sheet is one file"],
    [["explain", "a.png", "--top", "401", "--layout", "sheet", "-o", "c.png"], "at most 400 explanations, got 401"],
    [["explain", "a.png", "--palette", "puor"], "Did you mean PuOr?"],
    [["explain", "a.png", "--format", "png"], "--format goes with --output"],
    [["explain", "a.png", "--output", "c/", "--format", "png,jsn"], "Did you mean json?"],
    [["explain", "a.png", "--background", "white"], "a colour such as '#ffffff'"],
    [["explain", "a.png", "--max-pixels", "2G"], "a number of pixels from 1 to 1000M"],
    [["explain", "a.png", "--json", "--plain"], "cannot be used with"],
    [["explain", "a.png", "--quiet", "--verbose"], "cannot be used with"],
    [["explain", "http://example.org/a.png"], "an address must begin with https://"],
    [["completion", "zhs"], "It must be bash, zsh, fish or powershell. Did you mean zsh?"],
    [["models", "lst"], "Did you mean list?"],
    [["models", "info", "resnet-5"], "did you mean resnet50?"],
    [["models", "remove", "efficientnet-lite0"], "cannot be removed"],
  ])("%j is answered with what was expected", async (words, message) => {
    const { code, out, err } = await run(...words)
    expect(err).toContain(message)
    expect({ code, out }).toEqual({ code: 2, out: "" })
  })

  it("of a folder that is not there fails before any model works, with 1", async () => {
    for (const more of [[], ["--top", "3"]]) {
      const { code, out, err } = await run("explain", "a.png", "--output", "no/such/a.png", ...more)
      expect(err).toMatch(/^error: the explanation .* cannot be written: the folder no.such does not exist\n$/)
      expect({ code, out }).toEqual({ code: 1, out: "" })
    }
  })

  it("without any command is answered with the help", async () => {
    const { code, err } = await run()
    expect(code).toBe(2)
    expect(err).toContain("Usage: gridexplainer")
  })
})

describe("models", () => {
  it("are listed, with what is here", async () => {
    const { code, out } = await run("models", "list")
    expect(code).toBe(0)
    expect(out).toMatch(/^efficientnet-lite0 {2}embedded +9\.3 MB {2}EfficientNet-Lite0\n/)
    expect(out.split("\n")).toHaveLength(4)
  })

  it("are described, found and checked", async () => {
    const info = (await run("models", "info", "efficientnet-lite0")).out
    expect(info).toContain("sha256   fe81f8edaf3c61cf7bcfda4833a873262caaaf9996b44c435783c08f1a630aef\n")
    const path = (await run("models", "path", "efficientnet-lite0")).out
    expect(path).toMatch(/assets.models.efficientnet-lite0\.onnx\n$/)
    expect(info).toContain(path)
    expect((await run("models", "verify", "efficientnet-lite0")).out).toBe(`efficientnet-lite0 is whole: ${path}`)
  })
})

describe("a long run", () => {
  const words = ["explain", fileURLToPath(new URL("../../examples/coffee.png", import.meta.url)), "--grid", "2"]
  const none = ["--evidence", "none"]

  it("shows how far it is, and takes that away before it prints", async () => {
    const terminal = fakeTerminal()
    expect(await main([...words, ...none, "--batch", "1"], terminal)).toBe(0)
    const { statuses, out } = terminal.said
    const plain = statuses.map((line) => line.replace(/,? \d+ s left|,? [\d.]+ a second|\[.*\] /g, ""))
    const asked = 1 + 9 + 6 + 12 + 4
    const lines = Array.from(
      { length: asked },
      (_, i) => `${Math.floor((100 * (i + 1)) / asked)} %, ${i + 1} of ${asked}`,
    )
    expect(plain.filter((line) => line !== "")).toEqual(lines)
    expect(statuses.at(-1)).toBe("")
    expect(out).toMatch(/^espresso, /)
  })

  it("ends with 130 when it is interrupted", async () => {
    const interruption = new AbortController()
    const terminal = fakeTerminal({ signal: interruption.signal, status: () => interruption.abort() })
    expect(await main([...words, "--output", join(tmpdir(), "gridexplainer-interrupted.png")], terminal)).toBe(130)
    expect(terminal.said).toMatchObject({ out: "", err: "interrupted\n" })
  })
})

describe("--quiet", () => {
  const coffee = fileURLToPath(new URL("../../examples/coffee.png", import.meta.url))

  it.each([[["explain", coffee, "--grid", "1", "--evidence", "none"]], [["predict", coffee]]])(
    "prints no results for people, no remarks and no progress: %j",
    async (words) => {
      const terminal = fakeTerminal()
      expect(await main([...words, "--quiet"], terminal)).toBe(0)
      const { out, err, statuses, maps } = terminal.said
      expect({ out, err, statuses: statuses.join(""), maps: maps.flat() }).toEqual({
        out: "",
        err: "",
        statuses: "",
        maps: [],
      })
      expect(JSON.parse((await run(...words, "--quiet", "--json")).out)).toBeTypeOf("object")
    },
  )

  it("still says what went wrong", async () =>
    expect((await run("predict", "nowhere.png", "--quiet")).err).toMatch(/^error: .*nowhere\.png/))

  it.each(["explain", "predict"])("is described as that by %s", async (command) =>
    expect((await run(command, "--help")).out.replace(/\s+/g, " ")).toContain(
      command === "explain" ? "print no grid, answers, remarks or progress" : "print no answers, remarks or progress",
    ),
  )
})

describe("predict", () => {
  const coffee = fileURLToPath(new URL("../../examples/coffee.png", import.meta.url))

  it("answers with all classes of a model that has fewer than five, unless more are asked for", async () => {
    const folder = mkdtempSync(join(tmpdir(), "gridexplainer-predict-"))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    writeTinyKeras(folder)
    const words = ["predict", coffee, "--model", folder, "--preprocessing", "raw"]
    const { code, out, err } = await run(...words)
    expect({ code, err }).toEqual({ code: 0, err: "" })
    expect(out).toMatch(/^( *[<>]?\d+\.\d % {2}class [01]\n){2}$/)
    expect((await run(...words, "--top", "1")).out).toBe(`${out.split("\n")[0]!.trim()}\n`)
    expect(await run(...words, "--top", "5")).toMatchObject({
      code: 2,
      err: "error: top must be an integer from 1 to 2, got 5\n",
    })
  })
})

describe("words that people guess", () => {
  it.each([
    ["explain a.png --report", "--output report.html"],
    ["explain a.png --html", "--output report.html"],
    ["explain a.png --pdf", "--output report.html, which browsers print as a PDF"],
    ["explain a.png --png", "--output explained.png"],
    ["explain a.png --out x.png", "--output"],
    ["explain a.png --save=x.png", "--output"],
    ["explain a.png --size 600", "--width"],
    ["explain a.png --dark", "--theme dark"],
    ["explain a.png --light", "--theme light"],
    ["explain a.png --resume", "--skip-existing"],
    ["explain a.png --class cup", "--target"],
    ["explain a.png -n 3", "--top"],
    ["explain a.png --silent", "--quiet"],
    ["explain a.png --nocolor", "--no-color"],
    ["explain a.png --opn", "--open"],
    ["explain a.png --gird 8", "--grid"],
    ["predict a.png -k 3", "--top"],
    ["predict a.png -r", "--recursive"],
    ["convert a.json --dark -o x.png", "--theme dark"],
    ["check --silent", "--quiet"],
    ["analyse a.png", "explain"],
    ["classify a.png", "predict"],
    ["report a.png", "explain photo.jpg --output report.html"],
    ["compare a.json b.json", "diff"],
    ["list", "models list"],
    ["download resnet50", "models pull"],
    ["version", "--version"],
    ["-V", "--version"],
    ["models lst", "list"],
    ["doktor", "doctor"],
  ])("%s is answered with %s", async (line, meant) => {
    const { code, out, err } = await run(...line.split(" "))
    expect({ code, out }).toEqual({ code: 2, out: "" })
    expect(err.split("\n")[0]).toMatch(/^error: unknown (option|command) '[^']+'\. Did you mean /)
    expect(err).toContain(`Did you mean ${meant}?\n`)
  })

  it("are not guessed where the command has nothing of the kind", async () => {
    for (const line of ["models list --dark", "doctor --html", "explain a.png --xyzzy"])
      expect((await run(...line.split(" "))).err).toMatch(/^error: unknown option '--\w+'\n\(try --help\)\n$/)
  })

  it("work where they say the same", async () => {
    expect(await run("-v")).toEqual(await run("--version"))
    const { out } = await run("models", "list")
    expect(await run("models", "ls")).toEqual({ code: 0, out, err: "" })
    const { out: path } = await run("models", "info", "resnet50")
    expect((await run("models", "show", "resnet50")).out).toBe(path)
    for (const words of [
      ["models", "rm"],
      ["models", "download"],
    ])
      expect((await run(...words)).err).toContain("missing required argument 'name'")
  })

  it("--no-color takes colours away wherever it stands", async () => {
    const coffee = fileURLToPath(new URL("../../examples/coffee.png", import.meta.url))
    const words = ["explain", coffee, "--grid", "1", "--evidence", "none"]
    const printed = async (...said: string[]): Promise<string> => {
      const terminal = fakeTerminal({ colorLevel: 3 })
      expect(await main(said, terminal)).toBe(0)
      return terminal.said.out
    }
    expect(await printed(...words)).toContain("\u001b")
    expect(await printed(...words, "--no-color")).not.toContain("\u001b")
    expect(await printed("--no-color", ...words)).not.toContain("\u001b")
  })

  it.each([
    [["--open"], "--open opens what --output writes: give --output report.html, or --output picture.png"],
    [["--skip-existing"], "--skip-existing goes with --output"],
    [["--skip-existing", "--layout", "sheet", "-o", "x.png"], "--skip-existing goes with --output and files of each"],
    [["--skip-existing", "-o", "{target}.png"], "without {target}"],
    [["--skip-existing", "--overwrite", "-o", "x.png"], "cannot be used with"],
    [["-o", "x.png", "--output", "y.html"], "It is the second, after 'x.png': for several files give a folder"],
  ])("%j says what it needs", async (options, words) => {
    const { code, err } = await run("explain", "a.png", ...options)
    expect(code).toBe(2)
    expect(err).toContain(words)
  })
})

describe("demo", () => {
  it("does not take another file for its photo", async () => {
    const folder = mkdtempSync(join(tmpdir(), "gridexplainer-demo-"))
    const before = process.cwd()
    onTestFinished(() => {
      process.chdir(before)
      rmSync(folder, { recursive: true })
    })
    process.chdir(folder)
    writeFileSync("coffee.jpg", "mine")
    expect(await run("demo")).toEqual({
      code: 2,
      out: "",
      err: "error: coffee.jpg is here already, and is not the sample: run this in another folder\n",
    })
    expect(readFileSync("coffee.jpg", "utf8")).toBe("mine")
  })
})

describe("exit codes", () => {
  it.each<[ErrorCode, number]>([
    ["IMAGE_UNREADABLE", 1],
    ["IMAGE_UNSUPPORTED", 1],
    ["FILE_UNREADABLE", 1],
    ["FILE_UNWRITABLE", 1],
    ["MISSING_PACKAGE", 1],
    ["MODEL_UNREADABLE", 3],
    ["MODEL_FAILED", 3],
    ["PREPROCESSING_UNKNOWN", 3],
    ["SCALE_CONFLICT", 3],
    ["BAD_REPLY", 3],
    ["DOWNLOAD_FAILED", 3],
    ["INTEGRITY", 3],
    ["HOST_UNSUPPORTED", 1],
  ])("%s ends with %d", (code, exit) => expect(exitCodeOf(new GridExplainerError(code, "no"))).toBe(exit))

  it("a caller's mistake ends with 2, and a fault of ours with 1", () => {
    expect(exitCodeOf(new RangeError("no"))).toBe(2)
    expect(exitCodeOf(new Error("no"))).toBe(1)
  })
})

describe("what reaches the terminal", () => {
  it("loses every control character but line ends", () => {
    expect(printable("a\u001b[2J\u009bb\u202e\r\nc\u0007")).toBe("a[2Jb\nc")
  })

  it("is the same JSON with control characters escaped", () => {
    const record = { label: "a\u001b\u007f\u009b\u202e\u{e0041}é😀" }
    const json = escapeControls(JSON.stringify(record, null, 2))
    expect(JSON.parse(json)).toEqual(record)
    expect(json.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    expect(json).toContain("é😀")
  })
})
