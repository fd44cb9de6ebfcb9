import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { readImage } from "../../src/node/pictures/read-image.ts"

/** What Pillow reads from one of the small pictures; `pictures/make.py` wrote it down. */
interface PillowReading {
  readonly mode: string
  readonly width: number
  readonly height: number
  /** Of the RGB bytes. */
  readonly sha256: string
  readonly upperBytes?: string
  readonly rgb?: string
  readonly srgb?: string
}

const folder = fileURLToPath(new URL("pictures/", import.meta.url))
const pillow: { readonly pillow: string; readonly files: Readonly<Record<string, PillowReading>> } = JSON.parse(
  readFileSync(`${folder}pillow.json`, "utf8"),
)
const names = Object.keys(pillow.files)

/** Their decoders, or their rules, differ: each has a test of its own below. */
const different = ["grey-16.png", "grey-16.tif", "444.avif", "420.avif", "alpha.avif"]

const sha256 = (data: ArrayLike<number>) => createHash("sha256").update(Uint8Array.from(data)).digest("hex")

/** The mean and the largest difference between levels. */
function distance(levels: ArrayLike<number>, base64: string): { mean: number; most: number } {
  const expected = Buffer.from(base64, "base64")
  expect(levels.length).toBe(expected.length)
  const differences = Array.from(expected, (level, i) => Math.abs(level - levels[i]!))
  return { mean: differences.reduce((sum, d) => sum + d, 0) / differences.length, most: Math.max(...differences) }
}

describe(`against Pillow ${pillow.pillow}`, () => {
  it("has pictures of all kinds", () => {
    for (const [ending, count] of [
      ["jpg", 18],
      ["png", 18],
      ["webp", 6],
      ["gif", 4],
      ["tif", 18],
      ["avif", 3],
    ] as const)
      expect(names.filter((name) => name.endsWith(`.${ending}`)).length).toBeGreaterThanOrEqual(count)
  })

  it.each(names.filter((name) => !different.includes(name)))("reads the very same bytes from %s", async (name) => {
    const { image } = await readImage(`${folder}${name}`, { colorManagement: "ignore" })
    const { width, height, sha256: expected } = pillow.files[name]!
    expect({ ...image, data: sha256(image.data) }).toEqual({ width, height, channels: 3, data: expected })
  })

  // Pillow's convert("RGB") makes every level of 256 and more white.
  it.each(["grey-16.png", "grey-16.tif"])("takes the upper byte of %s, where Pillow gives white", async (name) => {
    const { image } = await readImage(`${folder}${name}`, { colorManagement: "ignore" })
    expect(sha256(image.data)).toBe(pillow.files[name]!.upperBytes)
    expect(sha256(image.data)).not.toBe(pillow.files[name]!.sha256)
  })

  // 4:4:4 differs by rounding alone. With fewer colours than pixels, Pillow's decoder smooths between them and libheif repeats them.
  it.each([
    ["444.avif", 0.3, 1],
    ["420.avif", 5, 64],
    ["alpha.avif", 3, 48],
  ])("reads %s with a mean difference of at most %d levels, the largest %d", async (name, mean, most) => {
    const { image } = await readImage(`${folder}${name}`, { colorManagement: "ignore" })
    const found = distance(image.data, pillow.files[name]!.rgb!)
    expect(found.mean).toBeLessThanOrEqual(mean)
    expect(found.most).toBeLessThanOrEqual(most)
  })

  it("converts a colour profile within one level of LittleCMS", async () => {
    const { image, notes } = await readImage(`${folder}display-p3.png`)
    const found = distance(image.data, pillow.files["display-p3.png"]!.srgb!)
    expect(found.most).toBeLessThanOrEqual(1)
    expect(notes).toEqual(["its colour profile (Display P3) was converted to sRGB"])
    const ignored = await readImage(`${folder}display-p3.png`, { colorManagement: "ignore" })
    expect(distance(ignored.image.data, pillow.files["display-p3.png"]!.srgb!).most).toBeGreaterThan(20)
  })
})
