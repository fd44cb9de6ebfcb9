import type { Image, PixelArray } from "../types.ts"
import { isBytes, zerosLike } from "./pixel-array.ts"

/** One value of a line as a weighted sum: `weights[0]` times the source's value at `first`, and so on along the line. */
export interface Tap {
  readonly first: number
  readonly weights: Float64Array
}

/** The taps along each side; a side without taps stays as it is. */
export interface Sides {
  readonly columns?: readonly Tap[] | undefined
  readonly rows?: readonly Tap[] | undefined
  /** Where sums are rounded in between, the order shows. @default false */
  readonly rowsFirst?: boolean
}

/**
 * Filters a picture along its sides, one after the other. What it makes is kept, after each side, in an array like `storage`:
 * bytes rounded half up and clipped to 0..255, floats as they are. Sums are made in 64 bits.
 */
export function weigh(image: Image, { columns, rows, rowsFirst = false }: Sides, storage: PixelArray): Image {
  const across = (it: Image): Image => (columns === undefined ? it : weighColumns(it, columns, storage))
  const down = (it: Image): Image => (rows === undefined ? it : weighRows(it, rows, storage))
  return rowsFirst ? across(down(image)) : down(across(image))
}

function weighColumns(image: Image, taps: readonly Tap[], storage: PixelArray): Image {
  const { height, channels, data: source } = image
  const width = taps.length
  const data = zerosLike(storage, width * height * channels)
  const target = clipping(data)
  const rounds = isBytes(storage)
  const from = image.width * channels
  /** A row in 64 bits, whatever the picture holds: the loops below meet one kind of array, and are several times as quick. */
  const line = new Float64Array(from)
  const sums = new Float64Array(width * channels)
  for (let y = 0; y < height; y++) {
    line.set(source.subarray(y * from, (y + 1) * from))
    if (channels === 3) weighLine3(sums, line, taps)
    else weighLine(sums, { line, taps, channels })
    if (rounds) roundAll(sums)
    target.set(sums, y * sums.length)
  }
  return { width, height, channels, data }
}

/** The usual case in one pass over the weights: twice as fast. */
function weighLine3(sums: Float64Array, line: Float64Array, taps: readonly Tap[]): void {
  for (let x = 0; x < taps.length; x++) {
    const { first, weights } = taps[x]!
    let red = 0
    let green = 0
    let blue = 0
    for (let k = 0, from = first * 3; k < weights.length; k++, from += 3) {
      const weight = weights[k]!
      red += weight * line[from]!
      green += weight * line[from + 1]!
      blue += weight * line[from + 2]!
    }
    sums[x * 3] = red
    sums[x * 3 + 1] = green
    sums[x * 3 + 2] = blue
  }
}

function weighLine(
  sums: Float64Array,
  { line, taps, channels }: { readonly line: Float64Array; readonly taps: readonly Tap[]; readonly channels: number },
): void {
  for (let x = 0, to = 0; x < taps.length; x++) {
    const { first, weights } = taps[x]!
    for (let c = 0; c < channels; c++, to++) {
      let sum = 0
      for (let k = 0, from = first * channels + c; k < weights.length; k++, from += channels)
        sum += weights[k]! * line[from]!
      sums[to] = sum
    }
  }
}

function weighRows(image: Image, taps: readonly Tap[], storage: PixelArray): Image {
  const { width, channels, data: source } = image
  const height = taps.length
  const row = width * channels
  const data = zerosLike(storage, row * height)
  const target = clipping(data)
  const rounds = isBytes(storage)
  const sums = new Float64Array(row)
  /** The last rows in 64 bits: neighbouring sums share most of theirs. */
  const room = taps.reduce((most, { weights }) => Math.max(most, weights.length), 1)
  const lines = Array.from({ length: room }, () => new Float64Array(row))
  const holds = new Int32Array(room).fill(-1)
  const lineOf = (y: number): Float64Array => {
    const line = lines[y % room]!
    if (holds[y % room] !== y) line.set(source.subarray(y * row, (y + 1) * row))
    holds[y % room] = y
    return line
  }
  for (let y = 0; y < height; y++) {
    const { first, weights } = taps[y]!
    sums.fill(0)
    // Two rows a pass, the last one perhaps with a second that weighs nothing: the sums are read and written half as often.
    for (let k = 0; k < weights.length; k += 2) {
      const isLast = k + 1 === weights.length
      addLines(sums, {
        ...{ line: lineOf(first + k), weight: weights[k]! },
        ...{ next: lineOf(first + (isLast ? k : k + 1)), nextWeight: isLast ? 0 : weights[k + 1]! },
      })
    }
    if (rounds) roundAll(sums)
    target.set(sums, y * row)
  }
  return { width, height, channels, data }
}

function addLines(
  sums: Float64Array,
  two: {
    readonly line: Float64Array
    readonly weight: number
    readonly next: Float64Array
    readonly nextWeight: number
  },
): void {
  const { line, weight, next, nextWeight } = two
  for (let i = 0; i < sums.length; i++) sums[i] = sums[i]! + weight * line[i]! + nextWeight * next[i]!
}

/** Half up. */
function roundAll(sums: Float64Array): void {
  for (let i = 0; i < sums.length; i++) sums[i] = Math.floor(sums[i]! + 0.5)
}

/** The same memory, clipped to 0..255 on writing where it holds bytes. */
function clipping(data: PixelArray): PixelArray {
  return isBytes(data) ? new Uint8ClampedArray(data.buffer, data.byteOffset, data.length) : data
}
