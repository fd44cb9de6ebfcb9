import type { Explanation } from "../../explanation.ts"
import { terminalLines } from "../../render/terminal/terminal-lines.ts"
import { type DifferenceContext, differenceContext, writeDifference } from "../../words/difference-sentence.ts"
import { differenceWords } from "../../words/difference-words.ts"
import { plainText } from "../../words/format.ts"
import { nounOf, regionPlace } from "../../words/name-regions.ts"
import { setUpWords } from "../../words/set-up-words.ts"
import { titleOf } from "../../words/words.ts"

/** The two files and what is in them. */
export interface DiffSides {
  readonly a: { readonly file: string; readonly explanation: Explanation }
  readonly b: { readonly file: string; readonly explanation: Explanation }
}

/** What A and B are, what differs in their set-up, what changed in sentences, and the parts that changed, the largest difference first. */
export function diffText({ a, b }: DiffSides, { width }: { readonly width: number }): string {
  const context = differenceContext(a.explanation, b.explanation)
  const sentences = differenceWords(a.explanation, b.explanation).map(({ text }) => text)
  const lines = [
    `A  ${plainText(a.file)}: ${titleOf(a.explanation)}`,
    `B  ${plainText(b.file)}: ${titleOf(b.explanation)}`,
    "",
    ...setUpLines(context, width),
    "",
    ...sentences,
    ...changedLines(context),
  ]
  return `${lines.flatMap((line) => terminalLines(line, width)).join("\n")}\n`
}

/** Under each other, so that two long values are easily held against each other. */
function setUpLines({ a, b, comparison: { setUp } }: DifferenceContext, width: number): readonly string[] {
  if (setUp.length === 0) return ["The set-up is the same."]
  const words = setUpWords(setUp, { a, b })
  const indent = Math.max(...words.map(({ part }) => part.length)) + 5
  const lines = (head: string, value: string): readonly string[] =>
    terminalLines(value, width - indent).map((line, i) => `${(i === 0 ? head : "").padEnd(indent)}${line}`)
  return words.flatMap(({ part, a: one, b: other }) => [
    ...lines(`${part.padEnd(indent - 3)}A`, one),
    ...lines(`${"".padEnd(indent - 3)}B`, other),
  ])
}

function changedLines(context: DifferenceContext): readonly string[] {
  const { a, comparison } = context
  if (comparison.changed.length === 0) return []
  const line = (region: number): string => {
    const { a: from, b: to, difference, unit, limit } = writeDifference(context, region)
    return `${regionPlace(a, region)}: ${difference} ${unit}, from ${from} to ${to}; noise reaches ${limit}`
  }
  return ["", `The ${nounOf(a)} that changed:`, ...comparison.changed.map(line)]
}
