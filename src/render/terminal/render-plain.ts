import type { Explanation } from "../../explanation.ts"
import { strongestFirst } from "../../reading/strongest-first.ts"
import { type View, viewOf } from "../../reading/view.ts"
import { contextOf } from "../../words/context.ts"
import { detailsOf, givenPart } from "../../words/details.ts"
import { english } from "../../words/english.ts"
import { fillIn, untied } from "../../words/fill-in.ts"
import { evidenceWords, meaningOf, titleOf } from "../../words/picture-words.ts"
import { plainLines } from "./plain-lines.ts"
import { ascii } from "./terminal-text.ts"

/**
 * Writes an explanation as sentences, one region per line, the strongest first: for screen readers, and for people and programs that have no use for a grid or
 * colours. With evidence, each line also has the interval, the effect alone, how far the fills agree, what can be said about the region, and whether it belongs
 * to the set that alone keeps the answer (`enough`) or to the set whose hiding changes it (`needed`).
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { renderPlain } from "gridexplainer/render"
 * const image = { width: 2, height: 2, channels: 1, data: Uint8Array.of(255, 0, 0, 51) } as const
 * const model = functionModel((images) => images.map(({ data }) => [(data[0]! + data[3]!) / 510]))
 * const text = renderPlain(await explain(model, image, { regions: grid(2), fill: 0, evidence: "none" }))
 * text.split("\n").slice(0, 4)
 * // => ["class 0, 60.0 %", "4 squares, strongest first:", "row 1, column 1: +50.0 points, lowers class 0 from 60.0 % to 10.0 %", "row 2, column 2: +10.0 points, lowers class 0 from 60.0 % to 50.0 %"]
 * ```
 */
export function renderPlain(of: Explanation | View): string {
  const view = viewOf(of)
  const { effects, record } = view
  const { warning, sentences, notes } = evidenceWords(view)
  const { drawing, markdown } = english
  const { common } = contextOf(view, { form: "short" })
  // Where nothing is judged, the lines below say what was measured; estimates need their sentence.
  const said = view.judged || view.baseline === undefined ? sentences : []
  return `${[
    titleOf(view),
    ...[...(warning === undefined ? [] : [warning]), ...said].map(({ text }) => text),
    fillIn(drawing.list, { ...common }),
    ...strongestFirst(effects).map(plainLines(view)),
    meaningOf(view, markdown),
    ...notes.map(({ text }) => text),
    detailsOf(view, { unseen: givenPart(record) }),
  ]
    .map((line) => ascii(untied(line)))
    .join("\n")}\n`
}
