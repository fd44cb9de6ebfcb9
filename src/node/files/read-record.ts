import type { Explanation } from "../../explanation.ts"
import { recordOfText } from "../../report/record-of-text.ts"
import { readFile } from "./read-file.ts"

/**
 * Reads an explanation from a file: a `.json` record, or the record inside a one-file report.
 *
 * @throws GridExplainerError `FILE_UNREADABLE`, or `RECORD_INVALID` if the file is neither of these, or is damaged.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { readRecord, saveExplanation } from "gridexplainer/node"
 * const image = { width: 1, height: 1, channels: 1, data: Uint8Array.of(51) } as const
 * const model = functionModel((images) => images.map(({ data }) => [data[0]! / 255]))
 * await saveExplanation("record.json", await explain(model, image, { regions: grid(1), fill: 0, evidence: "none" }))
 * const { attributions } = await readRecord("record.json")
 * attributions[0]!.effects // => [0.2]
 * ```
 */
export async function readRecord(path: string): Promise<Explanation> {
  return recordOfText(new TextDecoder().decode(await readFile(path, { what: "explanation" })))
}
