import type { EvidenceLevel, EvidenceStage, NoiseCheckName } from "../evidence-record.ts"
import { isSamePixels } from "./measure-noise.ts"

/** What is asked, as plain numbers: the record of options that a level stands for. */
export interface EvidencePlan {
  readonly level: EvidenceLevel | "custom"
  /** Second looks and harmless changes of the untouched picture. */
  readonly noise: readonly NoiseCheckName[]
  /** Regions hidden alone in each changed picture, to see how far effects move; 0 takes the noise floor from scores, which is higher. */
  readonly effectNoise: number
  /** Masked pictures, over all fills: pairs of a mask and its complement. */
  readonly masks: number
  /** Share of the masks that is drawn at random; the others are chosen by what is known. @default 0.5 */
  readonly randomShare?: number
  /** Regions that are hidden alone, the first of the order; with the first fill, or with all. */
  readonly alone: number
  readonly aloneFills: "first" | "all"
  /** The grid again, shifted by half a cell. Only for grids. */
  readonly shifted: boolean
  /** Pictures that the search for sets may ask about, those of the confirmation included. */
  readonly sets: number
  /** Regions of which every pair is hidden. */
  readonly pairs: number
  /** How many regions are hidden at each step of the curves. */
  readonly hidden: readonly number[]
  /** Seeded random orders that the map is compared with; an even number. */
  readonly randomOrders: number
  /** Whether curves are also made by pixels. */
  readonly pixels: boolean
}

/** What a plan is made for. */
export interface PlanSubject {
  /** Regions of the picture. */
  readonly regions: number
  /** How many fills there are. */
  readonly fills: number
  /** Rows and columns where the regions are a grid. */
  readonly grid?: { readonly rows: number; readonly columns: number } | undefined
}

const repeats: readonly NoiseCheckName[] = ["again", "again-in-a-batch"]
const shifts: readonly NoiseCheckName[] = ["shift-left", "shift-right", "shift-up", "shift-down"]
const levels: readonly NoiseCheckName[] = ["level-up", "level-down"]

/**
 * What a level asks for. On an 8 x 8 grid with three fills `standard` stays within 400 pictures.
 *
 * @example
 * ```ts
 * import { planEvidence, callsOf } from "gridexplainer"
 * const plan = planEvidence("standard", { regions: 64, fills: 3, grid: { rows: 8, columns: 8 } })
 * plan.masks // => 174
 * ```
 */
export function planEvidence(level: EvidenceLevel, { regions, fills }: PlanSubject): EvidencePlan {
  /** At least one region: where one decides, few random orders begin with it. */
  const steps = (shares: readonly number[]): number[] =>
    [...new Set(shares.map((share) => Math.min(regions - 1, Math.max(1, Math.round(share * regions)))))].filter(
      (count) => count >= 1 && count < regions,
    )
  /** Whole pairs, as many with each fill. */
  const masks = (wanted: number): number => Math.ceil(wanted / (2 * fills)) * 2 * fills
  switch (level) {
    case "quick":
      return {
        level,
        noise: [...repeats, "shift-left", "shift-up", "level-up", "other-filter"],
        effectNoise: 1,
        masks: masks(84),
        alone: Math.min(regions, 8),
        aloneFills: "first",
        shifted: false,
        sets: 0,
        pairs: 0,
        hidden: steps([0, 1 / 4]),
        randomOrders: 10,
        pixels: false,
      }
    case "standard":
      return {
        level,
        noise: [...repeats, ...shifts, ...levels, "other-filter"],
        effectNoise: 2,
        masks: masks(174),
        alone: Math.min(regions, 64),
        aloneFills: "first",
        shifted: false,
        sets: 50,
        pairs: 5,
        hidden: steps([0, 1 / 8, 1 / 2]),
        randomOrders: 20,
        pixels: true,
      }
    case "thorough":
      return {
        level,
        noise: [...repeats, ...shifts, ...levels, "other-filter"],
        effectNoise: 4,
        masks: masks(600),
        alone: regions,
        aloneFills: "all",
        shifted: true,
        sets: 200,
        pairs: 8,
        hidden: steps([0, 1 / 8, 3 / 16, 1 / 4, 3 / 8, 1 / 2, 3 / 4]),
        randomOrders: 20,
        pixels: true,
      }
  }
}

/**
 * How many pictures the model is asked about, the untouched one included, by stage and in all. The search for sets may end before its share is used.
 *
 * @example
 * ```ts
 * import { callsOf, planEvidence } from "gridexplainer"
 * const subject = { regions: 64, fills: 3, grid: { rows: 8, columns: 8 } } as const
 * callsOf(planEvidence("standard", subject), subject).total // => 400
 * ```
 */
export function callsOf(
  plan: EvidencePlan,
  { regions, fills, grid }: PlanSubject,
): { readonly total: number; readonly byStage: Readonly<Record<EvidenceStage, number>> } {
  const curves = 2 + (plan.pixels ? 1 : 0) + plan.randomOrders / 2
  const candidates = Math.min(plan.pairs, regions)
  const byStage = {
    noise: plan.noise.length + plan.effectNoise * plan.noise.filter((name) => !isSamePixels(name)).length,
    average: plan.masks,
    alone: Math.min(plan.alone, regions) * (plan.aloneFills === "all" ? fills : 1),
    shifted: plan.shifted && grid !== undefined ? (grid.rows + 1) * (grid.columns + 1) : 0,
    sets: plan.sets,
    pairs: (candidates * (candidates - 1)) / 2,
    faithfulness: 2 * plan.hidden.length * curves,
  }
  return { total: 1 + Object.values(byStage).reduce((sum, count) => sum + count, 0), byStage }
}
