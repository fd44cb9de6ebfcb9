import type { Explanation } from "../explanation.ts"
import type { FillOption } from "../fills/resolve-fill.ts"
import { hideRegions } from "../hide-regions.ts"
import { strongestRegion } from "../reading/strongest-region.ts"
import { type View, viewAlone, viewOf } from "../reading/view.ts"
import { regionsAround } from "../regions/neighbourhoods.ts"
import type { DrawingOptions, EmbeddedPicture } from "../render/draw/sketch.ts"
import { renderPair } from "../render/layouts/render-pair.ts"
import { renderSets } from "../render/layouts/render-sets.ts"
import { type LayoutName, renderSvg } from "../render/render-svg.ts"
import type { Image, RegionId } from "../types.ts"
import { embedPicture } from "./embed-picture.ts"
import type { PictureCodec } from "./picture-codec.ts"
import { triedPictures } from "./tried-pictures.ts"

/** How an explanation is drawn. */
export interface DrawExplanationOptions extends DrawingOptions {
  /** Encodes the pictures of the drawing. */
  readonly codec: Pick<PictureCodec, "encode">
  /**
   * The picture that was explained, to be drawn under the explanation. Without it, a grey area is drawn instead.
   *
   * Floats from 0 to 1 are drawn from black to white; those that reach below 0 or beyond 255 are stretched so that they just fit.
   */
  readonly photo?: Image | undefined
  /**
   * The layouts of `renderSvg`, which with `photo` also have small pictures of what the model was shown, and two more. `pair`: the picture as the model saw it,
   * before and after hiding the region with the largest effect. `sets`: the picture as the model saw it, then with only the regions shown that are enough for
   * the answer, then with those hidden that are needed for it. Both need `photo`.
   * @default "beside"
   */
  readonly layout?: LayoutName | "pair" | "sets"
  /** What replaced hidden pixels, for `pair`; needed if it was your own function. */
  readonly fill?: FillOption | undefined
  /** Width of the drawing in pixels, from 200 to 8192. Default: the layout's own width; for an overlay the picture's width, within 600 to 4096. */
  readonly width?: number
}

/** Pixels of a picture's longer side in a drawing of ordinary width. */
const SIDE = 1200

/**
 * Draws an explanation as an SVG document that holds its pictures.
 *
 * @throws RangeError for invalid options, and for `pair` and `sets` without a photo; what the codec throws
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { drawExplanation } from "gridexplainer/pictures"
 * const image = { width: 2, height: 2, channels: 3, data: new Uint8Array(12) } as const
 * const model = functionModel((images) => images.map(() => [1]))
 * const explanation = await explain(model, image, { regions: grid(2), evidence: "none" })
 * const codec = { encode: async () => Uint8Array.of(1, 2, 3) } // A page would use a canvas.
 * const svg = await drawExplanation(explanation, { codec, photo: image, layout: "pair" })
 * svg.includes("What the model saw") // => true
 * ```
 */
export async function drawExplanation(of: Explanation | View, options: DrawExplanationOptions): Promise<string> {
  const view = viewOf(of)
  const { codec, photo, layout = "beside", fill, ...drawing } = options
  if (layout === "pair") return await drawPair(view, { ...options, photo: needed(photo, layout) })
  if (layout === "sets") return await drawSets(view, { ...options, photo: needed(photo, layout) })
  const width = drawing.width ?? (layout === "overlay" ? overlayWidth(view.record) : undefined)
  const embedded =
    photo === undefined || layout === "map"
      ? {}
      : { photo: await embedPicture(photo, { longestSide: Math.max(SIDE, width ?? 0), codec }) }
  const tried =
    photo === undefined || layout !== "beside" ? {} : { tried: await triedPictures(view, { photo, codec, fill }) }
  return renderSvg(view, { ...drawing, ...embedded, ...tried, layout, ...(width === undefined ? {} : { width }) })
}

/** An overlay is drawn at the picture's own resolution, within limits that keep numbers readable and files small. */
function overlayWidth({ picture: { size } }: Explanation): number {
  return Math.min(4096, Math.max(600, size.width))
}

function needed(photo: Image | undefined, layout: string): Image {
  if (photo === undefined) throw new RangeError(`layout ${layout} needs the photo that was explained`)
  return photo
}

type WithPhoto = DrawExplanationOptions & { readonly photo: Image }

async function drawPair(view: View, { photo, fill, codec, theme, width }: WithPhoto): Promise<string> {
  const region = strongestRegion(view)
  const others = view.record.regions.boxes.map((_, id) => id).filter((id) => id !== region)
  const { layout } = view.record.regions
  const { means } = viewAlone(view)
  const hidden = means === "around" ? regionsAround(layout, region) : [region]
  const change = means === "shown-alone" ? { hidden: others, shown: [region] } : { hidden }
  const [before, after] = await Promise.all(
    [{ hidden: [] }, change].map((set) =>
      embedPicture(hideRegions(photo, view, { ...set, fill }), { longestSide: SIDE, codec }),
    ),
  )
  return renderPair(view, {
    before: before!,
    after: after!,
    region,
    ...(theme === undefined ? {} : { theme }),
    ...(width === undefined ? {} : { width }),
  })
}

async function drawSets(view: View, { photo, fill, codec, theme, width }: WithPhoto): Promise<string> {
  const { record } = view
  const draw = async (hidden: readonly RegionId[], shown: readonly RegionId[]): Promise<EmbeddedPicture> =>
    await embedPicture(hideRegions(photo, record, { hidden, shown, fill }), { longestSide: SIDE, codec })
  const { enough = null, needed = null } = record.evidence?.sets ?? {}
  const others = record.regions.boxes.map((_, id) => id).filter((id) => enough?.regions.includes(id) !== true)
  return renderSets(view, {
    before: await draw([], []),
    ...(enough === null ? {} : { enough: await draw(others, enough.regions) }),
    ...(needed === null ? {} : { needed: await draw(needed.regions, []) }),
    ...(theme === undefined ? {} : { theme }),
    ...(width === undefined ? {} : { width }),
  })
}
