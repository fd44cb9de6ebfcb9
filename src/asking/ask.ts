import type { ClassScore, Edit, HiddenSet } from "../types.ts"

/** What the model said of one picture. */
export interface Answer {
  /** Score of each target, in points of the score. */
  readonly scores: readonly number[]
  /** The model's top class. */
  readonly best: ClassScore
}

/** How an `Ask` asks. */
export interface AskOptions<Said = Answer> {
  /** Which fill is used, by its place in the list. @default 0 */
  readonly fill?: number
  /** Pictures per model call; 1 asks about each picture alone. Default: as the run does. */
  readonly batchSize?: number
  /** Called after every model call with its answers. */
  readonly onAnswers?: (answers: readonly Said[]) => void
}

/** A picture that is not described by a set of regions. */
export interface AskedPicture {
  /** What is painted over the untouched picture. */
  readonly edits: readonly Edit[]
  /** Identifies it within a run; a picture without a name is never remembered. */
  readonly name?: string
}

/**
 * Asks the model about the picture with sets of regions hidden: one answer per set, in their order. Every question after the untouched picture goes through
 * this one function. So each part can be tested with answers worked by hand instead of a model, and answers can be kept or replayed by wrapping it.
 */
export interface Ask<Said = Answer> {
  (sets: readonly HiddenSet[], options?: AskOptions<Said>): Promise<readonly Said[]>
  /** The same for your own edits: shifted pictures, masks of pixels. */
  edits(pictures: readonly AskedPicture[], options?: Pick<AskOptions, "batchSize">): Promise<readonly Said[]>
}

/** What the model said of one picture, for one target. */
export interface TargetAnswer {
  readonly score: number
  readonly best: ClassScore
}

/** An `Ask` for one target. */
export type TargetAsk = Ask<TargetAnswer>

/** Restricts an `Ask` to one target, given by its place in the list. */
export function askFor(ask: Ask, target: number): TargetAsk {
  const own = (answers: readonly Answer[]): readonly TargetAnswer[] =>
    answers.map(({ scores, best }) => ({ score: scores[target]!, best }))
  return Object.assign(
    async (sets: readonly HiddenSet[], { onAnswers, ...options }: AskOptions<TargetAnswer> = {}) =>
      own(
        await ask(sets, onAnswers === undefined ? options : { ...options, onAnswers: (some) => onAnswers(own(some)) }),
      ),
    { edits: async (...asked: Parameters<Ask["edits"]>) => own(await ask.edits(...asked)) },
  )
}
