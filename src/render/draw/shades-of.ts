import type { Box } from "../../types.ts"
import { placeBox, type Rect } from "./geometry.ts"
import type { Sketch } from "./sketch.ts"
import { number } from "./xml.ts"

/** All pixels of one shade. */
export interface Shade {
  /** From -1 to 1, a share of the scale's end; NaN if there is no value. */
  readonly share: number
  /** Where they are: rectangles as path data. */
  readonly d: string
}

/** Shades on each side of zero in which a map of pixels is drawn. */
const steps = 24
/** A map with more runs than this is drawn at half its resolution, so that the file stays below a megabyte. */
const mostRuns = 16_000

/** A map of pixels as one path per shade, from the least to the most, with pixels without a value last; equal neighbours become one rectangle. */
export function shadesOf(
  { explanation, values, end }: Pick<Sketch, "explanation" | "values" | "end">,
  panel: Rect,
): readonly Shade[] {
  const { width } = explanation.seen.size
  let found = runsOf(values, { width, end, step: 1 })
  for (let step = 2; found.length > mostRuns; step *= 2) found = runsOf(values, { width, end, step })
  const paths = new Map<number, string[]>()
  for (const { shade, box } of found) {
    const { left, top, width, height } = placeBox(box, explanation, panel)
    // Absolute ends: neighbours share exactly the same edge, so no gap opens between them.
    const x = number(left)
    const path = `M${x} ${number(top)}H${number(left + width)}V${number(top + height)}H${x}z`
    const before = paths.get(shade)
    if (before === undefined) paths.set(shade, [path])
    else before.push(path)
  }
  const last = (shade: number): number => (Number.isNaN(shade) ? steps + 1 : shade)
  return [...paths]
    .sort(([a], [b]) => last(a) - last(b))
    .map(([shade, parts]) => ({ share: shade / steps, d: parts.join("") }))
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
    const shade = Math.round((meanOf(values, { width, x, y, step }) / end) * steps) + 0
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
