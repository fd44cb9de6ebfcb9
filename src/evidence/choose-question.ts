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
   * How much is asked: a level, or a plan of your own. All levels hide each region alone and measure what is noise; `none` asks nothing else.
   * @default "standard"
   */
  readonly evidence?: EvidenceLevel | EvidencePlan
  /**
   * How effects are found: by name, or a method of your own; its effects then stand in front. Default: what is measured stands in front, each region hidden
   * alone, or with those around it where that says too little; `random-masks` makes the order where masks are asked for.
   */
  readonly method?: MethodOption
  /**
   * What replaces hidden pixels, in turn; the first hides regions alone, in sets and in pairs. Default: blur, image-mean and cell-mean are tried and the one that
   * makes least of itself comes first; for a method that was named, its own, else cell-mean.
   */
  readonly fills?: readonly FillOption[]
  /** Short for `fills` of one. */
  readonly fill?: FillOption
}

/** A question with all choices made. */
export interface Question {
  /** The one that was named; else the one that searches where masks are asked for. */
  readonly method: Method
  readonly fills: readonly FillOption[]
  /** Whether what is measured stands in front, and not what the method found. */
  measures(subject: RunSubject): boolean
  /** What is asked beside the method, which for a method with a budget says how large that is. */
  planFor(subject: RunSubject): EvidencePlan
  /** How many pictures the model is asked about at most, the untouched one included. */
  callsFor(subject: RunSubject, targets: number): number
}

/** Whether a method of this meaning asks what the stage `alone` does. */
export const asksAlone: Readonly<Record<EffectMeaning, boolean>> = {
  alone: true,
  "shown-alone": false,
  around: false,
  average: false,
}

/**
 * Makes the choices that nobody made: method, fills, plan and, for a picture of so many regions, how many questions that is.
 *
 * @throws RangeError for an unknown level or method, or `fill` beside `fills`.
 *
 * @example
 * ```ts
 * import { chooseQuestion } from "gridexplainer"
 * const question = chooseQuestion({ evidence: "none", method: "one-at-a-time" })
 * question.fills // => ["cell-mean"]
 * question.callsFor({ regions: 64, fills: 1 }, 1) // => 65
 * ```
 */
export function chooseQuestion(options: QuestionOptions): Question {
  const { evidence = "standard", fill, fills = fill === undefined ? undefined : [fill] } = options
  if (fill !== undefined && options.fills !== undefined) throw new RangeError("give fill or fills, not both")
  if (typeof evidence !== "object" && !levels.includes(evidence))
    throw new RangeError(`evidence must be one of ${levels.join(", ")}, or a plan, got ${String(evidence)}`)
  const asked = typeof evidence === "object" ? evidence : undefined
  const withMasks = asked === undefined ? evidence !== "none" : asked.average !== undefined
  const method = resolveMethod(options.method ?? (withMasks ? "random-masks" : "one-at-a-time"), {
    randomShare: asked?.average?.randomShare,
  })
  const isNamed = options.method !== undefined
  const levelFor = (subject: RunSubject): EvidencePlan => asked ?? planEvidence(evidence as EvidenceLevel, subject)
  const measures = (subject: RunSubject): boolean => !isNamed && (levelFor(subject).alone?.most ?? 0) >= subject.regions
  const planFor = (subject: RunSubject): EvidencePlan => {
    const whole = isNamed && evidence === "none" ? {} : levelFor(subject)
    const { trial: _, ...untried } = whole
    if (!measures(subject)) return fitted(untried, { method, subject })
    return fills === undefined || asked !== undefined ? whole : untried
  }
  const defaults = !isNamed && (asked === undefined || asked.trial === true) ? tried : method.fills
  return {
    ...{ method, fills: fills ?? defaults ?? ["cell-mean"], measures, planFor },
    callsFor: (subject, targets) => {
      const { regions: count, fills: several } = subject
      const own = measures(subject) ? 0 : (method.design.size?.({ count, fills: several }) ?? 0)
      return own + callsOf(planFor(subject), { ...subject, targets }).total
    },
  }
}

const levels: readonly EvidenceLevel[] = ["none", "quick", "standard", "thorough"]

/** Those that are tried where nobody names any: they hide in different ways. */
const tried: readonly FillOption[] = ["blur", "image-mean", "cell-mean"]

/** The plan without what the method does itself, and with a budget where it needs one. It is no level's any more where that changes something. */
function fitted(
  plan: EvidencePlan,
  { method, subject }: { readonly method: Method; readonly subject: RunSubject },
): EvidencePlan {
  const { level, noise, average, alone, around: _, ...rest } = plan
  const hasBudget = method.design.size === undefined
  const budget = average ?? planEvidence("standard", subject).average
  const parts = {
    ...(noise === undefined ? {} : { noise }),
    ...(alone === undefined || asksAlone[method.means] ? {} : { alone }),
    ...(hasBudget ? { average: budget } : {}),
  }
  const isWhole = parts.average === average && parts.alone === alone
  return { ...(level !== undefined && isWhole ? { level } : {}), ...parts, ...rest }
}
