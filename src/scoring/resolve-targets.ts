import { isProbability } from "../check-scores.ts"
import type { ClassTarget, FunctionScale } from "../explanation.ts"
import { checkInteger } from "../math/check-integer.ts"
import type { Classifier, Scores } from "../types.ts"
import { type ClassOption, classIndex, runnerUp } from "./class-index.ts"
import { classScore, topClasses } from "./class-score.ts"
import { type Target, targetScore } from "./target-score.ts"

export type { ClassOption } from "./class-index.ts"

/**
 * The lead of one class over another: the score of the one minus the score of the other, in points of the score. For probabilities it is
 * from -1 to 1; for logits before a softmax it is the logarithm of how many times as probable the one is.
 */
export interface MarginOption {
  /** The class whose lead is explained. */
  readonly target: ClassOption
  /** The other class; `runner-up` is the best class other than `target`. */
  readonly against: ClassOption | "runner-up"
}

/** Any number that can be computed from a model's scores, such as the sum over several classes. */
export interface ScoreFunctionOption {
  /** Its name in pictures and words. */
  readonly name: string
  /** Gets the scores of one picture, one per class, and returns a finite number. The same scores must give the same number. */
  readonly score: (scores: readonly number[]) => number
  /** What the numbers are. @default "number": in their own unit, written with three decimals */
  readonly scale?: FunctionScale
}

/** What to explain: a class, one class against another, or a score function. */
export type TargetOption = ClassOption | MarginOption | ScoreFunctionOption

/** Several targets that are explained from the same model calls: a list, or the `top` best classes. */
export type TargetsOption = readonly TargetOption[] | { readonly top: number }

/**
 * Finds what is to be explained in the scores of the untouched picture (row 0).
 *
 * @throws RangeError if an index or a count is outside the model's classes, no label matches, a class is compared with itself, or a score
 * function does not return a finite number; TypeError for something that is not a target.
 */
export function resolveTargets(classifier: Classifier, scores: Scores, targets: TargetsOption): readonly Target[] {
  if ("top" in targets) {
    checkInteger("top", targets.top, { most: scores.columns })
    const best = topClasses(classifier, scores, { row: 0, count: targets.top })
    return best.map((one) => classTarget({ ...one, chosenBy: "top" }))
  }
  if (targets.length === 0) throw new RangeError("targets must name at least one class, got none")
  return targets.map((target) => resolveTarget(classifier, scores, target))
}

function resolveTarget(classifier: Classifier, scores: Scores, target: TargetOption): Target {
  if (typeof target === "object") {
    if ("against" in target) return marginTarget(classifier, scores, target)
    if ("score" in target) return functionTarget(scores, target)
    throw new TypeError(`target must be a class, { target, against } or { name, score }, got ${JSON.stringify(target)}`)
  }
  const chosenBy = target === "predicted" ? "predicted" : typeof target === "number" ? "index" : "label"
  const index = classIndex(classifier, target, { scores, role: "target" })
  return classTarget({ ...classScore(classifier, scores, { row: 0, index }), chosenBy })
}

function classTarget(record: ClassTarget): Target {
  return { record, scoreOf: (row) => row[record.index]! }
}

function marginTarget(classifier: Classifier, scores: Scores, option: MarginOption): Target {
  const one = classIndex(classifier, option.target, { scores, role: "target" })
  const other =
    option.against === "runner-up"
      ? runnerUp(classifier, scores, one)
      : classIndex(classifier, option.against, { scores, role: "against" })
  const own = classScore(classifier, scores, { row: 0, index: one })
  const against = classScore(classifier, scores, { row: 0, index: other })
  if (one === other) throw new RangeError(`against must be another class than target, got ${own.label} for both`)
  const scoreOf: Target["scoreOf"] = (row) => row[one]! - row[other]!
  const score = targetScore({ scoreOf }, scores, 0)
  return { record: { ...own, score, chosenBy: "margin", against }, scoreOf }
}

function functionTarget(scores: Scores, { name, score: ask, scale = "number" }: ScoreFunctionOption): Target {
  if (typeof name !== "string" || name.trim() === "")
    throw new TypeError(`the name of a score function must be a text, got ${JSON.stringify(name)}`)
  if (!["probability", "logit", "number"].includes(scale))
    throw new RangeError(`scale of "${name}" must be probability, logit or number, got ${scale}`)
  const scoreOf: Target["scoreOf"] = (row) => {
    const score = ask(Array.from(row)) // A copy, so that the function cannot change any score.
    if (!Number.isFinite(score))
      throw new RangeError(`score function "${name}" must answer a finite number, got ${String(score)}`)
    if (scale === "probability" && !isProbability(score))
      throw new RangeError(`score function "${name}" must answer probabilities, from 0 to 1, got ${score}`)
    return score
  }
  return { record: { label: name, score: targetScore({ scoreOf }, scores, 0), chosenBy: "function", scale }, scoreOf }
}
