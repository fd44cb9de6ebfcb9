import type { Explanation } from "../explanation.ts"
import { detailsOf, givenPart } from "./details.ts"
import { effectUnit, formatEffect } from "./format.ts"
import { nounOf, regionName } from "./name-regions.ts"
import { targetWords } from "./target-words.ts"
import { meaningOf, titleOf } from "./words.ts"

/**
 * Writes an explanation as sentences, one region a line, the strongest first: for ears, and for eyes and programs that have no use for a grid or for
 * colours.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { renderPlain } from "gridexplainer/render"
 * const image = { width: 2, height: 2, channels: 1, data: Uint8Array.of(255, 0, 0, 51) } as const
 * const model = functionModel((images) => images.map(({ data }) => [(data[0]! + data[3]!) / 510]))
 * const text = renderPlain(await explain(model, image, { regions: grid(2), fill: 0 }))
 * text.split("\n").slice(0, 4)
 * // => ["class 0, 60.0 %", "4 squares, strongest first:", "row 1, column 1: +50.0 points, lowers class 0 from 60.0 % to 10.0 %", "row 2, column 2: +10.0 points, lowers class 0 from 60.0 % to 50.0 %"]
 * ```
 */
export function renderPlain(explanation: Explanation): string {
  const { effects } = explanation
  const size = (index: number): number => Math.abs(effects[index]!) || 0 // NaN comes last.
  const order = effects.map((_, i) => i).sort((a, b) => size(b) - size(a) || a - b)
  return `${[
    titleOf(explanation),
    `${effects.length} ${nounOf(explanation)}, strongest first:`,
    ...order.map((index) => lineOf(explanation, index)),
    meaningOf(explanation, { plus: "Plus", minus: "minus" }),
    detailsOf(explanation, { unseen: givenPart(explanation) }),
  ]
    .map((line) => line.replaceAll("−", "-").replaceAll("×", "x").replaceAll(" · ", "; "))
    .join("\n")}\n`
}

/** `row 2, column 4: +9.0 points, lowers espresso from 94.0 % to 85.0 %`. */
function lineOf(explanation: Explanation, index: number): string {
  const { effects, design, target, hiddenScore } = explanation
  const effect = effects[index]!
  const place = regionName(explanation, index).replace(/^the .* at /, "")
  if (!Number.isFinite(effect)) return `${place}: no value`
  const { subject, amount, scale } = targetWords(explanation)
  const points = `${place}: ${formatEffect(effect, scale)} ${effectUnit(scale)}`
  const alone = design === "all-but-one"
  const from = alone ? hiddenScore : target.score
  if (from === undefined || effect === 0) return points
  const verb = effect > 0 === alone ? "raises" : "lowers"
  const to = alone ? from + effect : from - effect
  return `${points}, ${verb} ${subject} from ${amount(from)} to ${amount(to)}`
}
