import type { TargetAsk } from "../asking/ask.ts"
import type { Strip } from "../evidence-record.ts"
import type { RegionId } from "../types.ts"

export interface InTurnOptions {
  /** Regions in the order in which they are hidden. */
  readonly order: readonly RegionId[]
  /** How many regions are hidden at each step, in rising order. */
  readonly hidden: readonly number[]
}

/** Hides regions one after another in an order, with the first fill, and records what the model says at each step. */
export async function hideInTurn(ask: TargetAsk, { order, hidden }: InTurnOptions): Promise<Strip> {
  const steps = hidden.filter((count) => count <= order.length)
  const answers = await ask(steps.map((count) => ({ hidden: order.slice(0, count) })))
  return {
    regions: order.slice(0, steps.at(-1) ?? 0),
    hidden: steps,
    said: answers.map(({ score, best }) => ({ score, answer: best })),
  }
}
