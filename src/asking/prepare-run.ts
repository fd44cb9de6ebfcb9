import type { Position } from "../designs/smooth-masks.ts"
import { type EvidenceOptions, evidenceFills } from "../evidence/evidence-options.ts"
import { callsOf, type EvidencePlan, planEvidence } from "../evidence/plan-evidence.ts"
import { withOtherFilter } from "../evidence/with-other-filter.ts"
import type { Explanation } from "../explanation.ts"
import { resolveFill } from "../fills/resolve-fill.ts"
import { toModelSize } from "../image/to-model-size.ts"
import { grid } from "../regions/grid.ts"
import { regionPositions } from "../regions/region-positions.ts"
import { topClasses } from "../scoring/class-score.ts"
import { resolveTargets } from "../scoring/resolve-targets.ts"
import { scoreBatches } from "../scoring/score-batches.ts"
import { stopwatch } from "../scoring/stopwatch.ts"
import { type Target, targetScore } from "../scoring/target-score.ts"
import type { Classifier, ClassScore, Fill, FillPainter, Image, Regions, ScoreScale, Scores } from "../types.ts"
import type { Ask } from "./ask.ts"
import { createAsk } from "./create-ask.ts"

/** Everything that the stages need: the picture as the model sees it, its regions and fills, the target, and whom to ask. */
export interface Run {
  readonly plan: EvidencePlan
  readonly image: Image
  readonly seen: Explanation["seen"]
  readonly otherFilter: Image | undefined
  readonly regions: Regions
  readonly positions: readonly Position[]
  readonly fills: readonly Fill[]
  readonly painters: readonly FillPainter[]
  readonly target: Target["record"]
  /** `probability` where the target's score is a share, which may be divided and taken as a factor. */
  readonly scale: ScoreScale
  readonly classes: number
  readonly top: readonly ClassScore[]
  readonly seed: number
  readonly ask: Ask
  /** The same for other regions of the picture. */
  readonly askAbout: (regions: Regions) => Ask
  /** Pictures that the model was asked about so far. */
  readonly asked: () => number
}

/** Resolves all options, and asks about the untouched picture. */
export async function prepareRun(classifier: Classifier, photo: Image, options: EvidenceOptions): Promise<Run> {
  const { regions: segment = grid(8), evidence = "standard", seed = 0, signal } = options
  const fills = (options.fills ?? evidenceFills).map(resolveFill)
  if (fills.length === 0) throw new RangeError("fills must name at least one fill, got none")
  const { image, seen } = toModelSize(photo, classifier)
  const regions = segment(image)
  const painters = fills.map((fill) => fill.prepare(image, { seed }))
  const { layout } = regions
  const subject = {
    regions: regions.list.length,
    fills: fills.length,
    ...(layout.kind === "grid" ? { grid: layout } : {}),
  }
  const plan = typeof evidence === "string" ? planEvidence(evidence, subject) : evidence
  const { total } = callsOf(plan, subject)

  const watch = stopwatch()
  let asked = 0
  const onAsked = (pictures: number): void => {
    asked += pictures
    options.onProgress?.(watch.progress(asked, Math.max(asked, total)))
  }
  const untouched = await scoresOf(classifier, image, options)
  onAsked(1)
  const [target] = resolveTargets(classifier, untouched, [options.target ?? "predicted"])
  const source = {
    image,
    scoreOf: (scores: Scores, row: number) => targetScore(target!, scores, row),
    batchSize: options.batchSize,
    signal,
    onAsked,
  }
  return {
    plan,
    image,
    seen,
    otherFilter: plan.noise.includes("other-filter") ? withOtherFilter(photo, classifier) : undefined,
    regions,
    positions: regionPositions(regions),
    fills,
    painters,
    target: target!.record,
    scale: scaleOf(target!.record, classifier.scale),
    classes: untouched.columns,
    top: topClasses(classifier, untouched, { row: 0, count: 5 }),
    seed,
    ask: createAsk(classifier, { ...source, regions, painters }),
    askAbout: (other) => createAsk(classifier, { ...source, regions: other, painters }),
    asked: () => asked,
  }
}

async function scoresOf(
  classifier: Classifier,
  image: Image,
  { signal }: Pick<EvidenceOptions, "signal">,
): Promise<Scores> {
  const variants = [{ hidden: [], edits: [] }]
  for await (const { scores } of scoreBatches(classifier, image, { variants, total: 1, batchSize: 1, signal }))
    return scores
  throw new RangeError("a model must answer for the untouched picture, got nothing")
}

function scaleOf(target: Target["record"], scale: ScoreScale): ScoreScale {
  if (target.chosenBy === "margin") return "logit"
  if (target.chosenBy === "function") return target.scale === "probability" ? "probability" : "logit"
  return scale
}
