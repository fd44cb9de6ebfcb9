import { afterEach, describe, expect, test, vi } from "vitest"
import { pixelsSha256 } from "../../src/image/pixels-sha256.ts"
import { sha256 } from "../../src/image/sha256.ts"
import type { Image } from "../../src/types.ts"

afterEach(() => void vi.unstubAllGlobals())

describe("sha256", () => {
  // The examples of FIPS 180-2.
  test.each([
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
  ])("of %j", async (text, expected) => {
    expect(await sha256(Uint8Array.from(text, (letter) => letter.charCodeAt(0)))).toBe(expected)
  })

  test("reads only the bytes of its view", async () => {
    const view = Uint8Array.of(1, 97, 98, 99, 1).subarray(1, 4)
    expect(await sha256(view)).toBe(await sha256(Uint8Array.of(97, 98, 99)))
  })

  test.each([undefined, {}])("is undefined where the host's crypto is %j", async (crypto) => {
    vi.stubGlobal("crypto", crypto)
    expect(await sha256(new Uint8Array(0))).toBeUndefined()
  })
})

describe("pixelsSha256", () => {
  const image: Image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(7, 9) }

  test("is that of width, height and channels, the size of a value, and the values", async () => {
    const bytes = Uint8Array.of(2, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 7, 9)
    expect(await pixelsSha256(image)).toBe(await sha256(bytes))
  })

  test("writes sides and floats with the least byte first", async () => {
    const head = [4, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0]
    const long = { width: 260, height: 1, channels: 1 } as const
    // 1 is 0x3f800000 in 32 bits and 0x3ff0000000000000 in 64.
    const ones = (bytes: readonly number[]): number[] => Array.from({ length: 260 }, () => bytes).flat()
    expect(await pixelsSha256({ ...long, data: new Float32Array(260).fill(1) })).toBe(
      await sha256(Uint8Array.of(...head, 4, ...ones([0, 0, 0x80, 0x3f]))),
    )
    expect(await pixelsSha256({ ...long, data: new Float64Array(260).fill(1) })).toBe(
      await sha256(Uint8Array.of(...head, 8, ...ones([0, 0, 0, 0, 0, 0, 0xf0, 0x3f]))),
    )
  })

  test("is the same for clamped bytes, which a browser's canvas gives", async () => {
    expect(await pixelsSha256({ ...image, data: Uint8ClampedArray.of(7, 9) })).toBe(await pixelsSha256(image))
  })

  test("differs for another shape, level or kind of number", async () => {
    const others = await Promise.all([
      pixelsSha256(image),
      pixelsSha256({ ...image, width: 1, height: 2 }),
      pixelsSha256({ ...image, data: Uint8Array.of(7, 8) }),
      pixelsSha256({ ...image, data: Float32Array.of(7, 9) }),
      pixelsSha256({ ...image, data: Float64Array.of(7, 9) }),
    ])
    expect(new Set(others).size).toBe(5)
  })

  test("is undefined where the host has no Web Crypto", async () => {
    vi.stubGlobal("crypto", undefined)
    expect(await pixelsSha256(image)).toBeUndefined()
  })

  test("a broken picture is an error", async () => {
    await expect(async () => pixelsSha256({ ...image, width: 3 })).rejects.toThrow(RangeError)
  })
})
