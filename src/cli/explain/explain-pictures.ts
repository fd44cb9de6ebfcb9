import { dirname } from "node:path"
import type { Fill, Segmenter } from "../../index.ts"
import type { PictureSource } from "../../node/index.ts"
import * as engine from "../engine.ts"
import { throwIfFailed } from "../exit-code.ts"
import { didYouMean } from "../guessing/did-you-mean.ts"
import { checkDrawing } from "../options/drawing-options.ts"
import { planOutput, type RunPlan } from "../output/plan-output.ts"
import { eachPicture, type PictureJob } from "../pictures/each-picture.ts"
import { printable, type Terminal } from "../terminal/terminal.ts"
import { type EvidenceChoice, evidenceChoice } from "./evidence-choice.ts"
import type { ExplainFlags } from "./explain-flags.ts"
import { explainPicture, isApart } from "./explain-picture.ts"
import { printResults, writtenLine } from "./print-results.ts"
import type { Question } from "./question.ts"
import { saveResults } from "./save-results.ts"
import { type Sheet, startSheet } from "./sheet.ts"
import { type Show, startShow } from "./show.ts"

/**
 * Runs `explain`: finds the pictures, makes sure that everything that was asked for is possible, and then reads, explains, saves and prints one
 * picture after the other. A run with evidence that is interrupted also keeps the current picture, as far as it is known.
 */
export async function explainPictures(
  words: readonly string[],
  flags: ExplainFlags,
  terminal: Terminal,
): Promise<void> {
  checkDrawing(flags)
  checkResults(flags)
  const choice = evidenceChoice(flags)
  const question = { regions: segmenterOf(flags), fills: fillsOf(flags, choice), choice }
  const sources = await engine.findPictures(words, { recursive: flags.recursive === true })
  const { plan, sheet, show } = await startResults(sources, { ...question, flags, terminal })
  const leave = flags.skipExisting === true ? await plan?.finished() : undefined
  if (leave !== undefined && leave.size > 0)
    terminal.note(`${leave.size} of ${sources.length} pictures left alone: their files are there`)

  const began = performance.now()
  const count = sources.length - (leave?.size ?? 0)
  const written: string[] = []
  let stopped = false
  const work = async (job: PictureJob): Promise<void> => {
    const explained = await explainPicture(job, { ...question, flags, terminal, began, count })
    stopped = terminal.signal.aborted
    const files = plan === undefined ? [] : await saveResults(explained, { job, plan, flags, terminal, stopped })
    written.push(...files)
    await sheet?.add(explained, job.photo.image)
    await printResults({ explained, files, job }, { flags, terminal, count, show })
    if (!stopped) return
    const kept = count > 1 && files.length > 0 ? ", where --skip-existing leaves it" : ""
    terminal.note(`${printable(job.source.shown)}: stopped early, and kept as far as it was known${kept}`)
    terminal.signal.throwIfAborted()
  }
  const finishSheet = async (): Promise<void> => {
    const drawn = await sheet?.finish()
    if (drawn !== undefined) await show?.(drawn.svg)
    if (drawn?.file !== undefined) written.push(drawn.file)
    if (drawn?.file !== undefined && flags.quiet !== true && flags.json !== true)
      terminal.print(writtenLine(drawn.file))
  }
  const tally = await eachPicture(sources, work, { flags, terminal, ...(leave === undefined ? {} : { leave }) }).catch(
    async (error: unknown) => {
      if (stopped) await finishSheet()
      throw error
    },
  )
  await finishSheet()
  await endRun(written, { count: tally.done, flags, terminal })
  throwIfFailed(tally)
}

/** Opens what was written, or says what may be opened. */
async function endRun(
  written: readonly string[],
  { count, flags, terminal }: Pick<Question, "count" | "flags" | "terminal">,
): Promise<void> {
  const [first] = written
  if (flags.open === true && first !== undefined) {
    const path = written.length === 1 ? first : dirname(first)
    if (!(await terminal.open(path))) terminal.note(`${printable(path)}: nothing is here to open it with`)
  }
  if (flags.output !== undefined || flags.json === true || flags.quiet === true || count === 0) return
  terminal.print(`\n${count === 1 ? pictureHint : folderHint}\n`)
}

const pictureHint = "For a picture: --output picture.png\nFor a report: --output report.html"
const folderHint = "For pictures: --output out/\nFor reports: --output out/ --format html"

/** Where results go: files, a sheet, the terminal. Anything that would keep them from being written is found here, before the model works. */
async function startResults(
  sources: readonly PictureSource[],
  { flags, terminal, fills, choice }: Pick<Question, "flags" | "terminal" | "fills" | "choice">,
): Promise<{ plan: RunPlan | undefined; sheet: Sheet | undefined; show: Show | undefined }> {
  const { output, format, layout } = flags
  const names = fills.map(({ name }) => name)
  const apart = isApart({ choice, flags }) ? names : [names.join("+")]
  const targets = flags.top ?? flags.target?.length ?? 1
  const tiles = sources.length * apart.length * targets
  const sheet = layout === "sheet" ? await startSheet(flags, { tiles }) : undefined
  const plan =
    output === undefined || sheet !== undefined
      ? undefined
      : await planOutput(output, { formats: format, pictures: sources, fills: apart, targets, redact: flags.redact })
  const show = flags.show?.drawn === true ? await startShow(terminal) : undefined
  return { plan, sheet, show }
}

/** Refuses results that would get in each other's way. */
function checkResults({ json, plain, show, output, layout, skipExisting, open }: ExplainFlags): void {
  if (open === true && output === undefined)
    throw new RangeError("--open opens what --output writes: give --output report.html, or --output picture.png")
  if (skipExisting === true && (output === undefined || layout === "sheet"))
    throw new RangeError("--skip-existing goes with --output and files of each picture, such as --output out/")
  const words = json === true ? "--json" : plain === true ? "--plain" : undefined
  if (words !== undefined && show?.drawn === true)
    throw new RangeError(`${words} does not go with --show, which draws; --show alone and --show average do`)
}

function segmenterOf({ grid = { rows: 8, columns: 8 }, window, stride }: ExplainFlags): Segmenter {
  if (window !== undefined) return engine.slidingWindow({ size: window, ...(stride === undefined ? {} : { stride }) })
  if (stride !== undefined) throw new RangeError("--stride is the step of a window: give --window as well")
  return engine.grid(grid)
}

function fillsOf(flags: ExplainFlags, { level: evidence, method }: EvidenceChoice): readonly Fill[] {
  if (flags.fill === undefined)
    return engine
      .chooseQuestion({ evidence, ...(method === undefined ? {} : { method }) })
      .fills.map(engine.resolveFill)
  return flags.fill.map((name) => {
    const known = engine.fillNames.find((one) => one === name)
    if (known !== undefined) return engine.resolveFill(known)
    if (name.startsWith("#")) return engine.resolveFill(name as `#${string}`)
    throw new RangeError(
      `--fill must be one of ${engine.fillNames.join(", ")}, or a colour such as '#808080', got ${name}.${didYouMean(name, engine.fillNames)}`,
    )
  })
}
