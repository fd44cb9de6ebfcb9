import type { Evidence, EvidenceLevel } from "../evidence-record.ts"
import type { Explanation } from "../explanation.ts"
import { everyAlone } from "./every-alone.ts"
import { type EvidencePlan, planEvidence } from "./plan-evidence.ts"

const levels: readonly EvidenceLevel[] = ["quick", "standard", "thorough"]

/**
 * What a record's evidence was asked by: its level, or for `custom` the plan of a level with every region hidden alone, which is what the command asks to show
 * effects alone. Undefined for any other plan, since a record does not hold it.
 */
export function recordedPlan({
  evidence,
  regions,
}: {
  readonly evidence: Evidence
  readonly regions: Explanation["regions"]
}): EvidenceLevel | EvidencePlan | undefined {
  const { level, fills } = evidence
  if (level !== "custom") return level
  const count = regions.boxes.length
  const subject = {
    regions: count,
    fills: fills.length,
    ...(regions.layout.kind === "grid" ? { grid: regions.layout } : {}),
  }
  return levels
    .map((name) => everyAlone(planEvidence(name, subject), count))
    .find((plan) => plan.level === "custom" && fits(plan, evidence))
}

/** Whether all that a record says of its plan is this one's; the levels differ in each of these. */
function fits({ masks, hidden, randomOrders }: EvidencePlan, { average, alone, faithfulness }: Evidence): boolean {
  return (
    average.masks === masks &&
    alone?.effects.every((effect) => effect !== null) === true &&
    faithfulness?.random.length === randomOrders &&
    String(faithfulness.hidden) === String(hidden)
  )
}
