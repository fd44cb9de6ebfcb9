import type { Explanation } from "../explanation.ts"
import { type View, viewOf } from "../reading/view.ts"
import { type RenderSvgOptions, renderSvg } from "../render/render-svg.ts"
import { english } from "../words/english.ts"
import { plainText } from "../words/format.ts"
import { captionOf } from "../words/picture-words.ts"
import { element, text } from "./html/element.ts"

/**
 * An explanation as a piece of HTML for a notebook or your own page: the drawing, and below it the same in words. It has no style sheet and no script,
 * so it does not affect the page around it, and one page may contain several.
 *
 * @throws RangeError as `renderSvg` does.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { toHtml } from "gridexplainer/report"
 * const image = { width: 2, height: 2, channels: 1, data: Uint8Array.of(255, 0, 0, 51) } as const
 * const model = functionModel((images) => images.map(({ data }) => [(data[0]! + data[3]!) / 510]))
 * const html = toHtml(await explain(model, image, { regions: grid(2), fill: 0, evidence: "none" }))
 * html.startsWith("<figure") // => true
 * html.includes("<style") // => false
 * ```
 */
export function toHtml(of: Explanation | View, options: RenderSvgOptions = {}): string {
  const view = viewOf(of)
  const { picture } = view.record
  const { width: _width, layout: _layout, photo: _photo, ...caption } = options
  const fluid = renderSvg(view, options).replace(
    /^<svg ([^>]*?) width="([\d.]+)" height="[\d.]+"/,
    (_, rest: string, width: string) => `<svg ${rest} style="display:block;width:min(100%, ${width}px);height:auto"`,
  )
  const words = captionOf(view, caption)
  const name = picture.name === undefined ? "" : `${plainText(picture.name)}: `
  return element(
    "figure",
    { style: "margin:0" },
    fluid.trimEnd(),
    element(
      "details",
      {},
      element("summary", { style: "cursor:pointer" }, english.labels.inWords),
      element("p", {}, text(`${name}${words}`)),
    ),
  )
}
