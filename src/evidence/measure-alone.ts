import type { TargetAsk } from "../asking/ask.ts"
import type { Attribution } from "../explanation.ts"
import type { EstimatorContext, Observation } from "../method.ts"
import { oneAtATime } from "../methods/one-at-a-time.ts"
import type { RegionId } from "../types.ts"

export interface AloneOptions {
  /** Regions to hide, one at a time. */
  readonly which: readonly RegionId[]
  readonly fills: "first" | "all"
  readonly context: EstimatorContext
}

/** Asks the question of `one-at-a-time` about some of the regions. */
export async function measureAlone(ask: TargetAsk, { which, fills, context }: AloneOptions): Promise<Attribution> {
  const { name, means, estimator } = oneAtATime
  const observations: Observation[] = []
  for (let fill = 0; fill < (fills === "all" ? context.fills : 1); fill++) {
    const sets = which.map((id) => ({ hidden: [id] }))
    const answers = await ask(sets, { fill })
    observations.push(...sets.map((set, i) => ({ mask: { ...set, fill }, ...answers[i]! })))
  }
  return { method: name, means, ...estimator(observations, context) }
}
