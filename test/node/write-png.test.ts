import { createHash } from "node:crypto"
import { fileURLToPath } from "node:url"
import sharp from "sharp"
import { describe, expect, it } from "vitest"
import { imageToPng } from "../../src/node/pictures/image-to-png.ts"
import { readImage } from "../../src/node/pictures/read-image.ts"
import { svgToPng } from "../../src/node/pictures/svg-to-png.ts"
import type { Image } from "../../src/types.ts"
import { problemOf } from "./support/problem-of.ts"

const svg = (content: string, size = 'width="40" height="20"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${content}</svg>`

/** The pixels of a drawing that are not white, as a share. */
async function ink(content: string): Promise<number> {
  const { image } = await readImage(await svgToPng(svg(content)))
  return image.data.filter((level) => level < 255).length / image.data.length
}

async function levelsOf(png: Uint8Array, channels: number): Promise<number[]> {
  const decoded = sharp(png).toColourspace(channels === 1 ? "b-w" : "srgb")
  return [...(await decoded.raw().toBuffer())]
}

describe("svgToPng", () => {
  it("draws shapes at the drawing's own size", async () => {
    const { image } = await readImage(await svgToPng(svg('<rect x="20" width="20" height="20" fill="#f00"/>')))
    expect([image.width, image.height]).toEqual([40, 20])
    expect([...image.data.subarray(0, 3)]).toEqual([255, 255, 255])
    expect([...image.data.subarray(39 * 3, 40 * 3)]).toEqual([255, 0, 0])
  })

  it("draws it at another width, and the height follows", async () => {
    expect(await sharp(await svgToPng(svg(""), { width: 100 })).metadata()).toMatchObject({ width: 100, height: 50 })
  })

  it.each(["Egyptian cat", "− Δ → ✓ é ž"])("sets text without any font of the computer: %s", async (text) => {
    for (const letter of text.replaceAll(" ", ""))
      expect(await ink(`<text x="2" y="16" font-size="16" font-family="sans-serif">${letter}</text>`)).toBeGreaterThan(
        0.005,
      )
    expect(await ink(`<text x="2" y="16" font-family="A Font That Nobody Has">${text}</text>`)).toBeGreaterThan(0.01)
  })

  it("has a bold font of its own", async () => {
    const word = (weight: string) =>
      ink(`<text x="2" y="16" font-family="DejaVu Sans" font-weight="${weight}">cat</text>`)
    expect(await word("bold")).toBeGreaterThan((await word("normal")) * 1.1)
  })

  it("gives the same bytes every time", async () => {
    const drawing = svg('<text x="2" y="16">cat</text>')
    const [first, second] = [await svgToPng(drawing), await svgToPng(drawing)]
    expect(createHash("sha256").update(first).digest("hex")).toBe(createHash("sha256").update(second).digest("hex"))
  })

  it("shows pictures that the drawing carries and opens none on the disk", async () => {
    const red = await imageToPng({ width: 1, height: 1, channels: 3, data: Uint8Array.of(255, 0, 0) })
    const uri = `data:image/png;base64,${Buffer.from(red).toString("base64")}`
    expect(await ink(`<image href="${uri}" width="20" height="20"/>`)).toBeGreaterThan(0.3)
    const file = fileURLToPath(new URL("../../examples/coffee.png", import.meta.url))
    for (const href of [
      `"${file}"`,
      `'${file}'`,
      `" ${file}"`,
      `"file://${file}"`,
      '"https://example.org/a.png"',
      '"a.png"',
    ])
      expect(await problemOf(() => svgToPng(svg(`<image href=${href} width="20" height="20"/>`)))).toMatch(
        /^RangeError: a drawing must carry its pictures as data: URIs, got /,
      )
    expect(await problemOf(() => svgToPng(svg(`<image xlink:href = "${file}"/>`)))).toMatch(
      /^RangeError: a drawing must/,
    )
  })

  it.each([0, -1, 1.5, Number.NaN, 16_385, Number.POSITIVE_INFINITY])("refuses the width %d", async (width) => {
    expect(await problemOf(() => svgToPng(svg(""), { width }))).toBe(
      `RangeError: width must be an integer from 1 to 16384, got ${width}`,
    )
  })

  it("refuses what is no drawing and what is too large to draw", async () => {
    expect(await problemOf(() => svgToPng("cat"))).toMatch(/^RangeError: the drawing must be an SVG: /)
    expect(await problemOf(() => svgToPng(""))).toMatch(/^RangeError: the drawing must be an SVG: /)
    expect(await problemOf(() => svgToPng(svg("", 'width="20000" height="20000"')))).toBe(
      "RangeError: a drawing may have at most 100 million pixels, got 400 million",
    )
    expect(await problemOf(() => svgToPng(svg("", 'width="1" height="1000"'), { width: 1000 }))).toContain(
      "got 1000 million",
    )
  })
})

describe("imageToPng", () => {
  it.each<[string, Image]>([
    ["grey", { width: 3, height: 1, channels: 1, data: Uint8Array.of(0, 128, 255) }],
    ["RGB", { width: 1, height: 2, channels: 3, data: Uint8Array.of(1, 2, 3, 4, 5, 6) }],
    ["RGB and alpha", { width: 1, height: 1, channels: 4, data: Uint8Array.of(1, 2, 3, 4) }],
  ])("keeps %s levels exactly", async (_, image) => {
    const png = await imageToPng(image)
    const { width, height, channels } = await sharp(png).metadata()
    expect([width, height, channels]).toEqual([image.width, image.height, image.channels])
    expect(await levelsOf(png, channels)).toEqual([...image.data])
  })

  it("rounds fractions and cuts off what lies outside 0 to 255", async () => {
    const image: Image = { width: 5, height: 1, channels: 1, data: Float32Array.of(-7, 0.4, 0.6, 254.6, 300) }
    expect(await levelsOf(await imageToPng(image), 1)).toEqual([0, 0, 1, 255, 255])
  })

  it("gives the same bytes every time", async () => {
    const { image } = await readImage("examples/coffee.png")
    expect(Buffer.compare(await imageToPng(image), await imageToPng(image))).toBe(0)
  })

  it("refuses what is no picture", async () => {
    const wrong = { width: 2, height: 2, channels: 3, data: new Uint8Array(5) } as const
    expect(await problemOf(() => imageToPng(wrong))).toBe(
      "RangeError: image pixels must be 12 values (width x height x channels), got 5",
    )
  })
})
