import type { Explanation } from "../../explanation.ts"
import { strongestFirst } from "../../reading/strongest-first.ts"
import { type View, viewOf } from "../../reading/view.ts"
import { detailsOf, givenPart } from "../../words/details.ts"
import { evidenceWords } from "../../words/evidence-words.ts"
import { nounOf } from "../../words/name-regions.ts"
import { meaningOf, notesOf, titleOf, warningOf } from "../../words/words.ts"
import { plainLines } from "./plain-lines.ts"

/**
 * Writes an explanation as sentences, one region a line, the strongest first: for ears, and for eyes and programs that have no use for a grid or for
 * colours. Where there is evidence, each line also has the interval, the effect alone, how far the fills agree, what can be said of the region, and whether it belongs to the set
 * that alone keeps the answer (`enough`) or to that whose hiding changes it (`needed`).
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
export function renderPlain(of: Explanation | View): string {
  const view = viewOf(of)
  const { effects, record } = view
  const lineOf = plainLines(view)
  const warning = warningOf(view)
  return `${[
    titleOf(view),
    ...(warning === "" ? [] : [warning]),
    ...evidenceWords(view).sentences.map(({ text }) => text),
    `${effects.length} ${nounOf(record)}, strongest first:`,
    ...strongestFirst(effects).map(lineOf),
    meaningOf(view, { plus: "Plus", minus: "minus" }),
    ...notesOf(view),
    detailsOf(view, { unseen: givenPart(record) }),
  ]
    .map((line) => line.replaceAll("−", "-").replaceAll("×", "x").replaceAll(" · ", "; "))
    .join("\n")}\n`
}
