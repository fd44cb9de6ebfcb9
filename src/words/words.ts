import type { Explanation } from "../explanation.ts"
import { movesTheAnswer } from "../reading/strongest-region.ts"
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
  const warning = warningOf(explanation)
  const meaning = explanation.evidence === undefined ? [] : [coloursOf(explanation, options)]
  return [warning, ...captionLines(explanation, options), ...meaning].filter((text) => text !== "").join(" ")
}

/** What stands under a picture whose warning stands above it: one paragraph, or where there is evidence a sentence each, the colours left to the legend. */
export function captionLines(explanation: Explanation, options: CaptionOptions = {}): readonly string[] {
  if (options.style === "original") return [`${findingOf(explanation)}${meaningOfHundred(explanation)}`]
  const answers = answersOf(explanation).map((answer) => `${answer}.`)
  const { sentences } = evidenceWords(explanation, { marks: drawnMarks })
  if (sentences.length > 0) return [...answers, ...sentences.map(({ text }) => text)]
  return [[...answers, findingOf(explanation), coloursOf(explanation, options)].filter((text) => text !== "").join(" ")]
}

/** What the colours mean; "" where there are none. */
function coloursOf(explanation: Explanation, { palette = "PuOr", style }: CaptionOptions): string {
  if (style === "original" || !movesTheAnswer(explanation)) return ""
  const { plus, minus } = palettes[palette]
  const capital = plus.charAt(0).toUpperCase() + plus.slice(1)
  return meaningOf(explanation, { plus: `${capital} (+)`, minus: `${minus} with stripes (−)` })
}

/** How a drawing marks the sets that keep and change the answer. */
export const drawnMarks: SetMarks = { enough: "outlined", needed: "underlined" }

/** What a reader must know before the map: that it does no better than chance; "" where there is nothing to warn of. */
export function warningOf(explanation: Explanation): string {
  return evidenceWords(explanation).warning?.text ?? ""
}

/** What else the evidence says, a sentence each: fills that mislead, what was not done. */
export function notesOf(explanation: Explanation): readonly string[] {
  return evidenceWords(explanation).notes.map(({ text }) => text)
}

/** Nothing where no region changes anything, and no number is 100. */
function meaningOfHundred({ effects, evidence }: Explanation): string {
  const some = effects.some((effect) => Number.isFinite(effect) && effect !== 0)
  const change = evidence === undefined ? "that" : "the largest"
  return some ? ` 100 stands for ${change} change, whatever its size, and signs are not shown.` : ""
}

/** What plus and minus mean, under the names that they have where they are drawn. */
export function meaningOf(explanation: Explanation, { plus, minus }: { plus: string; minus: string }): string {
  const alone = explanation.design === "all-but-one"
  const action = alone ? "showing it alone" : "hiding it"
  const [up, down] = alone ? ["raises", "lowers"] : ["lowers", "raises"]
  const words = targetWords(explanation)
  const random = explanation.design === "random-masks" ? " while others are hidden at random" : ""
  return `${plus} ${words.plus}: ${action}${random} ${up} the ${words.quantity}; ${minus} ${words.minus}: ${action} ${down} the ${words.quantity}.`
}
