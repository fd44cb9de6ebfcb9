import type { Explanation, FunctionScale } from "../explanation.ts"
import { answersOf } from "./details.ts"
import { effectUnit, formatEffect, plainText } from "./format.ts"
import { type PaletteName, palettes } from "./palettes.ts"
import { scaleOf, targetWords } from "./target-words.ts"

/**
 * What is explained and its score: `espresso, 94.1 %`, `wolf rather than husky, +35.2 points`.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { titleOf } from "gridexplainer/render"
 * const image = { width: 2, height: 2, channels: 1, data: Uint8Array.of(255, 0, 0, 51) } as const
 * const model = functionModel((images) => images.map(({ data }) => [(data[0]! + data[3]!) / 510]))
 * const explanation = await explain(model, image, { regions: grid(2), fill: 0 })
 * titleOf(explanation) // => "class 0, 60.0 %"
 * ```
 */
export function titleOf(explanation: Explanation): string {
  const { name, score, scale, quantity } = targetWords(explanation)
  const kind = scale === "logit" && quantity === "score" ? "logit " : ""
  return `${name}, ${kind}${score(explanation.target.score)}`
}

export interface CaptionOptions {
  /** Whose colours are named. @default "PuOr" */
  readonly palette?: PaletteName
  /** @default "points" */
  readonly style?: "points" | "original"
}

/**
 * Which region changes the score most and what the colours mean; or that no region moves the answer.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { captionOf } from "gridexplainer/render"
 * const image = { width: 2, height: 2, channels: 1, data: Uint8Array.of(255, 0, 0, 51) } as const
 * const model = functionModel((images) => images.map(({ data }) => [(data[0]! + data[3]!) / 510]))
 * const explanation = await explain(model, image, { regions: grid(2), fill: 0 })
 * captionOf(explanation).startsWith("Hiding the square at row 1, column 1 lowers class 0 from 60.0 % to 10.0 %") // => true
 * ```
 */
export function captionOf(explanation: Explanation, options: CaptionOptions = {}): string {
  if (options.style === "original") return `${findingOf(explanation)}${meaningOfHundred(explanation)}`
  const { plus, minus } = palettes[options.palette ?? "PuOr"]
  const capital = plus.charAt(0).toUpperCase() + plus.slice(1)
  const meaning = meaningOf(explanation, { plus: `${capital} (+)`, minus: `${minus} with stripes (−)` })
  return [
    ...answersOf(explanation).map((answer) => `${answer}.`),
    findingOf(explanation),
    ...(movesTheAnswer(explanation) ? [meaning] : []),
  ].join(" ")
}

/** Nothing where no region changes anything, and no number is 100. */
function meaningOfHundred({ effects }: Explanation): string {
  const some = effects.some((effect) => Number.isFinite(effect) && effect !== 0)
  return some ? " 100 stands for that change, whatever its size, and signs are not shown." : ""
}

/** Which region changes the score most, and to what; or that none moves the answer. */
export function findingOf(explanation: Explanation): string {
  const finding = movesTheAnswer(explanation) ? strongestSentence(explanation) : stillSentence(explanation)
  const { effects } = explanation
  const missing = effects.filter((effect) => !Number.isFinite(effect)).length
  const rest =
    missing === 0 || missing === effects.length ? "" : ` ${missing} of them ${missing === 1 ? "has" : "have"} no value.`
  return `${finding}${rest}`
}

/** What plus and minus mean, under the names that they have where they are drawn. */
export function meaningOf(explanation: Explanation, { plus, minus }: { plus: string; minus: string }): string {
  const alone = explanation.design === "all-but-one"
  const action = alone ? "showing it alone" : "hiding it"
  const [up, down] = alone ? ["raises", "lowers"] : ["lowers", "raises"]
  const words = targetWords(explanation)
  return `${plus} ${words.plus}: ${action} ${up} the ${words.quantity}; ${minus} ${words.minus}: ${action} ${down} the ${words.quantity}.`
}

/** What stands over the coloured picture. */
export function headingOf(
  explanation: Explanation,
  options: {
    readonly style?: "points" | "original"
    readonly map?: "exact" | "smooth"
    /** Pixels that there are for it, at 15 pixels a letter's height. */
    readonly room?: number
  } = {},
): string {
  const { design, regions } = explanation
  const unit = effectUnit(scaleOf(explanation))
  const singular = nounOf(explanation).slice(0, -1)
  const action = design === "all-but-one" ? `showing each ${singular} alone` : `hiding each ${singular}`
  const short = options.room !== undefined && options.room < 330
  if (options.style === "original") return short ? "From 0 to 100" : `How much ${action} changes, from 0 to 100`
  if (short) return `Change in ${unit}`
  const mean = regions.layout.kind === "window" ? " on average" : ""
  const smooth = options.map === "smooth" ? ", smoothed" : ""
  return `What ${action} changes${mean}, in ${unit}${smooth}`
}

/** `the square at row 3, column 5`; rows and columns count from 1. */
export function regionName(explanation: Explanation, index: number): string {
  const { layout, boxes } = explanation.regions
  if (layout.kind === "mask") return `region ${index + 1} of ${boxes.length}`
  const place = `row ${Math.floor(index / layout.columns) + 1}, column ${(index % layout.columns) + 1}`
  return `the ${layout.kind === "grid" ? "square" : "window"} at ${place}`
}

/** The index of the largest effect, whatever its sign; the first of equals, and 0 where none has a value. */
export function strongestRegion({ effects }: Pick<Explanation, "effects">): number {
  let strongest = 0
  let most = -1
  effects.forEach((effect, index) => {
    if (!Number.isFinite(effect) || Math.abs(effect) <= most) return
    strongest = index
    most = Math.abs(effect)
  })
  return strongest
}

/** Whether any effect reaches 1 point (0.04 logits, which is 1 point at 50 %). */
export function movesTheAnswer(explanation: Explanation): boolean {
  const strongest = explanation.effects[strongestRegion(explanation)]!
  return Number.isFinite(strongest) && Math.abs(strongest) >= leastMove[scaleOf(explanation)]
}

const leastMove: Readonly<Record<FunctionScale, number>> = { probability: 0.01, logit: 0.04, number: 0.01 }

function strongestSentence(explanation: Explanation): string {
  const index = strongestRegion(explanation)
  const among = `the largest change among ${explanation.effects.length} ${nounOf(explanation)}`
  return `${changeOf(explanation, index)}, ${among}${newAnswer(explanation, index)}.`
}

/** `Hiding the square at row 2, column 4 lowers espresso from 94.0 % to 85.0 %`, without a full stop. */
export function changeOf(explanation: Explanation, index: number): string {
  const { target, effects, design } = explanation
  const { subject, amount, unit, scale } = targetWords(explanation)
  const effect = effects[index]!
  if (!Number.isFinite(effect)) return `${regionName(explanation, index)} has no value`
  const alone = design === "all-but-one"
  const from = alone ? explanation.hiddenScore : target.score
  const verb = effect > 0 === alone ? "raises" : "lowers"
  const change =
    from === undefined
      ? `${verb} ${subject} by ${formatEffect(Math.abs(effect), scale).slice(1)} ${effectUnit(scale)}`
      : `${verb} ${subject} from ${amount(from)}${alone ? " (everything hidden)" : ""} to ${amount(alone ? from + effect : from - effect)}${unit}`
  return `${alone ? "Showing only" : "Hiding"} ${regionName(explanation, index)} ${change}`
}

function stillSentence(explanation: Explanation): string {
  const { effects, design } = explanation
  const { subject, scale } = targetWords(explanation)
  const largest = Math.abs(effects[strongestRegion(explanation)] ?? 0)
  if (!Number.isFinite(largest)) return `None of the ${effects.length} ${nounOf(explanation)} has a value.`
  const most = formatEffect(largest, scale).replace("+", "")
  const singular = nounOf(explanation).slice(0, -1)
  const action = design === "all-but-one" ? "showing only one" : "hiding one"
  return `No single ${singular} moves the answer: ${action} of the ${effects.length} changes ${subject} by at most ${most} ${effectUnit(scale)}.`
}

/** `; the answer then becomes cup`, where hiding the region made another class the model's first answer. */
function newAnswer({ design, target, top, topPerRegion }: Explanation, index: number): string {
  const after = topPerRegion?.[index]
  if (design !== "one-at-a-time" || after === undefined) return ""
  return target.index === top[0]?.index && after.index !== target.index
    ? `; the answer then becomes ${plainText(after.label)}`
    : ""
}

export function nounOf({ regions }: Explanation): "squares" | "windows" | "regions" {
  return ({ grid: "squares", window: "windows", mask: "regions" } as const)[regions.layout.kind]
}
