import type { Explanation } from "../../explanation.ts"
import { wrapWords } from "../../render/draw/text-metrics.ts"
import { ascii } from "../../render/terminal/terminal-text.ts"
import { clipToTerminal, terminalWidth } from "../../render/terminal/terminal-width.ts"
import { placeOf } from "../../words/context.ts"
import {
  type DifferenceContext,
  differenceContext,
  differenceWords,
  writeDifference,
} from "../../words/difference-words.ts"
import { fillIn, untied } from "../../words/fill-in.ts"
import { plainText } from "../../words/format.ts"
import { titleOf } from "../../words/picture-words.ts"
import { setUpWords } from "../../words/set-up-words.ts"

/** The two files and what is in them. */
export interface DiffSides {
  readonly a: { readonly file: string; readonly explanation: Explanation }
  readonly b: { readonly file: string; readonly explanation: Explanation }
}

/** What A and B are, what differs in their set-up, what changed in sentences, and the parts that changed, the largest difference first. */
export function diffText({ a, b }: DiffSides, { width }: { readonly width: number }): string {
  const context = differenceContext(a.explanation, b.explanation)
  const sentences = differenceWords(a.explanation, b.explanation).map(({ text }) => text)
  const side = ({ file, explanation }: DiffSides["a"]): string => `${plainText(file)}: ${titleOf(explanation)}`
  const lines = [
    ...[`A  ${side(a)}`, `B  ${side(b)}`, ""],
    ...[...setUpLines(context, width), "", ...sentences, ...changedLines(context)],
  ]
  return `${lines.flatMap((line) => wrapped(ascii(line), width)).join("\n")}\n`
}

/** Under each other, so that two long values are easily held against each other. */
function setUpLines({ a, b, words, comparison: { setUp } }: DifferenceContext, width: number): readonly string[] {
  if (setUp.length === 0) return [words.differenceNames.setUpSame]
  const told = setUpWords(setUp, { a: a.record, b: b.record }, words)
  const indent = Math.max(...told.map(({ part }) => part.length)) + 5
  const lines = (head: string, value: string): readonly string[] =>
    wrapped(ascii(value), width - indent).map((line, i) => `${(i === 0 ? head : "").padEnd(indent)}${line}`)
  return told.flatMap(({ part, a: one, b: other }) => [
    ...lines(`${part.padEnd(indent - 3)}A`, one),
    ...lines(`${"".padEnd(indent - 3)}B`, other),
  ])
}

function changedLines(context: DifferenceContext): readonly string[] {
  const { a: view, words, comparison } = context
  const { changedList, changedLine } = words.differenceNames
  if (comparison.changed.length === 0) return []
  const noun = words.nouns[view.record.regions.layout.kind].other
  const line = (region: number): string =>
    fillIn(changedLine, { place: placeOf({ words, view }, region), ...writeDifference(context, region) })
  return ["", fillIn(changedList, { noun }), ...comparison.changed.map(line)]
}

function wrapped(line: string, width: number): readonly string[] {
  const lines = terminalWidth(line) <= width ? [line] : wrapWords(line, (part) => terminalWidth(part) <= width)
  return lines.map((part) => clipToTerminal(untied(part), width))
}
