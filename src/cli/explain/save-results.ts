import { saveExplanation } from "../engine.ts"
import type { OutputPlan } from "../output/plan-files.ts"
import type { PictureJob } from "../pictures/each-picture.ts"
import type { Terminal } from "../terminal/terminal.ts"
import { seconds, verboseNote } from "../terminal/verbose.ts"
import { drawingOf } from "./drawing-of.ts"
import type { ExplainFlags } from "./explain-flags.ts"
import type { Explained } from "./question.ts"
import { targetName } from "./target-name.ts"

export interface SaveResultsOptions {
  readonly job: PictureJob
  readonly plan: OutputPlan
  readonly flags: ExplainFlags
  readonly terminal: Terminal
  /** Whether the run was interrupted, so that only what is known is saved. */
  readonly stopped: boolean
}

/** Writes the files of one picture's explanations, each whole or not at all, and returns their paths. */
export async function saveResults(
  explained: readonly Explained[],
  { job, plan, flags, terminal, stopped }: SaveResultsOptions,
): Promise<readonly string[]> {
  const written: string[] = []
  for (const [rank, { explanation, fill, fillName }] of explained.entries()) {
    const target = targetName(explanation)
    const part = { picture: job.source, index: job.index, rank, target, fill: fillName }
    for (const path of plan.claim(part)) {
      if (!stopped) terminal.signal.throwIfAborted()
      const began = performance.now()
      await saveExplanation(path, explanation, { photo: job.photo.image, fill, ...drawingOf(flags) })
      written.push(path)
      verboseNote(flags, terminal, `${job.source.shown}: ${path} written in ${seconds(began)}`)
    }
  }
  return written
}
