import sharp from "sharp"
import { describe, expect, it } from "vitest"
import { readImage } from "../../src/node/pictures/read-image.ts"

/** A file of 16 bits whose levels go up from `least` to `most`, one a channel, row by row. */
function deep(
  { least = 0, most = 65_535 }: { least?: number; most?: number },
  { channels = 1, format = "png" }: { channels?: 1 | 3 | 4; format?: "png" | "tiff" } = {},
): Promise<Buffer> {
  const count = 8 * 8 * channels
  const data = Uint16Array.from({ length: count }, (_, i) => Math.round(least + ((most - least) * i) / (count - 1)))
  if (channels === 4) for (let i = 3; i < count; i += 4) data[i] = 65_535
  return sharp(data, { raw: { width: 8, height: 8, channels } })
    .toColourspace(channels === 1 ? "grey16" : "rgb16")
    .toFormat(format, format === "tiff" ? { compression: "lzw" } : {})
    .toBuffer()
}

/** A PNG of 8 bits and one row with these grey levels. */
const shallow = (...levels: number[]) =>
  sharp(Uint8Array.from(levels), { raw: { width: levels.length, height: 1, channels: 1 } })
    .toColourspace("b-w")
    .png()
    .toBuffer()

const ends = (data: ArrayLike<number>) => [Math.min(...Array.from(data)), Math.max(...Array.from(data))]
const offer = (least: number, most: number, full: number) =>
  `its levels go from ${least} to ${most} of 0 to ${full} alone: --stretch (stretch: true) spreads them from black to white`
const done = (least: number, most: number, full: number) =>
  `its levels, ${least} to ${most} of 0 to ${full}, were stretched from black to white`
const became = "its 16 bits a channel became 8"

describe("a file of 16 bits that uses few of them", () => {
  it.each([
    { bits: 10, most: 1023, black: 3 },
    { bits: 12, most: 4095, black: 15 },
    { bits: 14, most: 16_383, black: 63 },
  ])("$bits bits: is nearly black, says so, and can be stretched", async ({ most, black }) => {
    const file = await deep({ most })
    const dark = await readImage(file)
    expect(ends(dark.image.data)).toEqual([0, black])
    expect(dark.notes).toEqual([became, offer(0, most, 65_535)])
    const bright = await readImage(file, { stretch: true })
    expect(ends(bright.image.data)).toEqual([0, 255])
    expect(bright.notes).toEqual([became, done(0, most, 65_535)])
  })

  it.each([
    { channels: 1, format: "tiff" },
    { channels: 3, format: "png" },
    { channels: 3, format: "tiff" },
    { channels: 4, format: "png" },
    { channels: 4, format: "tiff" },
  ] as const)("$channels channels of $format: the same", async (kind) => {
    const file = await deep({ least: 1000, most: 2023 }, kind)
    // Of RGBA, the last level of all is opacity.
    const most =
      kind.channels === 4
        ? expect.stringMatching(/^its levels go from 1000 to 20\d\d of 0 to 65535/)
        : offer(1000, 2023, 65_535)
    expect((await readImage(file)).notes).toEqual([became, most])
    const { image } = await readImage(file, { stretch: true })
    expect([image.width, image.height, image.channels]).toEqual([8, 8, 3])
    expect(ends(image.data)).toEqual([0, 255])
  })

  it("keeps what 8 bits would lose: 1024 levels become 256, not 4", async () => {
    const file = await sharp(
      Uint16Array.from({ length: 1024 }, (_, i) => i),
      { raw: { width: 32, height: 32, channels: 1 } },
    )
      .toColourspace("grey16")
      .png()
      .toBuffer()
    expect(new Set((await readImage(file)).image.data).size).toBe(4)
    expect(new Set((await readImage(file, { stretch: true })).image.data).size).toBe(256)
  })
})

describe("a file of 8 bits", () => {
  it("says where it uses less than an eighth, and can be stretched", async () => {
    const file = await shallow(10, 20, 30)
    expect((await readImage(file)).notes).toEqual([offer(10, 30, 255)])
    const { image, notes } = await readImage(file, { stretch: true })
    expect(Array.from(image.data)).toEqual([0, 0, 0, 128, 128, 128, 255, 255, 255])
    expect(notes).toEqual([done(10, 30, 255)])
  })

  it("says nothing where it uses more", async () => {
    expect((await readImage(await shallow(10, 20, 50))).notes).toEqual([])
  })

  it("leaves transparency, and colours behind it, alone", async () => {
    const data = Uint8Array.of(10, 10, 10, 255, 30, 30, 30, 255, 200, 200, 200, 0)
    const file = await sharp(data, { raw: { width: 3, height: 1, channels: 4 } })
      .png()
      .toBuffer()
    const { image, notes } = await readImage(file, { stretch: true })
    expect(Array.from(image.data)).toEqual([0, 0, 0, 255, 255, 255, 255, 255, 255])
    expect(notes[0]).toBe(done(10, 30, 255))
  })
})

describe("a picture of one colour, or of all levels", () => {
  it("is not stretched, and nothing is offered", async () => {
    const flat = await readImage(await shallow(7, 7, 7), { stretch: true })
    expect(Array.from(flat.image.data)).toEqual(Array(9).fill(7))
    expect(flat.notes).toEqual([])
    expect((await readImage(await shallow(7, 7, 7))).notes).toEqual([])
    const tinted = await sharp({ create: { width: 8, height: 8, channels: 3, background: { r: 1, g: 2, b: 3 } } })
      .png()
      .toBuffer()
    expect((await readImage(tinted, { stretch: true })).notes).toEqual([])
    expect((await readImage(await deep({ least: 700, most: 700 }))).notes).toEqual([became])
    expect((await readImage(await deep({}))).notes).toEqual([became])
  })
})
