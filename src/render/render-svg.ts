import type { Explanation } from "../types.ts"
import { scaleEnd } from "./color.ts"
import { drawGrid } from "./draw-grid.ts"
import { drawLegend, legendHeight } from "./draw-legend.ts"
import { definitions, dimUnseen, drawPhotos, rowsAndColumns } from "./draw-panels.ts"
import { drawPixels } from "./draw-pixels.ts"
import { fitLine, type Rect, sideBySide, textWidth, wrapText } from "./layout.ts"
import { drawnValues } from "./marks.ts"
import { captionOf, detailsOf, fadedPart, headingOf, titleOf } from "./words.ts"
import { escapeXml, number, tag } from "./xml.ts"

/** How a drawing looks. */
export interface RenderSvgOptions {
  /** The picture as a `data:image/png;base64,` or `data:image/jpeg;base64,` address. Absent: a grey plate stands for it. */
  readonly photo?: { readonly href: string }
  /**
   * Width of the drawing in pixels, from 200 to 8192; the height follows.
   * @default 1200
   */
  readonly width?: number
  /** @default "light" */
  readonly theme?: "light" | "dark"
}

/** The drawing is laid out at this width and scaled as a whole. */
const page = 1200
const margin = 40
/** Between photo and map; holds the numbers of the rows. */
const gap = 56
const font = "'DejaVu Sans', sans-serif"
const themes = {
  light: { paper: "#ffffff", ink: "#1c1b22", quiet: "#5b5966" },
  dark: { paper: "#17161c", ink: "#f1eff7", quiet: "#aaa7b8" },
} as const

/**
 * Draws an explanation: the photo beside the same photo in grey with a tint, a sign and a number for each square, a legend, and the answer in words.
 *
 * Orange and plus support the answer, purple, stripes and minus speak against it; full colour is the largest effect of the run, but at least
 * 5 points (0.2 logits). Overlapping windows and masks are drawn as a map of pixels. The same explanation gives the same text, everywhere.
 *
 * @returns an SVG document that holds its photo and needs nothing else; fonts are DejaVu Sans, or the viewer's own sans-serif.
 *
 * @throws {RangeError} for effects that are not finite or not one a region, a width outside 200 to 8192, or a photo that is not a PNG or JPEG data address.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { renderSvg } from "gridexplainer/render"
 * const image = { width: 2, height: 2, channels: 1, data: Uint8Array.of(255, 0, 0, 51) } as const
 * const model = functionModel((images) => images.map(({ data }) => [(data[0]! + data[3]!) / 510]))
 * const svg = renderSvg(await explain(model, image, { regions: grid(2), fill: 0 }))
 * svg.includes("class 0, 60.0 %") // => true
 * svg.includes("+50.0") // => true
 * ```
 */
export function renderSvg(explanation: Explanation, options: RenderSvgOptions = {}): string {
  const { width = page, theme = "light", photo } = options
  checkInput(explanation, { width, theme, photo })
  const { paper, ink, quiet } = themes[theme]
  const [title, caption] = [titleOf(explanation), captionOf(explanation)]
  const values = drawnValues(explanation)
  const end = scaleEnd(values, explanation.model.scale)
  const id = `gx-${fingerprint(JSON.stringify([title, explanation.effects, explanation.regions.boxes]))}`
  const stripes = `url(#${id}-stripes)`
  const isGrid = explanation.regions.layout.kind === "grid"
  const { left, right, legendTop, captionTop, captionLines, detailTop, detailLines, height } = layoutOf(explanation)

  const map = isGrid ? drawGrid : drawPixels
  const legend = drawLegend(explanation, { x: page / 2, y: legendTop, values, end, stripes })
  const body = [
    tag("rect", { width: page, height, fill: paper }),
    headline(title, ink),
    heading("The picture", left, { fill: quiet, room: right.left - left.left - 12 }),
    heading(headingOf(explanation), right, { fill: quiet, room: page - margin - right.left }),
    drawPhotos({ left, right }, { href: photo?.href, id }),
    tag("g", { "clip-path": `url(#${id}-panel)` }, map(explanation, { panel: right, end, stripes })),
    dimUnseen(explanation, right, paper),
    isGrid ? rowsAndColumns(explanation, right, quiet) : "",
    tag("g", { fill: ink, color: ink, "font-size": 14 }, legend),
    paragraph(captionLines, { top: captionTop, size: 18, step: 26, fill: ink }),
    paragraph(detailLines, { top: detailTop, size: 14, step: 20, fill: quiet }),
  ]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${number(width)}" height="${number((height * width) / page)}"`,
    ` viewBox="0 0 ${page} ${number(height)}" role="img" aria-labelledby="${id}-title ${id}-desc" font-family="${font}">`,
    tag("title", { id: `${id}-title` }, escapeXml(title)),
    tag("desc", { id: `${id}-desc` }, escapeXml(caption)),
    definitions(explanation, right, id),
    ...body,
    "</svg>\n",
  ].join("")
}

/** Where everything stands, from the top of the page to its end. */
function layoutOf(explanation: Explanation): {
  left: Rect
  right: Rect
  legendTop: number
  captionTop: number
  captionLines: readonly string[]
  detailTop: number
  detailLines: readonly string[]
  height: number
} {
  const width = page - 2 * margin
  const panels = sideBySide(explanation.picture.size, { left: margin, top: 148, width, height: 900, gap })
  const legendTop = panels.right.top + panels.right.height + 24
  const captionTop = legendTop + legendHeight + 36
  const captionLines = wrapText(captionOf(explanation), 18, { width, most: 5 })
  const detailTop = captionTop + captionLines.length * 26 + 6
  const detailLines = wrapText(detailsOf(explanation, { unseen: fadedPart }), 14, { width, most: 2 })
  const height = detailTop + detailLines.length * 20 + 20
  return { ...panels, legendTop, captionTop, captionLines, detailTop, detailLines, height }
}

function checkInput(
  { effects, regions }: Explanation,
  { width, theme, photo }: { width: number; theme: string; photo: { readonly href: string } | undefined },
): void {
  if (effects.length !== regions.boxes.length || effects.length === 0)
    throw new RangeError(`expected one effect for each of ${regions.boxes.length} regions, got ${effects.length}`)
  if (!(width >= 200 && width <= 8192)) throw new RangeError(`width must be from 200 to 8192 pixels, got ${width}`)
  if (!Object.hasOwn(themes, theme)) throw new RangeError(`theme must be light or dark, got ${theme}`)
  if (photo !== undefined && !/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+=*$/.test(photo.href))
    throw new RangeError(`photo must be a data:image/png or data:image/jpeg address, got ${photo.href.slice(0, 40)}`)
}

/** The title, smaller where it is long, cut where it is longer still. */
function headline(title: string, fill: string): string {
  const room = page - 2 * margin
  const size = Math.max(22, Math.min(34, (34 * room) / Math.max(1, textWidth(title, 34))))
  return paragraph([fitLine(title, size, room)], { top: 76, size, step: 0, fill })
}

function paragraph(
  lines: readonly string[],
  { top, size, step, fill }: { top: number; size: number; step: number; fill: string },
): string {
  const line = (text: string, i: number): string =>
    tag("text", { x: margin, y: top + i * step, "font-size": size, fill }, escapeXml(text))
  return lines.map(line).join("")
}

function heading(text: string, panel: Rect, { fill, room }: { fill: string; room: number }): string {
  return tag("text", { x: panel.left, y: panel.top - 30, "font-size": 15, fill }, escapeXml(fitLine(text, 15, room)))
}

/** FNV-1a over UTF-16 units: names the parts of this drawing, so that two drawings may stand in one page. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash >>> 0).toString(36)
}
