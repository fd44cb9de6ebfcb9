import type { TargetAsk } from "../asking/ask.ts"
import type { NoiseFloor } from "../evidence-record.ts"
import { random } from "../random.ts"
import type { Fill, RegionId, Regions } from "../types.ts"
import {
  averageFloor,
  checkedPicture,
  floorOf,
  isSamePixels,
  type NoisePictures,
  wholePicture,
} from "./measure-noise.ts"
import { randomOrder } from "./reference-orders.ts"

export interface EffectNoiseOptions extends NoisePictures {
  /** What `measureNoise` found. */
  readonly noise: NoiseFloor
  readonly regions: Regions
  /** What each region takes when it is hidden alone with this fill, null where that was not asked. */
  readonly effects: readonly (number | null)[]
  readonly fill: Fill
  /** Over how many masked pictures an effect on average is taken. */
  readonly masks: number
  /** Regions that are hidden in each changed picture, others in each. @default 2 */
  readonly perChange?: number
  /** Of the regions' choice and of the fill. */
  readonly seed: number
}

/**
 * Hides some regions alone in the changed pictures of `measureNoise`, too, and takes the floor from how far their effects moved, with q and `repeat` as there.
 *
 * A floor from scores asks whether hiding a region does more to the score than a harmless change does. This one asks whether its effect would have come out
 * alike after such a change, which is what a map says. On seven photos and the embedded model effects moved by a third of what the scores did.
 *
 * @returns the noise with `again`, `alone` and `average` new, and how many pictures were asked about; the noise as it was where no effect is known.
 */
export async function measureEffectNoise(
  ask: TargetAsk,
  options: EffectNoiseOptions,
): Promise<{ readonly noise: NoiseFloor; readonly asked: number }> {
  const { noise, regions, effects, fill, masks, perChange = 2, seed } = options
  const known = regions.list.filter(({ id }) => typeof effects[id] === "number")
  const changes = noise.checks.filter(({ name }) => !isSamePixels(name))
  if (known.length === 0 || changes.length === 0) return { noise, asked: 0 }
  const order = randomOrder(known.length, random(seed))
  const hidden = changes.map((_, i) =>
    takeInTurn(order, { from: i * perChange, count: perChange }).map((at) => known[at]!),
  )
  const variants = changes.flatMap(({ name }, i) => {
    const picture = checkedPicture(name, options)
    const paint = fill.prepare(picture, { seed })
    return hidden[i]!.map((region) => ({
      name: `noise, ${name}, ${region.id} hidden`,
      edits: [wholePicture(picture), { ...region, pixels: paint(region) }],
    }))
  })
  const answers = await ask.edits(variants)
  const again = changes.flatMap(({ name, score }, i) =>
    hidden[i]!.map(({ id }, j) => ({ name, region: id, effect: score - answers[i * perChange + j]!.score })),
  )
  const moved = again.map(({ region, effect }) => effect - effects[region]!)
  const alone = Math.max(4 * noise.repeat, floorOf(moved, regions.list.length))
  return { noise: { ...noise, again, alone, average: averageFloor(alone, masks) }, asked: variants.length }
}

/** The next of the order, from its start again where it ends. */
function takeInTurn(
  order: readonly RegionId[],
  { from, count }: { readonly from: number; readonly count: number },
): readonly RegionId[] {
  return Array.from({ length: count }, (_, i) => order[(from + i) % order.length]!)
}
