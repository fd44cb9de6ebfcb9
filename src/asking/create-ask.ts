import { type BatchSizer, fixedBatches, measuredBatches } from "../scoring/batch-sizer.ts"
import { bestClass } from "../scoring/class-score.ts"
import { scoreBatches } from "../scoring/score-batches.ts"
import { type Target, targetScore } from "../scoring/target-score.ts"
import type { Abortable, Classifier, FillPainter, HiddenSet, Image, PixelArray, Regions, Variant } from "../types.ts"
import type { Answer, Ask, AskedPicture, AskOptions } from "./ask.ts"
import { fillAt } from "./fill-at.ts"
import { keepPainted } from "./keep-painted.ts"
import { makeVariants } from "./variants.ts"

export interface AskSource {
  readonly image: Image
  readonly regions: Regions
  /** One painter per fill. */
  readonly painters: readonly FillPainter[]
  readonly targets: readonly Pick<Target, "scoreOf">[]
  readonly batchSize?: number | undefined
  readonly signal?: Abortable | undefined
  /** Called after every model call with the number of pictures in it. */
  readonly onAsked?: (pictures: number) => void
}

/** Makes the one function through which a run asks a model about one picture. What fills paint is kept if regions are hidden more than once. */
export function createAsk(classifier: Classifier, source: AskSource): Ask {
  const { image, regions, painters, signal, targets, batchSize = classifier.batchSize } = source
  const shared: BatchSizer = batchSize === undefined ? measuredBatches() : fixedBatches(batchSize)
  const kept = painters.map((paint) => ({ paint, painted: new Map<number, PixelArray>() }))

  async function answers(
    variants: Iterable<Variant>,
    total: number,
    options: Omit<AskOptions, "fill">,
  ): Promise<readonly Answer[]> {
    const all: Answer[] = []
    const sizer = options.batchSize === undefined ? shared : fixedBatches(options.batchSize)
    for await (const { scores } of scoreBatches(classifier, image, { variants, total, signal, sizer })) {
      const batch = Array.from(
        { length: scores.rows },
        (_, row): Answer => ({
          scores: targets.map((target) => targetScore(target, scores, row)),
          best: bestClass(classifier, scores, row),
        }),
      )
      all.push(...batch)
      source.onAsked?.(scores.rows)
      options.onAnswers?.(batch)
    }
    return all
  }

  return Object.assign(
    (sets: readonly HiddenSet[], { fill = 0, ...rest }: AskOptions = {}) => {
      const own = fillAt(kept, fill)
      const paint = own.painted.size > 0 || hidesAgain(sets) ? keepPainted(own.paint, own.painted) : own.paint
      return answers(makeVariants(image, regions, { paint, sets }), sets.length, rest)
    },
    {
      edits: (pictures: readonly AskedPicture[], options: Parameters<Ask["edits"]>[1] = {}) =>
        answers(
          pictures.map(({ edits }) => ({ hidden: [], edits })),
          pictures.length,
          options,
        ),
    },
  )
}

/** Whether some region is hidden more than once: only then is keeping what was painted worth the memory. */
function hidesAgain(sets: readonly HiddenSet[]): boolean {
  const seen = new Set<number>()
  return sets.some(({ hidden }) =>
    hidden.some((id) => {
      const again = seen.has(id)
      seen.add(id)
      return again
    }),
  )
}
