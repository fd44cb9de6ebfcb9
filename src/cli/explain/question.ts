import type { Explanation, Fill, Progress, Segmenter } from "../../index.ts"
import type { PictureJob } from "../pictures/each-picture.ts"
import { progressLine } from "../terminal/progress-line.ts"
import type { Terminal } from "../terminal/terminal.ts"
import type { EvidenceChoice } from "./evidence-choice.ts"
import type { ExplainFlags } from "./explain-flags.ts"

/** The question about every picture. */
export interface Question {
  readonly regions: Segmenter
  /** Without evidence each has explanations of its own; with evidence they share one. */
  readonly fills: readonly Fill[]
  readonly choice: EvidenceChoice
  readonly flags: ExplainFlags
  readonly terminal: Terminal
  /** When the first picture was begun, as `performance.now()` tells it. */
  readonly began: number
  /** How many pictures are explained. */
  readonly count: number
}

/** An explanation, and the fill that it was made with. */
export interface Explained {
  readonly explanation: Explanation
  /** The first one, if there were several. */
  readonly fill: Fill
  /** Its name in file names: `blur`, `blur+image-mean`. */
  readonly fillName: string
}

/** The place of a run among all runs on its picture. */
export interface RunPlace {
  readonly job: PictureJob
  readonly question: Question
  /** Runs that are done, of how many. */
  readonly behind: number
  readonly runs: number
  /** What is asked just now. */
  readonly stage?: string | undefined
  /** The map so far, as lines; none if there is no room for it. */
  readonly map?: readonly string[]
}

/** Shows the progress over all pictures. */
export function showProgress(
  { done, total, elapsed }: Progress,
  { job, question, behind, runs, stage, map = [] }: RunPlace,
): void {
  const { terminal, count, began } = question
  const all = { done: behind * total + done, total: runs * total }
  const perSecond = (1000 * done) / elapsed
  const remaining = (1000 * (all.total - all.done)) / perSecond
  const place = { name: job.source.shown, index: job.turn, count, since: performance.now() - began }
  terminal.status(progressLine({ ...all, perSecond, remaining }, { width: terminal.statusWidth, place, stage }), map)
}
