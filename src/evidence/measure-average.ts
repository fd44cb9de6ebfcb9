import { spatialRegression } from "../attribution/spatial-regression.ts"
import { type Position, smoothMasks } from "../designs/smooth-masks.ts"
import type { AverageEffects, IntervalEffects } from "../evidence-record.ts"
import type { HiddenSet, RegionId } from "../types.ts"
import type { Answer, Ask } from "./ask.ts"

export interface AverageOptions {
  /** The middle of each region, in widths of a region. */
  readonly positions: readonly Position[]
  /** How many masked pictures, over all fills. */
  readonly masks: number
  /** How many fills there are; masks take them in turn, a mask and its complement the same one. */
  readonly fills: number
  readonly seed: number
  /** Whether a score is a share that may be taken as a factor: probabilities are, logits and differences are not. */
  readonly factors: boolean
}

/** A masked picture and what the model said of it. */
export interface MaskedAnswer {
  readonly set: HiddenSet
  readonly fill: number
  readonly answer: Answer
}

/** Half the width of a 90 % interval, in standard deviations of a normal distribution. */
const NINETY = 1.6449

/** Scores below this count as this when factors are taken: a class that is gone is not a thousand times more gone. */
const LEAST_SCORE = 1e-5

/**
 * Asks about smooth random masks and estimates the effect of each region on average, from all fills and from each.
 *
 * The order of the regions takes points and factors of the score together, each scaled to the same total size: points say most where the score is
 * high, factors where it is low.
 */
export async function measureAverage(
  ask: Ask,
  options: AverageOptions,
): Promise<{ readonly average: AverageEffects; readonly answers: readonly MaskedAnswer[] }> {
  const answers = await askMasks(ask, options)
  return { average: averageOf(answers, options), answers }
}

async function askMasks(ask: Ask, { positions, masks, fills, seed }: AverageOptions): Promise<readonly MaskedAnswer[]> {
  const sets = smoothMasks(positions, { count: masks, seed })
  const answers: MaskedAnswer[] = []
  for (let fill = 0; fill < fills; fill++) {
    const own = sets.filter((_, i) => Math.floor(i / 2) % fills === fill)
    const replies = await ask(own, { fill })
    answers.push(...own.map((set, i) => ({ set, fill, answer: replies[i]! })))
  }
  return answers
}

/** The effects that masked pictures tell of. */
export function averageOf(
  answers: readonly MaskedAnswer[],
  { positions, fills, factors }: Pick<AverageOptions, "positions" | "fills" | "factors">,
): AverageEffects {
  const fit = (some: readonly MaskedAnswer[], of: (score: number) => number = (score) => score) =>
    spatialRegression({
      positions,
      masks: some.map(({ set }) => set),
      scores: some.map(({ answer }) => of(answer.score)),
      groups: some.map(({ fill }) => fill),
    })
  const all = fit(answers)
  const factor = factors ? fit(answers, (score) => Math.log(Math.max(score, LEAST_SCORE))).effects : undefined
  const perFill = Array.from({ length: fills }, (_, fill) => answers.filter((one) => one.fill === fill))
  return {
    ...intervals(all),
    design: "smooth-masks",
    masks: answers.length,
    order: orderOf(factor === undefined ? all.effects : blend(all.effects, factor)),
    perFill: perFill.map((own) => intervals(fit(own))),
    length: all.length,
    spread: all.spread,
  }
}

function intervals({
  effects,
  deviations,
}: {
  readonly effects: readonly number[]
  readonly deviations: readonly number[]
}): IntervalEffects {
  return {
    effects,
    low: effects.map((effect, i) => effect - NINETY * deviations[i]!),
    high: effects.map((effect, i) => effect + NINETY * deviations[i]!),
  }
}

function blend(points: readonly number[], factors: readonly number[]): readonly number[] {
  const size = (effects: readonly number[]): number => Math.hypot(...effects) || 1
  return points.map((effect, i) => effect / size(points) + factors[i]! / size(factors))
}

function orderOf(effects: readonly number[]): readonly RegionId[] {
  return [...effects.keys()].sort((a, b) => effects[b]! - effects[a]! || a - b)
}
