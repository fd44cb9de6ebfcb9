import type { Box } from "../types.ts"
import { edgesOf } from "./edges-of.ts"
import { overlap, placeBox, type Rect } from "./geometry.ts"
import { corners, isStriped, outline, stripeOpacity, stripesOf, tint } from "./marks.ts"
import type { Sketch } from "./sketch.ts"
import { strongestArea } from "./strongest-area.ts"
import { movesTheAnswer, strongestRegion } from "./words.ts"
import { number, tag } from "./xml.ts"

/** Overlapping windows and masks: one path a shade, made of runs of pixels, and an outline round what has at least half of the strongest value. */
export function drawPixels(sketch: Sketch, panel: Rect): string {
  const paths = shadesOf(sketch, panel)
  const tints = [...paths].map(([shade, d]) => tag("path", { d, ...tint(shade / shades, sketch) }))
  const against = [...paths].filter(([shade]) => isStriped(shade / shades))
  const marks = against.map(([shade, d]) =>
    tag("path", { d, fill: stripesOf(sketch), ...stripeOpacity(shade / shades) }),
  )
  return [
    tag("g", { "shape-rendering": "crispEdges" }, tints.join("") + marks.join("")),
    ...(movesTheAnswer(sketch.explanation) ? [outlineOf(sketch, panel), dashedWindow(sketch, panel)] : []),
  ].join("")
}

/** The window that the words are about: windows overlap, so that its colour alone does not show it. */
export function dashedWindow({ explanation }: Sketch, panel: Rect): string {
  const { layout, boxes } = explanation.regions
  if (layout.kind !== "window") return ""
  const rect = corners(overlap(placeBox(boxes[strongestRegion(explanation)]!, explanation, panel), panel))
  const line = { ...rect, class: "window", fill: "none" }
  return (
    tag("rect", { ...line, stroke: "#fff", "stroke-width": 4, "stroke-opacity": 0.8 }) +
    tag("rect", { ...line, stroke: "#000", "stroke-width": 1.8, "stroke-dasharray": "7 5" })
  )
}

function outlineOf({ explanation, values }: Sketch, panel: Rect): string {
  const { width, height } = explanation.seen.size
  const belongs = strongestArea(values)
  const lines = edgesOf((x, y) => belongs(y * width + x), { width, height }).map(([left, top, right, bottom]) => {
    const line = placeBox({ left, top, width: right - left, height: bottom - top }, explanation, panel)
    return `M${number(line.left)} ${number(line.top)}l${number(line.width)} ${number(line.height)}`
  })
  return outline(lines.join(""))
}

/** Shades on each side of zero in which a map of pixels is drawn. */
const shades = 24
/** A map with more runs than this is drawn at half its resolution, so that the file stays below a megabyte. */
const mostRuns = 16_000

/** Path data by shade, from `-shades` to `shades`; like neighbours become one rectangle. */
function shadesOf({ explanation, values, end }: Sketch, panel: Rect): Map<number, string> {
  const { width } = explanation.seen.size
  let found = runsOf(values, { width, end, step: 1 })
  for (let step = 2; found.length > mostRuns; step *= 2) found = runsOf(values, { width, end, step })
  const paths = new Map<number, string[]>()
  for (const { shade, box } of found) {
    if (Number.isNaN(shade)) continue
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
  /** NaN where there is no value. */
  readonly shade: number
  readonly box: Box
}

function runsOf(
  values: ArrayLike<number>,
  { width, end, step }: { width: number; end: number; step: number },
): readonly Run[] {
  const height = values.length / width
  const shadeAt = (x: number, y: number): number => {
    const shade = Math.round((meanOf(values, { width, x, y, step }) / end) * shades) + 0
    return Number.isFinite(shade) ? shade : Number.NaN
  }
  const lines: { y: number; rows: number; line: readonly number[] }[] = []
  for (let y = 0; y < height; y += step) {
    const rows = Math.min(step, height - y)
    const line = Array.from({ length: Math.ceil(width / step) }, (_, i) => shadeAt(i * step, y))
    const above = lines.at(-1)
    if (above?.line.every((shade, i) => Object.is(shade, line[i]))) above.rows += rows
    else lines.push({ y, rows, line })
  }
  return lines.flatMap(({ y, rows, line }) => {
    const starts = line.flatMap((shade, i) => (Object.is(shade, line[i - 1]) ? [] : [i]))
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
