import type { Explanation } from "../explanation.ts"
import { decimalsWithin } from "./decimals-within.ts"
import { effectDecimals, effectUnit, formatEffect, formatScore } from "./format.ts"
import { scaleOf } from "./target-words.ts"

/** Numbers of evidence as sentences write them: none with more digits than the noise floor allows. */
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
  const { evidence, model, target } = explanation
  const scale = scaleOf(explanation)
  const floors = evidence?.noise ?? { alone: 0, average: 0 }
  const plain = (effect: number, decimals: number): string =>
    formatEffect(Math.abs(effect), scale, { decimals }).replace("+", "")
  const size = (effect: number, decimals: number): string => {
    const text = plain(effect, decimals)
    return Number(text) === 0 && effect !== 0 ? `less than ${(10 ** -decimals).toFixed(decimals)}` : text
  }
  const average = (effect: number, ends: readonly [number, number]): string => {
    const half = (ends[1] - ends[0]) / 2
    const decimals = decimalsWithin(scale, { floor: floors.average, half })
    const text = withUnit(size(effect, decimals))
    if (Number(plain(effect, decimals)) === 0) return text
    const [near, far] = ends
      .map(Math.abs)
      .sort((a, b) => a - b)
      .map((end) => plain(end, decimals))
    return `${text}, between ${near} and ${far} (90 % sure)`
  }
  const withUnit = (text: string): string =>
    `${text} ${/^(less than )?1$/.test(text) ? effectUnit(scale).slice(0, -1) : effectUnit(scale)}`
  const alone = decimalsWithin(scale, { floor: floors.alone })
  const ofClass = decimalsWithin(model.scale, { floor: floors.alone })
  return {
    average,
    alone: (effect) => size(effect, alone),
    floor: (floor) => withUnit(floorText(scale === "probability" ? floor * 100 : floor, effectDecimals(scale))),
    withUnit,
    classScore: (score) =>
      `${model.scale === "logit" ? "logit " : ""}${formatScore(score, model.scale, { decimals: ofClass })}`,
    targetScore: (score) =>
      target.chosenBy === "margin" || scale !== "probability"
        ? withUnit(size(score, alone))
        : formatScore(score, scale, { decimals: alone }),
  }
}

/** Two decimals more than effects have: a floor may be far smaller than what is worth a digit. */
function floorText(floor: number, decimals: number): string {
  const most = decimals + 2
  const needed = Math.max(0, -Math.floor(Math.log10(floor)))
  return needed > most ? `less than ${(10 ** -most).toFixed(most)}` : floor.toFixed(needed)
}
