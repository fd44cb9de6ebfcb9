import type { RegionPlaces } from "../../reading/as-seen.ts"
import { edgesOf } from "./edges-of.ts"
import { placeBox, type Rect } from "./geometry.ts"
import type { Sketch } from "./sketch.ts"
import { number, tag } from "./xml.ts"

/** The longest path data: longer data has so many pieces that it would hide the photo and make the file large. */
const mostData = 150_000

/** The borders between pixels of different labels, as path data; "" if there are too many pieces. */
export function pixelLines(
  labelAt: (x: number, y: number) => boolean | number,
  { explanation, panel }: { readonly explanation: RegionPlaces; readonly panel: Rect },
): string {
  const lines = edgesOf(labelAt, explanation.seen.size).map(([left, top, right, bottom]) => {
    const line = placeBox({ left, top, width: right - left, height: bottom - top }, explanation, panel)
    return `M${number(line.left)} ${number(line.top)}l${number(line.width)} ${number(line.height)}`
  })
  const d = lines.join("")
  return d.length > mostData ? "" : d
}

/** White lines between the regions of a mask; nothing for windows, which overlap. */
export function regionLines({ explanation }: Sketch, panel: Rect): string {
  const owner = ownerOf(explanation)
  if (owner === undefined) return ""
  const { width } = explanation.seen.size
  const d = pixelLines((x, y) => owner[y * width + x]!, { explanation, panel })
  return d === "" ? "" : tag("path", { d, class: "lines", fill: "none", stroke: "#fff", "stroke-opacity": 0.4 })
}

/** Which region each pixel of the model's input belongs to; undefined if regions are boxes. */
export function ownerOf({ regions: { runs }, seen: { size } }: RegionPlaces): Int32Array | undefined {
  if (runs === undefined) return undefined
  const owner = new Int32Array(size.width * size.height)
  for (let i = 0, pixel = 0; i + 1 < runs.length; i += 2) {
    owner.fill(runs[i]!, pixel, pixel + runs[i + 1]!)
    pixel += runs[i + 1]!
  }
  return owner
}
