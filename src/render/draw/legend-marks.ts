import { isQuiet } from "../../reading/region-verdict.ts"
import { english, type Words } from "../../words/english.ts"
import { fillIn, numbered } from "../../words/fill-in.ts"
import { enoughLine, quietDot } from "./evidence-marks.ts"
import type { Rect } from "./geometry.ts"
import { corners } from "./marks.ts"
import type { Sketch } from "./sketch.ts"
import { fitLine, textWidth } from "./text-metrics.ts"
import { number, tag } from "./xml.ts"

/** A sign of a map besides its colours, and what it means. */
export interface LegendMark {
  readonly sign: "dot" | "blank" | "enough"
  readonly words: string
}

/** What the signs of this map mean: what has no measurable effect (a dot in squares that have room for one), what alone keeps the answer, what has no value. */
export function legendMarks(
  { view, shown, enough }: Sketch,
  { dots, words = english }: { readonly dots: boolean; readonly words?: Words | undefined },
): readonly LegendMark[] {
  const { signs } = words.legend
  const count = enough?.regions.length ?? 0
  const isWithout = view.effects.some((effect) => !Number.isFinite(effect))
  return [
    ...(shown?.some(({ verdict }) => isQuiet(verdict)) === true
      ? [{ sign: dots ? "dot" : "blank", words: view.means === "alone" ? signs.dotAlone : signs.dot } as const]
      : []),
    ...(count === 0 ? [] : [{ sign: "enough", words: fillIn(numbered(signs.enough, count), { count }) } as const]),
    ...(isWithout ? [{ sign: "blank", words: signs.noValue } as const] : []),
  ]
}

/** How large a sign of a legend is drawn. */
export const swatchSize = { width: 22, height: 13 } as const
const gap = 18

/** A line of signs under a colour bar. */
export function markStep(size: number): number {
  return Math.round(size * 1.55)
}

/** Signs in as few lines as hold them. */
export function markLines(
  marks: readonly LegendMark[],
  { width, size }: { readonly width: number; readonly size: number },
): readonly (readonly LegendMark[])[] {
  const most = width - swatchSize.width - 7
  const fitting = marks.map(({ sign, words }) => ({ sign, words: fitLine(words, size, most) }))
  const lines: LegendMark[][] = []
  let left = 0
  for (const mark of fitting) {
    const own = markWidth(mark, size)
    const line = lines.at(-1)
    if (line !== undefined && left >= own) line.push(mark)
    else {
      lines.push([mark])
      left = width
    }
    left -= own + gap
  }
  return lines
}

function markWidth({ words }: LegendMark, size: number): number {
  return swatchSize.width + 7 + textWidth(words, size)
}

/** One line of signs with their words, with the baseline at `base`. */
export function drawMarks(
  marks: readonly LegendMark[],
  { left, base, size }: { readonly left: number; readonly base: number; readonly size: number },
): string {
  let x = left
  return marks
    .map((mark) => {
      const box = { left: x, top: base - 0.36 * size - swatchSize.height / 2, ...swatchSize }
      const words = tag("text", { x: x + swatchSize.width + 7, y: base }, mark.words)
      x += markWidth(mark, size) + gap
      return drawSwatch(mark, box) + words
    })
    .join("")
}

/** A sign of a legend, in a box of `swatchSize`. */
export function drawSwatch({ sign }: Pick<LegendMark, "sign">, box: Rect): string {
  const ground = tag("rect", { ...corners(box), fill: "#e2e2e2" })
  switch (sign) {
    case "dot":
      return ground + quietDot([box])
    case "blank":
      return ground
    case "enough":
      return (
        ground +
        enoughLine(pathOf({ left: box.left + 2, top: box.top + 2, width: box.width - 4, height: box.height - 4 }), 1.8)
      )
  }
}

function pathOf({ left, top, width, height }: Rect): string {
  return `M${number(left)} ${number(top)}h${number(width)}v${number(height)}h${number(-width)}z`
}
