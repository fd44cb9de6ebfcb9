import type { EffectMeaning, FunctionScale } from "../explanation.ts"
import { scaleOf } from "../reading/scale-of.ts"
import { strongestRegion } from "../reading/strongest-region.ts"
import type { View } from "../reading/view.ts"
import { decimalsWithin } from "./decimals-within.ts"
import type { Words } from "./english.ts"
import { fillIn, numbered } from "./fill-in.ts"
import { effectDecimals, fixed, formatEffect, formatScore } from "./format.ts"

/** The kind of effect that a number is, which decides the noise floor that limits its digits. */
export type NumberKind = "average" | "alone" | "around"

/** Writes numbers, none with more digits than the noise allows. */
export interface Numbers {
  /** `points`, `logits`. */
  readonly unit: string
  /** Decimals of the effects in front, in sentences, squares, legends and tables alike. */
  readonly decimals: number
  /** An effect with its sign, without its unit: `+6.1`. Without a kind, one of the effects in front. */
  readonly signed: (effect: number, kind?: NumberKind) => string
  /** The same with its unit: `+6.1 points`. */
  readonly signedSize: (effect: number, kind?: NumberKind) => string
  /** The size of an effect without sign and unit: `6.1`. */
  readonly bare: (effect: number, kind?: NumberKind) => string
  /** The size of an effect with its unit: `6.1 points`, `less than 0.1 points`. */
  readonly size: (effect: number, kind?: NumberKind) => string
  /** A noise floor with one digit: `0.9 points`. */
  readonly floor: (floor: number) => string
  /** The score of a class: `94 %`, `logit 4.2`; `exact`: with the usual decimals, as for the untouched picture, which was asked about by itself. */
  readonly classScore: (score: number, digits?: "exact") => string
  /** The target's own score: `94 %`, `−0.30 logits`; a lead: `12 points`. */
  readonly targetScore: (score: number, digits?: "exact") => string
}

/** The most decimals of a floor. */
const MOST = 4

/** The kind of number for each kind of effect. */
const kinds: Readonly<Record<EffectMeaning, NumberKind>> = {
  average: "average",
  alone: "alone",
  "shown-alone": "alone",
  around: "around",
}

/** Writes every number of a view. `decimals` is the most for the effects in front, if squares have no room for more. */
export function numbersOf(view: View, words: Words, options: { readonly decimals?: number | undefined } = {}): Numbers {
  const { record } = view
  const scale = scaleOf(record)
  const decimals = Math.min(options.decimals ?? Number.POSITIVE_INFINITY, shownDecimals(view))
  const noise = record.evidence?.noise
  const among = (kind: NumberKind = own): number =>
    kind === own ? decimals : decimalsWithin(scale, { floor: noise?.[kind] ?? 0 })
  const ofAnswers = (of: FunctionScale): number => decimalsWithin(of, { floor: noise?.alone ?? 0 })
  const signed = (effect: number, kind?: NumberKind): string => formatEffect(effect, scale, { decimals: among(kind) })
  const bare = (effect: number, kind?: NumberKind): string => signed(Math.abs(effect), kind).replace("+", "")
  const own = kinds[view.means]
  const unit = { scale, words }
  const orLess = (number: string, effect: number, least: () => string): string =>
    Number(number) === 0 && effect !== 0 ? withUnit(least(), { ...unit, isLess: true }) : withUnit(number, unit)
  const isLead = record.target.chosenBy === "margin"
  return {
    unit: words.unitNames[scale],
    decimals,
    signed,
    bare,
    signedSize: (effect, kind) => withUnit(signed(effect, kind), unit),
    size: (effect, kind) => orLess(bare(effect, kind), effect, () => (10 ** -among(kind)).toFixed(among(kind))),
    floor: (floor) => {
      const inUnits = scale === "probability" ? floor * 100 : floor
      const digits = Math.max(0, -Math.floor(Math.log10(inUnits)))
      return orLess(digits > MOST ? "0" : fixed(inUnits, digits), inUnits, () => (10 ** -MOST).toFixed(MOST))
    },
    classScore: (score, digits) => {
      const of = record.model.scale
      const text = tiedPercent(formatScore(score, of, digits === "exact" ? {} : { decimals: ofAnswers(of) }))
      return of === "logit" ? fillIn(words.logitScore, { number: text }) : text
    },
    targetScore: (score, digits) => {
      const places = digits === "exact" ? effectDecimals(scale) : ofAnswers(scale)
      if (scale === "probability" && !isLead) return tiedPercent(formatScore(score, scale, { decimals: places }))
      const number = formatEffect(score, scale, { decimals: places }).replace("+", "")
      return scale === "number" && !isLead ? number : withUnit(number, unit)
    },
  }
}

/**
 * Decimals of all effects of a view: as many as the noise floor of their kind and the interval of the strongest effect allow. So a number is written the same
 * in sentence, square, legend and table, and a square never claims more than the sentence about it.
 */
export function shownDecimals(view: View): number {
  const scale = scaleOf(view.record)
  if (!view.judged) return effectDecimals(scale)
  const half = view.low === undefined ? 0 : (view.regions[strongestRegion(view)]?.half ?? 0)
  return decimalsWithin(scale, { floor: view.floor ?? 0, half })
}

/** `6.1 points`, `1 point`, `+1 point`; `isLess`: `less than 1 point`. */
export function withUnit(
  number: string,
  { scale, words, isLess = false }: { readonly scale: FunctionScale; readonly words: Words; readonly isLess?: boolean },
): string {
  const written = isLess ? fillIn(words.lessThan, { number }) : number
  return fillIn(numbered(words.units[scale], /^[+−]?1$/.test(number) ? 1 : 2), { number: written })
}

function tiedPercent(text: string): string {
  return text.replace(" %", "\u00a0%")
}
