import type { Attribution } from "./explanation.ts"
import type { ClassScore, HiddenSet, ScoreScale } from "./types.ts"

/** A place, in widths of a region: `[across, down]`. */
export type Position = readonly [number, number]

/** One picture that a design asks about. */
export interface Mask extends HiddenSet {
  /** Which fill is used, by its place in the list. @default 0 */
  readonly fill?: number
  /** Why it is asked, in a word that the design chooses: estimators may give masks of one kind their own level. */
  readonly kind?: string
}

/** A mask, and what the model said of it. */
export interface Observation {
  readonly mask: Mask
  /** Score of the target, in points of the score. */
  readonly score: number
  /** The model's top class. */
  readonly best: ClassScore
}

/** What a method knows about the picture. */
export interface MethodContext {
  /** How many regions there are. */
  readonly count: number
  /** The middle of each region, in widths of a region. */
  readonly positions: readonly Position[]
  /** How many fills there are. */
  readonly fills: number
  /** The seed of everything that is drawn at random. */
  readonly seed: number
}

/** A target, and what is known of it. */
export interface KnownTarget {
  /** Score of the untouched picture. */
  readonly untouched: number
  /** `probability` if the score is a share, which may be divided and taken as a factor. */
  readonly scale: ScoreScale
  /** All observations so far, in the order in which they were asked for. */
  readonly answers: readonly Observation[]
}

/** What a design knows when it chooses masks. */
export interface DesignContext extends MethodContext {
  /** How many pictures it may ask about. */
  readonly budget: number
  /** One per target. The same pictures answer for all targets, so a design that learns from answers should serve them in turn. */
  readonly targets: readonly KnownTarget[]
}

/** Decides which regions are hidden together. */
export interface Design {
  /** Gives masks in rounds. The next round is fetched once the last is answered; `context.targets` then hold all answers, so a generator can learn. */
  rounds(context: DesignContext): Iterable<Iterable<Mask>>
  /** How many pictures that takes, if the design decides it rather than a budget. */
  size?(context: Pick<MethodContext, "count" | "fills">): number
}

/** What an estimator knows besides the observations. */
export type EstimatorContext = MethodContext & Pick<KnownTarget, "untouched" | "scale">

/** What an estimator returns: effects, and optionally an order, intervals, effects per fill and the like. */
export type Estimate = Omit<Attribution, "method" | "means">

/** Turns observations into one number per region. It is also called during a run, with the observations so far. */
export type Estimator = (observations: readonly Observation[], context: EstimatorContext) => Estimate
