import { describe, expect, it } from "vitest"
import { mutatePicture, mutations, wholePictures } from "../../bench/fuzz-pictures/mutate-picture.mjs"
import { GridExplainerError } from "../../src/errors.ts"
import { sha256Of } from "../../src/node/files/sha256-of.ts"
import { readImage } from "../../src/node/pictures/read-image.ts"

const pictures = wholePictures()
const COUNT = 210

/** What reading gives: the pixels' fingerprint, or the error. */
async function readingOf(bytes: Uint8Array): Promise<string> {
  try {
    const { image } = await readImage(bytes, { maxPixels: 1e6 })
    return `decoded ${image.width} x ${image.height} ${sha256Of(Uint8Array.from(image.data))}`
  } catch (error) {
    return error instanceof GridExplainerError ? `refused ${error.code}` : `untyped ${String(error)}`
  }
}

/** `npm run fuzz:pictures` does the same to thousands, in processes of their own. */
describe(`${COUNT} damaged pictures of every format`, () => {
  it("are decoded, the same twice, or refused with an error of ours", async () => {
    const readings: string[] = []
    for (let index = 0; index < COUNT; index++) {
      const { name, bytes } = mutatePicture(pictures, { index, seed: 7 })
      const first = await readingOf(bytes)
      expect([index, name, await readingOf(bytes)]).toEqual([index, name, first])
      expect([index, name, first]).toEqual([index, name, expect.stringMatching(/^(decoded|refused IMAGE_UN)/)])
      readings.push(first)
    }
    // Both ways out are taken, or the damage was none or too much.
    for (const way of [/^decoded/, /^refused IMAGE_UNREADABLE/, /^refused IMAGE_UNSUPPORTED/])
      expect(readings.filter((reading) => way.test(reading)).length).toBeGreaterThan(3)
  })

  it("are the same for the same seed, and others for another", () => {
    const of = (index: number, seed: number) => mutatePicture(pictures, { index, seed })
    expect(of(3, 1)).toEqual(of(3, 1))
    expect(of(3, 1).bytes).not.toEqual(of(3, 2).bytes)
    expect(of(3, 1).bytes).not.toEqual(of(3 + pictures.length, 1).bytes)
  })

  it("are damaged in every way", () => {
    const names = Array.from({ length: COUNT }, (_, index) => mutatePicture(pictures, { index, seed: 7 }).name).join()
    for (const way of Object.keys(mutations)) expect(names).toContain(way)
  })
})
