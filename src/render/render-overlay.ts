import type { Explanation } from "../explanation.ts"
import type { MappedEffects } from "../reading/saliency-map.ts"
import { type View, viewOf } from "../reading/view.ts"
import type { Image, Size } from "../types.ts"
import { tintColor, tintOpacity } from "./color/color.ts"
import { type DrawingOptions, makeSketch, pixelValues } from "./draw/sketch.ts"

/** How the overlay is drawn. */
export interface RenderOverlayOptions extends Pick<DrawingOptions, "palette" | "map"> {
  /** Size of the result in pixels. Default: the size of the picture that was explained. */
  readonly size?: Size
}

/**
 * The colours of an explanation as pixels with alpha, to be laid over a light grey version of the picture. It contains no photo, words or numbers:
 * show the scale next to it (`colorEnd`).
 *
 * Pixels are fully transparent where the model saw nothing, where there is no value and where nothing changes. Alpha is 235 at the ends of the scale.
 * If evidence tells effects from noise, regions without a measurable effect are transparent, too.
 *
 * @returns `size.width * size.height` pixels of red, green, blue and alpha, 8 bits each.
 *
 * @throws {RangeError} for a size that is not whole and at least 1, or an unknown name.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { renderOverlay } from "gridexplainer/render"
 * const image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(255, 0) } as const
 * const model = functionModel((images) => images.map(({ data }) => [data[0]! / 255]))
 * const explanation = await explain(model, image, { regions: grid({ rows: 1, columns: 2 }), fill: 0, evidence: "none" })
 * Array.from(renderOverlay(explanation).data) // => [255, 127, 17, 235, 0, 0, 0, 0]
 * ```
 */
export function renderOverlay(of: Explanation | View, options: RenderOverlayOptions = {}): Image {
  const view = viewOf(of)
  const explanation = view.record
  const { size = explanation.picture.size, ...drawing } = options
  if (![size.width, size.height].every((side) => Number.isInteger(side) && side >= 1))
    throw new RangeError(`size must be whole pixels of at least 1, got ${size.width} x ${size.height}`)
  const { end, palette, shown } = makeSketch(view, drawing)
  const effects = shown?.map(({ colored }) => colored) ?? view.effects
  const valueAt = lookUp({ record: explanation, effects }, drawing.map)
  const data = new Uint8Array(size.width * size.height * 4)
  const scale = [explanation.picture.size.width / size.width, explanation.picture.size.height / size.height] as const
  for (let y = 0, to = 0; y < size.height; y++)
    for (let x = 0; x < size.width; x++, to += 4) {
      const value = valueAt((x + 0.5) * scale[0], (y + 0.5) * scale[1])
      if (!Number.isFinite(value) || value === 0) continue
      data.set(tintColor(value / end, { palette }), to)
      data[to + 3] = Math.round(255 * tintOpacity(value / end))
    }
  return { ...size, channels: 4, data }
}

/** The value at a place in the picture; NaN outside what the model saw. */
function lookUp(mapped: MappedEffects, map: DrawingOptions["map"]): (x: number, y: number) => number {
  const { source, size } = mapped.record.seen
  const pixels = pixelValues(mapped, map)
  return (x, y) => {
    const column = Math.floor(((x - source.left) / source.width) * size.width)
    const row = Math.floor(((y - source.top) / source.height) * size.height)
    const inside = column >= 0 && row >= 0 && column < size.width && row < size.height
    return inside ? pixels[row * size.width + column]! : Number.NaN
  }
}
