import { type MappedEffects, saliencyMap } from "../../attribution/saliency-map.ts"
import type { Size } from "../../types.ts"

/**
 * The saliency map with linear transitions between the middles of neighbouring squares (of a sliding window: between its steps).
 * `seen.size.height * seen.size.width` numbers, row by row.
 *
 * A map of equal steps, averaged over one step along each axis, is exactly its bilinear interpolation. What has no value keeps none, and the
 * averages around it are those of the other pixels.
 */
export function smoothMap(mapped: MappedEffects): Float64Array {
  const { size } = mapped.record.seen
  const step = stepOf(mapped.record)
  const exact = saliencyMap(mapped)
  const known = exact.map((value) => (Number.isFinite(value) ? 1 : 0))
  const means = blended(
    exact.map((value, i) => (known[i] === 1 ? value : 0)),
    size,
    step,
  )
  const weights = blended(known, size, step)
  return means.map((mean, i) => (known[i] === 1 ? mean / weights[i]! : Number.NaN))
}

function blended(values: Float64Array, { width, height }: Size, step: Size): Float64Array {
  const rows = averaged(values, { length: width, stride: 1, lines: height, next: width }, step.width)
  return averaged(rows, { length: height, stride: width, lines: width, next: 1 }, step.height)
}

function stepOf({ regions: { layout }, seen: { size } }: MappedEffects["record"]): Size {
  if (layout.kind === "mask")
    throw new RangeError("map smooth needs a grid or windows, got masks, which have no neighbours")
  return layout.kind === "window"
    ? layout.stride
    : { width: Math.floor(size.width / layout.columns), height: Math.floor(size.height / layout.rows) }
}

interface Lines {
  readonly length: number
  /** From one value of a line to the next. */
  readonly stride: number
  readonly lines: number
  /** From one line to the next. */
  readonly next: number
}

/** A moving average over `step` values along each line, half of an outer one on both sides where `step` is even; beyond an end its last value goes on. */
function averaged(values: Float64Array, { length, stride, lines, next }: Lines, step: number): Float64Array {
  const result = new Float64Array(values.length)
  const before = step >> 1
  for (let line = 0; line < lines; line++) {
    const at = (i: number): number => values[line * next + Math.min(length - 1, Math.max(0, i)) * stride]!
    let sum = 0
    for (let i = -before; i < step - before; i++) sum += at(i)
    for (let i = 0; i < length; i++) {
      const after = sum + at(i + step - before) - at(i - before)
      result[line * next + i * stride] = (step % 2 === 0 ? (sum + after) / 2 : sum) / step
      sum = after
    }
  }
  return result
}
