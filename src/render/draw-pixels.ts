import type { Box, Explanation } from "../types.ts"
import { overlap, placeBox, type Rect } from "./layout.ts"
import { drawnValues, frame, isStriped, type MapOptions, stripeOpacity, tint } from "./marks.ts"
import { movesTheAnswer, strongestRegion } from "./words.ts"
import { number, tag } from "./xml.ts"

/** Overlapping windows and masks: one path a shade, made of runs of pixels, and a frame round the box of the strongest region. */
export function drawPixels(explanation: Explanation, { panel, end, stripes }: MapOptions): string {
  const paths = shadesOf(explanation, { panel, end })
  const tints = [...paths].map(([shade, d]) => tag("path", { d, ...tint(shade / shades) }))
  const against = [...paths].filter(([shade]) => isStriped(shade / shades))
  const marks = against.map(([shade, d]) => tag("path", { d, fill: stripes, ...stripeOpacity(shade / shades) }))
  const strongest = explanation.regions.boxes[strongestRegion(explanation)]!
  return [
    tag("g", { "shape-rendering": "crispEdges" }, tints.join("") + marks.join("")),
    movesTheAnswer(explanation) ? frame(overlap(placeBox(strongest, explanation, panel), panel)) : "",
  ].join("")
}

/** Shades on each side of zero in which a map of pixels is drawn. */
const shades = 24
/** A map with more runs than this is drawn at half its resolution, so that the file stays below a megabyte. */
const mostRuns = 16_000

/** Path data by shade, from `-shades` to `shades`; like neighbours become one rectangle. */
function shadesOf(explanation: Explanation, { panel, end }: { panel: Rect; end: number }): Map<number, string> {
  const values = drawnValues(explanation)
  const { width } = explanation.seen.size
  let found = runsOf(values, { width, end, step: 1 })
  for (let step = 2; found.length > mostRuns; step *= 2) found = runsOf(values, { width, end, step })
  const paths = new Map<number, string[]>()
  for (const { shade, box } of found) {
    const { left, top, width, height } = placeBox(box, explanation, panel)
    // Absolute ends: neighbours share the very same edge, so that no gap opens between them.
    const x = number(left)
    const path = `M${x} ${number(top)}H${number(left + width)}V${number(top + height)}H${x}z`
    const before = paths.get(shade)
    if (before === undefined) paths.set(shade, [path])
    else before.push(path)
  }
  return new Map([...paths].sort(([a], [b]) => a - b).map(([shade, parts]) => [shade, parts.join("")]))
}

interface Run {
  readonly shade: number
  readonly box: Box
}

function runsOf(
  values: ArrayLike<number>,
  { width, end, step }: { width: number; end: number; step: number },
): readonly Run[] {
  const height = values.length / width
  const shadeAt = (x: number, y: number): number =>
    Math.round((meanOf(values, { width, x, y, step }) / end) * shades) + 0
  const lines: { y: number; rows: number; line: readonly number[] }[] = []
  for (let y = 0; y < height; y += step) {
    const rows = Math.min(step, height - y)
    const line = Array.from({ length: Math.ceil(width / step) }, (_, i) => shadeAt(i * step, y))
    const above = lines.at(-1)
    if (above?.line.every((shade, i) => shade === line[i])) above.rows += rows
    else lines.push({ y, rows, line })
  }
  return lines.flatMap(({ y, rows, line }) => {
    const starts = line.flatMap((shade, i) => (shade === line[i - 1] ? [] : [i]))
    return starts.map((start, k): Run => {
      const left = start * step
      const right = Math.min(width, (starts[k + 1] ?? line.length) * step)
      return { shade: line[start]!, box: { left, top: y, width: right - left, height: rows } }
    })
  })
}

function meanOf(
  values: ArrayLike<number>,
  { width, x, y, step }: { width: number; x: number; y: number; step: number },
): number {
  let sum = 0
  let count = 0
  for (let row = y; row < Math.min(y + step, values.length / width); row++)
    for (let column = x; column < Math.min(x + step, width); column++) {
      sum += values[row * width + column]!
      count++
    }
  return sum / count
}
