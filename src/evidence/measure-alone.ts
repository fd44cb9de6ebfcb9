import type { Ask } from "../asking/ask.ts"
import type { Attribution } from "../explanation.ts"
import type { ClassScore, RegionId } from "../types.ts"

export interface AloneOptions {
  /** How many regions there are. */
  readonly regions: number
  /** Regions to hide, one at a time. */
  readonly which: readonly RegionId[]
  /** With how many of the fills. */
  readonly fills: number
  /** Score of the untouched picture. */
  readonly untouched: number
}

/** Hides regions one at a time: the question of the original GridExplainer (occlusion, Zeiler and Fergus 2014, arXiv 1311.2901). */
export async function measureAlone(ask: Ask, { regions, which, fills, untouched }: AloneOptions): Promise<Attribution> {
  const effects: (number | null)[][] = []
  const best: (ClassScore | null)[] = Array.from({ length: regions }, () => null)
  for (let fill = 0; fill < fills; fill++) {
    const answers = await ask(
      which.map((id) => ({ hidden: [id] })),
      { fill },
    )
    const own: (number | null)[] = Array.from({ length: regions }, () => null)
    for (const [i, id] of which.entries()) {
      own[id] = untouched - answers[i]!.score
      if (fill === 0) best[id] = answers[i]!.best
    }
    effects.push(own)
  }
  return {
    ...{ method: "one-at-a-time", means: "alone", effects: effects[0]!, answers: best },
    ...(fills === 1 ? {} : { perFill: effects.map((own) => ({ effects: own })) }),
  }
}
