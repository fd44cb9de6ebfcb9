import { cropImage } from "../image/crop-image.ts"
import type { Edit, FillPainter, HiddenSet, Image, Region, RegionId, Regions, Variant } from "../types.ts"

/**
 * Turns sets of hidden regions into variants of the picture, lazily. Where sets share regions, `reuse` keeps what was painted;
 * where each region is hidden once, keeping it would only take memory.
 */
export function* makeVariants(
  image: Image,
  regions: Regions,
  { paint, sets, reuse }: { readonly paint: FillPainter; readonly sets: Iterable<HiddenSet>; readonly reuse: boolean },
): Generator<Variant> {
  const painted = new Map<RegionId, Edit>()
  const hide = (id: RegionId): Edit => {
    const edit = painted.get(id) ?? editOf(regions.list[id]!, paint)
    if (reuse) painted.set(id, edit)
    return edit
  }
  const show = (id: RegionId): Edit => editOf(regions.list[id]!, ({ box }) => cropImage(image, box).data)
  for (const { hidden, shown = [] } of sets) yield { hidden, edits: [...hidden.map(hide), ...shown.map(show)] }
}

function editOf(region: Region, paint: FillPainter): Edit {
  const { box, mask } = region
  return mask === undefined ? { box, pixels: paint(region) } : { box, mask, pixels: paint(region) }
}
