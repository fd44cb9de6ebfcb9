import type { TargetChoice } from "../explanation.ts"
import type { Classifier, ClassScore, Scores } from "../types.ts"
import { classLabel, classScore, topClasses } from "./class-score.ts"

/** The class to explain: the model's own answer, a class index, or a label (the case matters only where two labels differ by nothing else). */
export type TargetOption = "predicted" | number | (string & {})

/** Several classes to explain from the same model calls. */
export type TargetsOption = readonly TargetOption[] | { readonly top: number }

/** A class that is to be explained, and how it was chosen. */
export type Target = ClassScore & { readonly chosenBy: TargetChoice }

/**
 * Finds the classes to explain in the scores of the untouched picture (row 0).
 *
 * @throws RangeError when an index or a count is outside the model's classes, or no label is the one asked for; the message names labels that come near.
 */
export function resolveTargets(classifier: Classifier, scores: Scores, targets: TargetsOption): readonly Target[] {
  if ("top" in targets) {
    checkWhole("top", targets.top, { least: 1, most: scores.columns })
    return topClasses(classifier, scores, { row: 0, count: targets.top }).map((one) => ({ ...one, chosenBy: "top" }))
  }
  if (targets.length === 0) throw new RangeError("targets must name at least one class, got none")
  return targets.map((target) => resolveTarget(classifier, scores, target))
}

function resolveTarget(classifier: Classifier, scores: Scores, target: TargetOption): Target {
  if (target === "predicted")
    return { ...topClasses(classifier, scores, { row: 0, count: 1 })[0]!, chosenBy: "predicted" }
  if (typeof target === "number") {
    checkWhole("target class", target, { least: 0, most: scores.columns - 1 })
    return { ...classScore(classifier, scores, { row: 0, index: target }), chosenBy: "index" }
  }
  return { ...classScore(classifier, scores, { row: 0, index: labelIndex(classifier, target) }), chosenBy: "label" }
}

function labelIndex({ name, labels }: Classifier, wanted: string): number {
  if (labels === undefined)
    throw new RangeError(`target "${wanted}" is a label, but model "${name}" has none: give a class index instead`)
  const exact = labels.indexOf(wanted)
  if (exact >= 0) return exact
  const lower = wanted.toLowerCase()
  const index = labels.findIndex((label) => label.toLowerCase() === lower)
  if (index >= 0) return index
  const near = labels.filter((label) => lower !== "" && label.toLowerCase().includes(lower)).slice(0, 5)
  const hint =
    near.length > 0
      ? `; did you mean ${near.join(", ")}?`
      : `; its labels run from ${classLabel({ labels }, 0)} to ${labels.at(-1)}`
  throw new RangeError(`target must be a label of model "${name}", got "${wanted}"${hint}`)
}

function checkWhole(
  name: string,
  value: number,
  { least, most }: { readonly least: number; readonly most: number },
): void {
  if (!Number.isSafeInteger(value) || value < least || value > most)
    throw new RangeError(`${name} must be an integer from ${least} to ${most}, got ${value}`)
}
