import { fitLine, textWidth, wrapText } from "./text-metrics.ts"
import type { Theme } from "./themes.ts"
import { escapeXml, tag } from "./xml.ts"

/** Lines of one size, as wide as there is room. */
export interface TextBlock {
  readonly height: number
  readonly draw: (left: number, top: number) => string
}

/** The title: smaller where it is long, cut where it is longer still. */
export function headline(title: string, room: number, { ink }: Theme): TextBlock {
  const size = Math.max(20, Math.min(34, (34 * room) / Math.max(1, textWidth(title, 34))))
  return {
    height: 36,
    draw: (left, top) => text(fitLine(title, size, room), { left, base: top + 34 - (34 - size) / 2, size, fill: ink }),
  }
}

/** Text in lines that fit `room`; what goes beyond `most` lines ends in an ellipsis. */
export function paragraph(
  words: string,
  {
    room,
    size,
    most,
    fill,
  }: { readonly room: number; readonly size: number; readonly most: number; readonly fill: string },
): TextBlock {
  const step = Math.round(size * 1.45)
  const lines = words === "" ? [] : wrapText(unbroken(words), size, { width: room, most })
  return {
    height: lines.length * step,
    draw: (left, top) => lines.map((line, i) => text(line, { left, base: top + i * step + size, size, fill })).join(""),
  }
}

/** One line of text whose letters stand on `base`. */
export function text(
  words: string,
  {
    left,
    base,
    size,
    fill,
  }: { readonly left: number; readonly base: number; readonly size: number; readonly fill: string },
): string {
  return tag("text", { x: left, y: base, "font-size": size, fill }, escapeXml(words))
}

/** A number stays on one line with its per cent sign. */
function unbroken(words: string): string {
  return words.replace(/(\d) %/g, "$1\u00a0%")
}
