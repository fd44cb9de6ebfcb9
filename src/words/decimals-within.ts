import type { Explanation, FunctionScale } from "../explanation.ts"
import { scaleOf } from "../reading/scale-of.ts"
import { type View, viewOf } from "../reading/view.ts"
import { effectDecimals } from "./format.ts"

/** Decimals of the effects of a record where there is room: as many as the noise floor of their kind allows, where it is known. */
export function shownDecimals(of: Explanation | View): number {
  const { record, floor } = viewOf(of)
  const scale = scaleOf(record)
  return floor === undefined ? effectDecimals(scale) : decimalsWithin(scale, { floor })
}

/**
 * Decimals that a number may have beside a noise floor, and beside half an interval where there is one: it ends at the first digit of each, or at the second
 * where the two are at most 35. So a number beside a floor of 0.4 ends at tenths, as it does beside one of 1.2, and beside one of 5 it is whole.
 *
 * Source: how the Particle Data Group rounds (Review of Particle Physics, introduction, 5.3). Points of probability count in hundredths.
 */
export function decimalsWithin(
  scale: FunctionScale,
  { floor, half = 0 }: { readonly floor: number; readonly half?: number | undefined },
): number {
  const unit = scale === "probability" ? 100 : 1
  const allowed = Math.min(lastKnownDigit(floor * unit), lastKnownDigit(half * unit))
  return Math.max(0, Math.min(effectDecimals(scale), allowed))
}

/** The place of a digit behind the point: 1 for tenths, 0 for ones, -1 for tens. */
function lastKnownDigit(uncertain: number): number {
  if (!(uncertain > 0)) return Number.POSITIVE_INFINITY
  const first = -Math.floor(Math.log10(uncertain))
  return uncertain * 10 ** first <= 3.5 ? first + 1 : first
}
