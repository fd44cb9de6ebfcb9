import type { GraphicsProtocol } from "./terminal-graphics.ts"

/** The most characters of a picture that kitty accepts in one sequence. */
const KITTY_CHUNK = 4096

/** Levels of red, green, blue and alpha. */
interface Rgba {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/**
 * A PNG as the characters that make a terminal draw it at the cursor.
 *
 * @param options `columns` is how wide it becomes, for the terminals that scale; `decode` gives the pixels for those that take no PNG.
 */
export async function inlinePicture(
  png: Uint8Array,
  protocol: GraphicsProtocol,
  options: { readonly columns: number; readonly decode: (png: Uint8Array) => Promise<Rgba> },
): Promise<string> {
  const { columns, decode } = options
  if (protocol === "kitty") return `${kitty(png, columns)}\n`
  if (protocol === "iterm2") return `${iterm2(png, columns)}\n`
  const { width, height, data } = await decode(png)
  const { default: sixel } = await import("sixel")
  return `${sixel.image2sixel(data, width, height, 256)}\n`
}

/** Kitty's graphics protocol (sw.kovidgoyal.net/kitty/graphics-protocol): show at once (a=T), a PNG (f=100), answer nothing (q=2). */
function kitty(png: Uint8Array, columns: number): string {
  const letters = Buffer.from(png).toString("base64")
  const chunks = letters.match(new RegExp(`.{1,${KITTY_CHUNK}}`, "g")) ?? []
  return chunks
    .map((chunk, i) => {
      const first = i === 0 ? `a=T,f=100,q=2,c=${columns},` : ""
      return `\u001b_G${first}m=${i < chunks.length - 1 ? 1 : 0};${chunk}\u001b\\`
    })
    .join("")
}

/** iTerm2's inline images protocol (iterm2.com/documentation-images.html). */
function iterm2(png: Uint8Array, columns: number): string {
  const facts = `inline=1;size=${png.length};width=${columns};preserveAspectRatio=1`
  return `\u001b]1337;File=${facts}:${Buffer.from(png).toString("base64")}\u0007`
}
