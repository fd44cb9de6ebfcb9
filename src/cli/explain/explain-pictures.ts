import type { Fill, Segmenter } from "../../types.ts"
import { checkDrawing } from "../drawing-options.ts"
import { eachPicture } from "../each-picture.ts"
import * as engine from "../engine.ts"
import { throwIfFailed } from "../exit-code.ts"
import { didYouMean } from "../nearest.ts"
import { planOutput } from "../output/plan-output.ts"
import type { Terminal } from "../terminal.ts"
import type { ExplainFlags } from "./explain-flags.ts"
import { explainPicture } from "./explain-picture.ts"
import { printResults, writtenLine } from "./print-results.ts"
import { saveResults } from "./save-results.ts"
import { startSheet } from "./sheet.ts"
import { startShow } from "./show.ts"

/**
 * Runs `explain`: finds the pictures, makes sure that everything that was asked for can be done, and then reads, explains, saves and prints one
 * picture after the other.
 */
export async function explainPictures(
  words: readonly string[],
  flags: ExplainFlags,
  terminal: Terminal,
): Promise<void> {
  checkDrawing(flags)
  const question = { regions: segmenterOf(flags), fills: fillsOf(flags) }
  const sources = await engine.findPictures(words, { recursive: flags.recursive === true })
  const targets = flags.top ?? flags.target?.length ?? 1
  const tiles = sources.length * question.fills.length * targets
  const sheet = flags.layout === "sheet" ? await startSheet(flags, { tiles }) : undefined
  const plan =
    flags.output === undefined || sheet !== undefined
      ? undefined
      : await planOutput(flags.output, {
          formats: flags.format,
          pictures: sources,
          fills: question.fills.map(({ name }) => name),
          targets,
        })
  const show = flags.show === true ? await startShow(terminal) : undefined

  const began = performance.now()
  const tally = await eachPicture(
    sources,
    async (job) => {
      const explained = await explainPicture(job, { ...question, flags, terminal, began, count: sources.length })
      const files = plan === undefined ? [] : await saveResults(explained, { job, plan, flags, terminal })
      await sheet?.add(explained, job.photo.image)
      await printResults({ explained, files, job }, { flags, terminal, count: sources.length, show })
    },
    { flags, terminal },
  )
  const drawn = await sheet?.finish()
  if (drawn !== undefined) await show?.(drawn.svg)
  if (drawn?.file !== undefined && flags.quiet !== true && flags.json !== true) terminal.print(writtenLine(drawn.file))
  throwIfFailed(tally)
}

function segmenterOf({ grid = { rows: 8, columns: 8 }, window, stride }: ExplainFlags): Segmenter {
  if (window !== undefined) return engine.slidingWindow({ size: window, ...(stride === undefined ? {} : { stride }) })
  if (stride !== undefined) throw new RangeError("--stride is the step of a window: give --window as well")
  return engine.grid(grid)
}

function fillsOf({ fill = ["cell-mean"] }: ExplainFlags): readonly Fill[] {
  return fill.map((name) => {
    const known = engine.fillNames.find((one) => one === name)
    if (known !== undefined) return engine.resolveFill(known)
    if (name.startsWith("#")) return engine.resolveFill(name as `#${string}`)
    throw new RangeError(
      `--fill must be one of ${engine.fillNames.join(", ")}, or a colour such as '#808080', got ${name}.${didYouMean(name, engine.fillNames)}`,
    )
  })
}
