import type { PictureJob } from "../each-picture.ts"
import { explainTargets } from "../engine.ts"
import { seconds, verboseNote } from "../verbose.ts"
import { type Explained, type Question, showProgress } from "./question.ts"
import { targetsOf } from "./targets-of.ts"

/** Explains all targets with one fill, then with the next: effects alone, from as few model calls as can be. */
export async function explainByFill(job: PictureJob, question: Question): Promise<readonly Explained[]> {
  const { flags, terminal, fills } = question
  const { image, name, fileSha256 } = job.photo
  const explained: Explained[] = []
  for (const [behind, fill] of fills.entries()) {
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
        showProgress(progress, { job, question, behind, runs: fills.length })
      },
    })
    explained.push(...explanations.map((explanation) => ({ explanation, fill, fillName: fill.name })))
    const asked = batches.reduce((sum, size) => sum + size, 0)
    const calls = `in calls of ${batches.join(", ")}, fill ${fill.name}`
    verboseNote(flags, terminal, `${job.source.shown}: ${pace(asked, began)}, ${calls}`)
  }
  return explained
}

/** `65 pictures asked in 1.24 s, 52.4 a second`. */
export function pace(asked: number, began: number): string {
  const perSecond = (asked / (performance.now() - began)) * 1000
  return `${asked} pictures asked in ${seconds(began)}, ${perSecond.toFixed(1)} a second`
}
