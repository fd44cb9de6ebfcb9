import type { TargetAnswer } from "../../asking/ask.ts"
import type { HiddenSet, RegionId } from "../../types.ts"
import { type TriedSets, triedSets } from "./tried-sets.ts"

/** What is asked of sets of regions, and what is known so far. */
export interface SetQuestion {
  readonly tried: TriedSets
  readonly works: (answer: TargetAnswer) => boolean
  /** The picture that asks about a set. */
  readonly pictureOf: (regions: readonly RegionId[]) => HiddenSet
  /** Learns from a picture, if it says anything about a set. */
  readonly learn: (picture: HiddenSet, answer: TargetAnswer) => void
}

export interface SetQuestionsOptions {
  /** How many regions there are. */
  readonly regions: number
  /** Whether a picture keeps the answer of the untouched one. */
  readonly holds: (answer: TargetAnswer) => boolean
  /** Whether a score is a share that may be taken as a factor. @default false */
  readonly factors?: boolean
  /** Whether no pixel is in two regions. @default true */
  readonly disjoint?: boolean
}

/** Scores below this count as this when factors are taken. */
const LEAST_SCORE = 1e-5

/**
 * The two questions about a set. Is it enough: does it keep the answer when shown alone? Is it needed: does hiding it change the answer?
 * If no pixel is in two regions, each picture says something about both.
 */
export function setQuestions(options: SetQuestionsOptions): readonly [enough: SetQuestion, needed: SetQuestion] {
  const { regions, holds, factors = false, disjoint = true } = options
  const height = ({ score }: TargetAnswer): number => (factors ? Math.log(Math.max(score, LEAST_SCORE)) : score)
  const fails = (answer: TargetAnswer): boolean => !holds(answer)
  const othersOf = (some: readonly RegionId[]): readonly RegionId[] => {
    const out = new Set(some)
    return Array.from({ length: regions }, (_, id) => id).filter((id) => !out.has(id))
  }
  const enough = triedSets({ regions, works: holds, gain: height })
  const needed = triedSets({ regions, works: fails, gain: (answer) => -height(answer) })
  return [
    {
      tried: enough,
      works: holds,
      pictureOf: (shown) => {
        const hidden = othersOf(shown)
        return disjoint || shown.length === 0 || hidden.length === 0 ? { hidden } : { hidden, shown: [...shown] }
      },
      learn: ({ hidden, shown = [] }, answer) => {
        const others = othersOf(hidden)
        if (disjoint || hidden.length === 0 || shown.length === others.length) enough.add(others, answer)
      },
    },
    {
      tried: needed,
      works: fails,
      pictureOf: (hidden) => ({ hidden: [...hidden] }),
      learn: ({ hidden, shown = [] }, answer) => {
        if (disjoint || shown.length === 0) needed.add(hidden, answer)
      },
    },
  ]
}
