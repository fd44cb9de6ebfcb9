import type { RunSubject } from "../asking/open-run.ts"
import type { EvidenceLevel, EvidencePlan, EvidenceStage, NoiseCheckName } from "../evidence-record.ts"
import { isSamePixels } from "./measure-noise.ts"

/** What a plan is made for. */
export interface PlanSubject extends RunSubject {
  /** How many targets are explained from the same pictures. @default 1 */
  readonly targets?: number
}

/** Of several targets each has this share of the pictures that the plan allows one for its search for sets: they also know each other's. */
const SHARED_SETS = 0.75

interface Curves extends Omit<NonNullable<EvidencePlan["faithfulness"]>, "hidden"> {
  /** Shares of the regions that are hidden at each step. */
  readonly shares: readonly number[]
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
 * plan.average // => { masks: 174 }
 * ```
 */
export function planEvidence(level: EvidenceLevel, { regions, fills }: PlanSubject): EvidencePlan {
  /** Steps of at least one region: where one decides, few random orders begin with it. */
  const curves = (of: Curves): Pick<EvidencePlan, "faithfulness"> => {
    const { shares, ...rest } = of
    const steps = shares.map((share) => Math.min(regions - 1, Math.max(1, Math.round(share * regions))))
    const hidden = [...new Set(steps)].filter((count) => count >= 1 && count < regions)
    return hidden.length === 0 ? {} : { faithfulness: { hidden, ...rest } }
  }
  /** Whole pairs, as many with each fill. */
  const masks = (wanted: number): number => Math.ceil(wanted / (2 * fills)) * 2 * fills
  switch (level) {
    case "quick":
      return {
        level,
        noise: { checks: [...repeats, "shift-left", "shift-up", "level-up", "other-filter"], effects: 1 },
        average: { masks: masks(84) },
        alone: { most: Math.min(regions, 8), fills: "first" },
        ...curves({ shares: [0, 1 / 4], randomOrders: 10, pixels: false }),
      }
    case "standard":
      return {
        level,
        noise: { checks: [...repeats, ...shifts, ...levels, "other-filter"], effects: 2 },
        average: { masks: masks(174) },
        alone: { most: Math.min(regions, 64), fills: "first" },
        sets: { budget: 50 },
        pairs: { candidates: 5 },
        ...curves({ shares: [0, 1 / 8, 1 / 2], randomOrders: 20, pixels: true }),
      }
    case "thorough":
      return {
        level,
        noise: { checks: [...repeats, ...shifts, ...levels, "other-filter"], effects: 4 },
        average: { masks: masks(600) },
        alone: { most: regions, fills: "all" },
        shifted: true,
        sets: { budget: 200 },
        pairs: { candidates: 8 },
        ...curves({ shares: [0, 1 / 8, 3 / 16, 1 / 4, 3 / 8, 1 / 2, 3 / 4], randomOrders: 20, pixels: true }),
      }
  }
}

/** How many pictures the search for sets may ask about, for each target. */
export function setsBudget({ sets }: EvidencePlan, targets: number): number {
  if (sets === undefined) return 0
  return targets === 1 ? sets.budget : Math.max(4, Math.ceil(SHARED_SETS * sets.budget))
}

/**
 * How many pictures the model is asked about, the untouched one included, by stage and in all. The search for sets may end before its share is used.
 *
 * Several targets share the noise, the masks, the regions hidden alone and all orders but their own. Each has pictures of its own for sets, pairs and the
 * curves of its map: three with `standard` cost at most 1.3 times what one costs.
 *
 * @example
 * ```ts
 * import { callsOf, planEvidence } from "gridexplainer"
 * const subject = { regions: 64, fills: 3, grid: { rows: 8, columns: 8 } } as const
 * callsOf(planEvidence("standard", subject), subject).total // => 400
 * callsOf(planEvidence("standard", subject), { ...subject, targets: 3 }).total // => 508
 * ```
 */
export function callsOf(
  plan: EvidencePlan,
  { regions, fills, grid, targets = 1 }: PlanSubject,
): { readonly total: number; readonly byStage: Readonly<Record<EvidenceStage, number>> } {
  const { noise, average, alone, pairs, faithfulness } = plan
  const changes = noise?.checks.filter((name) => !isSamePixels(name)).length ?? 0
  /** Where only some regions are hidden alone, each target may want others. */
  const most = alone?.most ?? 0
  const aloneIn = Math.min(most >= regions ? most : most * targets, regions)
  const noiseIn = changes * (noise?.effects ?? 0) * (most >= regions ? 1 : targets)
  const candidates = Math.min(pairs?.candidates ?? 0, regions)
  const { hidden = [], randomOrders = 0, pixels = false } = faithfulness ?? {}
  const curves = faithfulness === undefined ? 0 : 1 + randomOrders / 2 + targets * (pixels ? 2 : 1)
  const byStage = {
    noise: (noise?.checks.length ?? 0) + noiseIn,
    average: average?.masks ?? 0,
    alone: aloneIn * (alone?.fills === "all" ? fills : 1),
    shifted: plan.shifted === true && grid !== undefined ? (grid.rows + 1) * (grid.columns + 1) : 0,
    sets: targets * setsBudget(plan, targets),
    pairs: (targets * candidates * (candidates - 1)) / 2,
    faithfulness: 2 * hidden.length * curves,
  }
  return { total: 1 + Object.values(byStage).reduce((sum, count) => sum + count, 0), byStage }
}
