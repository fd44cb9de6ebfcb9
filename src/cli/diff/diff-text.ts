import type { Explanation } from "../../index.ts"
import { comparisonWords, plainText, terminalLines, titleOf } from "../engine.ts"

/** The two files and what is in them. */
export interface DiffSides {
  readonly a: { readonly file: string; readonly explanation: Explanation }
  readonly b: { readonly file: string; readonly explanation: Explanation }
}

/** What A and B are, what differs in their set-up, what changed, in sentences, and the parts that changed, the largest difference first. */
export function diffText({ a, b }: DiffSides, { width }: { readonly width: number }): string {
  const { setUp, setUpSame, sentences, changed } = comparisonWords(a.explanation, b.explanation)
  const side = ({ file, explanation }: DiffSides["a"]): string => `${plainText(file)}: ${titleOf(explanation)}`
  const lines = [
    ...[`A  ${side(a)}`, `B  ${side(b)}`, ""].flatMap((line) => terminalLines(line, width)),
    ...(setUp.length === 0 ? terminalLines(setUpSame, width) : setUpLines(setUp, width)),
    ...["", ...sentences].flatMap((line) => terminalLines(line, width)),
    ...(changed.length === 0 ? [] : ["", ...changed].flatMap((line) => terminalLines(line, width))),
  ]
  return `${lines.join("\n")}\n`
}

/** One below the other, so that two long values are easy to compare. */
function setUpLines(parts: ReturnType<typeof comparisonWords>["setUp"], width: number): readonly string[] {
  const indent = Math.max(...parts.map(({ part }) => part.length)) + 5
  const lines = (head: string, value: string): readonly string[] =>
    terminalLines(value, width - indent).map((line, i) => `${(i === 0 ? head : "").padEnd(indent)}${line}`)
  return parts.flatMap(({ part, a, b }) => [
    ...lines(`${part.padEnd(indent - 3)}A`, a),
    ...lines(`${"".padEnd(indent - 3)}B`, b),
  ])
}
