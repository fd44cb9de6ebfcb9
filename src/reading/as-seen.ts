import type { Explanation } from "../explanation.ts"

/** The record as if the picture were just what the model was given, so that its regions are placed on that. */
export function asSeen(explanation: Explanation): Explanation {
  const { size } = explanation.seen
  return {
    ...explanation,
    picture: { ...explanation.picture, size },
    seen: { ...explanation.seen, source: { left: 0, top: 0, ...size } },
  }
}
