import type { Box, Explanation, Size } from "../types.ts"

/** A rectangle on the drawing; unlike a `Box` it may lie between whole numbers. */
export interface Rect {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

// Advance widths of DejaVu Sans 2.37 for U+0020 to U+007E, in thousandths of the font size (its `hmtx` table).
const ascii: readonly number[] = [
  318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636,
  636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863,
  748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635,
  615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636,
  337, 636, 838,
]
const others: Readonly<Record<string, number>> = { "−": 838, "×": 838, "·": 318, "…": 1000 }
/** For all other characters: wider than nearly every letter, so that a guess never overflows. */
const unknown = 1080

/** The width of a line in DejaVu Sans, in the units of `size`; too wide rather than too narrow where a letter is not in the table. */
export function textWidth(text: string, size: number): number {
  let thousandths = 0
  for (const letter of text) thousandths += letterWidth(letter)
  return (thousandths * size) / 1000
}

function letterWidth(letter: string): number {
  return ascii[letter.charCodeAt(0) - 32] ?? others[letter] ?? unknown
}

/** The text, or as much of its beginning as fits, with an ellipsis. */
export function fitLine(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text
  let left = (width * 1000) / size - letterWidth("…")
  let kept = ""
  for (const letter of text) {
    left -= letterWidth(letter)
    if (left < 0) break
    kept += letter
  }
  return `${kept.trimEnd()}…`
}

/** Breaks a text at spaces into lines that fit; a word that fits nowhere gets a line of its own. */
export function wrapWords(text: string, fits: (line: string) => boolean): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** At most `most` lines in DejaVu Sans, none wider than `width`: what does not fit ends in an ellipsis. */
export function wrapText(
  text: string,
  size: number,
  { width, most }: { width: number; most: number },
): readonly string[] {
  const lines = wrapWords(text, (line) => textWidth(line, size) <= width)
  const kept = lines.length > most ? [...lines.slice(0, most - 1), lines.slice(most - 1).join(" ")] : lines
  return kept.map((line) => fitLine(line, size, width))
}

/** Where two pictures of one shape stand side by side: as large as `space` allows, the pair centred. */
export function sideBySide(picture: Size, space: Rect & { readonly gap: number }): { left: Rect; right: Rect } {
  const each = (space.width - space.gap) / 2
  const scale = Math.min(each / picture.width, space.height / picture.height)
  const width = Math.max(1, picture.width * scale)
  const height = Math.max(1, picture.height * scale)
  const left = space.left + (space.width - 2 * width - space.gap) / 2
  return {
    left: { left, top: space.top, width, height },
    right: { left: left + width + space.gap, top: space.top, width, height },
  }
}

/** Maps a box of the model's input onto the picture as drawn in `panel`. The answer may reach beyond the panel where the input was padded. */
export function placeBox(box: Box, { picture, seen }: Explanation, panel: Rect): Rect {
  const scaleX = panel.width / picture.size.width
  const scaleY = panel.height / picture.size.height
  const perX = seen.source.width / seen.size.width
  const perY = seen.source.height / seen.size.height
  return {
    left: panel.left + (seen.source.left + box.left * perX) * scaleX,
    top: panel.top + (seen.source.top + box.top * perY) * scaleY,
    width: box.width * perX * scaleX,
    height: box.height * perY * scaleY,
  }
}

/** The part that two rectangles share; width or height 0 where they share none. */
export function overlap(a: Rect, b: Rect): Rect {
  const left = Math.max(a.left, b.left)
  const top = Math.max(a.top, b.top)
  return {
    left,
    top,
    width: Math.max(0, Math.min(a.left + a.width, b.left + b.width) - left),
    height: Math.max(0, Math.min(a.top + a.height, b.top + b.height) - top),
  }
}

/**
 * How the numbers of a grid are written: the largest size from `least` to `most` at which the widest of them fits the smallest cell,
 * with as many decimals as that allows; absent where not even whole numbers fit.
 */
export function fitNumbers(
  write: (decimals: number) => readonly string[],
  cell: Size,
  { least, most, decimals }: { least: number; most: number; decimals: number },
): { readonly size: number; readonly texts: readonly string[] } | undefined {
  for (let digits = decimals; digits >= 0; digits--) {
    const texts = write(digits)
    const widest = texts.reduce((width, text) => Math.max(width, textWidth(text, 1)), 0)
    const size = Math.min(most, (cell.width * 0.84) / widest, cell.height * 0.6)
    if (size >= (digits === 0 ? least : least * 1.15)) return { size, texts }
  }
  return undefined
}
