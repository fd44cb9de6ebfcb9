import { GridExplainerError } from "../errors.ts"
import type { Explanation } from "../explanation.ts"
import { readDataBlock } from "./data-block.ts"
import { parse } from "./parse.ts"

/**
 * The record that a one-file report carries.
 *
 * @throws GridExplainerError `RECORD_INVALID` when the text is no report of this package, or its record is damaged.
 */
export function recordOfReport(html: string): Explanation {
  const json = readDataBlock("explanation", html)
  if (json !== undefined) return parse(json)
  throw new GridExplainerError("RECORD_INVALID", "expected a report of gridexplainer, got HTML without its record", {
    nextStep: "Give a file that explain --output report.html wrote",
  })
}
