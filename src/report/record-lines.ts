/** A piece of text that should hold one record. */
export interface RecordText {
  /** Its line from 1, where the text holds one record a line. */
  readonly line?: number
  readonly text: string
}

/** Parts text that holds one record a line, as `explain --json` prints them; other text is one piece. */
export function recordLines(text: string): readonly RecordText[] {
  const lines = text.split("\n").map((line, i): RecordText => ({ line: i + 1, text: line }))
  const filled = lines.filter((one) => one.text.trim() !== "")
  // A record over several lines has nothing but a brace in its first.
  const isLines = filled.length > 1 && /^\s*\{.*\}\s*$/.test(filled[0]!.text)
  return isLines ? filled : [{ text }]
}
