import type { Explanation } from "../types.ts"
import { photoFloor } from "./color.ts"
import { overlap, placeBox, type Rect } from "./layout.ts"
import { corners } from "./marks.ts"
import { number, tag } from "./xml.ts"

/** The grey of the photo under the map, the stripes of effects below zero, and the frame that nothing of the map leaves. */
export function definitions(explanation: Explanation, panel: Rect, id: string): string {
  const cell = placeBox(explanation.regions.boxes[0]!, explanation, panel)
  const step = Math.max(4, Math.min(9, Math.min(cell.width, cell.height) / 6))
  const line = tag("rect", { width: step * 0.22, height: step, fill: "#2d004b", "fill-opacity": 0.6 })
  const grey = [
    tag("feColorMatrix", { type: "saturate", values: 0 }),
    tag(
      "feComponentTransfer",
      {},
      ["R", "G", "B"]
        .map((channel) => tag(`feFunc${channel}`, { type: "linear", slope: 1 - photoFloor, intercept: photoFloor }))
        .join(""),
    ),
  ].join("")
  return tag(
    "defs",
    {},
    [
      tag("filter", { id: `${id}-grey`, "color-interpolation-filters": "sRGB", ...wholeBox }, grey),
      tag("clipPath", { id: `${id}-panel` }, tag("rect", corners(panel))),
      tag(
        "pattern",
        {
          id: `${id}-stripes`,
          width: step,
          height: step,
          patternUnits: "userSpaceOnUse",
          patternTransform: "rotate(45)",
        },
        line,
      ),
    ].join(""),
  )
}

/** A filter's region: the element itself, not the usual tenth around it. */
const wholeBox = { x: 0, y: 0, width: 1, height: 1 } as const

/** The photo, and the same in grey under the map; grey plates where there is none. */
export function drawPhotos(
  { left, right }: { left: Rect; right: Rect },
  { href, id }: { href: string | undefined; id: string },
): string {
  if (href === undefined)
    return tag("rect", { ...corners(left), fill: "#c9c9c9" }) + tag("rect", { ...corners(right), fill: "#c9c9c9" })
  const image = tag("image", { id: `${id}-photo`, ...corners(left), preserveAspectRatio: "none", href })
  const again = tag("use", { href: `#${id}-photo`, x: right.left - left.left })
  return image + tag("g", { filter: `url(#${id}-grey)` }, again)
}

/** Fades what the model was not given, where its input was cut out of the picture. */
export function dimUnseen(explanation: Explanation, panel: Rect, paper: string): string {
  const seen = overlap(placeBox({ left: 0, top: 0, ...explanation.seen.size }, explanation, panel), panel)
  if (seen.width > panel.width - 0.5 && seen.height > panel.height - 0.5) return ""
  const path = ({ left, top, width, height }: Rect): string =>
    `M${number(left)} ${number(top)}h${number(width)}v${number(height)}h${number(-width)}z`
  return tag("path", { d: path(panel) + path(seen), "fill-rule": "evenodd", fill: paper, "fill-opacity": 0.75 })
}

/** The numbers of rows and columns along the map, from 1; every second, third, ... where squares are small. */
export function rowsAndColumns(explanation: Explanation, panel: Rect, fill: string): string {
  const { layout, boxes } = explanation.regions
  if (layout.kind !== "grid") return ""
  const cells = boxes.map((box) => overlap(placeBox(box, explanation, panel), panel))
  const every = (side: number): number => Math.max(1, Math.ceil(18 / Math.max(1, side)))
  const first = cells[0]!
  const columns = cells.slice(0, layout.columns).flatMap(({ left, width }, i) => {
    const shown = i % every(placeBox(boxes[i]!, explanation, panel).width) === 0 && width > 6
    return shown ? [tag("text", { x: left + width / 2, y: panel.top - 8, "text-anchor": "middle" }, `${i + 1}`)] : []
  })
  const rows = Array.from({ length: layout.rows }, (_, i) => cells[i * layout.columns] ?? first).flatMap(
    ({ top, height }, i) => {
      const shown = i % every(height) === 0 && height > 6
      return shown
        ? [tag("text", { x: panel.left - 8, y: top + height / 2 + 4, "text-anchor": "end" }, `${i + 1}`)]
        : []
    },
  )
  return tag("g", { class: "edges", "font-size": 11.5, fill }, [...columns, ...rows].join(""))
}
