import { readFileSync } from "node:fs"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { trimPng } from "../../src/node/pictures/headers/trim-png.ts"
import { readImage } from "../../src/node/pictures/read-image.ts"
import { pngChunk } from "./support/make-files.ts"

const png = readFileSync(new URL("pictures/rgb.png", import.meta.url))
const { bytes: bare } = trimPng(png)
const header = bare.subarray(0, 33)
const rest = bare.subarray(33)

describe("trimPng", () => {
  it("leaves out whatever stands behind the end", async () => {
    const { image } = await readImage(png)
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 5000 }), async (tail) => {
        const long = Buffer.concat([png, tail])
        expect(Buffer.compare(trimPng(long).bytes, bare)).toBe(0)
        expect((await readImage(long)).image.data).toEqual(image.data)
      }),
      { numRuns: 60 },
    )
  })

  it("keeps sixty megabytes behind the end from the decoder, and a million empty chunks", () => {
    expect(trimPng(Buffer.concat([png, Buffer.alloc(6e7)])).bytes.length).toBe(bare.length)
    const empty = pngChunk("teXt", "")
    const many = Buffer.concat([header, Buffer.alloc(1e6 * empty.length, empty), rest])
    expect(Buffer.compare(trimPng(many).bytes, bare)).toBe(0)
  })

  it("leaves out every colour profile but the first", () => {
    const profiles = Buffer.concat(Array.from({ length: 50 }, () => pngChunk("iCCP", "name\0\0nothing")))
    const { bytes } = trimPng(Buffer.concat([header, profiles, rest]))
    expect(bytes.length).toBe(bare.length + profiles.length / 50)
  })
})
