import { readFileSync } from "node:fs"
import { deflateSync } from "node:zlib"
import sharp, { type Metadata } from "sharp"
import { describe, expect, it } from "vitest"
import { checkHeader } from "../../src/node/pictures/headers/check-header.ts"
import { iccProfile } from "../../src/node/pictures/headers/icc-profile.ts"
import { readImage } from "../../src/node/pictures/read-image.ts"
import { letters, makePng, makeTiff, pngChunk } from "./support/make-files.ts"
import { problemOf } from "./support/problem-of.ts"

const picture = (name: string) => readFileSync(new URL(`pictures/${name}`, import.meta.url))
const notesOf = async (file: Uint8Array, options = {}) => (await readImage(file, options)).notes
const levelsOf = async (file: Uint8Array, options = {}) => [...(await readImage(file, options)).image.data]

/** A picture of 8 x 8 pixels of one colour. */
const plain = (r: number, g: number, b: number) =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: { r, g, b } } })

/** A JPEG of one colour, or of grey, that carries a profile. */
async function withProfile(profile: Buffer, { grey = false } = {}): Promise<Buffer> {
  const jpeg = plain(200, 100, 50).toColourspace(grey ? "b-w" : "srgb")
  return carrying(profile, await jpeg.jpeg({ quality: 100 }).toBuffer())
}

/** A JPEG with a profile put behind its first two bytes. */
function carrying(profile: Buffer, jpeg: Buffer): Buffer {
  const content = Buffer.concat([letters("ICC_PROFILE\0\x01\x01"), profile])
  const head = Buffer.of(0xff, 0xe2, (content.length + 2) >> 8, (content.length + 2) & 255)
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)])
}

/** The profile of `display-p3.png`, changed. */
function changedProfile(change: (profile: Buffer) => unknown): Buffer {
  const profile = Buffer.from(displayP3)
  change(profile)
  return profile
}

const displayP3 = (await sharp(picture("display-p3.png")).metadata()).icc!

describe("notes", () => {
  it.each([
    ["420.jpg"],
    ["orientation-6.jpg"],
    ["palette.png"],
    ["still.gif"],
    ["444.avif"],
    ["rgb.tif"],
    ["lossless.webp"],
  ])("are none for an ordinary picture: %s", async (name) => {
    expect(await notesOf(picture(name))).toEqual([])
  })

  it.each([
    ["animated.gif", "only the first of its 2 frames is used"],
    ["animated.webp", "only the first of its 2 frames is used"],
    ["pages.tif", "only the first of its 3 pages is used"],
    ["rgb-16.png", "its 16 bits a channel became 8"],
    ["grey-16.tif", "its 16 bits a channel became 8"],
    ["cmyk.jpg", "its CMYK colours became RGB without a colour profile, as in Pillow: print may look different"],
    ["display-p3.png", "its colour profile (Display P3) was converted to sRGB"],
    ["rgba.png", "its transparent pixels were laid on white"],
    ["palette-transparent.png", "its transparent pixels were laid on white"],
  ])("of %s: %s", async (name, note) => {
    expect(await notesOf(picture(name))).toEqual([note])
  })

  it("may be several", async () => {
    expect(await notesOf(picture("rgba-16.png"))).toEqual([
      "its 16 bits a channel became 8",
      "its transparent pixels were laid on white",
    ])
  })

  it("say what colour is behind transparent pixels, and nothing where none is transparent", async () => {
    expect(await notesOf(picture("rgba.png"), { background: [0, 10, 100] })).toEqual([
      "its transparent pixels were laid on the colour 0, 10, 100",
    ])
    const opaque = await plain(1, 2, 3).ensureAlpha(1).png().toBuffer()
    expect((await sharp(opaque).metadata()).hasAlpha).toBe(true)
    expect(await notesOf(opaque)).toEqual([])
  })

  it("know the animations that the decoder does not count", async () => {
    const control = Buffer.alloc(8)
    control.writeUInt32BE(12)
    expect(await notesOf(makePng({ chunks: [pngChunk("acTL", control)] }))).toEqual([
      "only the first of its 12 frames is used",
    ])
    const sequence = picture("444.avif")
    sequence.write("avis", 8)
    expect(await notesOf(sequence)).toEqual(["only the first picture of its animation is used"])
    expect(await levelsOf(sequence)).toEqual(await levelsOf(picture("444.avif")))
  })

  it("give the bits that there were", async () => {
    const ten = await plain(200, 100, 50).avif({ bitdepth: 10, quality: 95 }).toBuffer()
    expect(await notesOf(ten)).toEqual(["its 10 bits a channel became 8"])
    const [r, g, b] = await levelsOf(ten)
    for (const [level, wanted] of [
      [r!, 200],
      [g!, 100],
      [b!, 50],
    ] as const)
      expect(Math.abs(level - wanted)).toBeLessThanOrEqual(3)
  })
})

describe("colour profiles", () => {
  it("of CMYK pictures are used, or left aside", async () => {
    const file = await plain(200, 60, 40).toColourspace("cmyk").withIccProfile("cmyk").jpeg({ quality: 100 }).toBuffer()
    const { image, notes } = await readImage(file)
    for (const [c, level] of [200, 60, 40].entries()) expect(Math.abs(image.data[c]! - level)).toBeLessThanOrEqual(12)
    expect(notes).toEqual([expect.stringMatching(/^its CMYK colours became sRGB by its colour profile \(.+\)$/)])
    const ignored = await readImage(file, { colorManagement: "ignore" })
    expect(ignored.image.data[0]! - image.data[0]!).toBeGreaterThan(10)
    expect(ignored.notes).toEqual([expect.stringContaining("without a colour profile")])
  })

  it("of light do not fit a CMYK picture, which is then converted as one without", async () => {
    const jpeg = picture("cmyk.jpg")
    const file = carrying(displayP3, jpeg)
    expect(await levelsOf(file)).toEqual(await levelsOf(jpeg))
    expect(await notesOf(file)).toEqual(["its colour profile (Display P3) does not fit and was ignored"])
  })

  it("that say sRGB are not worth a note", async () => {
    const file = await plain(1, 2, 3).withIccProfile("srgb").png().toBuffer()
    expect((await sharp(file).metadata()).icc).toBeDefined()
    expect(await notesOf(file)).toEqual([])
  })

  it("are not used where asked for", async () => {
    expect(await notesOf(picture("display-p3.png"), { colorManagement: "ignore" })).toEqual([])
  })

  it.each<[string, Buffer]>([
    ["of another colour space", changedProfile((profile) => profile.write("CMYK", 16))],
    ["whose tables are broken", changedProfile((profile) => profile.fill(0xee, 128 + 4 + 9 * 12 + 130))],
    ["that are none", Buffer.alloc(200, "profile")],
  ])("%s are ignored, and that is said", async (_, profile) => {
    const file = await withProfile(profile)
    const { image, notes } = await readImage(file)
    expect(image).toEqual((await readImage(file, { colorManagement: "ignore" })).image)
    expect(notes).toEqual([
      expect.stringMatching(/^its colour profile( \(Display P3\))? does not fit and was ignored$/),
    ])
  })

  it("of a colour picture do not fit a grey one", async () => {
    const file = await withProfile(displayP3, { grey: true })
    expect(await notesOf(file)).toEqual(["its colour profile (Display P3) does not fit and was ignored"])
    expect(await levelsOf(file)).toEqual(await levelsOf(file, { colorManagement: "ignore" }))
    expect(await levelsOf(await withProfile(displayP3))).not.toEqual(await levelsOf(file))
  })

  // Without a profile's conversion they would stay as they are; sharp by itself makes Display P3 of 16 bits, and leaves grey.
  it("are converted with 16 bits a channel as with 8", async () => {
    const chunks = [pngChunk("iCCP", Buffer.concat([letters("p\0\0"), deflateSync(displayP3)]))]
    const rgb = (depth: number, levels: number[]) =>
      makePng({ width: 1, height: 1, depth, colour: 2, chunks, pixels: deflateSync(Uint8Array.from([0, ...levels])) })
    const converted = await levelsOf(rgb(8, [200, 100, 50]))
    expect(converted[0]).toBeGreaterThan(210)
    expect(await levelsOf(rgb(16, [200, 0, 100, 255, 50, 9]))).toEqual(converted)
  })

  it("of grey pictures are converted as well, with 16 bits as with 8", async () => {
    const gamma22 = changedProfile((profile) => {
      profile.write("GRAY", 16)
      profile.write("kTRC", profile.indexOf("rTRC"))
    })
    const chunks = [pngChunk("iCCP", Buffer.concat([letters("p\0\0"), deflateSync(gamma22)]))]
    const grey = (depth: number, levels: number[]) =>
      makePng({ width: 1, height: 1, depth, chunks, pixels: deflateSync(Uint8Array.from([0, ...levels])) })
    // (20 / 255) ** 2.2 = 0.0037 of full light, which sRGB writes as 0.0037 * 12.92 * 255 = 12.
    expect(await levelsOf(grey(8, [20]))).toEqual([12, 12, 12])
    expect(await levelsOf(grey(16, [20, 20]))).toEqual([12, 12, 12])
    expect(await levelsOf(grey(16, [20, 255]), { colorManagement: "ignore" })).toEqual([20, 20, 20])
  })

  it("are called by their name, in both of its forms", async () => {
    expect(iccProfile(displayP3)).toEqual({ space: "RGB", name: "Display P3" })
    const { icc } = await sharp(await plain(1, 2, 3).withIccProfile("p3").png().toBuffer()).metadata()
    expect(iccProfile(icc!)).toEqual({ space: "RGB", name: "sP3C" })
  })

  it("cannot speak to a terminal by their name", () => {
    const evil = Buffer.from(displayP3)
    evil.write("\x1b[31m\u009bP3", evil.indexOf("Display P3"), "latin1")
    expect(iccProfile(evil).name).toBe("[31mP3P3")
  })

  it("may be garbage", () => {
    expect(iccProfile(new Uint8Array(0))).toEqual({ space: "", name: "" })
    expect(iccProfile(Buffer.alloc(128, "acsp"))).toEqual({ space: "acsp", name: "" })
    for (let length = 0; length < displayP3.length; length++)
      expect(
        ["", "Display P3".slice(0, 10)].some((name) => name.startsWith(iccProfile(displayP3.subarray(0, length)).name)),
      ).toBe(true)
  })
})

describe("pictures whose numbers are no levels", () => {
  it.each([
    [3, 32, "fractions"],
    [3, 16, "fractions"],
    [2, 8, "whole numbers of another size"],
    [2, 16, "whole numbers of another size"],
    [1, 32, "whole numbers of another size"],
  ])("are refused: sample format %i of %i bits", async (sampleFormat, bits, what) => {
    expect(await problemOf(() => readImage(makeTiff({ sampleFormat, bits })))).toBe(
      `IMAGE_UNSUPPORTED: the picture holds ${what}, not levels of 8 or 16 bits. Save it as PNG first; what is black and what is white is yours to choose.`,
    )
  })

  it.each([
    [{ sampleFormat: 6, bits: 64 }, "is a rare kind of TIFF that is not read"],
    [{ sampleFormat: 3, bits: 64 }, "is a rare kind of TIFF that is not read"],
    [{ compression: 50_000 }, "is a rare kind of TIFF that is not read"],
    [{ channels: 7 }, "has 7 channels, at most 4 are read"],
    [{ tags: { 254: 1 } }, "begins with a thumbnail, as camera raw files do"],
  ])("or rare: %j", async (options, problem) => {
    expect(await problemOf(() => readImage(makeTiff(options)))).toMatch(`IMAGE_UNSUPPORTED: the picture ${problem}. `)
  })
})

describe("checkHeader", () => {
  const header = { format: "png", width: 1, height: 1, channels: 3, depth: "uchar" } as Metadata
  const options = { format: "PNG", called: "the picture", maxPixels: 10 } as const

  it("refuses what another decoder took than the signature says", async () => {
    checkHeader(header, options)
    for (const format of ["svg", "jpeg", "uhdr", "magick"])
      expect(await problemOf(async () => checkHeader({ ...header, format } as Metadata, options))).toBe(
        `IMAGE_UNSUPPORTED: the picture begins like PNG, but the decoder takes it for ${format}. Save it as PNG first.`,
      )
  })
})
