import { checkInteger } from "../math/check-integer.ts"
import type { Classifier, Scores } from "../types.ts"
import { bestClass, classLabel, topClasses } from "./class-score.ts"

/** A class: the model's own answer, a class index from 0, or a label (upper and lower case matter only if two labels differ by nothing else). */
export type ClassOption = "predicted" | number | (string & {})

export interface ClassIndexOptions {
  /** Scores, with those of the untouched picture in row 0. */
  readonly scores: Scores
  /** What the class is asked for, for messages. */
  readonly role: "target" | "against"
}

/**
 * Finds a class.
 *
 * @throws RangeError if an index is outside the model's classes, or if no label, or more than one, matches; the message names labels that come near.
 */
export function classIndex(classifier: Classifier, option: ClassOption, { scores, role }: ClassIndexOptions): number {
  if (option === "predicted") return bestClass(classifier, scores, 0).index
  if (typeof option === "string") return labelIndex(classifier, option, role)
  checkInteger(`${role} class`, option, { least: 0, most: scores.columns - 1 })
  return option
}

/**
 * The best class of the untouched picture other than `than`.
 *
 * @throws RangeError if the model has no other class.
 */
export function runnerUp(classifier: Classifier, scores: Scores, than: number): number {
  const best = topClasses(classifier, scores, { row: 0, count: 2 }).find(({ index }) => index !== than)
  if (best === undefined)
    throw new RangeError(`against "runner-up" needs a model of at least 2 classes, "${classifier.name}" has 1`)
  return best.index
}

function labelIndex({ name, labels }: Classifier, wanted: string, role: string): number {
  if (labels === undefined)
    throw new RangeError(`${role} "${wanted}" is a label, but model "${name}" has none: give a class index instead`)
  const lower = wanted.toLowerCase()
  const exact = placesOf(labels, (label) => label === wanted)
  const places = exact.length > 0 ? exact : placesOf(labels, (label) => label.toLowerCase() === lower)
  if (places.length === 1) return places[0]!
  if (places.length > 1)
    throw new RangeError(
      `${role} must name one class of model "${name}", but "${wanted}" is the label of classes ${listed(places)}: give the index of one of them instead`,
    )
  const near = labels.filter((label) => lower !== "" && label.toLowerCase().includes(lower)).slice(0, 5)
  const hint =
    near.length > 0
      ? `; did you mean ${near.join(", ")}?`
      : `; its labels run from ${classLabel({ labels }, 0)} to ${labels.at(-1)}`
  throw new RangeError(`${role} must be a label of model "${name}", got "${wanted}"${hint}`)
}

function placesOf(labels: readonly string[], isMeant: (label: string) => boolean): readonly number[] {
  return labels.flatMap((label, index) => (isMeant(label) ? [index] : []))
}

/** `134 and 517`; if there are many, only the first five. */
function listed(places: readonly number[]): string {
  if (places.length > 5) return `${places.slice(0, 5).join(", ")} and ${places.length - 5} more`
  return `${places.slice(0, -1).join(", ")} and ${places.at(-1)}`
}
