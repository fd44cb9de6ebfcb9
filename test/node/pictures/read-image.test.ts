import { createHash } from "node:crypto"
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import fc from "fast-check"
import sharp, { type Sharp } from "sharp"
import { describe, expect, it } from "vitest"
import { GridExplainerError } from "../../../src/errors.ts"
import { readImage } from "../../../src/node/pictures/read-image.ts"
import type { Image } from "../../../src/types.ts"
import { problemOf } from "../support/problem-of.ts"
import { temporaryFolder } from "../support/temporary-folder.ts"

const coffee = "examples/coffee.png"

/** A grey level for each letter, far apart. */
const levels: Readonly<Record<string, number>> = { a: 10, b: 60, c: 110, d: 160, e: 210, f: 250 }

/** A picture of grey squares: `"abc def"` is two rows of three squares with a side of `scale` pixels. */
function squares(text: string, scale = 1): Sharp {
  const rows = text.split(" ")
  const [height, width] = [rows.length * scale, rows[0]!.length * scale]
  const at = (x: number, y: number) => levels[rows[Math.floor(y / scale)]![Math.floor(x / scale)]!]!
  const data = Uint8Array.from({ length: width * height * 3 }, (_, i) => {
    const pixel = Math.floor(i / 3)
    return at(pixel % width, Math.floor(pixel / width))
  })
  return sharp(data, { raw: { width, height, channels: 3 } })
}

/** Reads such a picture back as letters, from the middle of each square. */
function lettersOf(image: Image, scale = 1): string {
  const rows = Array.from({ length: image.height / scale }, (_, row) =>
    Array.from({ length: image.width / scale }, (_, column) => {
      const [x, y] = [column * scale + Math.floor(scale / 2), row * scale + Math.floor(scale / 2)]
      const level = image.data[(y * image.width + x) * 3]!
      return Object.keys(levels).find((letter) => Math.abs(levels[letter]! - level) <= 4) ?? "?"
    }).join(""),
  )
  return rows.join(" ")
}

/** A picture that hardly packs, so that every part of its file counts. */
function grain(): Sharp {
  const data = Uint8Array.from({ length: 16 * 16 * 3 }, (_, i) => (i * i * 31 + i * 17) % 256)
  return sharp(data, { raw: { width: 16, height: 16, channels: 3 } })
}

function png(channels: 1 | 2 | 3 | 4, ...data: number[]): Promise<Buffer> {
  return sharp(Uint8Array.from(data), { raw: { width: data.length / channels, height: 1, channels } })
    .png()
    .toBuffer()
}

const levelsOf = async (file: Uint8Array) => [...(await readImage(file)).image.data]

describe("readImage", () => {
  it("reads a path, a file: URL and bytes alike", async () => {
    const path = join(temporaryFolder(), "two pixels.png")
    const bytes = await png(3, 1, 2, 3, 4, 5, 6)
    writeFileSync(path, bytes)
    const photo = await readImage(path)
    expect(photo.image).toEqual({ width: 2, height: 1, channels: 3, data: Uint8Array.of(1, 2, 3, 4, 5, 6) })
    expect(photo.name).toBe("two pixels.png")
    expect(await readImage(pathToFileURL(path))).toEqual(photo)
    expect({ ...(await readImage(bytes)), name: "two pixels.png" }).toEqual(photo)
  })

  it("says which file it was", async () => {
    const { fileSha256 } = await readImage(coffee)
    expect(fileSha256).toBe("cc02f8ca188b167c775a7101b5d767d1e71792cf762c33d6fa15a4599b5a8de7")
  })

  // The EXIF standard says where the stored first row and first column belong: 6 means right and top, and so on.
  describe("turns pictures upright, stored as abc/def with the EXIF orientation", () => {
    const upright = ["abc def", "cba fed", "fed cba", "def abc", "ad be cf", "da eb fc", "fc eb da", "cf be ad"]
    it.each(upright.map((text, i) => [i + 1, text] as const))("%i: %s", async (orientation, text) => {
      const stored = (scale: number) => squares("abc def", scale).withMetadata({ orientation })
      expect(lettersOf((await readImage(await stored(1).png().toBuffer())).image)).toBe(text)
      expect(lettersOf((await readImage(await stored(1).webp({ lossless: true }).toBuffer())).image)).toBe(text)
      expect(lettersOf((await readImage(await stored(16).jpeg().toBuffer())).image, 16)).toBe(text)
    })
  })

  it("gives three channels, whatever the file has", async () => {
    expect(await levelsOf(await png(1, 7, 200))).toEqual([7, 7, 7, 200, 200, 200])
    const palette = await squares("abc def").png({ palette: true, colours: 8 }).toBuffer()
    expect(lettersOf((await readImage(palette)).image)).toBe("abc def")
    const cmyk = await squares("ab", 16).toColourspace("cmyk").jpeg().toBuffer()
    expect((await sharp(cmyk).metadata()).channels).toBe(4)
    expect((await readImage(cmyk)).image).toMatchObject({ width: 32, height: 16, channels: 3 })
  })

  it("lays transparent pixels on white, or on a background", async () => {
    const file = await png(4, 200, 100, 0, 255, 200, 100, 0, 0, 200, 100, 0, 51)
    // 51 is a fifth: 200/5 + 255*4/5 = 244, 100/5 + 204 = 224, 0 + 204 = 204
    expect(await levelsOf(file)).toEqual([200, 100, 0, 255, 255, 255, 244, 224, 204])
    const { image } = await readImage(file, { background: [0, 10, 100] })
    expect([...image.data]).toEqual([200, 100, 0, 0, 10, 100, 40, 28, 80])
    expect(await levelsOf(await png(2, 9, 0, 9, 255))).toEqual([255, 255, 255, 9, 9, 9])
  })

  it("brings 16 bits to 8", async () => {
    const wide = Uint16Array.of(0, 65535, 128 * 257, 257, 0, 2 * 257)
    const file = await sharp(wide, { raw: { width: 2, height: 1, channels: 3 } })
      .toColourspace("rgb16")
      .png()
      .toBuffer()
    expect((await sharp(file).metadata()).depth).toBe("ushort")
    expect(await levelsOf(file)).toEqual([0, 255, 128, 1, 0, 2])
    const grey = await sharp(Uint16Array.of(65535, 7 * 257), { raw: { width: 2, height: 1, channels: 1 } })
      .toColourspace("grey16")
      .png()
      .toBuffer()
    expect(await sharp(grey).metadata()).toMatchObject({ depth: "ushort", channels: 1 })
    expect(await levelsOf(grey)).toEqual([255, 255, 255, 7, 7, 7])
  })

  it("converts an embedded profile to sRGB, or ignores it", async () => {
    const file = await sharp(Uint8Array.of(230, 60, 40), { raw: { width: 1, height: 1, channels: 3 } })
      .withIccProfile("p3")
      .png()
      .toBuffer()
    const converted = await levelsOf(file)
    for (const [i, level] of [230, 60, 40].entries()) expect(Math.abs(converted[i]! - level)).toBeLessThanOrEqual(2)
    // Display P3 has a stronger red, and so writes the same colour with less of it.
    const { image } = await readImage(file, { colorManagement: "ignore" })
    expect(image.data[0]).toBeLessThan(220)
  })

  // SHA-256 of the bytes that Pillow 13.0.0 gives: Image.open(path).convert("RGB").tobytes()
  it.each([
    ["chelsea.png", "416b729128bfb2c3"],
    ["coffee.png", "0ce2b51640b9c95f"],
    ["rocket.jpg", "3d4435cc745752b7"],
    ["astronaut.png", "a8c429c18afa7b0f"],
  ])("reads the very pixels that Pillow reads from %s", async (name, sha256) => {
    const { image } = await readImage(`examples/${name}`, { colorManagement: "ignore" })
    expect(createHash("sha256").update(image.data).digest("hex")).toMatch(new RegExp(`^${sha256}`))
  })

  it("takes the first picture of an animation", async () => {
    const film = await sharp([await png(3, 10, 10, 10), await png(3, 200, 200, 200)], { join: { animated: true } })
      .webp({ lossless: true })
      .toBuffer()
    expect((await sharp(film).metadata()).pages).toBe(2)
    expect(await levelsOf(film)).toEqual([10, 10, 10])
  })

  it("names the file in every message, and says what to do", async () => {
    const folder = temporaryFolder()
    const path = join(folder, "a.jpg")
    writeFileSync(path, "BM1234\0\0\0\0")
    mkdirSync(join(folder, "b.jpg"))
    writeFileSync(join(folder, "d.jpg"), "")
    expect(await problemOf(() => readImage(path))).toBe(
      `IMAGE_UNSUPPORTED: the picture ${path} should be a JPEG, PNG, WebP, AVIF, GIF or TIFF, but it is a BMP picture. Save it as PNG or JPEG first.`,
    )
    expect(await problemOf(() => readImage(join(folder, "b.jpg")))).toMatch(
      /b\.jpg is a folder, not a file\. Name a picture in it\.$/,
    )
    expect(await problemOf(() => readImage(join(folder, "c.jpg")))).toMatch(
      /^FILE_UNREADABLE: .*c\.jpg does not exist\. Check how it is spelled, and the folder\.$/,
    )
    expect(await problemOf(() => readImage(join(folder, "d.jpg")))).toMatch(/d\.jpg is empty\. Copy or download it/)
  })

  it("calls bytes by the name that they are given", async () => {
    expect((await readImage(await png(3, 1, 2, 3), { name: "standard input" })).name).toBe("standard input")
    expect(await readImage(await png(3, 1, 2, 3))).not.toHaveProperty("name")
    const page = new TextEncoder().encode("<html>")
    expect(await problemOf(() => readImage(page, { name: "https://example.org/cat.jpg" }))).toContain(
      "the picture https://example.org/cat.jpg should be a JPEG",
    )
    expect(await problemOf(() => readImage(page))).toContain("the picture should be a JPEG")
  })

  it.each(["png", "jpeg", "webp", "gif", "tiff", "avif"] as const)(
    "never gives half of a %s that was cut short",
    async (format) => {
      const whole = await grain().toFormat(format, { lossless: true }).toBuffer()
      const right = await levelsOf(whole)
      for (let length = 1; length < whole.length; length++) {
        const problem = await problemOf(async () => {
          // A missing end mark behind the last pixel is no loss.
          expect(await levelsOf(whole.subarray(0, length))).toEqual(right)
        })
        expect(problem).toMatch(/^(IMAGE_UNREADABLE: the picture is (damaged|cut short)|IMAGE_UNSUPPORTED|no problem)/)
        if (length < whole.length - 20) expect(problem).not.toBe("no problem")
      }
    },
  )

  it.each(["png", "jpeg", "webp", "gif", "tiff", "avif"] as const)(
    "meets a damaged %s with a clear error or always the same picture",
    async (format) => {
      const whole = await grain().toFormat(format).toBuffer()
      await fc.assert(
        fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (place, change) => {
          const damaged = Uint8Array.from(whole)
          damaged[place]! ^= change
          const first = await readImage(damaged, { maxPixels: 20_000 }).catch((error: unknown) => error)
          if (first instanceof Error) expect(first).toBeInstanceOf(GridExplainerError)
          else expect(await readImage(damaged, { maxPixels: 20_000 })).toEqual(first)
        }),
        { numRuns: 150 },
      )
    },
  )

  it("tells callers what it expects", async () => {
    expect(await problemOf(() => readImage("https://example.org/cat.png"))).toContain(
      "RangeError: a picture must be a path",
    )
    expect(await problemOf(() => readImage(new URL("https://example.org/cat.png")))).toContain(
      "RangeError: a picture must",
    )
    expect(await problemOf(() => readImage("data:image/png;base64,iVBOR"))).toContain("RangeError: a picture must be")
    expect(await problemOf(() => readImage(coffee, { colorManagement: "convert" as "srgb" }))).toBe(
      "RangeError: colorManagement must be srgb or ignore, got convert",
    )
    expect(await problemOf(() => readImage(coffee, { maxPixels: 0 }))).toContain(
      "RangeError: maxPixels must be an integer",
    )
    expect(await problemOf(() => readImage(coffee, { maxBytes: 1.5 }))).toContain(
      "RangeError: maxBytes must be an integer",
    )
    for (const background of [
      [1, 2],
      [0, 0, 256],
      [-1, 0, 0],
      [Number.NaN, 0, 0],
    ])
      expect(await problemOf(() => readImage(coffee, { background: background as [number, number, number] }))).toBe(
        `RangeError: background must be three levels from 0 to 255, got [${background.join(", ")}]`,
      )
  })
})
