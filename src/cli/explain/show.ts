import { readImage, svgToPng } from "../engine.ts"
import { inlinePicture } from "../terminal/inline-picture.ts"
import type { Terminal } from "../terminal/terminal.ts"

/** Draws an SVG in the terminal. */
export type Show = (svg: string) => Promise<void>

/** Pixels of a sixel picture for each column: terminals do not scale it, and most letters are about that wide. */
const PIXELS_A_COLUMN = 8

/** The largest width of a picture, in columns. */
const MOST_COLUMNS = 120

/** How pictures are drawn in this terminal; undefined if it shows none, which is then reported. */
export async function startShow(terminal: Terminal): Promise<Show | undefined> {
  const protocol = await terminal.graphics()
  if (protocol === undefined) {
    terminal.note(
      "--show: this terminal shows no pictures (kitty, iTerm2 and sixel terminals do). --output saves them.",
    )
    return undefined
  }
  const columns = Math.min(terminal.width - 1, MOST_COLUMNS)
  const size = protocol === "sixel" ? { width: columns * PIXELS_A_COLUMN } : {}
  return async (svg) =>
    terminal.print(await inlinePicture(await svgToPng(svg, size), protocol, { columns, decode: decodePng }))
}

async function decodePng(png: Uint8Array): Promise<{ width: number; height: number; data: Uint8Array }> {
  const { image } = await readImage(png)
  const { width, height } = image
  const data = new Uint8Array(4 * width * height).fill(255)
  for (let pixel = 0; pixel < width * height; pixel++)
    for (let channel = 0; channel < 3; channel++) data[4 * pixel + channel] = image.data[3 * pixel + channel]!
  return { width, height, data }
}
