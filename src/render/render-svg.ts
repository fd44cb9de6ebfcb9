import type { Explanation } from "../explanation.ts"
import type { View } from "../reading/view.ts"
import { type Page, svgOf } from "./draw/page.ts"
import {
  type DrawingOptions,
  type EmbeddedPicture,
  makeSketch,
  type Sketch,
  type TriedPictures,
} from "./draw/sketch.ts"
import { layoutAlone } from "./layouts/layout-alone.ts"
import { layoutBeside } from "./layouts/layout-beside.ts"
import { layoutMap } from "./layouts/layout-map.ts"
import { layoutOverlay } from "./layouts/layout-overlay.ts"

/** How one explanation is drawn. */
export interface RenderSvgOptions extends DrawingOptions {
  /** The picture that was explained. Without it, a grey area is drawn under the map, and `beside` shows the map alone. */
  readonly photo?: EmbeddedPicture | undefined
  /** What the model was shown, for the small pictures of `beside`; absent ones are left out. */
  readonly tried?: TriedPictures | undefined
  /**
   * `beside`: the answer on one 16 : 9 page, with the photo beside its map; on a narrow page everything is stacked. `alone`: the same without the photo.
   * `overlay`: the map in the picture's shape, above a strip with the answer and the legend. `map`: its colours alone, on a transparent ground.
   * @default "beside"
   */
  readonly layout?: LayoutName
  /** Width of the drawing in pixels, from 200 to 8192; the height follows. Default: the layout's own width, at most 1600. */
  readonly width?: number
}

/** The layouts of one explanation. */
export type LayoutName = "beside" | "alone" | "overlay" | "map"

const layouts: Readonly<Record<LayoutName, (sketch: Sketch, width?: number) => Page>> = {
  beside: layoutBeside,
  alone: layoutAlone,
  overlay: layoutOverlay,
  map: layoutMap,
}

/**
 * Draws an explanation: a headline with what was found; the photo, and next to it the same photo in light grey, where each square with an effect beyond the
 * noise has a colour and a number, and every other square a dot; a legend, sentences, and small pictures of what the model was shown.
 *
 * Orange and plus support the answer, purple and minus speak against it. Full colour is the largest effect of the run, but at least 5 points (0.2 logits), or
 * 1 point (0.04 logits) if noise was measured. Overlapping windows and masks are drawn as a map of pixels. The same explanation gives the same text everywhere.
 *
 * @returns an SVG document that contains its photo and needs nothing else; the font is DejaVu Sans, or the viewer's sans-serif.
 *
 * @throws {RangeError} if there is not one effect per region, and for an unknown name, a width outside 200 to 8192, or a photo that is not a PNG or JPEG
 * `data:` address.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { renderSvg } from "gridexplainer/render"
 * const image = { width: 2, height: 2, channels: 1, data: Uint8Array.of(255, 0, 0, 51) } as const
 * const model = functionModel((images) => images.map(({ data }) => [(data[0]! + data[3]!) / 510]))
 * const svg = renderSvg(await explain(model, image, { regions: grid(2), fill: 0, evidence: "none" }), { layout: "alone", theme: "dark" })
 * svg.includes("class 0, 60.0\u00a0%") // => true
 * svg.includes("+50.0") // => true
 * ```
 */
export function renderSvg(explanation: Explanation | View, options: RenderSvgOptions = {}): string {
  const { layout = "beside", width, ...drawing } = options
  if (!Object.hasOwn(layouts, layout))
    throw new RangeError(`layout must be ${Object.keys(layouts).join(" or ")}, got ${layout}`)
  return svgOf(layouts[layout](makeSketch(explanation, { ...drawing, cut: true }), width), width)
}
