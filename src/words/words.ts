import type { EffectMeaning, Explanation } from "../explanation.ts"
import { movesTheAnswer } from "../reading/strongest-region.ts"
import { type View, viewOf } from "../reading/view.ts"
import { type PaletteName, palettes } from "../render/color/palettes.ts"
import { answersOf } from "./details.ts"
import type { SetMarks } from "./evidence-sentence.ts"
import { evidenceWords } from "./evidence-words.ts"
import { findingOf } from "./finding.ts"
import { targetWords } from "./target-words.ts"

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
export function titleOf(of: Explanation | View): string {
  const explanation = viewOf(of).record
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
export function captionOf(of: Explanation | View, options: CaptionOptions = {}): string {
  const view = viewOf(of)
  const meaning = view.record.evidence === undefined ? [] : [coloursOf(view, options)]
  return [warningOf(view), ...captionLines(view, options), ...meaning].filter((text) => text !== "").join(" ")
}

/** What stands under a picture whose warning stands above it: one paragraph, or where there is evidence a sentence each, the colours left to the legend. */
export function captionLines(of: Explanation | View, options: CaptionOptions = {}): readonly string[] {
  const view = viewOf(of)
  if (options.style === "original") return [`${findingOf(view)}${meaningOfHundred(view)}`]
  const answers = answersOf(view.record).map((answer) => `${answer}.`)
  const { sentences } = evidenceWords(view, { marks: drawnMarks })
  if (sentences.length > 0) return [...answers, ...sentences.map(({ text }) => text)]
  return [[...answers, findingOf(view), coloursOf(view, options)].filter((text) => text !== "").join(" ")]
}

/** What the colours mean; "" where there are none. */
function coloursOf(view: View, { palette = "PuOr", style }: CaptionOptions): string {
  if (style === "original" || !movesTheAnswer(view)) return ""
  const { plus, minus } = palettes[palette]
  const capital = plus.charAt(0).toUpperCase() + plus.slice(1)
  return meaningOf(view, { plus: `${capital} (+)`, minus: `${minus} with stripes (−)` })
}

/** How a drawing marks the sets that keep and change the answer. */
export const drawnMarks: SetMarks = { enough: "outlined", needed: "underlined" }

/** What a reader must know before the map: that it does no better than chance; "" where there is nothing to warn of. */
export function warningOf(explanation: Explanation | View): string {
  return evidenceWords(explanation).warning?.text ?? ""
}

/** What else the evidence says, a sentence each: fills that mislead, what was not done. */
export function notesOf(explanation: Explanation | View): readonly string[] {
  return evidenceWords(explanation).notes.map(({ text }) => text)
}

/** Nothing where no region changes anything, and no number is 100. */
function meaningOfHundred({ effects, record: { evidence } }: View): string {
  const some = effects.some((effect) => Number.isFinite(effect) && effect !== 0)
  const change = evidence === undefined ? "that" : "the largest"
  return some ? ` 100 stands for ${change} change, whatever its size, and signs are not shown.` : ""
}

/** What plus and minus mean, under the names that they have where they are drawn. */
export function meaningOf(of: Explanation | View, { plus, minus }: { plus: string; minus: string }): string {
  const { record, means } = viewOf(of)
  const { action, random, up, down } = signs[means]
  const words = targetWords(record)
  return `${plus} ${words.plus}: ${action}${random} ${up} the ${words.quantity}; ${minus} ${words.minus}: ${action} ${down} the ${words.quantity}.`
}

const hidden = { action: "hiding it", random: "", up: "lowers", down: "raises" } as const
const signs: Readonly<Record<EffectMeaning, Readonly<Record<"action" | "random" | "up" | "down", string>>>> = {
  alone: hidden,
  "shown-alone": { action: "showing it alone", random: "", up: "raises", down: "lowers" },
  average: { ...hidden, random: " while others are hidden at random" },
}
