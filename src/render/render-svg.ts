import type { Explanation } from "../explanation.ts"
import type { View } from "../reading/view.ts"
import { type Page, svgOf } from "./draw/page.ts"
import { type DrawingOptions, type EmbeddedPicture, makeSketch, type Sketch } from "./draw/sketch.ts"
import { layoutAlone } from "./layouts/layout-alone.ts"
import { layoutBeside } from "./layouts/layout-beside.ts"
import { layoutOverlay } from "./layouts/layout-overlay.ts"

/** How one explanation is drawn. */
export interface RenderSvgOptions extends DrawingOptions {
  /** The picture that was explained. Absent: a grey plate stands for it under the map, and `beside` becomes `alone`. */
  readonly photo?: EmbeddedPicture | undefined
  /**
   * `beside`: the photo beside the map. `alone`: the map with its words. `overlay`: the map at the picture's shape over a strip with the answer and the
   * legend.
   * @default "beside"
   */
  readonly layout?: LayoutName
  /** Width of the drawing in pixels, from 200 to 8192; the height follows. Default: the layout's own, at most 1200. */
  readonly width?: number
}

/** The layouts of one explanation. */
export type LayoutName = "beside" | "alone" | "overlay"

const layouts: Readonly<Record<LayoutName, (sketch: Sketch) => Page>> = {
  beside: layoutBeside,
  alone: layoutAlone,
  overlay: layoutOverlay,
}

/**
 * Draws an explanation: the photo beside the same photo in grey with a tint, a sign and a number for each square, a legend, and the answer in words.
 *
 * Orange and plus support the answer, purple, stripes and minus speak against it; full colour is the largest effect of the run, but at least
 * 5 points (0.2 logits). Overlapping windows and masks are drawn as a map of pixels. The same explanation gives the same text, everywhere.
 *
 * @returns an SVG document that holds its photo and needs nothing else; fonts are DejaVu Sans, or the viewer's own sans-serif.
 *
 * @throws {RangeError} for effects that are not one a region, an unknown name, a width outside 200 to 8192, or a photo that is not a PNG or JPEG data address.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { renderSvg } from "gridexplainer/render"
 * const image = { width: 2, height: 2, channels: 1, data: Uint8Array.of(255, 0, 0, 51) } as const
 * const model = functionModel((images) => images.map(({ data }) => [(data[0]! + data[3]!) / 510]))
 * const svg = renderSvg(await explain(model, image, { regions: grid(2), fill: 0 }), { layout: "alone", theme: "dark" })
 * svg.includes("class 0, 60.0 %") // => true
 * svg.includes("+50.0") // => true
 * ```
 */
export function renderSvg(explanation: Explanation | View, options: RenderSvgOptions = {}): string {
  const { layout = "beside", width, ...drawing } = options
  if (!Object.hasOwn(layouts, layout))
    throw new RangeError(`layout must be ${Object.keys(layouts).join(" or ")}, got ${layout}`)
  // Without a photo half of `beside` would be empty.
  const draw = layout === "beside" && drawing.photo === undefined ? layoutAlone : layouts[layout]
  return svgOf(draw(makeSketch(explanation, drawing)), width)
}
