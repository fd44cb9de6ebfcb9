import type { ClassScore, Edit, HiddenSet } from "../types.ts"

/** What the model said of one picture. */
export interface Answer {
  /** Score of the target, in points of the score. */
  readonly score: number
  /** The model's first class. */
  readonly best: ClassScore
}

export interface AskOptions {
  /** Which of the fills hides, by its place in the list. @default 0 */
  readonly fill?: number
  /** Pictures a model call; 1 asks each picture alone. Default: as the run asks. */
  readonly batchSize?: number
}

/**
 * Asks the model about the picture with sets of regions hidden, one answer a set, in their order. All evidence is gathered through this one
 * function, so that each part of it can be tested with an answer worked by hand instead of a model.
 */
export interface Ask {
  (sets: readonly HiddenSet[], options?: AskOptions): Promise<readonly Answer[]>
  /** The same with edits of the caller's own: shifted pictures, masks of pixels. */
  edits(variants: readonly (readonly Edit[])[], options?: Pick<AskOptions, "batchSize">): Promise<readonly Answer[]>
}
