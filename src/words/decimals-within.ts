import type { FunctionScale } from "../explanation.ts"
import { effectDecimals } from "./format.ts"

/**
 * How many decimals a number may have, given a noise floor and perhaps half an interval: it ends at the first digit of each, or at the second
 * if the first two digits are at most 35. So with a floor of 0.4 a number ends at tenths, with 1.2 too, and with 5 it is whole.
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

/** The place of a digit after the decimal point: 1 for tenths, 0 for ones, -1 for tens. */
function lastKnownDigit(uncertain: number): number {
  if (!(uncertain > 0)) return Number.POSITIVE_INFINITY
  const first = -Math.floor(Math.log10(uncertain))
  return uncertain * 10 ** first <= 3.5 ? first + 1 : first
}
