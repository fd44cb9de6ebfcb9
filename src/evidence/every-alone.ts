import type { EvidencePlan } from "./plan-evidence.ts"

/** The plan with every region hidden alone, so that effects alone can stand in front; it is no level's any more where that asks for more. */
export function everyAlone(plan: EvidencePlan, regions: number): EvidencePlan {
  return plan.alone >= regions ? plan : { ...plan, level: "custom", alone: regions }
}
