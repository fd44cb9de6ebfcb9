import { type BatchSizer, fixedBatches, measuredBatches } from "../scoring/batch-sizer.ts"
import { bestClass } from "../scoring/class-score.ts"
import { scoreBatches } from "../scoring/score-batches.ts"
import type { Abortable, Classifier, Edit, FillPainter, Image, Regions, Scores, Variant } from "../types.ts"
import type { Answer, Ask } from "./ask.ts"
import { makeVariants } from "./variants.ts"

export interface AskSource {
  readonly image: Image
  readonly regions: Regions
  /** One painter a fill. */
  readonly painters: readonly FillPainter[]
  /** Score of the target in one row of the model's reply. */
  readonly scoreOf: (scores: Scores, row: number) => number
  readonly batchSize?: number | undefined
  readonly signal?: Abortable | undefined
  /** Called after every model call with the number of pictures that it held. */
  readonly onAsked?: (pictures: number) => void
}

/** Makes the one function through which evidence asks a model about one picture. What fills paint is kept, since regions are hidden again and again. */
export function createAsk(classifier: Classifier, source: AskSource): Ask {
  const { image, regions, painters, signal, batchSize = classifier.batchSize } = source
  const shared: BatchSizer = batchSize === undefined ? measuredBatches() : fixedBatches(batchSize)
  const kept = painters.map((paint) => keepPainted(paint))

  async function answers(
    variants: Iterable<Variant>,
    total: number,
    options: { readonly batchSize?: number } = {},
  ): Promise<readonly Answer[]> {
    const all: Answer[] = []
    const sizer = options.batchSize === undefined ? shared : fixedBatches(options.batchSize)
    for await (const { scores } of scoreBatches(classifier, image, { variants, total, signal, sizer })) {
      for (let row = 0; row < scores.rows; row++)
        all.push({ score: source.scoreOf(scores, row), best: bestClass(classifier, scores, row) })
      source.onAsked?.(scores.rows)
    }
    return all
  }

  return Object.assign(
    (sets: Parameters<Ask>[0], { fill = 0, ...rest }: NonNullable<Parameters<Ask>[1]> = {}) => {
      const paint = kept[fill]
      if (paint === undefined) throw new RangeError(`fill must be from 0 to ${kept.length - 1}, got ${fill}`)
      return answers(makeVariants(image, regions, { paint, sets, reuse: false }), sets.length, rest)
    },
    {
      edits: (variants: readonly (readonly Edit[])[], options: { readonly batchSize?: number } = {}) =>
        answers(
          variants.map((edits) => ({ hidden: [], edits })),
          variants.length,
          options,
        ),
    },
  )
}

/** Paints each region once. */
function keepPainted(paint: FillPainter): FillPainter {
  const painted = new Map<number, ReturnType<FillPainter>>()
  return (region) => {
    const pixels = painted.get(region.id) ?? paint(region)
    painted.set(region.id, pixels)
    return pixels
  }
}
