import type { Scores } from "../types.ts"
import type { Expected } from "./affinity.ts"
import { labelPlaces } from "./label-places.ts"

/** At least this share of an answer must be about classes that both models have. */
const leastShare = 0.5

/**
 * What to expect of a model, given another model's answers: the shares of the classes that both have, matched by name. If an answer is mostly about
 * other classes, nothing is expected of that view.
 *
 * @param options `labels` of the model; without them it must have as many classes as the reference, in the same order.
 *
 * @returns one map per row of `reference`; empty if nothing is expected.
 */
export function expectedFromReference(
  reference: Scores,
  options: { readonly referenceLabels: readonly string[]; readonly labels?: readonly string[] | undefined },
): readonly Expected[] {
  const { referenceLabels, labels } = options
  const places = labels === undefined ? undefined : labelPlaces(labels)
  const placeOf = referenceLabels.map((label, index) => (places === undefined ? index : places.find(label)))
  return Array.from({ length: reference.rows }, (_, row) => {
    const expected = new Map<number, number>()
    let sum = 0
    for (const [index, place] of placeOf.entries()) {
      const share = reference.data[row * reference.columns + index]!
      if (place === undefined || share <= 0 || expected.has(place)) continue
      expected.set(place, share)
      sum += share
    }
    return sum >= leastShare ? expected : new Map<number, number>()
  })
}

/** What to expect of pictures of known classes: that class and nothing else. Empty if there is no label, or the model has no such class. */
export function expectedFromLabels(
  names: readonly (string | undefined)[],
  labels: readonly string[],
): readonly Expected[] {
  const places = labelPlaces(labels)
  return names.map((name) => {
    const place = name === undefined ? undefined : places.find(name)
    return new Map(place === undefined ? [] : [[place, 1]])
  })
}
