import type { AskedPicture, TargetAsk } from "../asking/ask.ts"
import { type NoiseCheckName, type NoiseFloor, noiseCheckNames } from "../evidence-record.ts"
import { isSamePixels } from "../measured.ts"
import type { Edit, Image } from "../types.ts"
import type { ChangedPictures } from "./changed-pictures.ts"

export interface NoiseOptions {
  readonly changed: Pick<ChangedPictures, "of" | "hasOtherFilter">
  /** Score of the untouched picture. */
  readonly untouched: number
  /** A smaller effect never counts, whatever the noise. @default 0 */
  readonly least?: number
  /** How many masked pictures an effect on average is taken over. */
  readonly masks: number
  /** What is checked. @default all checks */
  readonly checks?: readonly NoiseCheckName[]
}

/**
 * Measures what the score does when nothing that matters has changed: it asks about the same pixels once more, alone and among other pictures, and about
 * pictures changed in ways that should not matter.
 *
 * - `repeat`: the largest difference between scores of exactly the same pixels.
 * - `alone`: the larger of 4 * `repeat` and 3 * r, where r is the root mean square of what the changes did to the score.
 * - `average`: `alone` * 2 / sqrt(masks), which is what the same noise does to the difference of two means of masks / 2 pictures each.
 *
 * A change moves the score of the untouched picture and of the picture with a region hidden in much the same way, so effects move less than scores:
 * `measureEffectNoise` takes that into account once effects alone are known.
 *
 * @returns the floor, and how many pictures were asked about: `noiseChecks(options).length`.
 */
export async function measureNoise(
  ask: TargetAsk,
  options: NoiseOptions,
): Promise<{ readonly noise: NoiseFloor; readonly asked: number }> {
  const { changed, untouched, masks, least = 0 } = options
  if (!(masks >= 1)) throw new RangeError(`a noise floor needs at least 1 mask, got ${masks}`)
  const names = noiseChecks(options)
  const pictureOf = (name: NoiseCheckName): AskedPicture => ({
    name: `noise, ${name}`,
    edits: isSamePixels(name) ? [] : [wholePicture(changed.of(name))],
  })
  const single = names.filter((name) => name === "again")
  const batch = names.filter((name) => name !== "again")
  const alone = single.length === 0 ? [] : await ask.edits(single.map(pictureOf), { batchSize: 1 })
  const batched = batch.length === 0 ? [] : await ask.edits(batch.map(pictureOf))
  const scores = [...alone, ...batched].map(({ score }) => score)
  const checks = names.map((name, i) => ({ name, score: scores[i]! }))
  const same = [untouched, ...checks.filter(({ name }) => isSamePixels(name)).map(({ score }) => score)]
  const changes = checks.filter(({ name }) => !isSamePixels(name)).map(({ score }) => score - untouched)
  const repeat = Math.max(...same) - Math.min(...same)
  const floor = floorOf(changes, { repeat, least })
  return { noise: { checks, repeat, alone: floor, average: averageFloor(floor, masks) }, asked: names.length }
}

/**
 * The checks in the order in which they are asked, one picture each: the untouched picture alone, then one batch of the changed pictures with the untouched
 * one in second place, so that it has others before and after it.
 */
export function noiseChecks({
  checks = noiseCheckNames,
  changed: { hasOtherFilter },
}: {
  readonly checks?: readonly NoiseCheckName[] | undefined
  readonly changed: Pick<ChangedPictures, "hasOtherFilter">
}): readonly NoiseCheckName[] {
  const chosen = noiseCheckNames.filter((name) => checks.includes(name))
  const [first = [], ...others] = chosen
    .filter((name) => !isSamePixels(name) && (name !== "other-filter" || hasOtherFilter))
    .map((name) => [name])
  const only = (wanted: NoiseCheckName): NoiseCheckName[] => chosen.filter((name) => name === wanted)
  return [...only("again"), ...first, ...only("again-in-a-batch"), ...others.flat()]
}

/** The picture as one edit of the untouched one. */
export function wholePicture({ width, height, data }: Image): Edit {
  return { box: { left: 0, top: 0, width, height }, pixels: data }
}

/** An effect counts as measured if it is at least this many times as large as what harmless changes usually do to such effects. */
const TIMES = 3

/**
 * What an effect must reach to be more than noise: three times what harmless changes usually do, four times the largest difference for the same picture, and
 * the least size.
 *
 * With the embedded model and 25 photos, of 163 effects beyond three times the true root mean square, 98 % kept their sign in all four shifts by half a pixel;
 * of those between two and three times, 90 %.
 */
export function floorOf(
  changes: readonly number[],
  { repeat, least }: { readonly repeat: number; readonly least: number },
): number {
  const meanSquare = changes.reduce((sum, change) => sum + change * change, 0) / Math.max(1, changes.length)
  return Math.max(least, 4 * repeat, TIMES * Math.sqrt(meanSquare))
}

/** The same for an effect on average over this many masked pictures: a difference of two means, each over half of them. */
export function averageFloor(alone: number, masks: number): number {
  return (alone * 2) / Math.sqrt(masks)
}
