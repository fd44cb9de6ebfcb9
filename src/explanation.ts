import type { Evidence } from "./evidence-record.ts"
import type {
  Box,
  ClassScore,
  DesignName,
  FillDescription,
  Fit,
  Preprocessing,
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
 * One finished explanation: plain data, complete enough to be drawn, saved, compared and checked without the model.
 *
 * `effects[i]` = score of the untouched picture minus score with region `i` hidden (`one-at-a-time`),
 * score with only region `i` shown minus score with everything hidden (`all-but-one`), or
 * the expected fall of the score when region `i` is hidden while others are hidden at random (`random-masks`). Plus: the region supports the answer.
 */
export interface Explanation {
  readonly format: "gridexplainer-explanation"
  readonly version: 2
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
    readonly sha256?: string
    readonly runtime?: string
    readonly preprocessing?: Preprocessing
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
  readonly fill: FillDescription
  /** What `effects` tell. `random-masks` only where `evidence` says more. */
  readonly design: DesignName | "random-masks"
  /** What is explained; `target.score` is its number for the untouched picture. */
  readonly target: ClassTarget | MarginTarget | FunctionTarget
  /** Score of the target with everything hidden; only for `all-but-one`. */
  readonly hiddenScore?: number
  readonly effects: readonly number[]
  /** The best classes of the untouched picture, best first. */
  readonly top: readonly ClassScore[]
  /** The best class with each region hidden, or shown, alone; absent for `random-masks`. */
  readonly topPerRegion?: readonly ClassScore[]
  /** How sure the effects are, and what else was asked; absent where only the effects were. */
  readonly evidence?: Evidence
  /** How many pictures the model was asked about, the untouched one included. */
  readonly asked: number
  readonly seed: number
  readonly versions: { readonly gridexplainer: string }
}
