import type { RegionPlaces } from "../../reading/as-seen.ts"
import type { Box } from "../../types.ts"

/** A rectangle on the drawing; unlike a `Box`, its numbers need not be whole. */
export interface Rect {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** A picture as large as `space` allows, in its upper left corner. */
export function placePicture(
  { width, height }: { readonly width: number; readonly height: number },
  space: Rect,
): Rect {
  const scale = Math.min(space.width / width, space.height / height)
  return { left: space.left, top: space.top, width: Math.max(1, width * scale), height: Math.max(1, height * scale) }
}

/** Maps a box of the model's input onto the picture as drawn in `panel`. The result may reach beyond the panel if the input was padded. */
export function placeBox(box: Box, { picture, seen }: Omit<RegionPlaces, "regions">, panel: Rect): Rect {
  const scaleX = panel.width / picture.size.width
  const scaleY = panel.height / picture.size.height
  const perX = seen.source.width / seen.size.width
  const perY = seen.source.height / seen.size.height
  return {
    left: panel.left + (seen.source.left + box.left * perX) * scaleX,
    top: panel.top + (seen.source.top + box.top * perY) * scaleY,
    width: box.width * perX * scaleX,
    height: box.height * perY * scaleY,
  }
}

/** The part that two rectangles share; width or height is 0 if they share none. */
export function overlap(a: Rect, b: Rect): Rect {
  const left = Math.max(a.left, b.left)
  const top = Math.max(a.top, b.top)
  return {
    left,
    top,
    width: Math.max(0, Math.min(a.left + a.width, b.left + b.width) - left),
    height: Math.max(0, Math.min(a.top + a.height, b.top + b.height) - top),
  }
}
