const wide =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{Emoji_Presentation}\u3001-\u303e\uff01-\uff60\uffe0-\uffe6]/u
const narrowKana = /[\uff61-\uffdc]/
const withoutWidth = /[\p{Mn}\p{Me}\p{Cf}]/u

/**
 * How many columns of a terminal a line takes: two for letters of East Asian scripts and emoji, none for accents on another letter.
 *
 * @example
 * ```ts
 * import { terminalWidth } from "gridexplainer/render"
 * terminalWidth("cat") // => 3
 * terminalWidth("猫") // => 2
 * ```
 */
export function terminalWidth(line: string): number {
  let columns = 0
  for (const letter of line) columns += letterWidth(letter)
  return columns
}

/** The line, or as much of its beginning as fits. */
export function clipToTerminal(line: string, columns: number): string {
  let left = columns
  let kept = ""
  for (const letter of line) {
    left -= letterWidth(letter)
    if (left < 0) break
    kept += letter
  }
  return kept
}

function letterWidth(letter: string): 0 | 1 | 2 {
  if (letter < "\u0300") return 1
  if (withoutWidth.test(letter)) return 0
  return wide.test(letter) && !narrowKana.test(letter) ? 2 : 1
}
