import type { EvidenceLevel, EvidencePlan as Parts } from "../evidence-record.ts"
import type { EvidencePlan } from "./plan-evidence.ts"

/** What a record's evidence was asked by: its level, or the parts of the caller's own. */
export function recordedPlan(plan: Parts): EvidenceLevel | EvidencePlan {
  if (plan.level !== undefined) return plan.level
  const { noise, average, alone, shifted, sets, pairs, faithfulness } = plan
  return {
    level: "custom",
    noise: noise?.checks ?? [],
    effectNoise: noise?.effects ?? 0,
    masks: average?.masks ?? 0,
    ...(average?.randomShare === undefined ? {} : { randomShare: average.randomShare }),
    alone: alone?.most ?? 0,
    aloneFills: alone?.fills ?? "first",
    shifted: shifted === true,
    sets: sets?.budget ?? 0,
    pairs: pairs?.candidates ?? 0,
    hidden: faithfulness?.hidden ?? [],
    randomOrders: faithfulness?.randomOrders ?? 0,
    pixels: faithfulness?.pixels === true,
  }
}
