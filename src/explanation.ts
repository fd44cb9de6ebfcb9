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

/** The score of one class is explained. */
export interface ClassTarget extends ClassScore {
  /** How the class was chosen. */
  readonly chosenBy: "predicted" | "index" | "label" | "top"
}

/** The lead of one class over another is explained: `score` is the margin, and the score of the class itself is `score + against.score`. */
export interface MarginTarget extends ClassScore {
  readonly chosenBy: "margin"
  /** The other class with its own score. */
  readonly against: ClassScore
}

/** A number that a function of the caller makes of the model's scores is explained. */
export interface FunctionTarget {
  /** It is no class. */
  readonly index?: never
  /** The name of the function. */
  readonly label: string
  readonly score: number
  readonly chosenBy: "function"
  readonly scale: FunctionScale
}

/** What a score function gives: probabilities, logits, or numbers in units of their own. */
export type FunctionScale = ScoreScale | "number"

/**
 * What the numbers of an attribution say. Plus: the region supports the answer.
 *
 * - `alone`: the fall of the score when only this region is hidden.
 * - `shown-alone`: the score with only this region shown minus the score with everything hidden.
 * - `around`: the fall of the score when it is hidden together with the regions around it.
 * - `average`: the expected fall when it is hidden while others are hidden at random: an estimate, where all others were measured.
 */
export type EffectMeaning = "alone" | "shown-alone" | "around" | "average"

/** One number a region, in points of the score; null where the region was not asked about. */
export interface RegionEffects {
  readonly effects: readonly (number | null)[]
  /** Ends of the 90 % interval of each effect, where the method has them. */
  readonly low?: readonly number[]
  readonly high?: readonly number[]
}

/** One number a region, made by one method. */
export interface Attribution extends RegionEffects {
  /** `one-at-a-time`, `with-neighbours`, `all-but-one`, `random-masks`, or a name of the caller's own; no two attributions of a record share one. */
  readonly method: string
  readonly means: EffectMeaning
  /** Regions, the one that matters most for the answer first; absent where the method has no order but that of the effects. */
  readonly order?: readonly RegionId[]
  /** The best class with each region hidden, or shown, so. */
  readonly answers?: readonly (ClassScore | null)[]
  /** Score of the target with everything hidden; there for `shown-alone`, and for nothing else. */
  readonly hiddenScore?: number
  /** The same with one fill, in the order of the record's fills; absent where only the first hid. */
  readonly perFill?: readonly RegionEffects[]
  /** Where regions were hidden together by masks. */
  readonly masks?: MaskFacts
}

/** How effects were found by masks that hide many regions together. */
export interface MaskFacts {
  /** Masked pictures that the model was asked about, over all fills. */
  readonly total: number
  /** How many of them were drawn at random: effects come from these alone, the order from all. */
  readonly random: number
  /** Length over which neighbours share strength, in widths of a region; 0 where each stands alone. */
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
    /** Of the decoded pixels as given to `explain`; absent only where the host has no Web Crypto. */
    readonly pixelsSha256?: string
  }
  readonly model: {
    readonly name: string
    readonly classes: number
    readonly scale: ScoreScale
    /** Each class has a probability of its own, as a sigmoid gives them, so that those of the untouched picture add up to more than 1. */
    readonly independent?: true
    readonly sha256?: string
    readonly runtime?: string
    readonly preprocessing?: Preprocessing
    /** What its publisher says that it must not be used for, in one sentence. */
    readonly caution?: string
  }
  /** What the model saw: `source` of the picture (it may reach beyond it when padded), brought to `size`. */
  readonly seen: {
    readonly size: Size
    readonly source: Box
    /** How it was brought to `size`; absent when the picture was shown as it is. */
    readonly fit?: Fit
    readonly filter?: ResizeFilter
  }
  readonly regions: RecordedRegions
  /** All that hid, in turn; the first hides regions alone, in sets and in pairs. */
  readonly fills: readonly FillDescription[]
  /** What is explained; `target.score` is its number for the untouched picture. */
  readonly target: ClassTarget | MarginTarget | FunctionTarget
  /** The best classes of the untouched picture, best first. */
  readonly top: readonly ClassScore[]
  /** One a method. */
  readonly attributions: readonly Attribution[]
  /** The method of the one that is drawn and said first. */
  readonly shown: string
  /** The evidence that was asked for, as an object of parts: what is absent was not. */
  readonly plan: EvidencePlan
  /** What else was asked; absent where only the effects were. */
  readonly evidence?: Evidence
  /** Where masks were chosen for several targets in turn: all of them, and the place of this one. */
  readonly together?: { readonly targets: readonly Explanation["target"][]; readonly place: number }
  /** How many pictures the model was asked about, the untouched one included; for several targets together, all of them. */
  readonly asked: number
  readonly seed: number
  readonly versions: { readonly gridexplainer: string }
}
