import type { Explanation } from "../../index.ts"
import {
  drawExplanation,
  plainText,
  redacted,
  renderPlain,
  renderTerminal,
  serialize,
  titleOf,
  untied,
} from "../engine.ts"
import type { PictureJob } from "../pictures/each-picture.ts"
import { jsonLine } from "../terminal/json-line.ts"
import type { Terminal } from "../terminal/terminal.ts"
import { drawingOf } from "./drawing-of.ts"
import type { ExplainFlags } from "./explain-flags.ts"
import type { Explained } from "./question.ts"
import type { Show } from "./show.ts"

export interface Results {
  readonly job: PictureJob
  readonly explained: readonly Explained[]
  /** What was written, in the order of `explained`. */
  readonly files: readonly string[]
}

export interface PrintResultsOptions {
  readonly flags: ExplainFlags
  readonly terminal: Terminal
  /** How many pictures are explained. */
  readonly count: number
  readonly show: Show | undefined
}

/**
 * Prints the result for one picture: records, a table, a drawing or the grid. If several pictures go into files, one line each is enough.
 */
export async function printResults(results: Results, options: PrintResultsOptions): Promise<void> {
  const { flags, terminal, count, show } = options
  const { explained, files, job } = results
  if (flags.json === true)
    for (const { explanation } of explained)
      terminal.print(jsonLine(JSON.parse(serialize(flags.redact === true ? redacted(explanation) : explanation))))
  if (flags.json === true || flags.quiet === true) return
  const name = plainText(job.source.shown)
  if (count > 1 && flags.output !== undefined && show === undefined && flags.plain !== true) {
    terminal.print(shortLines(name, results))
    return
  }
  if (count > 1) terminal.print(`${job.done === 0 ? "" : "\n"}${name} (${job.turn + 1} of ${count})\n\n`)
  for (const [i, { explanation, fill }] of explained.entries()) {
    if (i > 0) terminal.print("\n")
    if (show !== undefined && flags.layout !== "sheet")
      await show(await drawExplanation(explanation, { photo: job.photo.image, fill, ...drawingOf(flags) }))
    terminal.print(textOf(explanation, options))
  }
  if (files.length > 0) terminal.print(`\n${files.map(writtenLine).join("")}`)
}

/** `Written: out/cat.png`. */
export function writtenLine(file: string): string {
  return `Written: ${plainText(file)}\n`
}

function textOf(explanation: Explanation, { flags, terminal, show }: PrintResultsOptions): string {
  const { width, colorLevel } = terminal
  if (flags.plain === true) return renderPlain(explanation)
  const palette = flags.palette === undefined ? {} : { palette: flags.palette }
  return renderTerminal(explanation, { width, colorLevel, grid: show === undefined, ...palette })
}

/** `cat.jpg: Egyptian cat, 95.9 %. Written: out/cat-explained.png`, a line an explanation. */
function shortLines(name: string, { explained, files }: Results): string {
  const each = files.length / explained.length
  return explained
    .map(({ explanation }, i) => {
      const own = files.slice(i * each, (i + 1) * each).map(plainText)
      const written = own.length === 0 ? "" : `. Written: ${own.join(", ")}`
      return `${name}: ${untied(titleOf(explanation)).replaceAll("−", "-")}${written}\n`
    })
    .join("")
}
