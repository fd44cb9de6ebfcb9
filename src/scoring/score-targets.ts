import type { Classifier, ClassScore, Image, Variant } from "../types.ts"
import { bestClass, topClasses } from "./class-score.ts"
import { resolveTargets, type TargetsOption } from "./resolve-targets.ts"
import { type ScoreBatchesOptions, scoreBatches } from "./score-batches.ts"
import { type Target, targetScore } from "./target-score.ts"

/** What a record needs of all replies. */
export interface Answers {
  readonly classes: number
  readonly targets: readonly Target[]
  /** The best classes of the untouched picture. */
  readonly top: readonly ClassScore[]
  /** `scores[target][variant]`, without the untouched picture. */
  readonly scores: readonly (readonly number[])[]
  /** The best class of each variant. */
  readonly best: readonly ClassScore[]
}

export interface ScoreTargetsOptions extends ScoreBatchesOptions {
  /** The untouched picture first. */
  readonly variants: Iterable<Variant>
  readonly targets: TargetsOption
}

/**
 * Asks about all variants and keeps of every reply only what the record needs,
 * so that a thousand classes times a thousand regions never pile up.
 */
export async function scoreTargets(
  classifier: Classifier,
  image: Image,
  options: ScoreTargetsOptions,
): Promise<Answers> {
  let classes = 0
  let targets: readonly Target[] = []
  let top: readonly ClassScore[] = []
  let scores: number[][] = []
  const best: ClassScore[] = []
  for await (const batch of scoreBatches(classifier, image, options)) {
    const { rows, columns } = batch.scores
    if (batch.start === 0) {
      classes = columns
      targets = resolveTargets(classifier, batch.scores, options.targets)
      top = topClasses(classifier, batch.scores, { row: 0, count: 5 })
      scores = targets.map(() => [])
    }
    for (let row = batch.start === 0 ? 1 : 0; row < rows; row++) {
      for (const [i, target] of targets.entries()) scores[i]!.push(targetScore(target, batch.scores, row))
      best.push(bestClass(classifier, batch.scores, row))
    }
  }
  return { classes, targets, top, scores, best }
}
