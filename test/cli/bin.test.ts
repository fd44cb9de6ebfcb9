import { spawn, spawnSync } from "node:child_process"
import {
  closeSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { parse } from "../../src/report/index.ts"
import { loopback } from "../node/support/loopback.ts"

const root = fileURLToPath(new URL("../..", import.meta.url))
const bin = join(root, "dist", "cli", "bin.js")
const folder = mkdtempSync(join(tmpdir(), "gridexplainer-cli-"))

interface Answer {
  readonly code: number | null
  /** What ended it, where it did not end by itself. */
  readonly signal?: NodeJS.Signals
  readonly out: string
  readonly err: string
}

interface RunOptions {
  readonly env?: NodeJS.ProcessEnv
  readonly bin?: string
  /** Sends Ctrl-C once this is so of what standard error has said. */
  readonly interruptWhen?: (err: string) => boolean
  /** Sends it again and again from then on. */
  readonly insist?: boolean
  /** A file that is piped in. */
  readonly input?: string
}

/** Runs the built command in the folder of this test, with neither a terminal nor anything about colours in its environment. */
function run(words: readonly string[], options: RunOptions = {}): Promise<Answer> {
  const { FORCE_COLOR: _f, NO_COLOR: _n, ...plain } = process.env
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [options.bin ?? bin, ...words], {
      cwd: folder,
      env: { ...plain, ...options.env },
      stdio: ["pipe", "pipe", "pipe"],
    })
    child.stdin.on("error", () => undefined).end(options.input === undefined ? "" : readFileSync(options.input))
    let out = ""
    let err = ""
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text
    })
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text
    })
    const watch = setInterval(() => {
      if (options.interruptWhen?.(err) !== true) return
      if (options.insist !== true) clearInterval(watch)
      child.kill("SIGINT")
    }, 20)
    child.on("exit", () => clearInterval(watch))
    child.on("error", reject)
    // Where a run takes long, a log hears how far it is.
    const withoutProgress = (): string => err.replace(/^\d+ %, .*\n/gm, "")
    child.on("close", (code, signal) =>
      resolve({ code, ...(signal === null ? {} : { signal }), out, err: withoutProgress() }),
    )
  })
}

/** A folder with twelve copies of the cup: 01.png, 02.png, ... */
function twelve(name: string): readonly string[] {
  mkdirSync(join(folder, name))
  const names = Array.from({ length: 12 }, (_, i) => `${String(i + 1).padStart(2, "0")}.png`)
  for (const one of names) copyFileSync(join(folder, "coffee.png"), join(folder, name, one))
  return names
}

beforeAll(() => copyFileSync(join(root, "examples", "coffee.png"), join(folder, "coffee.png")))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const none = ["--evidence", "none"]
const explain = ["explain", "coffee.png", "--grid", "2", ...none, "--runtime", "native"]

describe("gridexplainer explain", () => {
  it("prints the grid and the words, and writes nothing", async () => {
    const before = readdirSync(folder)
    const { code, out, err } = await run(explain)
    expect({ code, err }).toEqual({ code: 0, err: "" })
    expect(out).toMatch(/^espresso, 9\d\.\d %\nHiding the square at row \d[\s\S]*\n\n {5}1 {3}2\n1 /)
    expect(out).toMatch(/Hiding the square at row \d, column \d lowers espresso from 9\d %/)
    expect(out).not.toContain("\u001b")
    expect(readdirSync(folder)).toEqual(before)
  })

  it("draws a PNG, an SVG and a record", async () => {
    const { out } = await run([...explain, "--output", "a.png"])
    expect(out).toMatch(/\nWritten: a\.png\n$/)
    await run([...explain, "--output", "a.SVG", "--quiet"])
    await run([...explain, "--output", "a.json", "--quiet"])
    expect(readFileSync(join(folder, "a.png")).subarray(1, 4).toString()).toBe("PNG")
    expect(readFileSync(join(folder, "a.SVG"), "utf8")).toMatch(/^<svg .*data:image\/png;base64,.*<\/svg>\n$/s)
    expect(parse(readFileSync(join(folder, "a.json"), "utf8")).attributions[0]!.effects).toHaveLength(4)
  })

  it("prints the record and nothing else with --json, the same every time", async () => {
    const { code, out, err } = await run([...explain, "--json", "--quiet"])
    expect({ code, err }).toEqual({ code: 0, err: "" })
    const record = parse(out)
    expect(record.target.label).toBe("espresso")
    expect(record.picture).toMatchObject({ name: "coffee.png", size: { width: 600, height: 400 } })
    expect((await run([...explain, "--json", "--batch", "1"])).out).toBe(out)
  })

  it("explains several classes in one run, one file each", async () => {
    const { out } = await run([...explain, "--top", "2", "--output", "two.json", "--json"])
    const records = out.trimEnd().split("\n").map(parse)
    expect(records.map(({ target }) => target.label)).toEqual(["espresso", "cup"])
    for (const i of [1, 2]) expect(parse(readFileSync(join(folder, `two-${i}.json`), "utf8"))).toEqual(records[i - 1])
    expect(existsSync(join(folder, "two.json"))).toBe(false)
  })

  it("takes every choice to the record", async () => {
    const words = "--window 112x112 --stride 112 --fill #ff0000 --hide all-but-one --target cup --seed 7 --json"
    const record = parse((await run(["explain", "coffee.png", ...words.split(" ")])).out)
    expect(record).toMatchObject({
      regions: { layout: { kind: "window", rows: 2, columns: 2, window: { width: 112, height: 112 } } },
      fills: [{ options: { color: [255, 0, 0] } }],
      shown: "all-but-one",
      target: { label: "cup", chosenBy: "label" },
      seed: 7,
    })
  })

  it("is silent with --quiet", async () => expect(await run([...explain, "-q"])).toEqual({ code: 0, out: "", err: "" }))

  it("honours FORCE_COLOR and NO_COLOR", async () => {
    expect((await run(explain, { env: { FORCE_COLOR: "3" } })).out).toContain("\u001b[38;2;0;0;0;48;2;")
    expect((await run(explain, { env: { NO_COLOR: "1" } })).out).not.toContain("\u001b")
  })

  it("names the command for native speed where WebAssembly had to do", async () => {
    const web = await run([...explain.slice(0, 6), "--runtime", "wasm", "--json"])
    // Asked for by name, it needs no advice.
    expect(web.err).toBe("")
    expect(parse(web.out).model.runtime).toMatch(/^onnxruntime-web/)
  })
})

describe("standard output", () => {
  const toFull = (...words: string[]): { status: number | null; stderr: string } => {
    const full = openSync("/dev/full", "w")
    const { status, stderr } = spawnSync(process.execPath, [bin, ...words], {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", full, "pipe"],
    })
    closeSync(full)
    return { status, stderr }
  }

  it
    .runIf(existsSync("/dev/full"))
    .each([
      ["--version"],
      ["--help"],
      ["explain --help"],
      ["models list"],
      ["completion zsh"],
      ["predict coffee.png"],
      ["predict coffee.png --json"],
      ["explain coffee.png --grid 1 --evidence none --json"],
      ["explain coffee.png --grid 1 --evidence none"],
    ])("that is full is named, without a stack: %s", (line) =>
    expect(toFull(...line.split(" "))).toEqual({
      status: 1,
      stderr: "error: standard output cannot be written: no space left on device\n",
    }),
  )

  it.each(["models list", "--help", "completion bash"])("that nobody reads ends %s silently", async (line) => {
    const child = spawn(process.execPath, [bin, ...line.split(" ")], { stdio: ["ignore", "pipe", "pipe"] })
    child.stdout.destroy()
    let err = ""
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text
    })
    const code = await new Promise((resolve) => child.on("close", resolve))
    expect({ code, err }).toEqual({ code: 0, err: "" })
  })

  it("is as wide as COLUMNS says, where no terminal says more", async () => {
    const widest = async (COLUMNS: string): Promise<number> => {
      const { out } = await run(explain, { env: { COLUMNS } })
      return Math.max(...out.split("\n").map(({ length }) => length))
    }
    for (const columns of ["50", "70", "110"]) expect(await widest(columns)).toBeLessThanOrEqual(Number(columns))
    expect(await widest("110")).toBeGreaterThan(80)
    expect(await widest("many")).toBeLessThanOrEqual(80)
  })
})

describe("--open", () => {
  it.runIf(process.platform === "linux")(
    "hands what was written to the system, a folder where there are several",
    async () => {
      const programs = join(folder, "programs")
      mkdirSync(programs)
      writeFileSync(
        join(programs, "xdg-open"),
        '#!/bin/sh\necho "$1" > "$0.opened.tmp" && mv "$0.opened.tmp" "$0.opened"\n',
        { mode: 0o755 },
      )
      const opened = async (...words: string[]): Promise<string> => {
        rmSync(join(programs, "xdg-open.opened"), { force: true })
        const env = { PATH: `${programs}:${process.env.PATH}` }
        expect(await run([...explain, ...words, "--open", "-q"], { env })).toEqual({ code: 0, out: "", err: "" })
        await vi.waitFor(() => expect(existsSync(join(programs, "xdg-open.opened"))).toBe(true), { timeout: 10_000 })
        return readFileSync(join(programs, "xdg-open.opened"), "utf8").trim()
      }
      expect(await opened("-o", "opened.svg")).toBe(join(realpathSync(folder), "opened.svg"))
      expect(await opened("-o", "opened/", "--format", "svg,json")).toBe(join(realpathSync(folder), "opened"))
    },
  )

  it("says so where nothing can", async () => {
    const { code, err } = await run([...explain, "-o", "unopened.json", "--open"], { env: { PATH: "" } })
    expect({ code, err }).toEqual({ code: 0, err: "unopened.json: nothing is here to open it with\n" })
  })
})

describe("--skip-existing", () => {
  it("goes on with a folder: pictures whose files are there are left alone and counted", async () => {
    twelve("resumed")
    const words = ["explain", "resumed", "--grid", "1", "--hide", "one", "-o", "resumed-out/", "--format", "json"]
    mkdirSync(join(folder, "resumed-out"))
    for (const name of ["01", "05"]) writeFileSync(join(folder, "resumed-out", `${name}-explained.json`), "mine")
    const { code, out, err } = await run([...words, "--skip-existing"])
    expect({ code, err }).toEqual({ code: 0, err: "2 of 12 pictures left alone: their files are there\n" })
    expect(out.trimEnd().split("\n")).toHaveLength(10)
    expect(readdirSync(join(folder, "resumed-out"))).toHaveLength(12)
    expect(readFileSync(join(folder, "resumed-out", "05-explained.json"), "utf8")).toBe("mine")
    expect(await run([...words, "--skip-existing"])).toEqual({
      code: 0,
      out: "",
      err: "12 of 12 pictures left alone: their files are there\n",
    })
    await run([...words, "--overwrite", "-q"])
    expect(parse(readFileSync(join(folder, "resumed-out", "05-explained.json"), "utf8")).asked).toBe(2)
  })
})

describe("gridexplainer predict", () => {
  it("prints the best answers", async () => {
    const { code, out } = await run(["predict", "coffee.png", "--top", "3"])
    expect(code).toBe(0)
    expect(out).toMatch(/^9\d\.\d % {2}espresso\n( ?\d\.\d % {2}.+\n){2}$/)
  })

  it("prints them as JSON", async () => {
    const { out } = await run(["predict", "coffee.png", "--json"])
    expect(out).toMatch(/^\{.*\}\n$/)
    const { picture, model, answers } = JSON.parse(out)
    expect(picture).toEqual({ name: "coffee.png", fileSha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(model).toEqual({ name: "efficientnet-lite0", scale: "probability" })
    expect(answers).toHaveLength(5)
    expect(answers[0]).toEqual({ index: 967, label: "espresso", score: expect.closeTo(0.9, 1) })
  })
})

describe("failures", () => {
  it("of a picture end with 1", async () => {
    writeFileSync(join(folder, "broken.png"), readFileSync(join(folder, "coffee.png")).subarray(0, 5000))
    const broken = await run(["explain", "broken.png"])
    expect(broken).toMatchObject({ code: 1, out: "" })
    expect(broken.err).toMatch(/^error: .*broken\.png.*\n$/)
    expect(await run(["predict", "nowhere.png"])).toMatchObject({ code: 1, out: "" })
    expect(await run([...explain, "-q", "-o", "no/such/folder/a.png"])).toMatchObject({ code: 1, out: "" })
  })

  it("of the model end with 3", async () => {
    writeFileSync(join(folder, "broken.onnx"), "not a model")
    const broken = await run(["explain", "coffee.png", "--model", "broken.onnx", "--preprocessing", "torchvision"])
    expect(broken).toMatchObject({ code: 3, out: "" })
    expect(await run(["explain", "coffee.png", "--model", "nowhere.onnx"])).toMatchObject({ code: 3, out: "" })
    const unknown = ["--model", join(root, "assets/models/efficientnet-lite0.onnx")]
    const { code, err } = await run(["predict", "coffee.png", ...unknown])
    expect(code).toBe(3)
    expect(err).toContain("preprocessing")
  })

  it("of a model that was never fetched end with 3", async () => {
    const env = { GRIDEXPLAINER_CACHE: join(folder, "cache") }
    const { code, err } = await run(["models", "verify", "resnet50"], { env })
    expect({ code, err }).toEqual({
      code: 3,
      err: "error: resnet50 is not downloaded. Run: gridexplainer models pull resnet50\n",
    })
    expect((await run(["models", "remove", "resnet50"], { env })).out).toBe("resnet50 was not here\n")
  })

  it("of the caller end with 2, with the range that was meant", async () => {
    const fine = await run(["explain", "coffee.png", "--grid", "300"])
    expect(fine).toMatchObject({ code: 2, out: "" })
    expect(fine.err).toContain("grid rows must be an integer from 1 to 224, got 300")
    expect(await run(["explain", "coffee.png", "--target", "espreso"])).toMatchObject({ code: 2, out: "" })
    expect(await run(["explain", "coffee.png", "--model", "resnet5"])).toMatchObject({ code: 2, out: "" })
  })

  it("never show a stack, nor let a file name speak to the terminal", async () => {
    const { code, out, err } = await run(["explain", "\u001b]0;owned\u0007\u009b2J.png"])
    expect({ code, out }).toEqual({ code: 1, out: "" })
    expect(err.slice(0, -1)).not.toMatch(/\p{Cc}/u)
    expect(err).not.toMatch(/\n\s+at /)
  })
})

describe("several pictures", () => {
  it("of which one is broken: 11 results, a clear line for the twelfth, exit code 1", async () => {
    const names = twelve("broken")
    writeFileSync(join(folder, "broken", "07.png"), readFileSync(join(folder, "coffee.png")).subarray(0, 5000))
    const { code, out, err } = await run([
      "explain",
      "broken",
      "--grid",
      "1",
      "--hide",
      "one",
      "-o",
      "results/",
      "--format",
      "json",
    ])
    expect(err).toMatch(
      /^error: the picture broken.07\.png is cut short.*\n11 of 12 pictures done; failed: broken.07\.png\n$/,
    )
    expect(code).toBe(1)
    const done = names.filter((name) => name !== "07.png").map((name) => name.replace(".png", "-explained.json"))
    expect(readdirSync(join(folder, "results")).sort()).toEqual(done)
    for (const name of done) expect(parse(readFileSync(join(folder, "results", name), "utf8")).asked).toBe(2)
    expect(out.trimEnd().split("\n")).toHaveLength(11)
    expect(out).toMatch(/^broken.01\.png: espresso, 94\.\d %\. Written: results.01-explained\.json\n/)
  })

  it("print a record each and nothing else with --json, in the order of the words", async () => {
    const words = ["nowhere.png", "coffee.png", "no*.png", "examples"]
    mkdirSync(join(folder, "examples"), { recursive: true })
    copyFileSync(join(root, "examples", "chelsea.png"), join(folder, "examples", "cat.png"))
    const { code, out, err } = await run(["explain", ...words, "--grid", "1", ...none, "--json"])
    expect(
      out
        .trimEnd()
        .split("\n")
        .map((line) => parse(line).picture.name),
    ).toEqual(["coffee.png", "cat.png"])
    expect(err).toMatch(
      /^error: .*nowhere\.png does not exist.*\nerror: no picture file matches no\*\.png\n2 of 4 pictures done; failed: nowhere\.png, no\*\.png\n$/,
    )
    expect(code).toBe(1)
  })

  it("are printed one after the other, each under its name", async () => {
    const { code, out } = await run(["predict", "coffee.png", "coffee.png", "./examples/cat.png", "--top", "1"])
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(
        /^coffee\.png\n94\.\d % {2}espresso\n\n\.\/examples\/cat\.png\n\d\d\.\d % {2}Egyptian cat\n$/,
      ),
    })
    const grids = (await run(["explain", "coffee.png", "examples/cat.png", "--grid", "1", ...none])).out
    expect(grids).toMatch(
      /^coffee\.png \(1 of 2\)\n\nespresso, 94[\s\S]*\n\nexamples\/cat\.png \(2 of 2\)\n\nEgyptian cat, /,
    )
  })

  it("end with 3 where the model fails, which is asked for only once a picture could be read", async () => {
    writeFileSync(join(folder, "broken.onnx"), "not a model")
    const broken = ["--model", "broken.onnx", "--preprocessing", "torchvision"]
    const unread = await run(["explain", "nowhere.png", "neither.png", ...broken])
    expect(unread).toMatchObject({ code: 1, out: "" })
    expect(unread.err).not.toContain("broken.onnx")
    const { code, err } = await run(["explain", "nowhere.png", "coffee.png", ...broken])
    expect(err).toMatch(/\nerror: .*\nstopped: 0 of 2 pictures done\n$/)
    expect(code).toBe(3)
  })

  it("share a contact sheet, also where some fail", async () => {
    const words = ["explain", "coffee.png", "nowhere.png", "examples/cat.png", "--grid", "2", "--layout", "sheet"]
    const { code, out } = await run([...words, ...none, "-o", "sheet.svg", "--columns", "2"])
    expect(code).toBe(1)
    expect(out).toMatch(/^coffee\.png: espresso, .*\nexamples\/cat\.png: Egyptian cat, .*\nWritten: sheet\.svg\n$/)
    expect(readFileSync(join(folder, "sheet.svg"), "utf8").match(/data:image\/png;base64/g)).toHaveLength(2)
  })
})

describe("pictures from elsewhere", () => {
  it("come from standard input", async () => {
    const words = ["explain", "-", "--grid", "1", ...none, "--json"]
    const { code, out } = await run(words, { input: join(folder, "coffee.png") })
    expect(code).toBe(0)
    expect(parse(out).target.label).toBe("espresso")
    expect(parse(out).picture).not.toHaveProperty("name")
    expect(await run(words)).toEqual({ code: 1, out: "", err: "error: standard input is empty\n" })
  })

  it("come from the web", async () => {
    const address = await loopback(({ url }, reply) => {
      if (url === "/photos/my%20cup.png?v=1") reply.end(readFileSync(join(folder, "coffee.png")))
      else reply.writeHead(404).end()
    })
    const { code, out, err } = await run([
      "predict",
      `${address}photos/my%20cup.png?v=1`,
      `${address}none.png`,
      "--json",
    ])
    expect(JSON.parse(out)).toMatchObject({
      picture: { name: "my cup.png" },
      answers: [{ label: "espresso" }, {}, {}, {}, {}],
    })
    expect(err).toMatch(/none\.png failed: the server answered with status 404/)
    expect(code).toBe(1)
  })
})

describe("what is printed", () => {
  it("is a table of sentences with --plain, strongest first, without colours", async () => {
    const { out } = await run([...explain, "--plain"], { env: { FORCE_COLOR: "3" } })
    expect(out).toMatch(
      /^espresso, 94\.\d %\nHiding the square at [\s\S]*\n4 squares, strongest first:\nrow \d, column \d: \+\d+ points, supports it\n/,
    )
    expect(out).not.toContain("\u001b")
    const sizes = [...out.matchAll(/: [+-](\d+) points?/g)].map(([, size]) => Number(size))
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
  })

  it("tells versions, hashes, times and batches with --verbose, on standard error", async () => {
    const { out, err } = await run([...explain, "--verbose", "--batch", "2", "-o", "v.png", "--json"])
    // 1 untouched, 9 for three fills, 6 and 12 for noise, 4 squares.
    expect(parse(out).asked).toBe(32)
    for (const words of [
      /^gridexplainer \d+\.\d+\.\d+, Node \d+\./,
      /model efficientnet-lite0: onnxruntime-node .*, loaded in \d+\.\d\d s\n/,
      /model efficientnet-lite0: sha256 [0-9a-f]{64}\n/,
      /coffee\.png: 600 x 400 pixels, read in \d+\.\d\d s, sha256 [0-9a-f]{64}\n/,
      /coffee\.png: 32 pictures asked in .* in calls of 1, 2, 1, [\d, ]*, fill (blur|image-mean|cell-mean)\n/,
      /coffee\.png: v\.png written in \d+\.\d\d s\n/,
    ])
      expect(err).toMatch(words)
  })

  it("says where --show finds no terminal for pictures, and shows the grid", async () => {
    const { code, out, err } = await run([...explain, "--show", "--layout", "alone"])
    expect({ code, err }).toEqual({
      code: 0,
      err: expect.stringMatching(/^--show: this terminal shows no pictures.*\n$/),
    })
    expect(out).toMatch(/\n1 /)
  })

  it("has a file for every fill and target", async () => {
    const words = ["--fill", "blur", "--fill", "#000000", "-t", "cup", "-t", "967", "-o", "{fill}-{target}-{rank}.json"]
    expect((await run([...explain, ...words, "-q"])).code).toBe(0)
    const names = ["blur-cup-1", "blur-espresso-2", "color-cup-3", "color-espresso-4"]
    expect(names.map((name) => parse(readFileSync(join(folder, `${name}.json`), "utf8")).fills[0]!.name)).toEqual([
      "blur",
      "blur",
      "color",
      "color",
    ])
  })

  it("takes every choice to the drawing", async () => {
    const words = "--layout overlay --theme dark --palette RdBu --map smooth --width 640 -o drawn.svg -q"
    expect((await run([...explain, ...words.split(" ")])).code).toBe(0)
    const svg = readFileSync(join(folder, "drawn.svg"), "utf8")
    expect(svg).toMatch(/^<svg [^>]*width="640"/)
    expect(svg).toContain("#17161c")
  })
})

describe("Ctrl-C", () => {
  it("ends with 130 and leaves nothing behind", async () => {
    const before = readdirSync(folder).sort()
    const began = Date.now()
    const long = ["explain", "coffee.png", "--grid", "64", "--batch", "1", "--output", "interrupted.png"]
    const { code, out, err } = await run(long, { interruptWhen: () => Date.now() - began > 4000 })
    expect({ code, out, err }).toEqual({ code: 130, out: "", err: "interrupted\n" })
    expect(readdirSync(folder).sort()).toEqual(before)
  })

  const told = [...explain.slice(0, 4), "--evidence", "quick", "--verbose", "--batch", "1"]

  it("keeps what is known once each square was hidden", async () => {
    const words = [...told, "--output", "stopped.json"]
    const { code, out, err } = await run(words, { interruptWhen: (said) => said.includes("stage strongest first") })
    expect(code).toBe(130)
    expect(err).toMatch(/coffee\.png: stopped early, and kept as far as it was known\ninterrupted\n$/)
    expect(out).toMatch(/^espresso, 9\d\.\d %\n[\s\S]*\nWritten: stopped\.json\n$/)
    const { evidence, attributions } = parse(readFileSync(join(folder, "stopped.json"), "utf8"))
    const { effects } = attributions[0]!
    expect(effects).toHaveLength(4)
    expect(evidence!.missing.length).toBeGreaterThan(0)
  })

  it("keeps nothing before", async () => {
    const words = [...told, "--output", "early.json"]
    const { code, out, err } = await run(words, { interruptWhen: (said) => said.includes("stage one at a time") })
    expect({ code, out }).toEqual({ code: 130, out: "" })
    expect(err).toMatch(/stage one at a time\ninterrupted\n$/)
    expect(existsSync(join(folder, "early.json"))).toBe(false)
  })

  it("ends at once when it comes again", async () => {
    // What is known would be drawn for seconds.
    const words = [...told, "--output", "large.png", "--width", "8192"]
    const interruptWhen = (said: string): boolean => said.includes("stage strongest first")
    expect(await run(words, { interruptWhen, insist: true })).toMatchObject({ code: null, signal: "SIGINT", out: "" })
    expect(readdirSync(folder).filter((name) => name.includes("large"))).toEqual([])
  })

  it("in the middle of several pictures leaves only complete files, and says how many are done", async () => {
    twelve("many")
    const done = join(folder, "done")
    mkdirSync(done)
    const words = ["explain", "many", "--grid", "4", ...none, "-o", "done", "--format", "png,json"]
    const { code, err } = await run(words, { interruptWhen: () => readdirSync(done).some((name) => /^02/.test(name)) })
    expect(code).toBe(130)
    const [, count] = /^interrupted: (\d+) of 12 pictures done\n$/.exec(err) ?? []
    const files = readdirSync(done)
    expect(Number(count)).toBeGreaterThanOrEqual(1)
    expect(Number(count)).toBeLessThan(12)
    expect(files.length).toBeGreaterThanOrEqual(2 * Number(count))
    for (const name of files) {
      const bytes = readFileSync(join(done, name))
      if (name.endsWith(".json")) expect(parse(bytes.toString()).attributions[0]!.effects).toHaveLength(16)
      // A PNG ends in its IEND chunk: its name and its checksum.
      else expect({ name, end: bytes.subarray(-8).toString("latin1") }).toEqual({ name, end: "IEND\xaeB`\x82" })
    }
  })
})

describe("gridexplainer doctor", () => {
  it("finds that models run, and prints it for programs", async () => {
    const { code, out, err } = await run(["doctor", "--json"], { env: { GRIDEXPLAINER_CACHE: folder } })
    expect({ code, err }).toEqual({ code: 0, err: "" })
    expect(JSON.parse(out)).toMatchObject({
      works: true,
      runtimes: [{ works: true }, { works: true }],
      cache: { path: folder },
    })
  })
})

describe("help", () => {
  it("loads no model runtime and no image library", async () => {
    const coverage = join(folder, "coverage")
    for (const words of [
      "--help",
      "--version",
      "explain --help",
      "predict --help",
      "doctor --help",
      "completion bash",
    ]) {
      const { code } = await run(words.split(" "), { env: { NODE_V8_COVERAGE: coverage } })
      expect(code).toBe(0)
    }
    const loaded = readdirSync(coverage).flatMap((name) => {
      const { result } = JSON.parse(readFileSync(join(coverage, name), "utf8")) as { result: { url: string }[] }
      return result.map(({ url }) => url)
    })
    expect(loaded.some((url) => url.includes("/commander/"))).toBe(true)
    expect(
      loaded.filter((url) =>
        /onnxruntime|onnx-buf|sharp|resvg|pacote|undici|zod|tinyglobby|sixel|supports-|node_modules\/@|src\/explain|dist\/explain/.test(
          url,
        ),
      ),
    ).toEqual([])
    rmSync(coverage, { recursive: true })
  })
})

describe("without optional packages", () => {
  const bare = mkdtempSync(join(tmpdir(), "gridexplainer-bare-"))

  beforeAll(() => {
    cpSync(join(root, "dist"), join(bare, "dist"), { recursive: true })
    copyFileSync(join(root, "package.json"), join(bare, "package.json"))
  })
  afterAll(() => rmSync(bare, { recursive: true, force: true }))

  it("says what is missing and what adds it", async () => {
    const answer = await run(["explain", "coffee.png"], { bin: join(bare, "dist", "cli", "bin.js") })
    expect(answer).toMatchObject({ code: 1, out: "" })
    expect(answer.err).toMatch(/^error: the command needs the package (commander|ansis), .*Run: npm install .*\n$/)
  })
})
