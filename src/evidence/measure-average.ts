import type { Answer, Ask } from "../asking/ask.ts"
import { type EstimatedEffects, fillRegression } from "../attribution/fill-regression.ts"
import { type SpatialEffects, spatialRegression } from "../attribution/spatial-regression.ts"
import { drawMasks } from "../designs/draw-masks.ts"
import { type Position, smoothMasks } from "../designs/smooth-masks.ts"
import type { Attribution, RegionEffects } from "../explanation.ts"
import { random } from "../random.ts"
import type { HiddenSet, RegionId } from "../types.ts"

export interface AverageOptions {
  /** The middle of each region, in widths of a region. */
  readonly positions: readonly Position[]
  /** How many masked pictures, over all fills; an even number. */
  readonly masks: number
  /** Share of the masks that is drawn at random. @default 0.5 */
  readonly randomShare?: number | undefined
  /** How many fills there are; pairs of masks take them in turn. */
  readonly fills: number
  readonly seed: number
  /** Whether a score is a share that may be taken as a factor: probabilities are, logits and differences are not. */
  readonly factors: boolean
}

/** Effects on average: every region has a number, and all an order. */
export interface Ordered extends Attribution {
  readonly effects: readonly number[]
  readonly order: readonly RegionId[]
}

/** A masked picture and what the model said of it. */
export interface MaskedAnswer {
  readonly set: HiddenSet
  readonly fill: number
  /** Drawn at random, or chosen from what was known: the first regions of an order hidden, or shown. */
  readonly kind: "random" | "first-hidden" | "first-shown"
  readonly answer: Answer
}

/** Half the width of a 90 % interval, in standard deviations of a normal distribution. */
const NINETY = 1.6449

/** Scores below this count as this when factors are taken: a class that is gone is not a thousand times more gone. */
const LEAST_SCORE = 1e-5

/** Masks that are chosen before the effects are estimated again. */
const ROUND = 20

/** Chosen masks take the first fills only: they ask for the order of the regions, and more fills tell more of the fills and less of the order. */
const CHOSEN_FILLS = 2

/** With more regions an estimate takes so long that masks are chosen in few rounds. */
const MANY_REGIONS = 300

/**
 * Asks about masked pictures and estimates the effect of each region on average, over all fills and with each. The first half of the masks is drawn at
 * random, and the effects come from these alone; the second half is chosen in rounds, by orders drawn from the posterior, since random masks seldom hide just what
 * matters. Both halves make the order of the regions.
 *
 * The order takes points and factors of the score together, each scaled to the same total size: points say most where the score is high, factors
 * where it is low.
 */
export async function measureAverage(
  ask: Ask,
  options: AverageOptions,
): Promise<{ readonly average: Ordered; readonly answers: readonly MaskedAnswer[] }> {
  const { positions, masks, seed, randomShare = 0.5 } = options
  const next = random(seed)
  const first = 2 * Math.ceil((masks * randomShare) / 2)
  const answers = await askAll(
    ask,
    smoothMasks(positions, { count: first, seed }).map((set, i) => ({ set, fill: fillOf(i, options), kind: "random" })),
  )
  const round = positions.length > MANY_REGIONS ? masks : ROUND
  while (answers.length < masks) {
    const order = drawnOrder(answers, options, next)
    const chosen: Question[] = []
    while (chosen.length < Math.min(round, masks - answers.length)) {
      const fill = fillOf(answers.length + chosen.length, { fills: Math.min(options.fills, CHOSEN_FILLS) })
      const [hidden, shown] = drawMasks(order(), next)
      chosen.push({ set: hidden, fill, kind: "first-hidden" }, { set: shown, fill, kind: "first-shown" })
    }
    answers.push(...(await askAll(ask, chosen)))
  }
  return { average: averageOf(answers, options), answers }
}

type Question = Omit<MaskedAnswer, "answer">

/** Pairs take the fills in turn. */
function fillOf(place: number, { fills }: Pick<AverageOptions, "fills">): number {
  return Math.floor(place / 2) % fills
}

/** Asks fill by fill, and answers in the order of the questions. */
async function askAll(ask: Ask, questions: readonly Question[]): Promise<MaskedAnswer[]> {
  const replies = new Map<Question, Answer>()
  for (const fill of new Set(questions.map((one) => one.fill))) {
    const own = questions.filter((one) => one.fill === fill)
    const scores = await ask(
      own.map(({ set }) => set),
      { fill },
    )
    for (const [i, one] of own.entries()) replies.set(one, scores[i]!)
  }
  return questions.map((one) => ({ ...one, answer: replies.get(one)! }))
}

/** Gives orders that might as well be the right one, as far as the answers tell. */
function drawnOrder(
  answers: readonly MaskedAnswer[],
  options: AverageOptions,
  next: () => number,
): () => readonly RegionId[] {
  const points = estimate(answers, options)
  const factors = options.factors ? estimate(answers, options, asFactor) : undefined
  return () => orderOf(blend(points.draw(next), factors?.draw(next)))
}

/** What masked pictures tell of: effects from those drawn at random, the order from all. */
export function averageOf(
  answers: readonly MaskedAnswer[],
  options: Pick<AverageOptions, "positions" | "fills" | "factors">,
): Ordered {
  const drawn = answers.filter(({ kind }) => kind === "random")
  const effects = fillRegression({
    positions: options.positions,
    masks: drawn.map(({ set }) => set),
    scores: drawn.map(({ answer }) => answer.score),
    fills: drawn.map(({ fill }) => fill),
  })
  const points = estimate(answers, options)
  const factors = options.factors ? estimate(answers, options, asFactor) : undefined
  return {
    ...{ method: "random-masks", means: "average" },
    ...intervals(effects),
    order: orderOf(blend(points.effects, factors?.effects)),
    perFill: effects.perFill.map(intervals),
    masks: { total: answers.length, random: drawn.length, length: effects.length, spread: effects.spread },
  }
}

/** Masks of one fill and one kind share a level: chosen ones lie where the score is lower, or higher, than random ones. */
function estimate(
  answers: readonly MaskedAnswer[],
  { positions }: Pick<AverageOptions, "positions">,
  of: (score: number) => number = (score) => score,
): SpatialEffects {
  return spatialRegression({
    positions,
    masks: answers.map(({ set }) => set),
    scores: answers.map(({ answer }) => of(answer.score)),
    groups: answers.map(({ fill, kind }) => 3 * fill + kinds.indexOf(kind)),
  })
}

const kinds: readonly MaskedAnswer["kind"][] = ["random", "first-hidden", "first-shown"]

function asFactor(score: number): number {
  return Math.log(Math.max(score, LEAST_SCORE))
}

function intervals({ effects, deviations }: EstimatedEffects): RegionEffects & { readonly effects: readonly number[] } {
  return {
    effects,
    low: effects.map((effect, i) => effect - NINETY * deviations[i]!),
    high: effects.map((effect, i) => effect + NINETY * deviations[i]!),
  }
}

function blend(points: readonly number[], factors: readonly number[] | undefined): readonly number[] {
  if (factors === undefined) return points
  const size = (effects: readonly number[]): number => Math.hypot(...effects) || 1
  const [ofPoints, ofFactors] = [size(points), size(factors)]
  return points.map((effect, i) => effect / ofPoints + factors[i]! / ofFactors)
}

function orderOf(effects: readonly number[]): readonly RegionId[] {
  return [...effects.keys()].sort((a, b) => effects[b]! - effects[a]! || a - b)
}
