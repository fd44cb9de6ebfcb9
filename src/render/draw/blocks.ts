import type { Theme } from "../color/themes.ts"
import { fitLine, textWidth, wrapText } from "./text-metrics.ts"
import { escapeXml, tag } from "./xml.ts"

/** Lines of one size, as wide as there is room. */
export interface TextBlock {
  readonly height: number
  readonly draw: (left: number, top: number) => string
}

/** The title: in smaller letters if it is long, with its label shortened if it is longer still; the score at its end stays. */
export function headline(title: string, room: number, { ink }: Theme): TextBlock {
  const size = Math.max(20, Math.min(34, (34 * room) / Math.max(1, textWidth(title, 34))))
  return {
    height: 36,
    draw: (left, top) => text(fitTitle(title, size, room), { left, base: top + 34 - (34 - size) / 2, size, fill: ink }),
  }
}

/** A title whose label is shortened if it is too long; the score at its end stays. */
export function fitTitle(title: string, size: number, room: number): string {
  const end = title.slice(title.lastIndexOf(", ") + 1).trimStart()
  const width = textWidth(`, ${end}`, size)
  if (textWidth(title, size) <= room || end === title || width > room / 2) return fitLine(title, size, room)
  return `${fitLine(title.slice(0, title.lastIndexOf(", ")), size, room - width)}, ${end}`
}

/** Text in lines that fit `room`; text beyond `most` lines is replaced by an ellipsis. */
export function paragraph(
  words: string,
  {
    room,
    size,
    most,
    fill,
  }: { readonly room: number; readonly size: number; readonly most: number; readonly fill: string },
): TextBlock {
  // Lines of large letters are closer.
  const step = Math.round(size * (size >= 28 ? 1.28 : 1.42))
  const lines = words === "" ? [] : wrapText(unbroken(words), size, { width: room, most })
  return {
    height: lines.length * step,
    draw: (left, top) => lines.map((line, i) => text(line, { left, base: top + i * step + size, size, fill })).join(""),
  }
}

/** Paragraphs with a little room between them, each of at most `most` lines. */
export function paragraphs(
  texts: readonly string[],
  options: { readonly room: number; readonly size: number; readonly most: number; readonly fill: string },
): TextBlock {
  const between = Math.round(options.size * 0.35)
  return stack(
    texts.map((words) => paragraph(words, options)),
    between,
  )
}

/** Stacks blocks, `between` apart; blocks without height leave no gap. */
export function stack(blocks: readonly TextBlock[], between: number): TextBlock {
  const shown = blocks.filter(({ height }) => height > 0)
  return {
    height: shown.reduce((sum, { height }) => sum + height, Math.max(0, shown.length - 1) * between),
    draw: (left, top) => {
      let y = top
      return shown
        .map((block) => {
          const drawn = block.draw(left, y)
          y += block.height + between
          return drawn
        })
        .join("")
    },
  }
}

/** What must be read first, beside a bar; without height if there is nothing. */
export function warning(words: string, { room, theme }: { readonly room: number; readonly theme: Theme }): TextBlock {
  if (words === "") return { height: 0, draw: () => "" }
  const indent = 16
  const lines = paragraph(words, { room: room - indent, size: 17, most: 4, fill: theme.ink })
  return {
    height: lines.height + 22,
    draw: (left, top) =>
      tag("rect", { x: left, y: top + 4, width: 5, height: lines.height, fill: theme.ink }) +
      lines.draw(left + indent, top + 4),
  }
}

/** One line of text with its baseline at `base`. */
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
