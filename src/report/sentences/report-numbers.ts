import type { Explanation } from "../../explanation.ts"
import { decimalsWithin } from "../../render/decimals-within.ts"
import { formatEffect, formatScore } from "../../render/format.ts"
import { scaleOf } from "../../render/target-words.ts"
import type { ReportWords } from "../words/english.ts"
import { fillIn, numbered } from "../words/fill-in.ts"

/** Which kind of number: it says which noise floor cuts its digits. */
export type NumberKind = "average" | "alone"

/** Numbers of a report, none with more digits than the noise allows. */
export interface ReportNumbers {
  /** `points`, `logits`. */
  readonly unit: string
  /** An effect without its sign: `6.1 points`. */
  readonly size: (effect: number, kind: NumberKind, half?: number) => string
  /** An effect with its sign and no unit: `+6.1`. */
  readonly signed: (effect: number, kind: NumberKind, half?: number) => string
  /** A noise floor by its first digit: `0.9 points`. */
  readonly floor: (floor: number) => string
  /** A score of the target: `94 %`, `logit 4.2`; a lead in points. */
  readonly targetScore: (score: number, decimals?: "exact") => string
  /** A score of a class, as exact as the noise of single pictures allows, or with the usual decimals. */
  readonly classScore: (score: number, decimals?: "exact") => string
}

export function reportNumbers(explanation: Explanation, words: ReportWords): ReportNumbers {
  const { evidence, model, target } = explanation
  const scale = scaleOf(explanation)
  const units = words.units[scale]
  const floors = evidence?.noise ?? { alone: 0, average: 0 }
  const decimalsOf = (kind: NumberKind, half?: number): number => decimalsWithin(scale, { floor: floors[kind], half })
  const plain = (effect: number, decimals: number): string =>
    formatEffect(Math.abs(effect), scale, { decimals }).replace("+", "")
  const withUnit = (number: string, text = number): string => `${text} ${numbered(units, Number(number))}`
  const size = (effect: number, kind: NumberKind, half?: number): string => {
    const decimals = decimalsOf(kind, half)
    const text = plain(effect, decimals)
    const least = (10 ** -decimals).toFixed(decimals)
    return Number(text) === 0 && effect !== 0
      ? withUnit(least, fillIn(words.lessThan, { number: least }))
      : withUnit(text)
  }
  const ofClass = decimalsWithin(model.scale, { floor: floors.alone })
  const asLogit = (text: string): string =>
    model.scale === "logit" ? fillIn(words.logitScore, { number: text }) : text
  return {
    unit: units.other,
    size,
    signed: (effect, kind, half) => formatEffect(effect, scale, { decimals: decimalsOf(kind, half) }),
    floor: (floor) => {
      const text = floorText(scale === "probability" ? floor * 100 : floor)
      return withUnit(text)
    },
    classScore: (score, decimals) =>
      asLogit(formatScore(score, model.scale, decimals === "exact" ? {} : { decimals: ofClass })),
    targetScore: (score, decimals) =>
      target.chosenBy === "margin" || scale !== "probability"
        ? size(score, "alone")
        : formatScore(score, scale, decimals === "exact" ? {} : { decimals: decimalsOf("alone") }),
  }
}

/** A floor by its first digit, with at most four decimals. */
function floorText(floor: number): string {
  const needed = Math.max(0, -Math.floor(Math.log10(floor)))
  return needed > 4 ? "0.0001" : floor.toFixed(needed)
}
