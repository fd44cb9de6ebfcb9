import type { ClassScore, Edit, HiddenSet } from "../types.ts"

/** What the model said of one picture. */
export interface Answer {
  /** Score of each target, in points of the score. */
  readonly scores: readonly number[]
  /** The model's first class. */
  readonly best: ClassScore
}

export interface AskOptions<Said = Answer> {
  /** Which of the fills hides, by its place in the list. @default 0 */
  readonly fill?: number
  /** Pictures a model call; 1 asks each picture alone. Default: as the run asks. */
  readonly batchSize?: number
  /** Called after every model call with its answers. */
  readonly onAnswers?: (answers: readonly Said[]) => void
}

/** A picture that no set of regions says. */
export interface AskedPicture {
  readonly edits: readonly Edit[]
  /** What tells it from all others of a run; one without a name is never remembered. */
  readonly name?: string
}

/**
 * Asks the model about the picture with sets of regions hidden, one answer a set, in their order. All that is asked beyond the untouched picture goes
 * through this one function, so that each part can be tested with an answer worked by hand instead of a model, and kept or replayed by wrapping it.
 */
export interface Ask<Said = Answer> {
  (sets: readonly HiddenSet[], options?: AskOptions<Said>): Promise<readonly Said[]>
  /** The same with edits of the caller's own: shifted pictures, masks of pixels. */
  edits(pictures: readonly AskedPicture[], options?: Pick<AskOptions, "batchSize">): Promise<readonly Said[]>
}

/** What the model said of one picture, as far as one target goes. */
export interface TargetAnswer {
  readonly score: number
  readonly best: ClassScore
}

/** An `Ask` for one target. */
export type TargetAsk = Ask<TargetAnswer>

/** The answers for one target, by its place. */
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
