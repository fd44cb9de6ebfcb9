import type { Classifier, Image, Progress, ScoreOptions, Scores, Variant } from "../types.ts"
import { untilAborted } from "../until-aborted.ts"
import { type BatchSizer, fixedBatches, measuredBatches } from "./batch-sizer.ts"
import { checkReply } from "./check-reply.ts"
import { failedCall } from "./failed-call.ts"
import { stopwatch } from "./stopwatch.ts"

/** The options of `scoreBatches`. */
export interface ScoreBatchesOptions extends ScoreOptions {
  /**
   * Variants per model call. The result never depends on it.
   * @default the model's own batch size, or measured on the first calls
   */
  readonly batchSize?: number | undefined
  /** How many variants there are, for progress. */
  readonly total: number
  /** Decides the size of calls instead of `batchSize`, over several runs on one model. */
  readonly sizer?: BatchSizer | undefined
  /** Called after every model call. */
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/** Scores of neighbouring variants: row `i` belongs to variant `start + i`. */
export interface ScoredBatch {
  /** The place of the first variant, from 0. */
  readonly start: number
  readonly scores: Scores
}

/**
 * Asks a model about many variants of one picture, batch by batch, lazily: a variant is made when its batch is due.
 *
 * @throws `signal.reason` on abort, at once, even while the model computes; GridExplainerError that names the pictures of the call: `BAD_REPLY` or
 * `SCALE_CONFLICT` for a reply that cannot be right, `MODEL_FAILED` for anything else that the model throws.
 *
 * @example
 * ```ts
 * import { functionModel, scoreBatches } from "gridexplainer"
 * const image = { width: 1, height: 1, channels: 1, data: Uint8Array.of(51) } as const
 * const model = functionModel((images) => images.map(({ data }) => [data[0]! / 255, 1 - data[0]! / 255]))
 * const rows: number[] = []
 * for await (const { scores } of scoreBatches(model, image, { variants: [{ hidden: [], edits: [] }], total: 1 })) rows.push(...scores.data)
 * rows // => [0.2, 0.8]
 * ```
 */
export async function* scoreBatches(
  classifier: Classifier,
  image: Image,
  {
    variants,
    total,
    signal,
    onProgress,
    batchSize = classifier.batchSize,
    sizer = batchSize === undefined ? measuredBatches() : fixedBatches(batchSize),
  }: ScoreBatchesOptions & { readonly variants: Iterable<Variant> },
): AsyncGenerator<ScoredBatch> {
  const watch = stopwatch()
  const waiting: Call[] = []
  let columns: number | undefined
  let start = 0
  let lastReply = 0

  function ask(variants: readonly Variant[]): Call {
    const reply = (async () => classifier.score(image, variants, { signal }))()
    reply.catch(() => undefined) // Nobody waits for this call any more, so its failure must not be reported.
    return { reply, variants, asked: watch.elapsed() }
  }

  async function receive({ reply, variants, asked }: Call): Promise<ScoredBatch> {
    const rows = variants.length
    let scores: Scores
    try {
      scores = await untilAborted(reply, signal)
      checkReply(classifier, scores, { rows, columns })
    } catch (error) {
      signal?.throwIfAborted()
      throw failedCall(classifier.name, error, { variants, start, total })
    }
    sizer.took(rows, watch.elapsed() - Math.max(asked, lastReply))
    lastReply = watch.elapsed()
    columns = scores.columns
    start += rows
    onProgress?.(watch.progress(start, total))
    return { start: start - rows, scores }
  }

  for (const batch of inBatches(variants, sizer)) {
    signal?.throwIfAborted()
    waiting.push(ask(batch))
    if (waiting.length > (classifier.overlaps === true ? 1 : 0)) yield await receive(waiting.shift()!)
  }
  for (const call of waiting) {
    signal?.throwIfAborted()
    yield await receive(call)
  }
}

/** A batch that the model was asked about. */
interface Call {
  readonly reply: Promise<Scores>
  readonly variants: readonly Variant[]
  readonly asked: number
}

function* inBatches(variants: Iterable<Variant>, sizer: BatchSizer): Generator<readonly Variant[]> {
  let size = sizer.next()
  let batch: Variant[] = []
  for (const variant of variants) {
    batch.push(variant)
    if (batch.length < size) continue
    yield batch
    batch = []
    size = sizer.next()
  }
  if (batch.length > 0) yield batch
}
