import type { TargetAsk } from "../asking/ask.ts"
import type { NoiseCheckName, NoiseFloor } from "../evidence-record.ts"
import { isSamePixels } from "../measured.ts"
import { random } from "../random.ts"
import type { RegionId, Regions } from "../types.ts"
import type { ChangedPictures } from "./changed-pictures.ts"
import { floorOf, wholePicture } from "./measure-noise.ts"
import { randomOrder } from "./reference-orders.ts"

export interface EffectNoiseOptions {
  readonly changed: Pick<ChangedPictures, "of" | "paint">
  /** What `measureNoise` found. */
  readonly noise: NoiseFloor
  readonly regions: Regions
  /** The effect of each region when it is hidden in this way; null if that was not asked. */
  readonly effects: readonly (number | null)[]
  /** What is hidden for each region, itself included. @default the region alone */
  readonly together?: readonly (readonly RegionId[])[]
  /** How many regions are hidden in each changed picture, different ones in each. */
  readonly perChange: number
  /** Which changes; those that `noise` does not hold are left out. @default all */
  readonly changes?: readonly NoiseCheckName[]
  /** A smaller effect never counts, whatever the noise. @default 0 */
  readonly least?: number
}

/** Seed of the order in which regions take turns: the same for every run, so that a picture has the same floor whoever asks. */
const TURNS = 1

/**
 * Hides some regions in the changed pictures of `measureNoise` as well, and takes the floor from how far their effects moved, with the factors there.
 *
 * A floor from scores asks whether hiding a region does more to the score than a harmless change does. This one asks whether its effect would have come out
 * alike after such a change, which is what a map says. With the embedded model and seven photos, effects moved by a third as much as scores.
 *
 * @returns the effects in the changed pictures, and the floor; undefined if no effect is known or nothing was changed.
 */
export async function measureEffectNoise(
  ask: TargetAsk,
  options: EffectNoiseOptions,
): Promise<{ readonly again: NonNullable<NoiseFloor["again"]>; readonly floor: number } | undefined> {
  const { changed, noise, regions, effects, together, least = 0 } = options
  const known = regions.list.filter(({ id }) => typeof effects[id] === "number")
  const changes = noise.checks.flatMap(({ name, score }) =>
    isSamePixels(name) || options.changes?.includes(name) === false ? [] : [{ name, score }],
  )
  const perChange = Math.min(options.perChange, known.length)
  if (changes.length === 0 || perChange === 0) return undefined
  const order = randomOrder(known.length, random(TURNS))
  const hidden = changes.map((_, i) =>
    takeInTurn(order, { from: i * perChange, count: perChange }).map((at) => known[at]!),
  )
  const variants = changes.flatMap(({ name }, i) => {
    const whole = wholePicture(changed.of(name))
    const paint = changed.paint(name)
    return hidden[i]!.map(({ id }) => {
      const ids = together?.[id] ?? [id]
      return {
        name: `noise, ${name}, ${ids.join(" ")} hidden`,
        edits: [whole, ...ids.map((one) => ({ ...regions.list[one]!, pixels: paint(regions.list[one]!) }))],
      }
    })
  })
  const answers = await ask.edits(variants)
  const again = changes.flatMap(({ name, score }, i) =>
    hidden[i]!.map(({ id }, j) => ({ name, region: id, effect: score - answers[i * perChange + j]!.score })),
  )
  const moved = again.map(({ region, effect }) => effect - effects[region]!)
  return { again, floor: floorOf(moved, { repeat: noise.repeat, least }) }
}

/** The next regions of the order, starting again at its end. */
function takeInTurn(
  order: readonly RegionId[],
  { from, count }: { readonly from: number; readonly count: number },
): readonly RegionId[] {
  return Array.from({ length: count }, (_, i) => order[(from + i) % order.length]!)
}
