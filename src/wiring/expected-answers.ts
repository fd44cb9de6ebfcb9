import type { Scores } from "../types.ts"
import type { Expected } from "./affinity.ts"
import { labelPlaces } from "./label-places.ts"

/** The least share of an answer that must be about classes which both models have. */
const leastShare = 0.5

/**
 * What another model's answers lead to expect of a model: the shares of the classes that both have, found by their names. Views whose answer is
 * for the most part about other classes expect nothing.
 *
 * @param options `labels` of the model; without them it must have as many classes as the reference, in the same order.
 *
 * @returns one a row of `reference`; empty maps where nothing is expected.
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

/** What pictures of known classes lead to expect: the class and nothing else. Empty where the label is not known, or none of the model's. */
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
