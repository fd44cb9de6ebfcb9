import type { RunSubject } from "../asking/open-run.ts"
import {
  type EvidenceLevel,
  type EvidencePlan,
  type EvidenceStage,
  type NoiseCheckName,
  noiseCheckNames,
} from "../evidence-record.ts"
import { isSamePixels } from "../measured.ts"
import { hasNeighbourhoods, neighbourhoodCount } from "../regions/neighbourhoods.ts"
import { TRIAL_PICTURES } from "./try-fills.ts"

/** What a plan is made for. */
export interface PlanSubject extends RunSubject {
  /** How many targets are explained from the same pictures. @default 1 */
  readonly targets?: number
}

/** With several targets, each may use this share of the pictures that a single target may use to search for sets: they also know each other's answers. */
const SHARED_SETS = 0.5

/** A search for sets with fewer pictures finds nothing. */
export const LEAST_SETS = 4

interface Curves extends Omit<NonNullable<EvidencePlan["faithfulness"]>, "hidden"> {
  /** The share of the regions that is hidden at each step. */
  readonly shares: readonly number[]
}

/** The very same pixels twice, and the picture moved by half a pixel each way. */
const checks: readonly NoiseCheckName[] = noiseCheckNames.filter(
  (name) => isSamePixels(name) || name.startsWith("shift-"),
)

/** In a region with a shorter side, in pixels, a shift by half a pixel may well matter. */
const SMALL = 8

/** What all levels measure, so that each says the same of a picture: which fill, how large the noise is, and what each region does. */
const measured = {
  trial: true,
  noise: { checks, effects: 3 },
} as const

/**
 * What a level asks for. All levels ask the same about single regions; the higher ones also search for sets and orders. On an 8 x 8 grid with three fills,
 * `quick` takes at most 140 pictures and `standard` at most 400.
 *
 * @example
 * ```ts
 * import { planEvidence, callsOf } from "gridexplainer"
 * const plan = planEvidence("standard", { regions: 64, fills: 3, grid: { rows: 8, columns: 8 } })
 * plan.average // => { masks: 150 }
 * ```
 */
export function planEvidence(level: EvidenceLevel, { regions, fills, grid, side }: PlanSubject): EvidencePlan {
  const counts = (wanted: readonly number[]): readonly number[] =>
    [...new Set(wanted)].filter((count) => count >= 1 && count < regions)
  /** Steps of at least one region: if a single region decides, few random orders begin with it. */
  const curves = (of: Curves): Pick<EvidencePlan, "faithfulness"> => {
    const { shares, ...rest } = of
    const hidden = counts(shares.map((share) => Math.min(regions - 1, Math.max(1, Math.round(share * regions)))))
    return hidden.length === 0 ? {} : { faithfulness: { hidden, ...rest } }
  }
  const strip = (steps: readonly number[]): Pick<EvidencePlan, "strip"> => {
    const hidden = counts(steps)
    return hidden.length === 0 ? {} : { strip: { hidden } }
  }
  const around = (when: "always" | "needed"): Pick<EvidencePlan, "around"> =>
    hasNeighbourhoods(grid) ? { around: when } : {}
  /** Whole pairs, the same number with each fill. */
  const masks = (wanted: number): number => Math.ceil(wanted / (2 * fills)) * 2 * fills
  const alone = { most: regions, fills: "first" } as const
  switch (level) {
    case "none":
      return side !== undefined && side < SMALL
        ? { level, trial: true, alone }
        : { level, ...measured, alone, ...around("needed") }
    case "quick":
      return { level, ...measured, alone, ...around("needed"), ...strip([1, 2, 3, 5, 8]), sets: { budget: 43 } }
    case "standard":
      return {
        ...{ level, ...measured, alone, ...around("needed") },
        average: { masks: masks(150) },
        ...strip([1, 2, 3, 5, 8, 13, 21]),
        sets: { budget: 92 },
        pairs: { candidates: 5 },
        ...curves({ shares: [0, 1 / 8, 1 / 2], randomOrders: 10, pixels: true }),
      }
    case "thorough":
      return {
        ...{ level, ...measured, alone: { most: regions, fills: "all" }, ...around("always") },
        average: { masks: masks(600) },
        ...strip([1, 2, 3, 5, 8, 13, 21, 34]),
        shifted: true,
        sets: { budget: 200 },
        pairs: { candidates: 8 },
        ...curves({ shares: [0, 1 / 8, 3 / 16, 1 / 4, 3 / 8, 1 / 2, 3 / 4], randomOrders: 20, pixels: true }),
      }
  }
}

/** The changed pictures in which regions are hidden with those around them: two of the shifts. */
export const aroundChanges: readonly NoiseCheckName[] = ["shift-left", "shift-down"]

/** How many pictures `around` asks about, including those for its noise floor. */
export function aroundCalls({ noise }: EvidencePlan, grid: NonNullable<PlanSubject["grid"]>): number {
  const changes = noise?.checks.filter((name) => aroundChanges.includes(name)).length ?? 0
  return neighbourhoodCount(grid) + changes * (noise?.effects ?? 0)
}

/** How many pictures the search for sets may ask about, for each target. */
export function setsBudget({ sets }: EvidencePlan, targets: number): number {
  if (sets === undefined) return 0
  return targets === 1 ? sets.budget : Math.max(LEAST_SETS, Math.ceil(SHARED_SETS * sets.budget))
}

/**
 * How many pictures the model is asked about, by stage and in all, including the untouched one. The search for sets may end before its share is used up.
 *
 * Several targets share the noise, the masks, the regions hidden alone and all orders but their own. Each has its own pictures for sets, pairs and the
 * curves of its map: with `standard`, three targets cost at most 1.3 times as much as one.
 *
 * @example
 * ```ts
 * import { callsOf, planEvidence } from "gridexplainer"
 * const subject = { regions: 64, fills: 3, grid: { rows: 8, columns: 8 } } as const
 * callsOf(planEvidence("standard", subject), subject).total // => 399
 * callsOf(planEvidence("standard", subject), { ...subject, targets: 3 }).total // => 503
 * ```
 */
export function callsOf(
  plan: EvidencePlan,
  { regions, fills, grid, targets = 1 }: PlanSubject,
): { readonly total: number; readonly byStage: Readonly<Record<EvidenceStage, number>> } {
  const { trial, noise, average, alone, around, strip, sets, pairs, faithfulness } = plan
  const changes = noise?.checks.filter((name) => !isSamePixels(name)).length ?? 0
  /** If only some regions are hidden alone, each target may want different ones. */
  const most = alone?.most ?? 0
  const aloneIn = Math.min(most >= regions ? most : most * targets, regions)
  const noiseIn = changes * Math.min(noise?.effects ?? 0, regions) * (most >= regions ? 1 : targets)
  const candidates = Math.min(pairs?.candidates ?? 0, regions)
  const { hidden = [], randomOrders = 0, pixels = false } = faithfulness ?? {}
  const curves = faithfulness === undefined ? 0 : 1 + randomOrders / 2 + targets * (pixels ? 2 : 1)
  /** If `around` is asked only when needed, it is paid from the budget of the search for sets. */
  const isPaid = around === "needed" && sets !== undefined
  const byStage = {
    trial: trial === true ? TRIAL_PICTURES * fills : 0,
    noise: (noise?.checks.length ?? 0) + noiseIn,
    alone: aloneIn * (alone?.fills === "all" ? fills : 1),
    around: around === undefined || grid === undefined || isPaid ? 0 : aroundCalls(plan, grid),
    average: average?.masks ?? 0,
    strip: targets * (strip?.hidden.length ?? 0),
    shifted: plan.shifted === true && grid !== undefined ? (grid.rows + 1) * (grid.columns + 1) : 0,
    sets: targets * setsBudget(plan, targets),
    pairs: (targets * candidates * (candidates - 1)) / 2,
    faithfulness: 2 * hidden.length * curves,
  }
  return { total: 1 + Object.values(byStage).reduce((sum, count) => sum + count, 0), byStage }
}
