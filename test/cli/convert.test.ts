import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Readable } from "node:stream"
import { describe, expect, it } from "vitest"
import { main } from "../../src/cli/main.ts"
import type { Explanation } from "../../src/explanation.ts"
import { explain, explainTargets, functionModel, grid } from "../../src/index.ts"
import { drawExplanation, reportPictures } from "../../src/node/index.ts"
import { imageToPng } from "../../src/node/pictures/image-to-png.ts"
import { viewOf } from "../../src/reading/view.ts"
import { dataBlock } from "../../src/report/data-block.ts"
import { parse, report, serialize, toCsv, toMarkdown, toNpy } from "../../src/report/index.ts"
import { temporaryFolder } from "../node/support/temporary-folder.ts"
import { fakeTerminal } from "./fake-terminal.ts"

const image = {
  width: 4,
  height: 4,
  channels: 3,
  data: Uint8Array.from({ length: 48 }, (_, i) => (i < 3 ? 255 : 20)),
} as const
const model = functionModel((images) => images.map(({ data }) => [data[0]! / 255, 1 - data[0]! / 255]), {
  labels: ["light", "dark"],
})
const picture = { name: "dot.png" }
const [light, dark] = (await explainTargets(model, image, {
  regions: grid(2),
  targets: { top: 2 },
  fill: 0,
  picture,
  evidence: "none",
})) as [Explanation, Explanation]
const sure = await explain(model, image, {
  regions: grid(2),
  fills: [0, 9],
  picture: { name: "sure.png" },
})

async function run(words: readonly string[], input = ""): Promise<{ code: number; out: string; err: string }> {
  const terminal = fakeTerminal({ input: Readable.from(input === "" ? [] : [Buffer.from(input)]) })
  const code = await main(["convert", ...words], terminal)
  return { code, out: terminal.said.out, err: terminal.said.err }
}

/** A folder with `light.json`, `both.jsonl`, `sure.html`, a record that is none, and two photos. */
async function setting(): Promise<(name: string) => string> {
  const folder = temporaryFolder()
  const path = (name: string): string => join(folder, name)
  const line = (explanation: Explanation): string => `${JSON.stringify(explanation)}\n`
  writeFileSync(path("light.json"), serialize(light))
  writeFileSync(path("both.jsonl"), line(light) + line(dark))
  writeFileSync(path("sure.html"), `<!doctype html>${dataBlock("explanation", serialize(sure))}`)
  writeFileSync(path("broken.json"), "{}")
  writeFileSync(path("dot.png"), await imageToPng(image))
  writeFileSync(path("other.png"), await imageToPng({ ...image, data: image.data.map((level) => 255 - level) }))
  return path
}

describe("gridexplainer convert", () => {
  it("keeps the pictures of a report that is written again, and leaves them out where it is to be redacted", async () => {
    const path = await setting()
    const whole = await report(sure, { pictures: await reportPictures(sure, image) })
    writeFileSync(path("whole.html"), whole)
    expect((await run([path("whole.html"), "--output", path("again.html")])).code).toBe(0)
    expect(readFileSync(path("again.html"), "utf8")).toBe(whole)
    expect((await run([path("whole.html"), "--redact", "--output", path("redacted.html")])).code).toBe(0)
    expect(readFileSync(path("redacted.html"), "utf8")).not.toContain("data:image")
  })

  it("leaves name and picture out of all files and their names where they are to be redacted, and refuses drawings", async () => {
    const path = await setting()
    const formats = ["html", "json", "csv", "md", "npy", "effects.npy"]
    const words = [path("light.json"), "--redact", "--output", path("out/"), "--format"]
    expect((await run([...words, formats.join(",")])).code).toBe(0)
    const written = readdirSync(path("out"))
    expect(written.sort()).toEqual(formats.map((format) => `picture-explained.${format}`).sort())
    for (const file of written) expect(readFileSync(path(`out/${file}`), "latin1"), file).not.toMatch(/dot|data:image/)
    for (const format of ["png", "svg", "html,png", "json,svg"]) {
      const { code, err } = await run([...words, format])
      expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining("shows it") })
    }
    expect((await run([path("light.json"), "--redact", "--output", path("out/")])).code).toBe(2)
  })

  it("writes a record as any format, without a model", async () => {
    const path = await setting()
    const formats = ["svg", "png", "json", "csv", "md", "npy", "effects.npy"]
    const words = [path("light.json"), "--output", path("out/"), "--format", formats.join(",")]
    const files = formats.map((format) => path(`out/dot-explained.${format}`))
    expect(await run(words)).toEqual({ code: 0, out: files.map((file) => `Written: ${file}\n`).join(""), err: "" })
    const [svg, , json, csv, md, npy, effects] = files.map((file) => readFileSync(file))
    expect(svg!.toString()).toBe(await drawExplanation(light))
    expect(parse(json!.toString())).toEqual(light)
    expect(csv!.toString()).toBe(toCsv(light))
    expect(md!.toString()).toBe(toMarkdown(light))
    expect(new Uint8Array(npy!)).toEqual(toNpy(light, { of: "map" }))
    expect(new Uint8Array(effects!)).toEqual(toNpy(light, { of: "effects" }))
  })

  it("takes the record of a report", async () => {
    const path = await setting()
    expect(await run([path("sure.html"), "-o", path("sure.csv"), "--quiet"])).toEqual({ code: 0, out: "", err: "" })
    expect(readFileSync(path("sure.csv"), "utf8")).toBe(toCsv(sure))
  })

  it("takes one record a line, from a file and from standard input, and numbers those of one picture", async () => {
    const path = await setting()
    expect((await run([path("both.jsonl"), "-o", path("x.csv")])).code).toBe(0)
    expect((await run(["-", "-o", path("y.csv")], readFileSync(path("both.jsonl"), "utf8"))).code).toBe(0)
    for (const name of ["x", "y"]) {
      expect(readFileSync(path(`${name}-1.csv`), "utf8")).toBe(toCsv(light))
      expect(readFileSync(path(`${name}-2.csv`), "utf8")).toBe(toCsv(dark))
    }
  })

  it("names files as templates say", async () => {
    const path = await setting()
    mkdirSync(path("out"))
    const template = join(path("out"), "{index}-{rank}-{name}-{target}-{fill}.csv")
    expect((await run([path("both.jsonl"), path("sure.html"), "-o", template])).code).toBe(0)
    expect(readdirSync(path("out"))).toEqual([
      "1-1-dot-light-color.csv",
      "1-2-dot-dark-color.csv",
      "2-1-sure-light-color+color.csv",
    ])
  })

  it("draws on the photo that was explained, with the options of drawings", async () => {
    const path = await setting()
    const look = ["--theme", "dark", "--layout", "overlay"]
    expect((await run([path("light.json"), "--image", path("dot.png"), "-o", path("x.svg"), ...look])).code).toBe(0)
    const drawn = await drawExplanation(light, { photo: image, theme: "dark", layout: "overlay" })
    expect(readFileSync(path("x.svg"), "utf8")).toBe(drawn)
  })

  it("draws all on one sheet, with and without the photo", async () => {
    const path = await setting()
    const sheet = [path("both.jsonl"), "--layout", "sheet", "-o", path("sheet.svg")]
    expect(await run(sheet)).toEqual({ code: 0, out: `Written: ${path("sheet.svg")}\n`, err: "" })
    const plain = readFileSync(path("sheet.svg"), "utf8")
    expect((await run([...sheet, "--image", path("dot.png")])).code).toBe(0)
    expect(readFileSync(path("sheet.svg"), "utf8")).not.toBe(plain)
    expect(plain).not.toContain("<image")
  })

  it("refuses a photo that is another, and says what was expected and what came", async () => {
    const path = await setting()
    const words = [path("light.json"), "--image", path("other.png"), "-o", path("x.svg")]
    const { code, err } = await run(words)
    expect(code).toBe(1)
    const { pixelsSha256 } = light.picture
    expect(err).toMatch(
      new RegExp(
        `light.json: expected the photo .* whose pixels have the SHA-256 ${pixelsSha256}, got .*other.png, whose`,
      ),
    )
    expect(existsSync(path("x.svg"))).toBe(false)
  })

  it("knows a photo without a fingerprint by its size", async () => {
    const path = await setting()
    const { pixelsSha256: _, ...rest } = light.picture
    writeFileSync(path("old.json"), serialize({ ...light, picture: rest }))
    const size = { width: 5, height: 4 }
    const seen = { ...light.seen, source: { left: 0, top: 0, ...size }, fit: "squash", filter: "bilinear" } as const
    writeFileSync(path("large.json"), serialize({ ...light, picture: { ...rest, size }, seen }))
    expect((await run([path("old.json"), "--image", path("dot.png"), "-o", path("x.svg")])).code).toBe(0)
    const { code, err } = await run([path("large.json"), "--image", path("dot.png"), "-o", path("y.svg")])
    expect(code).toBe(1)
    expect(err).toMatch(/expected the photo that was explained, of 5 x 4 pixels, got .*dot\.png, of 4 x 4/)
  })

  it("says so if the photo is the same file, read differently", async () => {
    const path = await setting()
    const fileSha256 = createHash("sha256")
      .update(readFileSync(path("other.png")))
      .digest("hex")
    writeFileSync(path("same.json"), serialize({ ...light, picture: { ...light.picture, fileSha256 } }))
    const { err } = await run([path("same.json"), "--image", path("other.png"), "-o", path("x.svg")])
    expect(err).toContain(
      "the same file, read differently: give --color-management, --background and --stretch as for explain",
    )
  })

  it("shows the other number where it is asked to", async () => {
    const path = await setting()
    expect((await run([path("sure.html"), "--show", "alone", "-o", path("x.csv")])).code).toBe(0)
    expect(readFileSync(path("x.csv"), "utf8")).toBe(toCsv(viewOf(sure, "one-at-a-time")))
    const { code, err } = await run([path("light.json"), "--show", "average", "-o", path("y.csv")])
    expect({ code, err }).toEqual({
      code: 1,
      err: `error: ${path("light.json")}: --show average needs effects on average, and this record has none\n`,
    })
  })

  it("passes over records that fail, and names them", async () => {
    const path = await setting()
    writeFileSync(path("half.jsonl"), `${JSON.stringify(light)}\n{"format":\n`)
    const words = [path("broken.json"), path("absent.json"), path("half.jsonl"), "-o", path("out/"), "--format", "csv"]
    const { code, out, err } = await run(words)
    expect({ code, out }).toEqual({ code: 1, out: `Written: ${path("out/dot-explained.csv")}\n` })
    const lines = err.trim().split("\n")
    expect(lines[0]).toContain("broken.json: expected an explanation")
    expect(lines[1]).toMatch(/^error: the record .*absent\.json does not exist/)
    expect(lines[2]).toMatch(/half\.jsonl line 2: expected an explanation as JSON text, got text that is not JSON$/)
    expect(lines[3]).toMatch(/^1 of 4 records done; failed: .*half\.jsonl line 2$/)
  })

  it("fails where no record can be read", async () => {
    const path = await setting()
    expect(await run([path("broken.json"), "-o", path("x.csv")])).toMatchObject({ code: 1, out: "" })
    expect((await run(["-", "-o", path("x.csv")])).err).toContain("standard input is empty")
  })

  it.each<[string, (path: (name: string) => string) => readonly string[], RegExp]>([
    ["no --output", (path) => [path("light.json")], /required option '-o, --output <path>' not specified/],
    [
      "an ending that is none",
      (path) => [path("light.json"), "-o", path("x.gif")],
      /must end in \.png, \.svg, .*x\.gif/,
    ],
    [
      "one file for two pictures",
      (path) => [path("light.json"), path("sure.html"), "-o", path("x.csv")],
      /is one file, but there are 2 pictures/,
    ],
    [
      "the record itself",
      (path) => [path("light.json"), "-o", path("light.json")],
      /would replace the file .*light\.json/,
    ],
    [
      "the photo itself",
      (path) => [path("light.json"), "--image", path("dot.png"), "-o", path("dot.png")],
      /would replace the file .*dot\.png/,
    ],
    [
      "a pair without the photo",
      (path) => [path("light.json"), "--layout", "pair", "-o", path("x.png")],
      /--layout pair shows the photo with parts hidden: give --image as well/,
    ],
    [
      "a word that --show does not know",
      (path) => [path("light.json"), "-o", path("x.csv"), "--show", "avarage"],
      /Did you mean average\?/,
    ],
    [
      "--columns without a sheet",
      (path) => [path("light.json"), "-o", path("x.png"), "--columns", "2"],
      /--layout sheet/,
    ],
  ])("takes %s for wrong use", async (_, words, problem) => {
    const path = await setting()
    const { code, err } = await run(words(path))
    expect(code).toBe(2)
    expect(err).toMatch(problem)
  })

  it("says what stops it, and how far it was", async () => {
    const path = await setting()
    const stop = new AbortController()
    const print = (): void => stop.abort()
    const terminal = fakeTerminal({ signal: stop.signal, print })
    expect(await main(["convert", path("both.jsonl"), "-o", path("out/"), "--format", "csv"], terminal)).toBe(130)
    expect(terminal.said.err).toBe("interrupted: 1 of 2 records done\n")
    expect(readdirSync(path("out"))).toEqual(["dot-explained-1.csv"])
  })

  it("keeps its help within 80 columns, with examples and every ending", async () => {
    const { out } = await run(["--help"])
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(80)
    expect(out).toContain("gridexplainer convert coffee.json --output coffee.csv")
    expect(out).toContain("A file ends in .png, .svg, .html, .json, .csv, .md, .npy or .effects.npy.")
  })
})
