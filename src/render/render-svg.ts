import type { Explanation } from "../types.ts"
import { scaleEnd } from "./colour.ts"
import { drawGrid } from "./draw-grid.ts"
import { drawLegend, legendHeight } from "./draw-legend.ts"
import { definitions, dimUnseen, drawPhotos, rowsAndColumns } from "./draw-panels.ts"
import { drawPixels } from "./draw-pixels.ts"
import { fitLine, type Rect, sideBySide, textWidth, wrapText } from "./layout.ts"
import { drawnValues } from "./marks.ts"
import { captionOf, detailsOf, headingOf, titleOf } from "./words.ts"
import { escapeXml, number, tag } from "./xml.ts"

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
 * const sum = functionModel((images) => images.map(({ data }) => [data.reduce((total, level) => total + level, 0) / 1020]))
 * const svg = renderSvg(await explain(sum, image, { regions: grid(2), fill: 0 }))
 * svg.includes("class 0, 30.0 %") // => true
 * svg.includes("+25.0") // => true
 * ```
 */
export function renderSvg(explanation: Explanation, options: RenderSvgOptions = {}): string {
  const { width = page, theme = "light", photo } = options
  checkInput(explanation, width, photo?.href)
  const { paper, ink, quiet } = themes[theme]
  const title = titleOf(explanation)
  const caption = captionOf(explanation)
  const values = drawnValues(explanation)
  const end = scaleEnd(values, explanation.model.scale)
  const id = `gx-${fingerprint(JSON.stringify([title, explanation.effects, explanation.regions.boxes]))}`
  const stripes = `url(#${id}-stripes)`

  const space = { left: margin, top: 148, width: page - 2 * margin, height: 900 }
  const panels = sideBySide(explanation.picture.size, { ...space, gap })
  const isGrid = explanation.regions.layout.kind === "grid"
  const legendTop = panels.right.top + panels.right.height + 24
  const captionTop = legendTop + legendHeight + 36
  const captionLines = wrapText(caption, 18, { width: space.width, most: 5 })
  const detailTop = captionTop + captionLines.length * 26 + 6
  const detailLines = wrapText(detailsOf(explanation), 14, { width: space.width, most: 2 })
  const height = detailTop + detailLines.length * 20 + margin - 20

  const titleSize = Math.max(22, Math.min(34, (34 * space.width) / Math.max(1, textWidth(title, 34))))
  const words = (lines: readonly string[], at: { top: number; size: number; step: number; fill: string }): string =>
    lines
      .map((line, i) =>
        tag("text", { x: margin, y: at.top + i * at.step, "font-size": at.size, fill: at.fill }, escapeXml(line)),
      )
      .join("")

  const map = isGrid ? drawGrid : drawPixels
  const body = [
    tag("rect", { width: page, height, fill: paper }),
    words([fitLine(title, titleSize, space.width)], { top: 76, size: titleSize, step: 0, fill: ink }),
    heading("The picture", panels.left, { fill: quiet, room: panels.right.left - panels.left.left - 12 }),
    heading(headingOf(explanation), panels.right, { fill: quiet, room: page - margin - panels.right.left }),
    drawPhotos(panels, { href: photo?.href, id }),
    tag("g", { "clip-path": `url(#${id}-panel)` }, map(explanation, { panel: panels.right, end, stripes })),
    dimUnseen(explanation, panels.right, paper),
    isGrid ? rowsAndColumns(explanation, panels.right, quiet) : "",
    tag(
      "g",
      { fill: ink, color: ink, "font-size": 14 },
      drawLegend(explanation, { x: page / 2, y: legendTop, values, end, stripes }),
    ),
    words(captionLines, { top: captionTop, size: 18, step: 26, fill: ink }),
    words(detailLines, { top: detailTop, size: 14, step: 20, fill: quiet }),
  ]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${number(width)}" height="${number((height * width) / page)}"`,
    ` viewBox="0 0 ${page} ${number(height)}" role="img" aria-labelledby="${id}-title ${id}-desc" font-family="${font}">`,
    tag("title", { id: `${id}-title` }, escapeXml(title)),
    tag("desc", { id: `${id}-desc` }, escapeXml(caption)),
    definitions(explanation, panels.right, id),
    ...body,
    "</svg>\n",
  ].join("")
}

function checkInput({ effects, regions }: Explanation, width: number, href: string | undefined): void {
  if (effects.length !== regions.boxes.length || effects.length === 0)
    throw new RangeError(`expected one effect for each of ${regions.boxes.length} regions, got ${effects.length}`)
  if (!(width >= 200 && width <= 8192)) throw new RangeError(`width must be from 200 to 8192 pixels, got ${width}`)
  if (href !== undefined && !/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+=*$/.test(href))
    throw new RangeError(`photo must be a data:image/png or data:image/jpeg address, got ${href.slice(0, 40)}`)
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
