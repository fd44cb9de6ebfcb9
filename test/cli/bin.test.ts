import { spawn } from "node:child_process"
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { parse } from "../../src/report/index.ts"

const root = fileURLToPath(new URL("../..", import.meta.url))
const bin = join(root, "dist", "cli", "bin.js")
const folder = mkdtempSync(join(tmpdir(), "gridexplainer-cli-"))

interface Answer {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

interface RunOptions {
  readonly env?: NodeJS.ProcessEnv
  readonly bin?: string
  /** Sends Ctrl-C after this many milliseconds. */
  readonly interruptAfter?: number
}

/** Runs the built command in the folder of this test, with neither a terminal nor anything about colours in its environment. */
function run(words: readonly string[], options: RunOptions = {}): Promise<Answer> {
  const { FORCE_COLOR: _f, NO_COLOR: _n, ...plain } = process.env
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [options.bin ?? bin, ...words], {
      cwd: folder,
      env: { ...plain, ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
    })
    let out = ""
    let err = ""
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out += text
    })
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text
    })
    if (options.interruptAfter !== undefined) setTimeout(() => child.kill("SIGINT"), options.interruptAfter)
    child.on("error", reject)
    child.on("close", (code) => resolve({ code, out, err }))
  })
}

beforeAll(() => copyFileSync(join(root, "examples", "coffee.png"), join(folder, "coffee.png")))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const explain = ["explain", "coffee.png", "--grid", "2", "--runtime", "native"]

describe("gridexplainer explain", () => {
  it("prints the grid and the words, and writes nothing", async () => {
    const before = readdirSync(folder)
    const { code, out, err } = await run(explain)
    expect({ code, err }).toEqual({ code: 0, err: "" })
    expect(out).toMatch(/^espresso, 9\d\.\d %\n\n {7}1 {5}2\n1 /)
    expect(out).toMatch(/Hiding the square at row \d, column \d lowers espresso from 9\d\.\d %/)
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
    expect(parse(readFileSync(join(folder, "a.json"), "utf8")).effects).toHaveLength(4)
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
    const records = JSON.parse(out) as { target: { label: string; chosenBy: string } }[]
    expect(records.map(({ target }) => target.label)).toEqual(["espresso", "cup"])
    for (const i of [1, 2]) expect(parse(readFileSync(join(folder, `two-${i}.json`), "utf8"))).toEqual(records[i - 1])
    expect(existsSync(join(folder, "two.json"))).toBe(false)
  })

  it("takes every choice to the record", async () => {
    const words = "--window 112x112 --stride 112 --fill #ff0000 --hide all-but-one --target cup --seed 7 --json"
    const record = parse((await run(["explain", "coffee.png", ...words.split(" ")])).out)
    expect(record).toMatchObject({
      regions: { layout: { kind: "window", rows: 2, columns: 2, window: { width: 112, height: 112 } } },
      fill: { options: { color: [255, 0, 0] } },
      design: "all-but-one",
      target: { label: "cup", chosenBy: "label" },
      seed: 7,
    })
  })

  it("is silent with --quiet", async () => expect(await run([...explain, "-q"])).toEqual({ code: 0, out: "", err: "" }))

  it("honours FORCE_COLOR and NO_COLOR", async () => {
    expect((await run(explain, { env: { FORCE_COLOR: "3" } })).out).toContain("\u001b[38;2;0;0;0;48;2;224;130;20m")
    expect((await run(explain, { env: { NO_COLOR: "1" } })).out).not.toContain("\u001b")
  })

  it("names the command for native speed where WebAssembly had to do", async () => {
    const web = await run([...explain.slice(0, 4), "--runtime", "wasm", "--json"])
    // Asked for by name, it needs no advice.
    expect(web.err).toBe("")
    expect(parse(web.out).model.runtime).toMatch(/^onnxruntime-web/)
  })
})

describe("gridexplainer predict", () => {
  it("prints the best answers", async () => {
    const { code, out } = await run(["predict", "coffee.png", "--top", "3"])
    expect(code).toBe(0)
    expect(out).toMatch(/^9\d\.\d % {2}espresso\n( ?\d\.\d % {2}.+\n){2}$/)
  })

  it("prints them as JSON", async () => {
    const answers = JSON.parse((await run(["predict", "coffee.png", "--json"])).out)
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

describe("Ctrl-C", () => {
  it("ends with 130 and leaves nothing behind", async () => {
    const before = readdirSync(folder).sort()
    const long = ["explain", "coffee.png", "--grid", "64", "--batch", "1", "--output", "interrupted.png"]
    const { code, out, err } = await run(long, { interruptAfter: 4000 })
    expect({ code, out, err }).toEqual({ code: 130, out: "", err: "interrupted\n" })
    expect(readdirSync(folder).sort()).toEqual(before)
  })
})

describe("help", () => {
  it("loads no model runtime and no image library", async () => {
    const coverage = join(folder, "coverage")
    for (const words of [["--help"], ["--version"], ["explain", "--help"]]) {
      const { code } = await run(words, { env: { NODE_V8_COVERAGE: coverage } })
      expect(code).toBe(0)
    }
    const loaded = readdirSync(coverage).flatMap((name) => {
      const { result } = JSON.parse(readFileSync(join(coverage, name), "utf8")) as { result: { url: string }[] }
      return result.map(({ url }) => url)
    })
    expect(loaded.some((url) => url.includes("/commander/"))).toBe(true)
    expect(loaded.filter((url) => /onnx|sharp|resvg|pacote|undici|zod|node_modules\/@/.test(url))).toEqual([])
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
