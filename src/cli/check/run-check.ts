import type { Probe } from "../../wiring/index.ts"
import { checkModel, checkModelSanity, readLabelledPictures, restrictDecoders } from "../engine.ts"
import { SomethingFlagged, throwAsModelProblem } from "../exit-code.ts"
import { withFit } from "../models/open-model.ts"
import { isolation, type ModelOptions } from "../options/model-options.ts"
import { jsonLine } from "../terminal/json-line.ts"
import { downloadLine } from "../terminal/progress-line.ts"
import type { Terminal } from "../terminal/terminal.ts"
import { sanityText, wiringText } from "./check-text.ts"

/** The options of `check`, as given on the command line. */
export interface CheckFlags extends Omit<ModelOptions, "verbose"> {
  readonly images?: string
  readonly views?: number
  readonly sanity?: boolean
  readonly seed?: number
  readonly json?: boolean
}

/**
 * Runs `check` and prints what was found.
 *
 * @throws SomethingFlagged if something is wrong; errors of the model or the pictures
 */
export async function runCheck(flags: CheckFlags, terminal: Terminal): Promise<void> {
  if (flags.sanity === true && flags.views !== undefined)
    throw new RangeError("--views does not go with --sanity, which explains whole pictures")
  const pictures = await picturesOf(flags, terminal)
  const isGood =
    flags.sanity === true ? await sanity(flags, pictures, terminal) : await wiring(flags, pictures, terminal)
  if (!isGood) throw new SomethingFlagged()
}

async function picturesOf({ images }: CheckFlags, terminal: Terminal): Promise<readonly Probe[] | undefined> {
  if (images === undefined) return undefined
  await restrictDecoders()
  const { pictures, skipped } = await readLabelledPictures(images, { signal: terminal.signal })
  for (const problem of skipped) terminal.note(problem)
  return pictures
}

async function wiring(flags: CheckFlags, pictures: readonly Probe[] | undefined, terminal: Terminal): Promise<boolean> {
  const { views, seed, json, quiet } = flags
  const report = await checkModel(flags.model, {
    ...common(flags, terminal),
    pictures,
    ...(views === undefined ? {} : { views }),
    ...(seed === undefined ? {} : { seed }),
    onProgress: (asked, what) => terminal.status(`${what}, ${asked} pictures scored`),
  }).catch(throwAsModelProblem)
  terminal.status("")
  terminal.print(json === true ? jsonLine(report) : wiringText(report, { quiet: quiet === true }))
  return report.checks.every(({ state }) => state !== "flagged")
}

async function sanity(flags: CheckFlags, pictures: readonly Probe[] | undefined, terminal: Terminal): Promise<boolean> {
  const { seed, json, quiet } = flags
  const report = await checkModelSanity(flags.model, {
    ...common(flags, terminal),
    pictures,
    ...(seed === undefined ? {} : { seed }),
    onProgress: (done, total) => terminal.status(`${done} of ${total} pictures explained`),
  }).catch(throwAsModelProblem)
  terminal.status("")
  terminal.print(json === true ? jsonLine(report) : sanityText(report, { quiet: quiet === true }))
  return report.passed
}

function common(flags: CheckFlags, { signal, status, statusWidth }: Terminal) {
  const { labels, scale, runtime = "auto", batch } = flags
  const preprocessing = withFit(flags)
  return {
    runtime,
    isolate: isolation(flags),
    signal,
    ...(preprocessing === undefined ? {} : { preprocessing }),
    ...(labels === undefined ? {} : { labels }),
    ...(scale === undefined ? {} : { scale }),
    ...(batch === undefined ? {} : { batch }),
    onDownload: (progress: Parameters<typeof downloadLine>[0]) => status(downloadLine(progress, statusWidth)),
  }
}
