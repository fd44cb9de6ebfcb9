import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { main } from "../../src/cli/main.ts"
import type { Explanation } from "../../src/explanation.ts"
import { pixelsSha256 } from "../../src/image/pixels-sha256.ts"
import { imageToPng } from "../../src/node/pictures/image-to-png.ts"
import { serialize } from "../../src/report/serialize.ts"
import type { Image } from "../../src/types.ts"
import { temporaryFolder } from "../node/support/temporary-folder.ts"
import { withEvidence } from "../render/make-evidence.ts"
import { makeExplanation } from "../render/make-explanation.ts"
import { fakeTerminal } from "./fake-terminal.ts"

async function run(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const terminal = fakeTerminal()
  const code = await main(["diff", ...words], terminal)
  return { code, out: terminal.said.out, err: terminal.said.err }
}

const picture: Image = { width: 6, height: 4, channels: 3, data: Uint8Array.from({ length: 72 }, (_, i) => 3 * i) }
const of = (effects: readonly number[], fill = "blur"): Explanation => ({
  ...withEvidence(makeExplanation({ effects, picture: { width: 6, height: 4 } }), {
    ...{ fills: [{ name: fill }], floor: (2 * 0.04) / Math.sqrt(174) },
    ...{ plan: { level: "standard", average: { masks: 174 } }, calls: { average: 174 } },
  }),
  asked: 175,
})

/** Files with records, by name, in a folder of their own. */
function saved<Name extends string>(
  records: Readonly<Record<Name, Explanation>>,
): Record<Name, string> & { folder: string } {
  const folder = temporaryFolder()
  const files = Object.entries<Explanation>(records).map(([name, record]) => {
    const file = `${folder}/${name}.json`
    writeFileSync(file, serialize(record))
    return [name, file] as const
  })
  return { ...(Object.fromEntries(files) as Record<Name, string>), folder }
}

describe("gridexplainer diff", () => {
  it("ends with 1 where something changed: says what differs, and names the squares, the largest difference first", async () => {
    const { a, b } = saved({ a: of([0.061, 0.1]), b: of([0.012, 0.3], "noise") })
    const { code, out, err } = await run(a, b)
    expect({ code, err }).toEqual({ code: 1, err: "" })
    expect(out.replaceAll(/\S+\//g, "")).toBe(
      [
        "A  a.json: espresso, 94.1 %",
        "B  b.json: espresso, 94.1 %",
        "",
        "fills  A  blur",
        "       B  noise",
        "",
        "2 of 2 squares changed beyond the noise.",
        "The largest change: row 1, column 2, from +10.0 points to +30.0 points.",
        "The score of espresso is 94.1 % in both.",
        "The strongest square is the same in both: row 1, column 2.",
        "The rank correlation of the squares is 1.00; 1 would be the same order.",
        "",
        "The squares that changed:",
        "row 1, column 2: +20.0 points, from +10.0 to +30.0; noise reaches 2.1",
        "row 1, column 1: -4.9 points, from +6.1 to +1.2; noise reaches 2.1",
        "",
      ].join("\n"),
    )
  })

  it("ends with 0 where nothing changed beyond the noise", async () => {
    const { a, b } = saved({ a: of([0.061, 0.1]), b: of([0.06, 0.1]) })
    const { code, out } = await run(a, b)
    expect(code).toBe(0)
    expect(out).toContain("The set-up is the same.\n\nNone of 2 squares changed beyond the noise.\n")
    expect(await run(a, b, "--quiet")).toEqual({ code: 0, out: "", err: "" })
  })

  it("ends with 1 where numbers differ and no evidence tells noise from change", async () => {
    const { a, b } = saved({ a: makeExplanation({ effects: [0.1, 0.2] }), b: makeExplanation({ effects: [0.2, 0.2] }) })
    const { code, out } = await run(a, b)
    expect(code).toBe(1)
    expect(out).toContain("Nothing tells which differences are more than noise: gather evidence for both.\n")
    expect((await run(a, a)).code).toBe(0)
  })

  it("prints the comparison as JSON and nothing else", async () => {
    const { a, b } = saved({ a: of([0.061, 0.1]), b: of([0.012, 0.1]) })
    const { code, out } = await run(a, b, "--json")
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      format: "gridexplainer-comparison",
      version: 2,
      verdict: "changed",
      changed: [0],
    })
  })

  it("draws three maps into a file, over the photo, and writes the comparison as JSON", async () => {
    const pixelsOf = async (record: Explanation): Promise<Explanation> => ({
      ...record,
      picture: { ...record.picture, pixelsSha256: (await pixelsSha256(picture))! },
    })
    const { a, b, folder } = saved({ a: await pixelsOf(of([0.061, 0.1])), b: await pixelsOf(of([0.012, 0.1])) })
    const photo = `${folder}/photo.png`
    writeFileSync(photo, await imageToPng(picture))
    const drawn = await run(a, b, "--output", `${folder}/diff.svg`, "--image", photo, "--theme", "dark")
    expect({ code: drawn.code, err: drawn.err }).toEqual({ code: 1, err: "" })
    expect(drawn.out).toMatch(/\n\nWritten: \S+diff\.svg\n$/)
    const svg = readFileSync(`${folder}/diff.svg`, "utf8")
    expect(svg).toContain("B − A, in points")
    expect(svg).toContain("data:image/png")
    await run(a, b, "--output", `${folder}/diff.png`, "--quiet")
    expect(readFileSync(`${folder}/diff.png`).subarray(1, 4).toString()).toBe("PNG")
    await run(a, b, "-o", `${folder}/diff.json`)
    expect(JSON.parse(readFileSync(`${folder}/diff.json`, "utf8"))).toMatchObject({ changed: [0] })
  })

  it("says where the photo has other pixels than were explained, and refuses one of another size", async () => {
    const other = { ...picture, data: new Uint8Array(72) }
    const record = of([0.061, 0.1])
    const known = { ...record, picture: { ...record.picture, pixelsSha256: (await pixelsSha256(picture))! } }
    const { a, folder } = saved({ a: known })
    const [photo, small] = [`${folder}/photo.png`, `${folder}/small.png`]
    writeFileSync(photo, await imageToPng(other))
    writeFileSync(small, await imageToPng({ ...other, width: 3, height: 8 }))
    const { code, err } = await run(a, a, "-o", `${folder}/x.svg`, "--image", photo)
    expect(code).toBe(0)
    expect(err).toMatch(/photo\.png: its pixels are not those that were explained\n$/)
    expect(await run(a, a, "-o", `${folder}/y.svg`, "--image", small)).toMatchObject({
      code: 2,
      err: expect.stringContaining(
        "--image must be the picture that was explained, of 6 x 4 pixels, got 3 x 8",
      ) as string,
    })
    expect(existsSync(`${folder}/y.svg`)).toBe(false)
  })

  it("ends with 2 for what cannot be compared, read or written, so that 1 always means a change", async () => {
    const { a, b, folder } = saved({ a: of([0.061, 0.1]), b: of([0.1]) })
    writeFileSync(`${folder}/other.json`, "{}")
    const wrong: readonly (readonly [words: readonly string[], problem: string])[] = [
      [[a, b], "both explanations must have the same regions, got 1 x 2 squares and 1 x 1 squares"],
      [[a, `${folder}/nowhere.json`], "does not exist"],
      [[a, `${folder}/other.json`], "other.json: expected an explanation"],
      [[a], "missing required argument 'b'"],
      [[a, a, "-o", a], "--output would replace"],
      [[a, a, "-o", `${folder}/x.gif`], "--output must end in .png, .svg or .json"],
      [[a, a, "-o", `${folder}/nowhere/x.png`], "nowhere"],
      [[a, a, "--theme", "dark"], "--theme changes drawings"],
      [[a, a, "-o", `${folder}/x.json`, "--image", "cat.jpg"], "--image changes drawings"],
      [[a, a, "-o", `${folder}/x.svg`, "--image", `${folder}/cat.jpg`], "does not exist"],
    ]
    for (const [words, problem] of wrong) {
      const { code, out, err } = await run(...words)
      expect({ words, code, out }).toEqual({ words, code: 2, out: "" })
      expect(err).toContain(problem)
    }
  })

  it("keeps its help within 80 columns, with examples and exit codes", async () => {
    const { out } = await run("--help")
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(80)
    expect(out).toContain("gridexplainer diff before.json after.json --output diff.png")
    expect(out).toContain("Exit codes, as those of diff: 0 nothing changed")
  })
})
