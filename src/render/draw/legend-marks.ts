import { isMeasurable, type RegionVerdict } from "../../reading/region-verdict.ts"
import { divergingColor, hex, tintOpacity } from "../color/color.ts"
import { enoughLine, footBar, hatched, hatchPattern, quietDot } from "./evidence-marks.ts"
import type { Rect } from "./geometry.ts"
import { corners } from "./marks.ts"
import type { Sketch } from "./sketch.ts"
import { textWidth } from "./text-metrics.ts"
import { number, tag } from "./xml.ts"

/** A sign of a map where evidence is drawn, and what it means. */
export interface LegendMark {
  readonly sign: "paler" | "dot" | "blank" | "hatch" | "enough" | "needed"
  readonly words: string
}

/** What the signs of this map mean; none where it has no evidence. */
export function legendMarks(
  { explanation, shown, sets }: Sketch,
  { dots }: { readonly dots: boolean },
): readonly LegendMark[] {
  if (shown === undefined) return []
  const has = (wanted: (verdict: RegionVerdict) => boolean): boolean => shown.some(({ verdict }) => wanted(verdict))
  const { enough, needed } = sets ?? { enough: null, needed: null }
  return [
    ...(has(isMeasurable) ? [{ sign: "paler", words: "paler: less sure" } as const] : []),
    ...(has((verdict) => verdict === "none")
      ? [{ sign: dots ? "dot" : "blank", words: "no measurable effect" } as const]
      : []),
    ...(has((verdict) => verdict === "depends") && explanation.regions.layout.kind !== "window"
      ? [{ sign: "hatch", words: "depends on how we hide it" } as const]
      : []),
    ...(enough === null || enough.regions.length === 0
      ? []
      : [
          {
            sign: "enough",
            words: `outlined: ${these(enough.regions.length)} alone keep${enough.regions.length === 1 ? "s" : ""} the answer`,
          } as const,
        ]),
    ...(needed === null || needed.regions.length === 0
      ? []
      : [{ sign: "needed", words: `underlined: hiding ${these(needed.regions.length)} changes the answer` } as const]),
  ]
}

function these(count: number): string {
  return count === 1 ? "this one" : `these ${count}`
}

const size = 13

/** How large a sign of a legend is drawn. */
export const swatchSize = { width: 22, height: 13 } as const
const gap = 18

/** A line of signs under a colour bar. */
export const markStep = 20

/** Signs in as few lines as hold them. */
export function markLines(marks: readonly LegendMark[], width: number): readonly (readonly LegendMark[])[] {
  const lines: LegendMark[][] = []
  let left = 0
  for (const mark of marks) {
    const own = markWidth(mark)
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

function markWidth({ words }: LegendMark): number {
  return swatchSize.width + 7 + textWidth(words, size)
}

/** One line of signs with their words, whose letters stand on `base`. */
export function drawMarks(
  marks: readonly LegendMark[],
  sketch: Pick<Sketch, "id" | "palette">,
  { left, base }: { readonly left: number; readonly base: number },
): string {
  let x = left
  return marks
    .map((mark) => {
      const box = { left: x, top: base - 11, ...swatchSize }
      const words = tag("text", { x: x + swatchSize.width + 7, y: base }, mark.words)
      x += markWidth(mark) + gap
      return drawSwatch(mark, box, sketch) + words
    })
    .join("")
}

/** A sign of a legend, in a box of `swatchSize`. */
export function drawSwatch(
  { sign }: Pick<LegendMark, "sign">,
  box: Rect,
  { id, palette }: Pick<Sketch, "id" | "palette">,
): string {
  const ground = tag("rect", { ...corners(box), fill: "#c9c9c9" })
  const half = { ...box, width: box.width / 2 }
  const color = (at: number, part: Rect): string =>
    tag("rect", { ...corners(part), fill: hex(divergingColor(at, { palette })), "fill-opacity": tintOpacity(at) })
  switch (sign) {
    case "paler":
      return ground + color(0.85, half) + color(0.3, { ...half, left: half.left + half.width })
    case "dot":
      return ground + quietDot([box])
    case "blank":
      return ground
    case "hatch":
      return (
        tag("defs", {}, hatchPattern({ id: `${id}-legend` }, 5)) + ground + hatched(pathOf(box), { id: `${id}-legend` })
      )
    case "enough":
      return (
        ground +
        enoughLine(pathOf({ left: box.left + 2, top: box.top + 2, width: box.width - 4, height: box.height - 4 }), 1.6)
      )
    case "needed":
      return ground + footBar([{ ...box, top: box.top - 4, height: box.height + 4 }])
  }
}

function pathOf({ left, top, width, height }: Rect): string {
  return `M${number(left)} ${number(top)}h${number(width)}v${number(height)}h${number(-width)}z`
}
