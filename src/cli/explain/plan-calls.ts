import type { EvidenceLevel, EvidencePlan, PlanSubject } from "../../index.ts"
import { callsOf, planEvidence, subjectOf, toModelSize } from "../engine.ts"
import type { PictureJob } from "../pictures/each-picture.ts"
import { type EvidenceChoice, evidenceLevels } from "./evidence-choice.ts"
import type { Question } from "./question.ts"

/** What is asked about one picture, and how often. */
export interface CallPlan {
  readonly plan: EvidencePlan
  /** How often the model is asked about the picture, for all answers that are explained together. */
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
  const targets = flags.top ?? flags.target?.length ?? 1
  const subject = { ...subjectOf(question.regions(image), fills.length), targets }
  const callsAt = (plan: EvidencePlan): number => callsOf(plan, subject).total
  const plan = planAt(level, subject, choice)
  const lower = evidenceLevels[evidenceLevels.indexOf(level) - 1]!
  const lowerCalls =
    lower === "none" ? (flags.fill?.length ?? 1) * (1 + subject.regions) : callsAt(planAt(lower, subject, choice))
  return {
    plan,
    calls: callsAt(plan),
    atMost:
      plan.sets !== undefined ||
      targets > 1 ||
      (seen.source.width === seen.size.width && seen.source.height === seen.size.height),
    less: { level: lower, calls: lowerCalls },
  }
}

/** The plan of a level; to show effects alone, every region is hidden alone, and it is no level's any more where that asks for more. */
function planAt(level: EvidenceLevel, subject: PlanSubject, { shown }: EvidenceChoice): EvidencePlan {
  const { level: own, ...parts } = planEvidence(level, subject)
  const alone = { ...parts.alone!, most: subject.regions }
  return shown === "average" || parts.alone!.most >= subject.regions ? { ...parts, level: own! } : { ...parts, alone }
}
