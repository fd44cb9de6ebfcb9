import type { RunSubject } from "../asking/open-run.ts"
import type { EvidenceLevel, EvidencePlan } from "../evidence-record.ts"
import type { EffectMeaning } from "../explanation.ts"
import type { FillOption } from "../fills/resolve-fill.ts"
import type { Method } from "../methods/method.ts"
import { type MethodOption, resolveMethod } from "../methods/resolve-method.ts"
import { callsOf, planEvidence } from "./plan-evidence.ts"

/** What is asked: by which method, with which fills, and with which evidence. */
export interface QuestionOptions {
  /**
   * How much is asked: a level, or your own plan. All levels but `none` hide each region alone and measure the noise; `none` asks nothing besides the method.
   * @default "standard"
   */
  readonly evidence?: EvidenceLevel | EvidencePlan
  /**
   * How effects are found: a method by name, or your own; its effects then stand in front. By default the measured effects stand in front: each region hidden
   * alone, or with those around it if that says too little; `random-masks` makes the order if the evidence asks for masks.
   */
  readonly method?: MethodOption
  /**
   * What replaces hidden pixels, in turn; the first fill hides regions alone, in sets and in pairs. Default: blur, image-mean and cell-mean are tried, and the
   * one that disturbs the model least comes first; for a method that was named, that method's fills, or cell-mean.
   */
  readonly fills?: readonly FillOption[]
  /** Short for a `fills` list of one. */
  readonly fill?: FillOption
}

/** A question with all its choices made. */
export interface Question {
  /** The method that was named, or else the one that searches if masks are asked for. */
  readonly method: Method
  /** What replaces hidden pixels, in turn. */
  readonly fills: readonly FillOption[]
  /** Whether the measured effects stand in front, rather than those of the method. */
  measures(subject: RunSubject): boolean
  /** What is asked besides the method; for a method with a budget, also how large that is. */
  planFor(subject: RunSubject): EvidencePlan
  /** The largest number of pictures that the model is asked about, including the untouched one. */
  callsFor(subject: RunSubject, targets: number): number
}

/** Whether a method with this meaning asks the same as the stage `alone`. */
export const asksAlone: Readonly<Record<EffectMeaning, boolean>> = {
  alone: true,
  "shown-alone": false,
  around: false,
  average: false,
}

/**
 * Fills in the choices that were left open: method, fills, plan and, for a given number of regions, how many questions that takes.
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

/** The fills that are tried if none is named: they hide in different ways. */
const tried: readonly FillOption[] = ["blur", "image-mean", "cell-mean"]

/** The plan without what the method does itself, and with a budget if it needs one. If that changes anything, the plan no longer names a level. */
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
