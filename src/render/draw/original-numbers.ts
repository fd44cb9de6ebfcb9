import { extent } from "../color/extent.ts"

/**
 * The numbers of the original GridExplainer: the size of each effect as a share of the largest, from 0 to 100, truncated to a whole number. The sign is lost,
 * and the largest is always 100, however small it is; if all effects are zero, all numbers are. NaN stays NaN.
 *
 * @example
 * ```ts
 * import { originalNumbers } from "gridexplainer/render"
 * originalNumbers([0.2, -0.05, 0]) // => [100, 25, 0]
 * originalNumbers([0.0002, -0.00005, 0]) // => [100, 25, 0]
 * ```
 */
export function originalNumbers(effects: readonly number[]): readonly number[] {
  const { least, most } = extent(effects)
  const largest = Math.max(most, -least)
  return effects.map((effect) => {
    if (!Number.isFinite(effect)) return Number.NaN
    // Divided first: (100 * x) / x is below 100 for one number in fourteen.
    return largest === 0 ? 0 : Math.trunc(100 * (Math.abs(effect) / largest))
  })
}
