import type { Explanation } from "../../explanation.ts"
import { scaleOf } from "../../reading/scale-of.ts"
import type { ReportWords } from "../english.ts"
import { fillIn, numbered } from "../fill-in.ts"
import { formatScore } from "../format.ts"
import { type NoiseNumbers, type NumberKind, noiseNumbers, type WrittenSize } from "../noise-numbers.ts"

/** Numbers of a report in its words, none with more digits than the noise allows. */
export interface ReportNumbers extends Pick<NoiseNumbers, "signed"> {
  /** `points`, `logits`. */
  readonly unit: string
  /** An effect without its sign: `6.1 points`. */
  readonly size: (effect: number, kind: NumberKind, half?: number) => string
  /** A noise floor by its first digit: `0.9 points`. */
  readonly floor: (floor: number) => string
  /** A score of the target: `94 %`, `logit 4.2`; a lead in points. */
  readonly targetScore: (score: number, decimals?: "exact") => string
  /** A score of a class, as exact as the noise of single pictures allows, or with the usual decimals. */
  readonly classScore: (score: number, decimals?: "exact") => string
}

export function reportNumbers(explanation: Explanation, words: ReportWords): ReportNumbers {
  const { model, target } = explanation
  const scale = scaleOf(explanation)
  const units = words.units[scale]
  const numbers = noiseNumbers(explanation)
  const withUnit = ({ number, isLess }: WrittenSize): string =>
    `${isLess ? fillIn(words.lessThan, { number }) : number} ${numbered(units, Number(number))}`
  const asLogit = (text: string): string =>
    model.scale === "logit" ? fillIn(words.logitScore, { number: text }) : text
  const isSize = target.chosenBy === "margin" || scale !== "probability"
  return {
    unit: units.other,
    size: (effect, kind, half) => withUnit(numbers.size(effect, kind, half)),
    signed: numbers.signed,
    floor: (floor) => withUnit(numbers.floor(floor)),
    classScore: (score, decimals) =>
      asLogit(decimals === "exact" ? formatScore(score, model.scale) : numbers.classScore(score)),
    targetScore: (score, decimals) => {
      if (isSize) return withUnit(numbers.size(score, "alone"))
      return decimals === "exact" ? formatScore(score, scale) : numbers.targetScore(score)
    },
  }
}
