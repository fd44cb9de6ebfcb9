import { createRequire } from "node:module"
import { describe, expect, it } from "vitest"
import { inlinePicture } from "../../../src/cli/terminal/inline-picture.ts"

const esc = "\u001b"
const png = Uint8Array.from({ length: 5000 }, (_, i) => i % 251)
const none = (): never => {
  throw new Error("needs no pixels")
}

describe("inlinePicture", () => {
  it("sends kitty the PNG in pieces of at most 4096 letters, and asks for no answer", async () => {
    const text = await inlinePicture(png, "kitty", { columns: 79, decode: none })
    // 5000 bytes are 6668 letters: 4096 and 2572.
    const [first = "", second = ""] = text
      .replace(`${esc}_Ga=T,f=100,q=2,c=79,m=1;`, "")
      .replace(`${esc}\\\n`, "")
      .split(`${esc}\\${esc}_Gm=0;`)
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
    expect([text.slice(0, 2), text.slice(-3)]).toEqual([`${esc}P`, `${esc}\\\n`])
    const { decode } = createRequire(import.meta.url)("sixel") as {
      decode: (sixels: string) => { width: number; height: number; data32: Uint32Array }
    }
    const { width, height, data32 } = decode(text.slice(text.indexOf("q") + 1, -3))
    expect({ width, height, pixels: [...data32.subarray(0, 2)] }).toEqual({
      width: 2,
      height: 1,
      pixels: [0xff0000ff, 0xff0000ff],
    })
  })
})
