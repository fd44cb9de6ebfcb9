import { makeVariants } from "./asking/variants.ts"
import type { Explanation } from "./explanation.ts"
import { recordedFill } from "./fills/recorded-fill.ts"
import { type FillOption, resolveFill } from "./fills/resolve-fill.ts"
import { applyEdits } from "./image/apply-edits.ts"
import { fitImage } from "./image/fit-image.ts"
import { type View, viewOf } from "./reading/view.ts"
import { recordedRegions } from "./regions/recorded-regions.ts"
import type { Image, RegionId } from "./types.ts"

/** The options of `hideRegions`. */
export interface HideRegionsOptions {
  /** Which regions are hidden together. */
  readonly hidden: readonly RegionId[]
  /** Which regions stay whole if they share pixels with hidden ones, like the one region that `all-but-one` shows. Default: none. */
  readonly shown?: readonly RegionId[]
  /** What replaces their pixels. Default: the first fill of the record. */
  readonly fill?: FillOption | undefined
}

/**
 * The picture as the model saw it with some regions hidden, at the model's input size. No model is needed.
 *
 * @param image the picture that was explained, as it was given to `explain`.
 *
 * @throws RangeError for regions that do not exist, a picture of another size, or a custom fill that was not given.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid, hideRegions } from "gridexplainer"
 * const image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(200, 100) } as const
 * const model = functionModel((images) => images.map(({ data }) => [data[0]! / 255]))
 * const explanation = await explain(model, image, { regions: grid({ rows: 1, columns: 2 }), fill: 0, evidence: "none" })
 * Array.from(hideRegions(image, explanation, { hidden: [0] }).data) // => [0, 100]
 * Array.from(hideRegions(image, explanation, { hidden: [] }).data) // => [200, 100]
 * ```
 */
export function hideRegions(image: Image, of: Explanation | View, options: HideRegionsOptions): Image {
  const { hidden, shown = [] } = options
  const { record: explanation, fills } = viewOf(of)
  const { picture, seen, seed } = explanation
  if (image.width !== picture.size.width || image.height !== picture.size.height)
    throw new RangeError(
      `expected the picture of ${picture.size.width} x ${picture.size.height} pixels that was explained, got ${image.width} x ${image.height}`,
    )
  const regions = recordedRegions(explanation)
  const unknown = [...hidden, ...shown].find((id) => regions.list[id] === undefined)
  if (unknown !== undefined)
    throw new RangeError(`hidden and shown must be regions from 0 to ${regions.list.length - 1}, got ${unknown}`)
  const { fit, filter } = seen
  const input =
    fit === undefined ? image : fitImage(image, seen.size, { fit, ...(filter === undefined ? {} : { filter }) }).image
  const chosen = options.fill === undefined ? recordedFill(fills[0]!) : resolveFill(options.fill)
  const paint = chosen.prepare(input, { seed })
  const [variant] = makeVariants(input, regions, { paint, sets: [{ hidden, shown }] })
  return applyEdits(input, variant!.edits)
}
