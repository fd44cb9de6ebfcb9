import type { Explanation } from "../explanation.ts"
import { type View, viewMeaning, viewOf } from "./view.ts"

/**
 * The views of two records that can be compared: the ones in front. If these mean different things (regions alone in one record, regions with those around them
 * in the other), the views of regions hidden alone, if both records have all of them.
 */
export function alikeViews(one: Explanation | View, other: Explanation | View): readonly [View, View] {
  const front = [viewOf(one), viewOf(other)] as const
  if (front[0].means === front[1].means) return front
  const [a, b] = [one, other].map((of) => viewMeaning(of, "alone", { complete: true }))
  return a === undefined || b === undefined ? front : [a, b]
}
