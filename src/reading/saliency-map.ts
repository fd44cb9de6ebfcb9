import type { Explanation } from "../explanation.ts"
import { viewOf } from "./view.ts"

/** The options of `saliencyMap`. */
export interface SaliencyMapOptions {
  /**
   * The value of a pixel that several regions cover: the mean of their effects, as in Captum, or their sum, as in PAIR saliency and Xplique.
   * @default "mean"
   */
  readonly overlap?: "mean" | "sum"
}

/** One number per region of a record: what `viewOf` returns. */
export interface MappedEffects {
  readonly record: Pick<Explanation, "seen" | "regions">
  readonly effects: readonly number[]
}

/**
 * Spreads the effects of a record or a view over the pixels that the model saw: `seen.size.height * seen.size.width` signed numbers, row by row, in points of the score.
 *
 * @example
 * ```ts
 * import { explain, functionModel, saliencyMap, slidingWindow } from "gridexplainer"
 * const image = { width: 3, height: 1, channels: 1, data: Uint8Array.of(4, 0, 0) } as const
 * const model = functionModel((images) => images.map(({ data }) => [data[0]! / 4]), { scale: "logit" })
 * const explanation = await explain(model, image, { regions: slidingWindow({ size: { width: 2, height: 1 }, stride: 1 }), fill: 0, evidence: "none" })
 * Array.from(saliencyMap(explanation)) // => [1, 0.5, 0]
 * Array.from(saliencyMap(explanation, { overlap: "sum" })) // => [1, 1, 0]
 * ```
 */
export function saliencyMap(
  of: Explanation | MappedEffects,
  { overlap = "mean" }: SaliencyMapOptions = {},
): Float64Array {
  const { record, effects } = "record" in of ? of : viewOf(of)
  const { seen, regions } = record
  const { width, height } = seen.size
  const sum = new Float64Array(width * height)
  if (regions.runs !== undefined) return spreadRuns(sum, regions.runs, effects)
  const cover = new Float64Array(width * height)
  regions.boxes.forEach((box, id) => {
    for (let y = box.top; y < box.top + box.height; y++)
      for (let i = y * width + box.left; i < y * width + box.left + box.width; i++) {
        sum[i]! += effects[id]!
        cover[i]! += 1
      }
  })
  return overlap === "sum" ? sum : sum.map((total, i) => (cover[i] === 0 ? 0 : total / cover[i]!))
}

/** Regions of a mask never overlap: every pixel has the effect of its own label. */
function spreadRuns(map: Float64Array, runs: readonly number[], effects: readonly number[]): Float64Array {
  let pixel = 0
  for (let i = 0; i + 1 < runs.length; i += 2) {
    map.fill(effects[runs[i]!]!, pixel, pixel + runs[i + 1]!)
    pixel += runs[i + 1]!
  }
  return map
}
