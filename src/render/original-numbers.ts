/**
 * The numbers of the original GridExplainer: the size of each effect as a share of the largest, from 0 to 100, cut to a whole number. The sign is lost,
 * and the largest is always 100, however small it is; where all effects are zero, all numbers are.
 *
 * @example
 * ```ts
 * import { originalNumbers } from "gridexplainer/render"
 * originalNumbers([0.2, -0.05, 0]) // => [100, 25, 0]
 * originalNumbers([0.0002, -0.00005, 0]) // => [100, 25, 0]
 * ```
 */
export function originalNumbers(effects: readonly number[]): readonly number[] {
  const most = effects.reduce((largest, effect) => Math.max(largest, Number.isFinite(effect) ? Math.abs(effect) : 0), 0)
  return effects.map((effect) =>
    most === 0 || !Number.isFinite(effect) ? 0 : Math.trunc((100 * Math.abs(effect)) / most),
  )
}
