import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import sharp from "sharp"
import { describe, expect, it } from "vitest"
import { saveExplanation } from "../../../src/node/files/save-explanation.ts"
import { readImage } from "../../../src/node/pictures/read-image.ts"
import { drawExplanation } from "../../../src/node/pictures/sharp-codec.ts"
import { parse, toCsv, toMarkdown, toNpy } from "../../../src/report/index.ts"
import type { Image } from "../../../src/types.ts"
import { makeExplanation } from "../../render/make-explanation.ts"
import { problemOf } from "../support/problem-of.ts"
import { temporaryFolder } from "../support/temporary-folder.ts"

const grey = (data: Image["data"]): Image => ({ width: data.length, height: 1, channels: 1, data })

/** The levels of the photo that the drawing carries. */
async function drawn(photo: Image): Promise<number[]> {
  const path = join(temporaryFolder(), "drawing.svg")
  await saveExplanation(path, makeExplanation({ effects: [0.3], picture: photo }), { photo })
  const [, png = ""] = /data:image\/png;base64,([^"]+)/.exec(readFileSync(path, "utf8")) ?? []
  const { image } = await readImage(Buffer.from(png, "base64"))
  return [...image.data].filter((_, i) => i % image.channels === 0)
}

describe("saveExplanation draws a photo", () => {
  it.each<[string, Image["data"], readonly number[]]>([
    ["bytes as they are, however dark", Uint8Array.of(0, 1, 1), [0, 1, 1]],
    ["levels as they are", Float32Array.of(0, 0.6, 100, 200), [0, 1, 100, 200]],
    ["floats from 0 to 1 as shares of white", Float32Array.of(0, 0.2, 1), [0, 51, 255]],
    ["floats from 0 to 1 without stretching them", Float64Array.of(0.2, 0.4), [51, 102]],
    ["floats from -1 to 1 stretched", Float32Array.of(-1, -0.2, 0.6, 1), [0, 102, 204, 255]],
    ["floats beyond 255 stretched", Float64Array.of(0, 510, 2550), [0, 51, 255]],
    ["a single level that is none as black", Float32Array.of(-3, -3), [0, 0]],
  ])("%s", async (_, data, levels) => expect(await drawn(grey(data))).toEqual(levels))

  it("only where it is one", async () => {
    expect(await problemOf(() => drawn(grey(Float32Array.of(0, Number.NaN))))).toBe(
      "RangeError: photo pixels must be finite, got NaN at index 1",
    )
  })
})

describe("saveExplanation", () => {
  const explanation = makeExplanation({ effects: [0.3, -0.05] })

  it.each(["drawing.svg", "drawing.SVG"])("writes %s as drawExplanation draws it, with its options", async (name) => {
    const path = join(temporaryFolder(), name)
    const options = { layout: "alone", theme: "dark", palette: "RdBu", map: "smooth", width: 640 } as const
    await saveExplanation(path, explanation, options)
    expect(readFileSync(path, "utf8")).toBe(await drawExplanation(explanation, options))
  })

  it.each(["drawing.png", "drawing.PNG"])("writes %s as wide as the drawing", async (name) => {
    const path = join(temporaryFolder(), name)
    await saveExplanation(path, explanation, { width: 640 })
    expect(await sharp(path).metadata()).toMatchObject({ format: "png", width: 640 })
  })

  it("writes the record, from which the explanation can be read again", async () => {
    const path = join(temporaryFolder(), "record.json")
    await saveExplanation(path, explanation)
    expect(parse(readFileSync(path, "utf8"))).toEqual(explanation)
  })

  it.each<[string, string | Uint8Array]>([
    ["table.csv", toCsv(explanation)],
    ["page.MD", toMarkdown(explanation)],
    ["map.npy", toNpy(explanation, { of: "map" })],
    ["coffee.effects.npy", toNpy(explanation, { of: "effects" })],
    ["effects.npy", toNpy(explanation, { of: "map" })],
  ])("writes %s as its ending says", async (name, content) => {
    const path = join(temporaryFolder(), name)
    await saveExplanation(path, explanation)
    expect(new Uint8Array(readFileSync(path))).toEqual(new Uint8Array(Buffer.from(content)))
  })

  it.each(["drawing.jpg", "drawing", "drawing.svgz", ".npy"])("refuses %s and writes nothing", async (name) => {
    const path = join(temporaryFolder(), name)
    expect(await problemOf(() => saveExplanation(path, explanation))).toBe(
      `RangeError: an explanation is saved as .png, .svg, .html, .json, .csv, .md, .npy, .effects.npy, got ${path}`,
    )
    expect(existsSync(path)).toBe(false)
  })
})
