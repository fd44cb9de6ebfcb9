import { movedEffects } from "../../reading/moved-effects.ts"
import { say } from "../context.ts"
import type { Formula } from "./effects.ts"

/** How far the effects moved that were measured again in pictures with harmless changes. */
export const effectsMoved: Formula = (context) => {
  const moved = movedEffects(context.view)
  if (moved === undefined) return []
  const { means, size, paths } = moved
  const change = context.numbers.size(size, means === "around" ? "around" : "alone")
  return say(context, "effectsMoved", { values: { change }, paths })
}
