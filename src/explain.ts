import { checkPicture, type PictureFacts, startRecord } from "./asking/start-record.ts"
import { makeVariants } from "./asking/variants.ts"
import { effects } from "./attribution/effects.ts"
import { resolveDesign } from "./designs/resolve-design.ts"
import type { Explanation } from "./explanation.ts"
import { describeFill } from "./fills/describe-fill.ts"
import { type FillOption, resolveFill } from "./fills/resolve-fill.ts"
import { pixelsSha256 } from "./image/pixels-sha256.ts"
import { toModelSize } from "./image/to-model-size.ts"
import { checkSeed } from "./random.ts"
import { grid } from "./regions/grid.ts"
import type { TargetOption, TargetsOption } from "./scoring/resolve-targets.ts"
import type { ScoreBatchesOptions } from "./scoring/score-batches.ts"
import { scoreTargets } from "./scoring/score-targets.ts"
import type { Classifier, DesignName, Image, Segmenter, Variant } from "./types.ts"

/** The four choices that make a method, and how the model is asked. */
export interface ExplainOptions extends Partial<Omit<ScoreBatchesOptions, "total" | "sizer">> {
  /** What is hidden as a whole. @default grid(8) */
  readonly regions?: Segmenter
  /** What replaces hidden pixels. @default "cell-mean" */
  readonly fill?: FillOption
  /** Which regions are hidden together. @default "one-at-a-time" */
  readonly design?: DesignName
  /** Seeds everything that is drawn at random. @default 0 */
  readonly seed?: number
  /** What the record says about the file; fingerprints of pixels are made here. */
  readonly picture?: PictureFacts
}

/**
 * Explains one answer of a classifier: hides each region of the picture in turn, asks again, and writes down how the score changed.
 *
 * @param options `target` is what to explain: the model's own answer by default, a class index, a label, the lead of one class over another, or a score function.
 *
 * @returns a plain record; its effects, one a region, are in points of the score, plus where the region supports the answer.
 *
 * @throws RangeError or TypeError for a picture, grid, fill or target that cannot be; GridExplainerError when the model fails; what `signal` was aborted with.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid, viewOf } from "gridexplainer"
 * const image = { width: 2, height: 2, channels: 1, data: Uint8Array.of(255, 0, 0, 51) } as const
 * const sum = functionModel((images) => images.map(({ data }) => [(data[0]! + data[1]! + data[2]! + data[3]!) / 1020]))
 * const explanation = await explain(sum, image, { regions: grid(2), fill: 0 })
 * explanation.target.score // => 0.3
 * viewOf(explanation).effects // => [0.25, 0, 0, 0.05]
 * ```
 */
export async function explain(
  classifier: Classifier,
  image: Image,
  options: ExplainOptions & { readonly target?: TargetOption } = {},
): Promise<Explanation> {
  const { target = "predicted", ...rest } = options
  const [explanation] = await explainTargets(classifier, image, { ...rest, targets: [target] })
  return explanation!
}

/**
 * Explains several classes from the same model calls: `{ top: 3 }`, or a list of indices and labels. One record a class, in their order.
 *
 * @example
 * ```ts
 * import { explainTargets, functionModel, grid, viewOf } from "gridexplainer"
 * const image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(204, 51) } as const
 * const model = functionModel((images) => images.map(({ data }) => [data[0]! / 255, data[1]! / 255]))
 * const both = await explainTargets(model, image, { targets: { top: 2 }, regions: grid({ rows: 1, columns: 2 }), fill: 0 })
 * both.map((one) => viewOf(one).effects) // => [[0.8, 0], [0, 0.2]]
 * ```
 */
export async function explainTargets(
  classifier: Classifier,
  image: Image,
  options: ExplainOptions & { readonly targets: TargetsOption },
): Promise<readonly Explanation[]> {
  const { regions: segment = grid(8), fill: fillOption = "cell-mean", design = "one-at-a-time", seed = 0 } = options
  checkPicture(image)
  checkSeed(seed)
  const fill = resolveFill(fillOption)
  const plan = resolveDesign(design)
  const { image: seenImage, seen } = toModelSize(image, classifier)
  const regions = segment(seenImage)
  const count = regions.list.length
  const paint = fill.prepare(seenImage, { seed })
  const variants = startingUntouched(
    makeVariants(seenImage, regions, { paint, sets: plan.sets(count), reuse: plan.repeats }),
  )
  const total = 1 + plan.size(count)
  const [answers, pixelsSha] = await Promise.all([
    scoreTargets(classifier, seenImage, { ...options, variants, total }),
    pixelsSha256(image),
  ])

  return answers.targets.map(
    (target, i): Explanation => ({
      ...startRecord(classifier, {
        image,
        facts: options.picture,
        pixelsSha256: pixelsSha,
        classes: answers.classes,
        seen,
        regions,
        seed,
      }),
      fills: [describeFill(fill)],
      target: target.record,
      top: answers.top,
      attributions: [
        {
          method: design,
          ...effects(design, { untouched: target.record.score, variants: answers.scores[i]! }),
          answers: answers.best.slice(-count),
        },
      ],
      shown: design,
      plan: {},
      asked: total,
    }),
  )
}

function* startingUntouched(variants: Iterable<Variant>): Generator<Variant> {
  yield { hidden: [], edits: [] }
  yield* variants
}
