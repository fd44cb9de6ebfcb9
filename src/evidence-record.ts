import type { ClassScore, FillDescription, RegionId } from "./types.ts"

/** How much is asked: `planEvidence` shows what each level asks, `callsOf` how many model calls that takes. */
export type EvidenceLevel = "none" | "quick" | "standard" | "thorough"

/** The parts of the evidence, in the order in which they are asked for. */
export const evidenceStages = [
  "trial",
  "noise",
  "alone",
  "around",
  "average",
  "strip",
  "shifted",
  "sets",
  "pairs",
  "faithfulness",
] as const

/** One part of the evidence, by its name in the record. */
export type EvidenceStage = (typeof evidenceStages)[number]

/** All checks of the noise, those of the very same pixels first. */
export const noiseCheckNames = [
  "again",
  "again-in-a-batch",
  "shift-left",
  "shift-right",
  "shift-up",
  "shift-down",
  "level-up",
  "level-down",
  "other-filter",
] as const

/** A change of the untouched picture that must not matter, or a second look at the same pixels. */
export type NoiseCheckName = (typeof noiseCheckNames)[number]

/** What the score does when nothing that matters has changed. Scores and floors are in points of the score. */
export interface NoiseFloor {
  readonly checks: readonly { readonly name: NoiseCheckName; readonly score: number }[]
  /** The largest difference between scores of exactly the same pixels, caused by batches, order or chance inside the model. */
  readonly repeat: number
  /** Effects of regions hidden alone in changed pictures; if there are any, `alone` is worked out from how far they moved. */
  readonly again?: readonly { readonly name: NoiseCheckName; readonly region: RegionId; readonly effect: number }[]
  /** The floor for regions hidden alone: a smaller effect is not measurable. */
  readonly alone: number
  /** The floor for effects on average, where many pictures share the noise. */
  readonly average: number
  /** Effects of regions hidden with those around them in changed pictures, and the floor for such effects. */
  readonly againAround?: readonly {
    readonly name: NoiseCheckName
    readonly region: RegionId
    readonly effect: number
  }[]
  readonly around?: number
}

/** What the model said of a picture: the score of the target, and its top class. */
export interface Said {
  readonly score: number
  readonly answer: ClassScore
}

/** What the model said of pictures hidden with one fill, before a fill was chosen. */
export interface FillTrial {
  readonly fill: FillDescription
  /** With everything hidden. */
  readonly everything: Said
  /** With about half hidden, and with the other half. */
  readonly halves: readonly Said[]
}

/** The strongest regions hidden one after another. */
export interface Strip {
  /** In the order in which they are hidden. */
  readonly regions: readonly RegionId[]
  /** How many of them are hidden in each picture, rising; the last is all. */
  readonly hidden: readonly number[]
  /** One per picture. */
  readonly said: readonly Said[]
}

/** The grid again, shifted by half a cell: effects alone, and the regions of the first grid whose effect vanished. */
export interface ShiftedGrid {
  readonly rows: number
  readonly columns: number
  readonly effects: readonly number[]
  readonly vanished: readonly RegionId[]
}

/** A smallest set of regions that was found, asked again one picture at a time. */
export interface FoundSet {
  readonly regions: readonly RegionId[]
  /** Score of the target with only these regions shown (enough), or with these hidden (needed). */
  readonly score: number
  /** The model's top class for that picture. */
  readonly answer: ClassScore
  /** Every smaller set was asked about, so none is smaller. */
  readonly exact: boolean
  /** Asking again one picture at a time gave the same answer. */
  readonly confirmed: boolean
}

/** Enough: shown alone, these regions keep the answer. Needed: hiding them changes it. Null: no set does so, not even all regions. */
export interface FoundSets {
  readonly enough: FoundSet | null
  readonly needed: FoundSet | null
}

/** Two regions of which either is enough: hiding both lowers the score by more than hiding each alone adds up to. In points of the score. */
export interface EitherPair {
  readonly regions: readonly [RegionId, RegionId]
  readonly together: number
  readonly alone: readonly [number, number]
}

/** Scores along an order of hiding, without the untouched score at the start: `mostFirst[i]` is with the first `hidden[i]` regions hidden. */
export interface HidingCurve {
  readonly mostFirst: readonly number[]
  /** The same, with the last `hidden[i]` regions of the order hidden. */
  readonly leastFirst: readonly number[]
  /** Mean of `leastFirst` minus mean of `mostFirst`, divided by `unit`: the symmetric relevance gain. Scores above the untouched one count as that. */
  readonly gain: number
}

/** Does hiding in the order of this map lower the score faster than other orders do? */
export interface Faithfulness {
  /** How many regions are hidden at each step. */
  readonly hidden: readonly number[]
  /** The fill that hid them. */
  readonly fill: FillDescription
  /** What gains are divided by: the untouched score, or 1 for scores without a natural zero (logits, differences of scores), whose gains are in points. */
  readonly unit: number
  readonly own: HidingCurve
  /** The curve for pixels in the order of the smooth map; each step hides as many pixels as that many regions have. */
  readonly pixels?: HidingCurve
  readonly centreFirst: HidingCurve
  /** Gains of random orders, drawn from the seed. */
  readonly random: readonly number[]
}

/** What the model calls pictures that are at least half hidden. */
export interface Missingness {
  readonly fill: FillDescription
  /** Pictures looked at. */
  readonly pictures: number
  /** The odd class that comes most often: one that is not among the top classes of the untouched picture. */
  readonly odd: { readonly index: number; readonly label: string; readonly count: number } | null
  /** It comes so often that effects with this fill may show what the model makes of hiding itself. */
  readonly alarm: boolean
}

/** What stands behind the effects of a record: the noise, sets, pairs, and how faithful the map is. */
export interface Evidence {
  /** One per fill that was tried, in that order. The chosen fill is the first of the record's fills. */
  readonly trials?: readonly FillTrial[]
  readonly noise?: NoiseFloor
  readonly strip?: Strip
  readonly shifted?: ShiftedGrid
  readonly sets?: FoundSets
  readonly pairs?: readonly EitherPair[]
  readonly faithfulness?: Faithfulness
  /** One per fill. */
  readonly missingness: readonly Missingness[]
  /** How many pictures the model was asked about, by stage. */
  readonly calls: Readonly<Partial<Record<EvidenceStage, number>>>
  /** Stages that were planned but not finished, because the run was stopped. */
  readonly missing: readonly EvidenceStage[]
}

/** What is asked besides the picture itself, as an object of parts: a part that is absent is not asked. */
export interface EvidencePlan {
  /** The level that the parts come from; absent if a caller chose them. */
  readonly level?: EvidenceLevel
  /** The fills are tried first, and the one that disturbs the model least comes first. */
  readonly trial?: true
  /** Second looks and harmless changes of the untouched picture. */
  readonly noise?: {
    readonly checks: readonly NoiseCheckName[]
    /** How many regions are hidden alone in each changed picture, to see how far effects move; 0 takes the noise floor from scores, which is higher. */
    readonly effects: number
  }
  readonly average?: {
    /** Masked pictures, over all fills: pairs of a mask and its complement. */
    readonly masks: number
    /** Share of the masks, from 0 to 1, that are drawn at random; the others are chosen from the answers so far. @default 0.5 */
    readonly randomShare?: number
  }
  readonly alone?: {
    /** How many regions are hidden alone: the first ones of the order. */
    readonly most: number
    /** With the first fill, or with all. */
    readonly fills: "first" | "all"
  }
  /** Whether each region is hidden with those around it: always, or only if hardly any region has an effect alone. Only for grids of at least 6 x 6. */
  readonly around?: "always" | "needed"
  /** The strongest regions hidden one after another; `hidden` is how many are hidden at each step. */
  readonly strip?: { readonly hidden: readonly number[] }
  /** The grid again, shifted by half a cell. Only for grids. */
  readonly shifted?: true
  readonly sets?: {
    /** How many pictures the search may ask about, including those that confirm a set; what `around: "needed"` asks is taken from it. */
    readonly budget: number
  }
  readonly pairs?: {
    /** How many regions are tried in pairs: every pair of them is hidden. */
    readonly candidates: number
  }
  readonly faithfulness?: {
    /** How many regions are hidden at each step of the curves. */
    readonly hidden: readonly number[]
    /** Seeded random orders that the map is compared with; an even number. */
    readonly randomOrders: number
    /** Whether curves are also made pixel by pixel. */
    readonly pixels: boolean
  }
}
