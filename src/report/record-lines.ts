import { GridExplainerError } from "../errors.ts"
import { recordBounds } from "./record-bounds.ts"

/** A piece of text that should hold one record. */
export interface RecordText {
  /** Its line, counted from 1, if the text holds one record per line. */
  readonly line?: number
  readonly text: string
}

/**
 * Splits text with one record per line, as `explain --json` prints it; other text is one piece. Empty lines do not count.
 *
 * @throws GridExplainerError `RECORD_INVALID` for more than 65 536 lines
 *
 * @example
 * ```ts
 * import { recordLines } from "gridexplainer/report"
 * recordLines('{"a": 1}\n\n{"b": 2}\n') // => [{ line: 1, text: '{"a": 1}' }, { line: 3, text: '{"b": 2}' }]
 * recordLines('{\n  "a": 1\n}') // => [{ text: '{\n  "a": 1\n}' }]
 * ```
 */
export function recordLines(text: string): readonly RecordText[] {
  const filled: RecordText[] = []
  let line = 0
  for (let from = 0; from <= text.length; ) {
    const at = text.indexOf("\n", from)
    const end = at < 0 ? text.length : at
    line += 1
    if (!isEmpty(text, from, end)) filled.push({ line, text: text.slice(from, end) })
    // A record over several lines has only a brace in its first line.
    if (filled.length > recordBounds.list)
      throw new GridExplainerError("RECORD_INVALID", `a file holds at most ${recordBounds.list} records, one per line`)
    if (filled.length === 1 && !isRecord(filled[0]!.text)) return [{ text }]
    from = end + 1
  }
  return filled.length > 1 ? filled : [{ text }]
}

function isEmpty(text: string, from: number, end: number): boolean {
  return end === from || text.slice(from, end).trim() === ""
}

function isRecord(line: string): boolean {
  const whole = line.trim()
  return whole.length > 1 && whole.startsWith("{") && whole.endsWith("}")
}
