import { escapeControls } from "./terminal.ts"

/** A value as JSON on one line, without characters that a terminal may act on. */
export function jsonLine(value: unknown): string {
  return `${escapeControls(JSON.stringify(value))}\n`
}
