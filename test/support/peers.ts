/** An array as the reference files hold it: numbers, or bytes in base64. */
export interface PeerArray {
  readonly shape: readonly number[]
  readonly dtype?: string
  readonly layout?: string
  readonly data?: readonly number[]
  readonly base64?: string
}

/** The flat, row-major numbers of a reference array. */
export function numbersOf(array: PeerArray): Float64Array {
  return array.base64 === undefined ? Float64Array.from(array.data ?? []) : Float64Array.from(bytesOf(array))
}

/** The bytes of a reference picture, or the 16-bit values of a label map. */
export function bytesOf(array: PeerArray): Uint8Array | Uint16Array {
  const bytes = Uint8Array.from(atob(array.base64 ?? ""), (letter) => letter.charCodeAt(0))
  return array.dtype === "uint16" ? new Uint16Array(bytes.buffer) : bytes
}

/** (C,H,W) numbers as (H,W,C), the order of an `Image`. */
export function channelsLast(data: ArrayLike<number>, [c, h, w]: readonly [number, number, number]): Float64Array {
  const out = new Float64Array(c * h * w)
  for (let k = 0; k < c; k++) for (let i = 0; i < h * w; i++) out[i * c + k] = data[k * h * w + i]!
  return out
}

/** The largest absolute difference between two arrays of equal length. */
export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new RangeError(`lengths differ: ${a.length} and ${b.length}`)
  let worst = 0
  for (let i = 0; i < a.length; i++) worst = Math.max(worst, Math.abs(a[i]! - b[i]!))
  return worst
}
