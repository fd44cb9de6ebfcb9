import type { Explanation, FunctionScale } from "../explanation.ts"
import { effectDecimals } from "./format.ts"
import { scaleOf } from "./target-words.ts"

/** Decimals of the effects of a record where there is room: as many as the noise floor of their kind allows, where it is known. */
export function shownDecimals(explanation: Explanation): number {
  const scale = scaleOf(explanation)
  const { design, evidence } = explanation
  if (evidence === undefined || design === "all-but-one") return effectDecimals(scale)
  return decimalsWithin(scale, { floor: design === "random-masks" ? evidence.noise.average : evidence.noise.alone })
}

/**
 * Decimals that a number may have beside a noise floor, and beside half an interval where there is one: no digit behind the first of the floor, and of the half
 * interval its first digit, or the first two where they are at most 35.
 *
 * Source of the second rule: how the Particle Data Group rounds (Review of Particle Physics, introduction, 5.3). Points of probability count in hundredths.
 */
export function decimalsWithin(
  scale: FunctionScale,
  { floor, half = 0 }: { readonly floor: number; readonly half?: number | undefined },
): number {
  const unit = scale === "probability" ? 100 : 1
  const allowed = Math.min(firstDigit(floor * unit), lastKnownDigit(half * unit))
  return Math.max(0, Math.min(effectDecimals(scale), allowed))
}

/** The place of a number's first digit behind the point: 1 for 0.4, 0 for 3, -1 for 25. */
function firstDigit(size: number): number {
  return size > 0 ? 0 - Math.floor(Math.log10(size)) : Number.POSITIVE_INFINITY
}

function lastKnownDigit(half: number): number {
  const first = firstDigit(half)
  return Number.isFinite(first) && half * 10 ** first <= 3.5 ? first + 1 : first
}
