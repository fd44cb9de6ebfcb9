import { type SpatialEffects, spatialDesign } from "../attribution/spatial-design.ts"
import { drawMasks } from "../designs/draw-masks.ts"
import { smoothMasks } from "../designs/smooth-masks.ts"
import type { DesignContext, Estimate, EstimatorContext, KnownTarget, Mask, Observation, Position } from "../method.ts"
import { random } from "../random.ts"
import type { RegionId } from "../types.ts"
import type { Method } from "./method.ts"

export interface RandomMasksOptions {
  /** Share of the masks, from 0 to 1, that are drawn at random; the others are chosen from the answers so far. @default 0.5 */
  readonly randomShare?: number | undefined
}

/** Scores below this count as this when factors are taken: a class that is gone is not a thousand times more gone. */
const LEAST_SCORE = 1e-5

/** How many masks are chosen before the effects are estimated again. */
const ROUND = 20

/** Chosen masks use the first fills only: they ask for the order of the regions, and more fills would tell more about the fills than about the order. */
const CHOSEN_FILLS = 2

/** With more regions an estimate takes so long that masks are chosen in few rounds. */
const MANY_REGIONS = 300

/** The kind of the masks that are drawn at random; effects come from these only. */
const DRAWN = "random"

/**
 * Hides many regions at once to find the order in which regions matter, and estimates the effect of each on average over all fills. The first half of the
 * masks is drawn at random, and the effects come from these only. The second half is chosen in rounds, by orders drawn from the posterior, since random masks
 * seldom hide just what matters. Both halves decide the order of the regions. Several targets share the masks and take turns in choosing them.
 *
 * The effects carry no intervals: those of a regression with a prior held the truth of an additive model and missed that of one with interactions (a product of
 * three squares: 0 of 3), since with few answers the prior decides. Measured effects stand in front; this method says where to look.
 *
 * The order combines points and factors of the score, each scaled to the same total size: points say most where the score is high, factors
 * where it is low.
 */
export function randomMasks({ randomShare = 0.5 }: RandomMasksOptions = {}): Method {
  return {
    name: "random-masks",
    means: "average",
    /** Three fills that hide in different ways, to show what depends on the fill. */
    fills: ["blur", "image-mean", "cell-mean"],
    design: { rounds: (context) => chooseMasks(context, randomShare) },
    estimator: averageEffects,
  }
}

function* chooseMasks(context: DesignContext, randomShare: number): Generator<readonly Mask[]> {
  const { positions, budget, seed, fills, targets } = context
  const next = random(seed)
  let asked = 2 * Math.ceil((budget * randomShare) / 2)
  yield smoothMasks(positions, { count: asked, seed }).map((set, i) => ({
    ...set,
    fill: fillAt(i, fills),
    kind: DRAWN,
  }))
  const round = positions.length > MANY_REGIONS ? budget : ROUND
  let pairs = 0
  while (asked < budget) {
    const orders = new Map<KnownTarget, () => readonly RegionId[]>()
    const chosen: Mask[] = []
    while (chosen.length < Math.min(round, budget - asked)) {
      const target = targets[pairs++ % targets.length]!
      const order = orders.get(target) ?? drawnOrder(target, positions, next)
      orders.set(target, order)
      const fill = fillAt(asked + chosen.length, Math.min(fills, CHOSEN_FILLS))
      const [hidden, shown] = drawMasks(order(), next)
      chosen.push({ ...hidden, fill, kind: "first-hidden" }, { ...shown, fill, kind: "first-shown" })
    }
    yield chosen
    asked += chosen.length
  }
}

/** Pairs use the fills in turn. */
function fillAt(place: number, fills: number): number {
  return Math.floor(place / 2) % fills
}

/** Returns a function that draws plausible orders, given the answers so far. */
function drawnOrder(
  { answers, scale }: KnownTarget,
  positions: readonly Position[],
  next: () => number,
): () => readonly RegionId[] {
  const { points, factors } = regress(answers, { positions, scale })
  return () => orderOf(blend(points.draw(next), factors?.draw(next)))
}

/** What masked pictures tell: effects from those drawn at random, the order from all. */
function averageEffects(observations: readonly Observation[], { positions, scale }: EstimatorContext): Estimate {
  const drawn = observations.filter(({ mask }) => mask.kind === DRAWN)
  const { effects, length, spread } = regress(drawn, { positions, scale: "logit" }).points
  const { points, factors } = regress(observations, { positions, scale })
  return {
    effects,
    order: orderOf(blend(points.effects, factors?.effects)),
    masks: { total: observations.length, random: drawn.length, length, spread },
  }
}

/**
 * What answers say in points and, for probabilities, in factors. Masks of one fill and one kind share a level: scores of chosen ones are lower, or higher, than
 * those of random ones.
 */
function regress(
  observations: readonly Observation[],
  { positions, scale }: Pick<EstimatorContext, "positions" | "scale">,
): { readonly points: SpatialEffects; readonly factors: SpatialEffects | undefined } {
  const groups = new Map<string, number>()
  const groupOf = ({ fill = 0, kind = "" }: Mask): number => {
    const key = `${fill} ${kind}`
    if (!groups.has(key)) groups.set(key, groups.size)
    return groups.get(key)!
  }
  const effectsOf = spatialDesign({
    positions,
    masks: observations.map(({ mask }) => mask),
    groups: observations.map(({ mask }) => groupOf(mask)),
  })
  return {
    points: effectsOf(observations.map(({ score }) => score)),
    factors: scale === "probability" ? effectsOf(observations.map(({ score }) => asFactor(score))) : undefined,
  }
}

function asFactor(score: number): number {
  return Math.log(Math.max(score, LEAST_SCORE))
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
