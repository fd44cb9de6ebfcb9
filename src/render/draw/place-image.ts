import type { Size } from "../../types.ts"
import { overlap, type Rect } from "./geometry.ts"
import type { GivenPart } from "./given-part.ts"
import { corners } from "./marks.ts"
import { tag } from "./xml.ts"

/** A picture that is clipped to `panel`. `image` is an address, or the id of one that is in the drawing already. */
export function placeImage(
  image: { readonly href: string } | { readonly id: string },
  { whole, panel }: { readonly whole: Rect; readonly panel: Rect },
): string {
  const seen = overlap(whole, panel)
  const isCut = seen.width < whole.width - 0.01 || seen.height < whole.height - 0.01
  const place = isCut ? { ...whole, left: whole.left - panel.left, top: whole.top - panel.top } : whole
  const drawn =
    "id" in image
      ? tag("use", { href: `#${image.id}`, x: place.left, y: place.top })
      : tag("image", { ...corners(place), preserveAspectRatio: "none", href: image.href })
  return isCut ? tag("svg", { ...corners(panel) }, drawn) : drawn
}

/** Where the whole picture lies if the drawn part of it fills `panel`. */
export function wholeOf(part: GivenPart | undefined, panel: Rect): Rect {
  if (part === undefined) return panel
  const { whole, box } = part
  const [x, y] = [panel.width / box.width, panel.height / box.height]
  const size: Size = { width: whole.width * x, height: whole.height * y }
  return { left: panel.left - box.left * x, top: panel.top - box.top * y, ...size }
}
