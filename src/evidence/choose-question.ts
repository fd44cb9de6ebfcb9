import type { RunSubject } from "../asking/open-run.ts"
import type { EvidenceLevel, EvidencePlan } from "../evidence-record.ts"
import type { EffectMeaning } from "../explanation.ts"
import type { FillOption } from "../fills/resolve-fill.ts"
import type { Method } from "../methods/method.ts"
import { type MethodOption, resolveMethod } from "../methods/resolve-method.ts"
import { callsOf, planEvidence } from "./plan-evidence.ts"

/** What is asked: by which method, with what, and what beside it. */
export interface QuestionOptions {
  /**
   * How much is asked so that effects can be told from noise: a level, or a plan of your own. `none` asks what the method asks and nothing else.
   * @default "standard"
   */
  readonly evidence?: "none" | EvidenceLevel | EvidencePlan
  /** How effects are found: by name, or a method of your own. @default "random-masks" where masks are asked for, which every level does; else "one-at-a-time" */
  readonly method?: MethodOption
  /** What replaces hidden pixels, in turn; the first hides regions alone, in sets and in pairs. @default the method's: blur, image-mean and cell-mean for random masks, else cell-mean */
  readonly fills?: readonly FillOption[]
  /** Short for `fills` of one. */
  readonly fill?: FillOption
}

/** A question with all choices made. */
export interface Question {
  readonly method: Method
  readonly fills: readonly FillOption[]
  /** What is asked beside the method, which for a method with a budget says how large that is. */
  planFor(subject: RunSubject): EvidencePlan
  /** How many pictures the model is asked about at most, the untouched one included. */
  callsFor(subject: RunSubject, targets: number): number
}

/** Whether a method of this meaning asks what the stage `alone` does. */
export const asksAlone: Readonly<Record<EffectMeaning, boolean>> = { alone: true, "shown-alone": false, average: false }

/**
 * Makes the choices that nobody made: method, fills, plan and, for a picture of so many regions, how many questions that is.
 *
 * @throws RangeError for an unknown level or method, or `fill` beside `fills`.
 *
 * @example
 * ```ts
 * import { chooseQuestion } from "gridexplainer"
 * const question = chooseQuestion({ evidence: "none" })
 * question.fills // => ["cell-mean"]
 * question.callsFor({ regions: 64, fills: 1 }, 1) // => 65
 * ```
 */
export function chooseQuestion(options: QuestionOptions): Question {
  const { evidence = "standard", fill, fills } = options
  if (fill !== undefined && fills !== undefined) throw new RangeError("give fill or fills, not both")
  const asked = typeof evidence === "object" ? evidence : undefined
  if (typeof evidence !== "object" && !levels.includes(evidence))
    throw new RangeError(`evidence must be one of ${levels.join(", ")}, or a plan, got ${String(evidence)}`)
  const withMasks = asked === undefined ? evidence !== "none" : asked.average !== undefined
  const method = resolveMethod(options.method ?? (withMasks ? "random-masks" : "one-at-a-time"), {
    randomShare: asked?.average?.randomShare,
  })
  const planFor = (subject: RunSubject): EvidencePlan => {
    const plan = asked ?? (evidence === "none" ? {} : planEvidence(evidence as EvidenceLevel, subject))
    return fitted(plan, { method, subject })
  }
  return {
    method,
    fills: fills ?? (fill === undefined ? (method.fills ?? ["cell-mean"]) : [fill]),
    planFor,
    callsFor: (subject, targets) => {
      const { regions: count, fills: several } = subject
      const own = method.design.size?.({ count, fills: several }) ?? 0
      return own + callsOf(planFor(subject), { ...subject, targets }).total
    },
  }
}

type Level = "none" | EvidenceLevel
const levels: readonly Level[] = ["none", "quick", "standard", "thorough"]

/** The plan without what the method does itself, and with a budget where it needs one. It is no level's any more where that changes something. */
function fitted(
  plan: EvidencePlan,
  { method, subject }: { readonly method: Method; readonly subject: RunSubject },
): EvidencePlan {
  const { level, noise, average, alone, ...rest } = plan
  const hasBudget = method.design.size === undefined
  const budget = average ?? planEvidence("standard", subject).average
  const parts = {
    ...(noise === undefined ? {} : { noise }),
    ...(hasBudget ? { average: budget } : {}),
    ...(alone === undefined || asksAlone[method.means] ? {} : { alone }),
  }
  const isWhole = parts.average === average && parts.alone === alone
  return { ...(level !== undefined && isWhole ? { level } : {}), ...parts, ...rest }
}
