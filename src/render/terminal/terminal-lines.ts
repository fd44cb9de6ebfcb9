import { untied } from "../../words/fill-in.ts"
import { wrapWords } from "../draw/text-metrics.ts"
import { ascii } from "./terminal-text.ts"
import { clipToTerminal, terminalWidth } from "./terminal-width.ts"

/**
 * Breaks a text into lines for a terminal that is `width` columns wide: between words, never at a no-break space, and inside words only if they are longer than
 * a line. Characters that not every terminal has become plain ones.
 *
 * @example
 * ```ts
 * import { terminalLines } from "gridexplainer/render"
 * terminalLines("Effects from −3 to +12 points", 16) // => ["Effects from -3", "to +12 points"]
 * terminalLines("猫がいる", 4) // => ["猫が", "いる"]
 * ```
 */
export function terminalLines(text: string, width: number): readonly string[] {
  return wrapWords(ascii(text), (line) => terminalWidth(line) <= width).flatMap((line) => pieces(untied(line), width))
}

function pieces(line: string, width: number): readonly string[] {
  const found: string[] = []
  for (let rest = line; rest !== ""; rest = rest.slice(found.at(-1)!.length)) found.push(clipToTerminal(rest, width))
  return found.length === 0 ? [""] : found
}
