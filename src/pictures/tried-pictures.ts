import type { FillOption } from "../fills/resolve-fill.ts"
import { fillNames } from "../fills/resolve-fill.ts"
import { hideRegions } from "../hide-regions.ts"
import type { View } from "../reading/view.ts"
import type { EmbeddedPicture, TriedPictures } from "../render/draw/sketch.ts"
import type { Image, RegionId } from "../types.ts"
import { embedPicture } from "./embed-picture.ts"
import type { PictureCodec } from "./picture-codec.ts"

export interface TriedPicturesOptions {
  readonly photo: Image
  readonly codec: Pick<PictureCodec, "encode">
  /** What replaced hidden pixels; needed if it was a custom function. */
  readonly fill?: FillOption | undefined
}

/** Pixels of the longer side of a small picture: it is drawn half as large. */
const longestSide = 320
/** A picture of more than this many base64 characters is stored as JPEG. */
const lossless = 60_000

/**
 * What the model was shown besides the picture itself, if the record has it: only the set that is enough, everything but the set that is needed, and the
 * strongest regions hidden one after another. None if the record does not say how its fill paints.
 */
export async function triedPictures({ record }: View, options: TriedPicturesOptions): Promise<TriedPictures> {
  const { photo, codec, fill } = options
  const { sets, strip } = record.evidence ?? {}
  if (fill === undefined && !isKnown(record.fills[0]!.name)) return {}
  const all = record.regions.boxes.map((_, id) => id)
  const embed = async (hidden: readonly RegionId[], shown: readonly RegionId[] = []): Promise<EmbeddedPicture> =>
    await embedPicture(hideRegions(photo, record, { hidden, shown, fill }), { longestSide, codec, lossless })
  const { enough, needed } = { enough: sets?.enough?.regions ?? [], needed: sets?.needed?.regions ?? [] }
  const others = all.filter((id) => !enough.includes(id))
  return {
    ...(enough.length === 0 || others.length === 0 ? {} : { enough: await embed(others, enough) }),
    ...(needed.length === 0 || needed.length === all.length ? {} : { needed: await embed(needed) }),
    ...(strip === undefined
      ? {}
      : { strip: await Promise.all(strip.hidden.map((count) => embed(strip.regions.slice(0, count)))) }),
  }
}

function isKnown(name: string): boolean {
  return name === "color" || (fillNames as readonly string[]).includes(name)
}
