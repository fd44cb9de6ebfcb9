import type { Evidence, EvidencePlan } from "./evidence-record.ts"
import type {
  Box,
  ClassScore,
  FillDescription,
  Fit,
  Preprocessing,
  RegionId,
  RegionLayout,
  ResizeFilter,
  ScoreScale,
  Size,
} from "./types.ts"

/** Regions in a record: boxes for grids and windows, run lengths of labels for masks. */
export interface RecordedRegions {
  readonly layout: RegionLayout
  /** One box a region, in pixels of the picture that the model saw. */
  readonly boxes: readonly Box[]
  /** For masks only: `[regionId, count, regionId, count, ...]` over the pixels, row by row. */
  readonly runs?: readonly number[]
}

/** A target that is the score of one class. */
export interface ClassTarget extends ClassScore {
  /** How the class was chosen. */
  readonly chosenBy: "predicted" | "index" | "label" | "top"
}

/** A target that is the lead of one class over another: `score` is the margin, so the score of the class itself is `score + against.score`. */
export interface MarginTarget extends ClassScore {
  readonly chosenBy: "margin"
  /** The other class, with its own score. */
  readonly against: ClassScore
}

/** A target that is a number: a function of the caller works it out from the model's scores. */
export interface FunctionTarget {
  /** Absent: the target is not a class. */
  readonly index?: never
  /** The name of the function. */
  readonly label: string
  readonly score: number
  readonly chosenBy: "function"
  readonly scale: FunctionScale
}

/** What a score function returns: probabilities, logits, or numbers in their own unit. */
export type FunctionScale = ScoreScale | "number"

/**
 * What the numbers of an attribution mean. A positive number: the region supports the answer.
 *
 * - `alone`: the fall of the score when only this region is hidden.
 * - `shown-alone`: the score with only this region shown minus the score with everything hidden.
 * - `around`: the fall of the score when it is hidden together with the regions around it.
 * - `average`: the expected fall when it is hidden while others are hidden at random. This one is an estimate; the others are measured.
 */
export type EffectMeaning = "alone" | "shown-alone" | "around" | "average"

/** One number per region, in points of the score; null for a region that was not asked about. */
export interface RegionEffects {
  readonly effects: readonly (number | null)[]
  /** Lower ends of the 90 % interval of each effect, if the method gives intervals. */
  readonly low?: readonly number[]
  /** Upper ends of the 90 % interval of each effect, if the method gives intervals. */
  readonly high?: readonly number[]
}

/** One number per region, made by one method. */
export interface Attribution extends RegionEffects {
  /** `one-at-a-time`, `with-neighbours`, `all-but-one`, `random-masks`, or a name of your own; unique within a record. */
  readonly method: string
  readonly means: EffectMeaning
  /** The regions, the one that matters most for the answer first; absent if the method has no order other than that of the effects. */
  readonly order?: readonly RegionId[]
  /** The top class with each region hidden (or shown) in this way. */
  readonly answers?: readonly (ClassScore | null)[]
  /** Score of the target with everything hidden; present for `shown-alone` only. */
  readonly hiddenScore?: number
  /** The effects with each fill by itself, in the order of the record's fills; absent if only the first fill was used. */
  readonly perFill?: readonly RegionEffects[]
  /** How many masks were used; absent if regions were not hidden by masks. */
  readonly masks?: MaskFacts
}

/** How effects were found with masks that hide many regions together. */
export interface MaskFacts {
  /** Masked pictures that the model was asked about, over all fills. */
  readonly total: number
  /** How many of them were drawn at random: effects come from these only, the order from all. */
  readonly random: number
  /** Length over which neighbours share strength, in widths of a region; 0 if each stands alone. */
  readonly length: number
  /** Standard deviation of what the regions' effects do not add up to, in points of the score. */
  readonly spread: number
}

/** One finished explanation: plain data, complete enough to be drawn, saved, compared and checked without the model. `viewOf` reads it. */
export interface Explanation {
  readonly format: "gridexplainer-explanation"
  readonly version: 3
  readonly picture: {
    /** File name without folders. */
    readonly name?: string
    readonly size: Size
    readonly fileSha256?: string
    /** Fingerprint of the decoded pixels as given to `explain`, lower-case hex; absent only on a host without Web Crypto. */
    readonly pixelsSha256?: string
  }
  readonly model: {
    readonly name: string
    readonly classes: number
    readonly scale: ScoreScale
    /** Each class has its own probability, as from a sigmoid: for the untouched picture they add up to more than 1. */
    readonly independent?: true
    readonly sha256?: string
    readonly runtime?: string
    readonly preprocessing?: Preprocessing
    /** What it must not be used for, according to its publisher, in one sentence. */
    readonly caution?: string
  }
  /** What the model saw: the box `source` of the picture, resized to `size`. With padding, `source` reaches beyond the picture. */
  readonly seen: {
    readonly size: Size
    readonly source: Box
    /** How it was brought to `size`; absent when the picture was shown as it is. */
    readonly fit?: Fit
    readonly filter?: ResizeFilter
  }
  readonly regions: RecordedRegions
  /** The fills that were used, in turn; the first one hides regions alone, in sets and in pairs. */
  readonly fills: readonly FillDescription[]
  /** What is explained; `target.score` is its number for the untouched picture. */
  readonly target: ClassTarget | MarginTarget | FunctionTarget
  /** The best classes of the untouched picture, best first. */
  readonly top: readonly ClassScore[]
  /** One per method. */
  readonly attributions: readonly Attribution[]
  /** The method of the attribution in front: the one that is drawn and described first. */
  readonly shown: string
  /** The evidence that was asked for, as an object of parts; a part that is absent was not asked for. */
  readonly plan: EvidencePlan
  /** What else was found; absent if only the effects were asked for. */
  readonly evidence?: Evidence
  /** If masks were chosen for several targets in turn: all of those targets, and the place of this one among them. */
  readonly together?: { readonly targets: readonly Explanation["target"][]; readonly place: number }
  /** How many pictures the model was asked about, including the untouched one; for several targets together, the total for all. */
  readonly asked: number
  readonly seed: number
  readonly versions: { readonly gridexplainer: string }
}
