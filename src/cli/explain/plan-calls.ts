import type { EvidenceLevel } from "../../index.ts"
import { chooseQuestion, subjectOf, toModelSize } from "../engine.ts"
import type { PictureJob } from "../pictures/each-picture.ts"
import { evidenceLevels } from "./evidence-choice.ts"
import type { Question } from "./question.ts"

/** How often the model is asked about one picture. */
export interface CallPlan {
  /** The most for all answers that are explained together: the search for sets may end early. */
  readonly calls: number
  /** The next smaller level, and how often it asks at most. */
  readonly less: { readonly level: EvidenceLevel; readonly calls: number }
}

/** Counts what will be asked about a picture, before the model has answered; undefined for the lowest level. */
export function planCalls({ photo, classifier }: PictureJob, question: Question): CallPlan | undefined {
  const { flags, fills, choice } = question
  const lower = evidenceLevels[evidenceLevels.indexOf(choice.level) - 1]
  if (lower === undefined) return undefined
  const { image } = toModelSize(photo.image, classifier)
  const targets = flags.top ?? flags.target?.length ?? 1
  const callsAt = (evidence: EvidenceLevel): number => {
    /** If fills were named and no evidence is asked for, each has its own run. */
    const runs = flags.fill !== undefined && evidence === "none" ? fills.length : 1
    const named = runs > 1 ? fills.slice(0, 1) : fills
    const asked = chooseQuestion({ evidence, ...(flags.fill === undefined ? {} : { fills: named }) })
    return runs * asked.callsFor(subjectOf(question.regions(image), asked.fills.length), targets)
  }
  return { calls: callsAt(choice.level), less: { level: lower, calls: callsAt(lower) } }
}
