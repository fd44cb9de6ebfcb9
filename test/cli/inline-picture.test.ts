import { createRequire } from "node:module"
import { describe, expect, it } from "vitest"
import { inlinePicture } from "../../src/cli/inline-picture.ts"

const esc = "\u001b"
const png = Uint8Array.from({ length: 5000 }, (_, i) => i % 251)
const none = (): never => {
  throw new Error("needs no pixels")
}

describe("inlinePicture", () => {
  it("sends kitty the PNG in pieces of at most 4096 letters, and asks for no answer", async () => {
    const text = await inlinePicture(png, "kitty", { columns: 79, decode: none })
    // 5000 bytes are 6668 letters: 4096 and 2572.
    const [, first = "", second = ""] =
      /^\u001b_Ga=T,f=100,q=2,c=79,m=1;([^\u001b]*)\u001b\\\u001b_Gm=0;([^\u001b]*)\u001b\\\n$/.exec(text) ?? []
    expect([first.length, second.length]).toEqual([4096, 2572])
    expect(new Uint8Array(Buffer.from(first + second, "base64"))).toEqual(png)
    expect(await inlinePicture(png.subarray(0, 3), "kitty", { columns: 10, decode: none })).toBe(
      `${esc}_Ga=T,f=100,q=2,c=10,m=0;AAEC${esc}\\\n`,
    )
  })

  it("sends iTerm2 the PNG with its size", async () => {
    expect(await inlinePicture(png.subarray(0, 3), "iterm2", { columns: 79, decode: none })).toBe(
      `${esc}]1337;File=inline=1;size=3;width=79;preserveAspectRatio=1:AAEC\u0007\n`,
    )
  })

  it("sends sixels of the picture's size and colours", async () => {
    const red = { width: 2, height: 1, data: Uint8Array.of(255, 0, 0, 255, 255, 0, 0, 255) }
    const text = await inlinePicture(png, "sixel", { columns: 79, decode: async () => red })
    expect(text).toMatch(/^\u001bP.*q.*\u001b\\\n$/s)
    const { decode } = createRequire(import.meta.url)("sixel") as {
      decode: (sixels: string) => { width: number; height: number; data32: Uint32Array }
    }
    const { width, height, data32 } = decode(text.replace(/^\u001bP[^q]*q/, "").replace(/\u001b\\\n$/, ""))
    expect({ width, height, pixels: [...data32.subarray(0, 2)] }).toEqual({
      width: 2,
      height: 1,
      pixels: [0xff0000ff, 0xff0000ff],
    })
  })
})
