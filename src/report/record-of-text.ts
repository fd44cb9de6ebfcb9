import type { Explanation } from "../explanation.ts"
import { parse } from "./parse.ts"
import { recordOfReport } from "./record-of-report.ts"

/**
 * The record in the text of a file: JSON, or a one-file report that contains one.
 *
 * @throws GridExplainerError `RECORD_INVALID` as `parse` and `recordOfReport` do
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { recordOfText, report } from "gridexplainer/report"
 * const image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(255, 0) } as const
 * const model = functionModel((images) => images.map(({ data }) => [data[0]! / 255]))
 * const explanation = await explain(model, image, { regions: grid({ rows: 1, columns: 2 }), fill: 0, evidence: "none" })
 * recordOfText(await report(explanation)).attributions[0]!.effects // => [1, 0]
 * ```
 */
export function recordOfText(text: string): Explanation {
  return looksLikeHtml(text) ? recordOfReport(text) : parse(text)
}

/** JSON never begins with `<`. */
function looksLikeHtml(text: string): boolean {
  return text.trimStart().startsWith("<")
}
