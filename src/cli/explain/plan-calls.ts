import type { EvidencePlan, PlanSubject } from "../../evidence/plan-evidence.ts"
import type { EvidenceLevel } from "../../evidence-record.ts"
import type { PictureJob } from "../each-picture.ts"
import { callsOf, everyAlone, planEvidence, toModelSize } from "../engine.ts"
import { type EvidenceChoice, evidenceLevels } from "./evidence-choice.ts"
import type { Question } from "./question.ts"

/** What is asked about one picture, and how often. */
export interface CallPlan {
  /** What each run asks; every answer that is explained has a run of its own. */
  readonly plan: EvidencePlan
  /** How often the model is asked about the picture, all runs together. */
  readonly calls: number
  /** Whether it may be fewer: the search for sets ends early, or a check is left out. */
  readonly atMost: boolean
  /** The next smaller level, and how often it asks. */
  readonly less: { readonly level: EvidenceLevel | "none"; readonly calls: number }
}

/** Plans what is asked about a picture, before the model has answered. */
export function planCalls({ photo, classifier }: PictureJob, question: Question, level: EvidenceLevel): CallPlan {
  const { flags, fills, choice } = question
  const { image, seen } = toModelSize(photo.image, classifier)
  const { list, layout } = question.regions(image)
  const subject = { regions: list.length, fills: fills.length, ...(layout.kind === "grid" ? { grid: layout } : {}) }
  const runs = flags.top ?? flags.target?.length ?? 1
  const untouched = flags.top === undefined ? 0 : 1
  const callsAt = (plan: EvidencePlan): number => untouched + runs * callsOf(plan, subject).total
  const plan = planAt(level, subject, choice)
  const lower = evidenceLevels[evidenceLevels.indexOf(level) - 1]!
  const lowerCalls =
    lower === "none" ? (flags.fill?.length ?? 1) * (1 + list.length) : callsAt(planAt(lower, subject, choice))
  return {
    plan,
    calls: callsAt(plan),
    atMost: plan.sets > 0 || (seen.source.width === seen.size.width && seen.source.height === seen.size.height),
    less: { level: lower, calls: lowerCalls },
  }
}

/** The plan of a level; to show effects alone, every region is hidden alone. */
function planAt(level: EvidenceLevel, subject: PlanSubject, { shown }: EvidenceChoice): EvidencePlan {
  const plan = planEvidence(level, subject)
  return shown === "average" ? plan : everyAlone(plan, subject.regions)
}
