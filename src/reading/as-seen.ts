import type { Explanation } from "../explanation.ts"

/** Where the regions of a record lie in its picture. */
export type RegionPlaces = Pick<Explanation, "picture" | "seen" | "regions">

/** Where regions would lie if the picture were exactly what the model was given. */
export function asSeen({ seen, regions }: RegionPlaces): RegionPlaces {
  const { size } = seen
  return { picture: { size }, seen: { ...seen, source: { left: 0, top: 0, ...size } }, regions }
}
