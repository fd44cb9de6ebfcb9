import type { Explanation, RunsComparison } from "../../index.ts"
import type { RerunLine } from "../../render/index.ts"
import { plainText, rerunWords, terminalLines } from "../engine.ts"

/** A line for each part of the set-up, then the largest differences and the verdict; quiet, only what differs. */
export function rerunText(
  { record, again }: { readonly record: Explanation; readonly again: Explanation },
  comparison: RunsComparison,
  { asked, quiet }: { readonly asked: number; readonly quiet: boolean },
): string {
  const { heading, setUp, sentences } = rerunWords({ record, again }, comparison, { asked })
  const rows = setUp.filter(({ differs }) => !quiet || differs).map(setUpLine)
  const lines = quiet
    ? [...rows, ...(comparison.verdict === "differs" ? sentences : [])]
    : [heading, "", ...rows, "", ...sentences]
  return lines.map((line) => `${terminalLines(line, Number.POSITIVE_INFINITY).join("").trimEnd()}\n`).join("")
}

function setUpLine({ state, part, text }: RerunLine): string {
  return `${state.padEnd(7)}  ${part.padEnd(14)}  ${plainText(text)}`
}
