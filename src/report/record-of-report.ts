import { GridExplainerError } from "../errors.ts"
import type { Explanation } from "../explanation.ts"
import { readDataBlock } from "./data-block.ts"
import { parse } from "./parse.ts"

/**
 * The record inside a one-file report.
 *
 * @throws GridExplainerError `RECORD_INVALID` if the text is not a report of this package, or its record is damaged.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid, viewOf } from "gridexplainer"
 * import { recordOfReport, report } from "gridexplainer/report"
 * const image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(255, 0) } as const
 * const model = functionModel((images) => images.map(({ data }) => [data[0]! / 255]))
 * const html = await report(await explain(model, image, { regions: grid({ rows: 1, columns: 2 }), fill: 0, evidence: "none" }))
 * viewOf(recordOfReport(html)).effects // => [1, 0]
 * ```
 */
export function recordOfReport(html: string): Explanation {
  const json = readDataBlock("explanation", html)
  if (json !== undefined) return parse(json)
  throw new GridExplainerError("RECORD_INVALID", "expected a report of gridexplainer, got HTML without its record", {
    nextStep: "Give a file that explain --output report.html wrote",
  })
}
