import type { Attribution } from "./explanation.ts"
import type { ClassScore, HiddenSet, ScoreScale } from "./types.ts"

/** A place in widths of a region: `[across, down]`. */
export type Position = readonly [number, number]

/** One picture that a design asks about. */
export interface Mask extends HiddenSet {
  /** Which of the fills hides, by its place in the list. @default 0 */
  readonly fill?: number
  /** Why it is asked, in a word of the design's own: estimators may give masks of one kind a level of their own. */
  readonly kind?: string
}

/** A mask, and what the model said of it. */
export interface Observation {
  readonly mask: Mask
  /** Score of the target, in points of the score. */
  readonly score: number
  /** The model's first class. */
  readonly best: ClassScore
}

/** What a method knows of the picture. */
export interface MethodContext {
  /** How many regions there are. */
  readonly count: number
  /** The middle of each region, in widths of a region. */
  readonly positions: readonly Position[]
  /** How many fills there are. */
  readonly fills: number
  /** Seeds what is drawn at random. */
  readonly seed: number
}

/** A target, and what is known of it. */
export interface KnownTarget {
  /** Score of the untouched picture. */
  readonly untouched: number
  /** `probability` where the score is a share, which may be divided and taken as a factor. */
  readonly scale: ScoreScale
  /** All that was observed so far, in the order in which it was asked for. */
  readonly answers: readonly Observation[]
}

/** What a design knows when it chooses masks. */
export interface DesignContext extends MethodContext {
  /** How many pictures it may ask about. */
  readonly budget: number
  /** One a target. The same pictures answer for all of them, so that a design that learns from answers serves them in turn. */
  readonly targets: readonly KnownTarget[]
}

/** Which regions are hidden together. */
export interface Design {
  /** Gives masks in rounds. The next round is fetched when the last one is answered, and `context.targets` hold all answers by then: a generator can learn from them. */
  rounds(context: DesignContext): Iterable<Iterable<Mask>>
  /** How many pictures that is, where the design and not a budget decides it. */
  size?(context: Pick<MethodContext, "count" | "fills">): number
}

/** What an estimator knows beside the observations. */
export type EstimatorContext = MethodContext & Pick<KnownTarget, "untouched" | "scale">

/** What an estimator gives: effects, and whatever it has beside them. */
export type Estimate = Omit<Attribution, "method" | "means">

/** Turns observations into one number a region. It is asked while a run goes on as well, with what is there by then. */
export type Estimator = (observations: readonly Observation[], context: EstimatorContext) => Estimate
