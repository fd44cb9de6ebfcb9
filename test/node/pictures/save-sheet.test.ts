import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import sharp from "sharp"
import { describe, expect, it } from "vitest"
import type { Explanation } from "../../../src/explanation.ts"
import { readImage } from "../../../src/node/pictures/read-image.ts"
import { saveSheet } from "../../../src/node/pictures/save-sheet.ts"
import { renderSheet } from "../../../src/render/index.ts"
import type { Image } from "../../../src/types.ts"
import { makeExplanation } from "../../render/make-explanation.ts"
import { all, num, parseSvg } from "../../render/parse-svg.ts"
import { problemOf } from "../support/problem-of.ts"
import { temporaryFolder } from "../support/temporary-folder.ts"

const photo: Image = { width: 900, height: 600, channels: 1, data: new Uint8Array(540_000).fill(90) }
const named = (name: string): Explanation => {
  const explanation = makeExplanation({ effects: [0.3, -0.1], picture: photo })
  return { ...explanation, picture: { ...explanation.picture, name } }
}
const entries = [{ explanation: named("a.png"), photo }, { explanation: named("b.png") }]

describe("saveSheet", () => {
  it("writes an SVG with the photos that it is given, no larger than a tile needs", async () => {
    const path = join(temporaryFolder(), "sheet.svg")
    await saveSheet(path, entries)
    const [image, ...others] = all(parseSvg(readFileSync(path, "utf8")), "image")
    expect(others).toEqual([])
    const stored = await readImage(Buffer.from(image!.attributes.href!.replace(/^.*,/, ""), "base64"))
    expect([stored.image.width, stored.image.height]).toEqual([680, 453])
    expect(stored.image.data[0]).toBe(90)
  })

  it("draws what renderSheet draws, with its options", async () => {
    const path = join(temporaryFolder(), "sheet.svg")
    const plain = entries.map(({ explanation }) => ({ explanation }))
    const options = { columns: 1, theme: "dark", palette: "RdBu", map: "smooth", width: 600 } as const
    await saveSheet(path, plain, options)
    expect(readFileSync(path, "utf8")).toBe(renderSheet(plain, options))
  })

  it("writes a PNG as wide as the drawing", async () => {
    const path = join(temporaryFolder(), "sheet.PNG")
    await saveSheet(path, entries, { width: 500 })
    expect(await sharp(path).metadata()).toMatchObject({ format: "png", width: 500 })
  })

  it("refuses other endings, no entries and mixed units, and leaves no file behind", async () => {
    const folder = temporaryFolder()
    const save = (name: string, list = entries) => problemOf(() => saveSheet(join(folder, name), list))
    expect(await save("sheet.jpg")).toBe(
      `RangeError: a sheet is saved as .png or .svg, got ${join(folder, "sheet.jpg")}`,
    )
    expect(await save("sheet.json")).toContain("RangeError: a sheet is saved as")
    expect(await save("none.svg", [])).toBe("RangeError: a sheet needs at least one explanation, got none")
    const logit = { explanation: makeExplanation({ effects: [1], scale: "logit" }) }
    expect(await save("mixed.svg", [...entries, logit])).toBe(
      "RangeError: a sheet shows one unit, got points and logits",
    )
    for (const name of ["sheet.jpg", "sheet.json", "none.svg", "mixed.svg"])
      expect(existsSync(join(folder, name))).toBe(false)
  })

  it("is a page of its own width where none is asked for", async () => {
    const path = join(temporaryFolder(), "sheet.svg")
    await saveSheet(path, entries)
    const svg = parseSvg(readFileSync(path, "utf8"))
    expect(num(svg, "width")).toBe(Number(svg.attributes.viewBox!.split(" ")[2]))
  })
})
