/** A piece of text that should hold one record. */
export interface RecordText {
  /** Its line from 1, where the text holds one record a line. */
  readonly line?: number
  readonly text: string
}

/**
 * Parts text that holds one record a line, as `explain --json` prints them; other text is one piece. Empty lines do not count.
 *
 * @example
 * ```ts
 * import { recordLines } from "gridexplainer/report"
 * recordLines('{"a": 1}\n\n{"b": 2}\n') // => [{ line: 1, text: '{"a": 1}' }, { line: 3, text: '{"b": 2}' }]
 * recordLines('{\n  "a": 1\n}') // => [{ text: '{\n  "a": 1\n}' }]
 * ```
 */
export function recordLines(text: string): readonly RecordText[] {
  const lines = text.split("\n").map((line, i): RecordText => ({ line: i + 1, text: line }))
  const filled = lines.filter((one) => one.text.trim() !== "")
  // A record over several lines has nothing but a brace in its first.
  const isLines = filled.length > 1 && /^\s*\{.*\}\s*$/.test(filled[0]!.text)
  return isLines ? filled : [{ text }]
}
