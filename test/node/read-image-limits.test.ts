import { deflateSync } from "node:zlib"
import sharp from "sharp"
import { describe, expect, it } from "vitest"
import { MAX_PAGES } from "../../src/node/pictures/headers/tiff-facts.ts"
import { trimPng } from "../../src/node/pictures/headers/trim-png.ts"
import { readImage } from "../../src/node/pictures/read-image.ts"
import { restrictDecoders } from "../../src/node/pictures/restrict-decoders.ts"
import { letters, makePng, makeTiff, packedText, pngChunk } from "./support/make-files.ts"
import { problemOf } from "./support/problem-of.ts"

const sizeOf = async (file: Uint8Array) => {
  const { width, height } = (await readImage(file)).image
  return [width, height]
}

/** A GIF of one white pixel on a page of any size. */
function gif(width: number, height: number): Buffer {
  const file = Buffer.from(letters("GIF89a\0\0\0\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\0\0\0\0\0\x02\x02D\x01\0;"))
  for (const at of [6, 24]) file.writeUInt16LE(width, at)
  for (const at of [8, 26]) file.writeUInt16LE(height, at)
  return file
}

describe("a picture of too many pixels", () => {
  it("is refused by its header, however small its file", async () => {
    const bomb = makePng({ width: 30_000, height: 30_000 })
    expect(bomb.length).toBeLessThan(150_000)
    expect(await problemOf(() => readImage(bomb))).toBe(
      "IMAGE_UNSUPPORTED: the picture has 30000 x 30000 pixels, at most 50 million are read. Make it smaller first; models look at far fewer pixels.",
    )
  })

  it("costs little memory: unpacked it would be 900 million bytes and more", async () => {
    const bomb = makePng({ width: 30_000, height: 30_000 })
    const before = process.resourceUsage().maxRSS
    expect(await problemOf(() => readImage(bomb))).toContain("30000 x 30000")
    expect(process.resourceUsage().maxRSS - before).toBeLessThan(100 * 1024)
  })

  it.each([
    ["GIF", async () => gif(65_535, 65_535), "65535 x 65535"],
    ["TIFF", async () => makeTiff({ width: 200_000, height: 200_000, pixels: Buffer.alloc(9) }), "200000 x 200000"],
    [
      "TIFF",
      async () => makeTiff({ width: 2 ** 32 - 1, height: 2 ** 32 - 1, pixels: Buffer.alloc(9) }),
      "4294967295 x",
    ],
    ["PNG", async () => makePng({ width: 2 ** 31 - 1, height: 2 ** 31 - 1, pixels: Buffer.alloc(9) }), "2147483647 x"],
    ["JPEG", () => withSize("jpeg"), "60000 x 60000"],
    ["WebP", () => withSize("webp"), "16000 x 16000"],
    ["AVIF", () => withSize("avif"), "4294967295 x 4294967295"],
  ])("whatever its format: %s", async (_, make, size) => {
    const file = await make()
    expect(await problemOf(() => readImage(file))).toContain(`the picture has ${size}`)
  })

  it("is one more than the limit", async () => {
    expect(await sizeOf(makePng({ width: 10_000, height: 5_000 }))).toEqual([10_000, 5_000])
    expect(await problemOf(() => readImage(makePng({ width: 10_001, height: 5_000 })))).toContain("10001 x 5000")
  })

  it("is what the caller says", async () => {
    const file = makePng({ width: 10, height: 10 })
    expect((await readImage(file, { maxPixels: 100 })).image.width).toBe(10)
    expect(await problemOf(() => readImage(file, { maxPixels: 99 }))).toContain("10 x 10 pixels, at most 99 are read")
    const large = makePng({ width: 10_000, height: 6_000 })
    expect((await readImage(large, { maxPixels: 60e6 })).image.width).toBe(10_000)
  })
})

describe("sides", () => {
  it.each([
    [1, 1],
    [1, 2],
    [3, 1],
    [1, 65_535],
    [65_535, 1],
  ])("of %i x %i are read", async (width, height) => {
    expect(await sizeOf(makePng({ width, height }))).toEqual([width, height])
    expect(await sizeOf(makeTiff({ width, height }))).toEqual([width, height])
    expect(await sizeOf(gif(width, height))).toEqual([width, height])
  })

  // A row of 50 million pixels takes a PNG decoder a gigabyte, a column 20 seconds.
  it.each([
    [1, 65_536],
    [65_536, 1],
    [1, 50e6],
    [50e6, 1],
  ])("of %i x %i are not", async (width, height) => {
    for (const file of [makePng({ width, height }), makeTiff({ width, height, pixels: Buffer.alloc(4) })])
      expect(await problemOf(() => readImage(file))).toBe(
        `IMAGE_UNSUPPORTED: the picture has ${width} x ${height} pixels, at most 65535 a side are read. Cut it into pieces first.`,
      )
  })

  it.each([
    [0, 0],
    [0, 1],
    [1, 0],
    [0, 65_535],
  ])("of %i x %i are damage", async (width, height) => {
    for (const file of [makePng({ width, height }), makeTiff({ width, height, pixels: Buffer.alloc(4) })])
      expect(await problemOf(() => readImage(file))).toMatch(/^IMAGE_UNREADABLE: the picture is (damaged|cut short)/)
  })
})

describe("bytes", () => {
  it("are counted before they are looked at", async () => {
    const file = makePng()
    expect(await sizeOf(file)).toEqual([8, 8])
    expect(await problemOf(() => readImage(file, { maxBytes: file.length - 1 }))).toBe(
      `IMAGE_UNSUPPORTED: the picture has ${file.length} bytes, at most ${file.length - 1} are read. Make it smaller first; models look at far fewer pixels.`,
    )
    expect(await problemOf(() => readImage("examples/coffee.png", { maxBytes: 1000 }))).toContain(
      "FILE_UNREADABLE: the picture examples/coffee.png has 466706 bytes, at most 1000 are read",
    )
    expect(await problemOf(() => readImage(new Uint8Array(2 ** 26 + 1)))).toContain("67108865 bytes, at most 67108864")
  })
})

describe("what a PNG carries besides its pixels", () => {
  it("is left out before the decoder unpacks it", async () => {
    const texts = [packedText(20e6), pngChunk("tEXt", "note\0a"), pngChunk("iTXt", "note"), pngChunk("abCd", "x")]
    expect(trimPng(makePng({ chunks: texts })).bytes).toEqual(makePng())
    const behind = Buffer.concat([makePng().subarray(0, -12), ...texts, pngChunk("IEND", "")])
    expect(trimPng(behind).bytes).toEqual(makePng())
    expect(await sizeOf(makePng({ chunks: texts }))).toEqual([8, 8])
  })

  it("stays where it says something about pixels", () => {
    for (const name of ["tRNS", "iCCP", "eXIf", "gAMA", "cHRM", "sRGB", "PLTE"]) {
      const file = makePng({ chunks: [pngChunk(name, "ab")] })
      expect([name, trimPng(file).bytes]).toEqual([name, file])
    }
  })

  it("may be a colour profile, but not one that unpacks to a huge size", async () => {
    const profile = (size: number) =>
      makePng({
        depth: 8,
        colour: 2,
        chunks: [pngChunk("iCCP", Buffer.concat([letters("p\0\0"), deflateSync(Buffer.alloc(size))]))],
      })
    expect(await problemOf(() => readImage(profile(2 ** 23 + 1)))).toBe(
      "IMAGE_UNSUPPORTED: the picture has a colour profile that unpacks to a huge size. Save it again without a colour profile.",
    )
    expect(await sizeOf(profile(2 ** 16))).toEqual([8, 8])
  })
})

describe("pages", () => {
  it("of a TIFF are counted up to a limit, since the decoder visits them all", async () => {
    expect((await readImage(makeTiff({ pages: MAX_PAGES }))).notes).toEqual([
      `only the first of its ${MAX_PAGES} pages is used`,
    ])
    expect(await problemOf(() => readImage(makeTiff({ pages: MAX_PAGES + 1 })))).toBe(
      "IMAGE_UNSUPPORTED: the picture has more than 10000 pages. Save the page that matters as PNG first.",
    )
  })

  it("of a TIFF may lead in a circle", async () => {
    expect((await readImage(makeTiff({ next: 8 + 12 }))).notes).toEqual([])
  })

  it("of a GIF may be many", async () => {
    const frame = letters("!\xf9\x04\0\x0a\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0")
    const film = gif(1, 1)
    const file = Buffer.concat([film.subarray(0, 19), ...Array<Uint8Array>(5000).fill(frame), letters(";")])
    expect((await readImage(file)).notes).toContain("only the first of its 5000 frames is used")
  })
})

describe("other decoders", () => {
  const svg = letters('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>')

  it("stay as they are for a program that only reads pictures", async () => {
    await readImage(makePng())
    expect((await sharp(svg).metadata()).format).toBe("svg")
  })

  it("cannot be reached any more after restrictDecoders, and the others can", async () => {
    await restrictDecoders()
    try {
      await expect(sharp(svg).metadata()).rejects.toThrow("unsupported image format")
      expect((await sharp("examples/coffee.png").metadata()).width).toBe(600)
      expect((await readImage(makePng())).image.width).toBe(8)
    } finally {
      sharp.unblock({ operation: ["VipsForeignLoad"] })
    }
  })
})

/** A picture of 16 x 16 pixels that says it has many more. */
async function withSize(format: "jpeg" | "webp" | "avif"): Promise<Buffer> {
  const small = sharp({ create: { width: 16, height: 16, channels: 3, background: "red" } })
  const file = await small.toFormat(format, { lossless: format === "webp" }).toBuffer()
  if (format === "webp") file.writeUInt32LE(15_999 | (15_999 << 14), 21)
  const frame = file.indexOf(Buffer.of(0xff, 0xc0))
  if (format === "jpeg") for (const at of [5, 7]) file.writeUInt16BE(60_000, frame + at)
  const extent = file.indexOf("ispe")
  if (format === "avif") for (const at of [8, 12]) file.writeUInt32BE(2 ** 32 - 1, extent + at)
  return file
}
