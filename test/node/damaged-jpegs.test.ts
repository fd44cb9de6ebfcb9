import { readFileSync } from "node:fs"
import fc from "fast-check"
import sharp from "sharp"
import { beforeAll, describe, expect, it } from "vitest"
import { readImage } from "../../src/node/pictures/read-image.ts"
import { problemOf } from "./support/problem-of.ts"

const endMark = Buffer.of(0xff, 0xd9)
const photos = ["rocket", "chelsea", "coffee"] as const

/** Photos as baseline and as progressive JPEGs, with the pixels that are in them. */
const jpegs: { readonly name: string; readonly bytes: Buffer; readonly pixels: Uint8Array }[] = []

beforeAll(async () => {
  for (const photo of photos)
    for (const progressive of [false, true]) {
      const file = readFileSync(
        new URL(`../../examples/${photo}.${photo === "rocket" ? "jpg" : "png"}`, import.meta.url),
      )
      const bytes = await sharp(file).resize(240).jpeg({ progressive, quality: 90 }).toBuffer()
      const { image } = await readImage(bytes)
      jpegs.push({
        name: `${photo}, ${progressive ? "progressive" : "baseline"}`,
        bytes,
        pixels: image.data as Uint8Array,
      })
    }
})

/** The share of pixels' levels that another picture has more than 24 levels elsewhere. */
async function changeOf(bytes: Buffer, pixels: Uint8Array): Promise<number> {
  const { data } = (await readImage(bytes)).image
  return pixels.reduce((sum, level, i) => sum + (Math.abs(level - data[i]!) > 24 ? 1 : 0), 0) / pixels.length
}

describe("a JPEG of which a part is lost", () => {
  const which = fc.nat(2 * photos.length - 1)

  it("is refused wherever it was cut, though an end mark stands behind the cut", async () => {
    let refused = 0
    await fc.assert(
      fc.asyncProperty(which, fc.double({ min: 0.1, max: 0.97, noNaN: true }), async (index, share) => {
        const { name, bytes, pixels } = jpegs[index]!
        const cut = Buffer.concat([bytes.subarray(0, Math.floor(bytes.length * share)), endMark])
        const problem = await problemOf(() => readImage(cut))
        if (problem === "no problem")
          expect([name, share, await changeOf(cut, pixels)]).toEqual([name, share, expect.closeTo(0, 1)])
        else expect(problem).toMatch(/^IMAGE_UNREADABLE: the picture is (cut short|damaged: )/)
        if (problem !== "no problem") refused++
      }),
      { numRuns: 120 },
    )
    expect(refused).toBeGreaterThan(100)
  })

  it("is refused in most places where a hundred bytes are missing", async () => {
    let refused = 0
    await fc.assert(
      fc.asyncProperty(which, fc.double({ min: 0.2, max: 0.9, noNaN: true }), async (index, share) => {
        const { bytes } = jpegs[index]!
        const at = Math.floor(bytes.length * share)
        const problem = await problemOf(() =>
          readImage(Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 100)])),
        )
        expect(problem).toMatch(/^(no problem|IMAGE_UNREADABLE: the picture is (cut short|damaged))/)
        if (problem !== "no problem") refused++
      }),
      { numRuns: 60 },
    )
    expect(refused).toBeGreaterThan(30)
  })

  it("is refused where its header says that it is larger", async () => {
    const sides = fc.integer({ min: 400, max: 5000 })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(0, 2, 4), sides, async (index, height) => {
        const bytes = Buffer.from(jpegs[index]!.bytes)
        bytes.writeUInt16BE(height, bytes.indexOf(Buffer.of(0xff, 0xc0)) + 5)
        expect(await problemOf(() => readImage(bytes))).toMatch(/^IMAGE_UNREADABLE/)
      }),
      { numRuns: 50 },
    )
  })
})

describe("a JPEG that is whole", () => {
  it("is read, whatever stands behind its end", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(2 * photos.length - 1), fc.uint8Array({ maxLength: 3000 }), async (index, tail) => {
        const { name, bytes, pixels } = jpegs[index]!
        expect([name, await changeOf(Buffer.concat([bytes, tail]), pixels)]).toEqual([name, 0])
      }),
      { numRuns: 50 },
    )
  })
})
