import { cropImage } from "../image/crop-image.ts"
import type { Edit, FillPainter, HiddenSet, Image, PixelArray, Region, Regions, Variant } from "../types.ts"

/** Turns sets of hidden regions into variants of the picture, lazily. */
export function* makeVariants(
  image: Image,
  regions: Regions,
  { paint, sets }: { readonly paint: FillPainter; readonly sets: Iterable<HiddenSet> },
): Generator<Variant> {
  const original: FillPainter = ({ box }) => cropImage(image, box).data
  const regionOf = (id: number): Region => {
    const region = regions.list[id]
    if (region === undefined)
      throw new RangeError(`a mask must name regions from 0 to ${regions.list.length - 1}, got ${String(id)}`)
    return region
  }
  for (const { hidden, shown = [], strength } of sets) {
    if (strength !== undefined) checkStrength(strength, hidden.length)
    const edits = hidden.map((id, i) => {
      const region = regionOf(id)
      const share = strength?.[i] ?? 1
      return editOf(region, share === 1 ? paint(region) : blend(paint(region), original(region), share))
    })
    yield { hidden, edits: [...edits, ...shown.map(regionOf).map((region) => editOf(region, original(region)))] }
  }
}

function editOf({ box, mask }: Region, pixels: PixelArray): Edit {
  return mask === undefined ? { box, pixels } : { box, mask, pixels }
}

/** Mixes the picture (share 0) and the fill (share 1). */
function blend(fill: PixelArray, original: PixelArray, share: number): PixelArray {
  return Float64Array.from(fill, (level, i) => share * level + (1 - share) * original[i]!)
}

function checkStrength(strength: readonly number[], regions: number): void {
  if (strength.length !== regions)
    throw new RangeError(`a soft mask must have one strength per hidden region, ${regions}, got ${strength.length}`)
  const wrong = strength.find((share) => !(share >= 0 && share <= 1))
  if (wrong !== undefined) throw new RangeError(`the strength of a mask must be from 0 to 1, got ${wrong}`)
}
