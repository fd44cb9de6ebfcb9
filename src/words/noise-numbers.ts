import type { EffectMeaning, Explanation } from "../explanation.ts"
import { scaleOf } from "../reading/scale-of.ts"
import { decimalsWithin } from "./decimals-within.ts"
import { fixed, formatEffect, formatScore } from "./format.ts"

/** Which kind of effect a number is: it says which noise floor cuts its digits. */
export type NumberKind = "average" | "alone"

/** The kind of effects with this meaning. */
export const numberKind: Readonly<Record<EffectMeaning, NumberKind>> = {
  alone: "alone",
  "shown-alone": "alone",
  average: "average",
}

/** A size as it is written, without sign and unit. */
export interface WrittenSize {
  readonly number: string
  /** It is not zero, and less than the number, which is the least that can be written. */
  readonly isLess: boolean
}

/** Numbers with no more digits than the noise allows, bare of words: drawings and reports put theirs round them. */
export interface NoiseNumbers {
  /** The size of an effect; `half` is half the width of its interval. */
  readonly size: (effect: number, kind: NumberKind, half?: number) => WrittenSize
  /** An effect with its sign: `+6.1`. */
  readonly signed: (effect: number, kind: NumberKind, half?: number) => string
  /** A noise floor by its first digit. */
  readonly floor: (floor: number) => WrittenSize
  /** The score of a class: `94 %`, `4.2`. */
  readonly classScore: (score: number) => string
  /** The target's own score, in its own scale. */
  readonly targetScore: (score: number) => string
}

export function noiseNumbers(explanation: Explanation): NoiseNumbers {
  const { evidence, model } = explanation
  const scale = scaleOf(explanation)
  const floors = evidence?.noise ?? { alone: 0, average: 0 }
  const decimalsOf = (kind: NumberKind, half?: number): number => decimalsWithin(scale, { floor: floors[kind], half })
  const ofClass = decimalsWithin(model.scale, { floor: floors.alone })
  return {
    size: (effect, kind, half) => {
      const decimals = decimalsOf(kind, half)
      const number = formatEffect(Math.abs(effect), scale, { decimals }).replace("+", "")
      return Number(number) === 0 && effect !== 0 ? least(decimals) : { number, isLess: false }
    },
    signed: (effect, kind, half) => formatEffect(effect, scale, { decimals: decimalsOf(kind, half) }),
    floor: (floor) => byFirstDigit(scale === "probability" ? floor * 100 : floor),
    classScore: (score) => formatScore(score, model.scale, { decimals: ofClass }),
    targetScore: (score) => formatScore(score, scale, { decimals: decimalsOf("alone") }),
  }
}

/** Decimals of a floor at most. */
const MOST = 4

function byFirstDigit(floor: number): WrittenSize {
  const needed = Math.max(0, -Math.floor(Math.log10(floor)))
  return needed > MOST ? least(MOST) : { number: fixed(floor, needed), isLess: false }
}

function least(decimals: number): WrittenSize {
  return { number: (10 ** -decimals).toFixed(decimals), isLess: true }
}
