import type { Explanation } from "../explanation.ts"
import { scaleOf } from "../reading/scale-of.ts"
import { effectUnit } from "./format.ts"
import { noiseNumbers, type WrittenSize } from "./noise-numbers.ts"

/** Numbers of evidence as sentences under a drawing write them: none with more digits than the noise floor allows. */
export interface EvidenceNumbers {
  /** The size of an effect on average with the ends of its interval: `4.1 points, between 3.1 and 5.2 (90 % sure)`. */
  readonly average: (effect: number, interval: readonly [low: number, high: number]) => string
  /** The size of an effect of single pictures, without sign and unit: `4`. */
  readonly alone: (effect: number) => string
  /** A noise floor: its first digit, with its unit: `0.3 points`. */
  readonly floor: (floor: number) => string
  /** `4.1 points`, `1 point`. */
  readonly withUnit: (size: string) => string
  /** The score of a class: `61 %`, `logit 4.2`. */
  readonly classScore: (score: number) => string
  /** The target's own score, or a lead: `61 %`, `12 points`. */
  readonly targetScore: (score: number) => string
}

export function evidenceNumbers(explanation: Explanation): EvidenceNumbers {
  const { model, target } = explanation
  const scale = scaleOf(explanation)
  const numbers = noiseNumbers(explanation)
  const withUnit = (text: string): string =>
    `${text} ${/^(less than )?1$/.test(text) ? effectUnit(scale).slice(0, -1) : effectUnit(scale)}`
  const average = (effect: number, ends: readonly [number, number]): string => {
    const half = (ends[1] - ends[0]) / 2
    const written = numbers.size(effect, "average", half)
    const text = withUnit(inWords(written))
    if (written.isLess || Number(written.number) === 0) return text
    const [near, far] = ends
      .map(Math.abs)
      .sort((a, b) => a - b)
      .map((end) => numbers.signed(end, "average", half).replace("+", ""))
    return `${text}, between ${near} and ${far} (90 % sure)`
  }
  const alone = (effect: number): string => inWords(numbers.size(effect, "alone"))
  const isSize = target.chosenBy === "margin" || scale !== "probability"
  return {
    average,
    alone,
    floor: (floor) => withUnit(inWords(numbers.floor(floor))),
    withUnit,
    classScore: (score) => `${model.scale === "logit" ? "logit " : ""}${numbers.classScore(score)}`,
    targetScore: (score) => (isSize ? withUnit(alone(score)) : numbers.targetScore(score)),
  }
}

function inWords({ number, isLess }: WrittenSize): string {
  return isLess ? `less than ${number}` : number
}
