import type { TargetAsk } from "../asking/ask.ts"
import type { Attribution } from "../explanation.ts"
import type { RegionId } from "../types.ts"

export interface AroundOptions {
  /** For each region, the regions that are hidden together with it: see `neighbourhoods`. */
  readonly around: readonly (readonly RegionId[])[]
  /** Score of the untouched picture. */
  readonly untouched: number
}

/** Hides each region together with those around it, with the first fill, and records by how much the score falls. Equal pictures are asked about once. */
export async function measureAround(ask: TargetAsk, { around, untouched }: AroundOptions): Promise<Attribution> {
  const different = new Map(around.map((hidden) => [hidden.join(), hidden]))
  const answers = await ask([...different.values()].map((hidden) => ({ hidden })))
  const said = new Map([...different.keys()].map((key, i) => [key, answers[i]!]))
  const own = around.map((hidden) => said.get(hidden.join())!)
  return {
    method: "with-neighbours",
    means: "around",
    effects: own.map(({ score }) => untouched - score),
    answers: own.map(({ best }) => best),
  }
}
