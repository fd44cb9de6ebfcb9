import type { Explanation } from "../../explanation.ts"
import type { TargetsOption } from "../../scoring/resolve-targets.ts"
import type { Classifier, Fill, Progress, Segmenter } from "../../types.ts"
import type { PictureJob } from "../each-picture.ts"
import { explainTargets } from "../engine.ts"
import { didYouMean } from "../nearest.ts"
import { progressLine } from "../progress-line.ts"
import type { Terminal } from "../terminal.ts"
import { seconds, verboseNote } from "../verbose.ts"
import type { ExplainFlags } from "./explain-flags.ts"

/** An explanation, and the fill that it was made with. */
export interface Explained {
  readonly explanation: Explanation
  readonly fill: Fill
}

/** What is asked about every picture. */
export interface Question {
  readonly regions: Segmenter
  readonly fills: readonly Fill[]
  readonly flags: ExplainFlags
  readonly terminal: Terminal
  /** When the first picture was begun, as `performance.now()` tells it. */
  readonly began: number
  /** How many pictures there are. */
  readonly count: number
}

/** Explains one picture: all targets with one fill, then with the next. */
export async function explainPicture(job: PictureJob, question: Question): Promise<readonly Explained[]> {
  const { flags, terminal } = question
  const { image, name, fileSha256 } = job.photo
  checkLabels(job.classifier, flags)
  const explained: Explained[] = []
  for (const [i, fill] of question.fills.entries()) {
    const batches: number[] = []
    const began = performance.now()
    const explanations = await explainTargets(job.classifier, image, {
      regions: question.regions,
      fill,
      picture: { name, fileSha256 },
      design: flags.hide === "all-but-one" ? "all-but-one" : "one-at-a-time",
      targets: targetsOf(flags),
      seed: flags.seed ?? 0,
      batchSize: flags.batch,
      signal: terminal.signal,
      onProgress: (progress) => {
        batches.push(progress.done - batches.reduce((sum, size) => sum + size, 0))
        showProgress(progress, { job, question, behind: i })
      },
    })
    explained.push(...explanations.map((explanation) => ({ explanation, fill })))
    verboseNote(flags, terminal, `${job.source.shown}: ${paceOf(batches, began)}, fill ${fill.name}`)
  }
  terminal.status("")
  return explained
}

function targetsOf({ top, target = ["predicted"], against }: ExplainFlags): TargetsOption {
  if (top !== undefined) return { top }
  return against === undefined ? target : target.map((one) => ({ target: one, against }))
}

/** Refuses a misspelt label with the nearest one; all others the core judges. */
function checkLabels({ name, labels = [] }: Classifier, { target = [], against }: ExplainFlags): void {
  const asked = [
    ...target.map((wanted) => ({ role: "target", wanted, words: ["predicted"] })),
    ...(against === undefined ? [] : [{ role: "against", wanted: against, words: ["predicted", "runner-up"] }]),
  ]
  for (const { role, wanted, words } of asked) {
    if (typeof wanted === "number" || words.includes(wanted)) continue
    const lower = wanted.toLowerCase()
    if (labels.some((label) => label.toLowerCase().includes(lower))) continue
    const near = didYouMean(wanted, [...labels, ...words])
    if (near !== "") throw new RangeError(`${role} must be a label of model "${name}", got "${wanted}".${near}`)
  }
}

/** Shows how far all pictures are; of several fills `behind` are done. */
function showProgress(
  { done, total, elapsed }: Progress,
  { job, question, behind }: { readonly job: PictureJob; readonly question: Question; readonly behind: number },
): void {
  const { terminal, fills, count, began } = question
  const all = { done: behind * total + done, total: fills.length * total }
  const perSecond = (1000 * done) / elapsed
  const remaining = (1000 * (all.total - all.done)) / perSecond
  const place = { name: job.source.shown, index: job.index, count, since: performance.now() - began }
  terminal.status(progressLine({ ...all, perSecond, remaining }, { width: terminal.statusWidth, place }))
}

function paceOf(batches: readonly number[], began: number): string {
  const asked = batches.reduce((sum, size) => sum + size, 0)
  const perSecond = (asked / (performance.now() - began)) * 1000
  return `${asked} pictures asked in ${seconds(began)}, ${perSecond.toFixed(1)} a second, in calls of ${batches.join(", ")}`
}
