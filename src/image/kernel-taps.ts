import type { Tap } from "./weigh.ts"

/** A resampling curve: `weight(distance)`, which is 0 from `reach` on. Distances are in pixels of the coarser picture. */
export interface Kernel {
  readonly reach: number
  readonly weight: (distance: number) => number
}

/** The curves of Pillow's filters except "nearest", which copies one pixel and needs no weights. */
export const kernels: {
  readonly [name in "box" | "bilinear" | "hamming" | "bicubic" | "lanczos"]: Kernel
} = {
  box: { reach: 0.5, weight: (x) => (x > -0.5 && x <= 0.5 ? 1 : 0) },
  bilinear: { reach: 1, weight: (x) => Math.max(0, 1 - Math.abs(x)) },
  hamming: { reach: 1, weight: (x) => (Math.abs(x) < 1 ? sinc(x) * raisedCosine(x) : 0) },
  bicubic: { reach: 2, weight: (x) => cubic(Math.abs(x)) },
  lanczos: { reach: 3, weight: (x) => (x >= -3 && x < 3 ? sinc(x) * sinc(x / 3) : 0) },
}

export interface KernelTapsOptions {
  /** Whether the kernel is widened over everything that falls on one new pixel when the line shrinks. @default true */
  readonly widen?: boolean
  /** Rounds what a position is computed from; `Math.fround` for libraries that compute it in 32 bits. @default none */
  readonly round?: (value: number) => number
}

/**
 * The taps that resample a line of `from` values to `to` values. Pixels are areas: the middle of pixel i is i + 0.5.
 * Taps outside the line are dropped, and the rest are scaled to a sum of 1.
 */
export function kernelTaps(
  { from, to }: { readonly from: number; readonly to: number },
  kernel: Kernel,
  options: KernelTapsOptions = {},
): Tap[] {
  const { widen = true, round } = options
  const scale = round === undefined ? from / to : round(1 / round(to / from))
  const width = widen ? Math.max(scale, 1) : 1
  const reach = kernel.reach * width
  return Array.from({ length: to }, (_, i) => {
    const exact = (i + 0.5) * scale
    const centre = round === undefined ? exact : round(exact)
    const first = Math.max(0, Math.floor(centre - reach + 0.5))
    const end = Math.min(from, Math.floor(centre + reach + 0.5))
    const weights = Float64Array.from({ length: end - first }, (_, k) =>
      kernel.weight((first + k - centre + 0.5) * (1 / width)),
    )
    return { first, weights: scaledToOne(weights) }
  })
}

/** The weights divided by their sum. */
export function scaledToOne(weights: Float64Array): Float64Array {
  const sum = weights.reduce((a, b) => a + b, 0)
  return weights.map((weight) => weight / sum)
}

/** Keys's cubic convolution with a = -0.5. */
export function cubic(x: number): number {
  if (x < 1) return (1.5 * x - 2.5) * x * x + 1
  return x < 2 ? (((x - 5) * x + 8) * x - 4) * -0.5 : 0
}

/** Hamming's window. Pillow stores its two constants in 32 bits, which now and then changes a level. */
function raisedCosine(x: number): number {
  return Math.fround(0.54) + Math.fround(0.46) * Math.cos(Math.PI * x)
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)
}
