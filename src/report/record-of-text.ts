import type { Explanation } from "../explanation.ts"
import { parse } from "./parse.ts"
import { recordOfReport } from "./record-of-report.ts"

/**
 * The record that the text of a file holds: JSON, or a one-file report with its own.
 *
 * @throws GridExplainerError `RECORD_INVALID`
 */
export function recordOfText(text: string): Explanation {
  return looksLikeHtml(text) ? recordOfReport(text) : parse(text)
}

/** JSON never begins with `<`. */
function looksLikeHtml(text: string): boolean {
  return text.trimStart().startsWith("<")
}
