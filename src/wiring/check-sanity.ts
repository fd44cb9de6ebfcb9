import { rankCorrelation } from "../math/rank-correlation.ts"
import type { Abortable, Classifier, Image } from "../types.ts"

/** A map of one picture: a number per cell, and the class that it explains. */
export interface SanityMap {
  /** The map: one number per region. */
  readonly effects: readonly number[]
  /** Index of the class that it explains. */
  readonly target: number
  /** Name of the class. */
  readonly label: string
}

/** The options of `checkSanity`. */
export interface SanityOptions {
  /** The model as it is. */
  readonly classifier: Classifier
  /** The same model with its last layer shuffled, once or in several ways: correlations are averaged over them. */
  readonly shuffled: readonly Classifier[]
  /** Makes the map that is tested; `target` is a class index, or the model's own answer if absent. */
  readonly explain: (classifier: Classifier, image: Image, target?: number) => Promise<SanityMap>
  readonly signal?: Abortable | undefined
  /** Called after each picture. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined
}

/** How a picture's two maps compare. */
export interface SanityPicture {
  readonly name: string
  /** The class that both maps explain. */
  readonly label: string
  /** Mean of Spearman's rank correlations of the map with the maps of the shuffled models, from -1 to 1. */
  readonly correlation: number
}

/** The result: whether maps depend on what the model has learned. */
export interface SanityReport {
  readonly format: "gridexplainer-sanity"
  readonly version: 1
  readonly model: string
  readonly pictures: readonly SanityPicture[]
  /** Mean of the correlations. */
  readonly mean: number
  /** How many times the last layer was shuffled. */
  readonly shuffles: number
  /** The mean must be below this. */
  readonly limit: number
  /** Whether `mean` is below `limit`. */
  readonly passed: boolean
}

const limit = 0.2

/**
 * The sanity check of Adebayo and others (Sanity Checks for Saliency Maps, 2018): explains the same class of the same pictures with a model and with
 * one that has forgotten what it knew. A map that stays the same does not show what the model does.
 *
 * @throws RangeError without pictures; what the models and `explain` throw; `signal.reason` on abort.
 *
 * @example
 * ```ts
 * import { functionModel } from "gridexplainer"
 * import { checkSanity } from "gridexplainer/wiring"
 * const image = { width: 1, height: 1, channels: 1, data: Uint8Array.of(9) } as const
 * const classifier = functionModel((images) => images.map(() => [1]), { name: "learned" })
 * const other = functionModel((images) => images.map(() => [1]), { name: "shuffled" })
 * const explain = async ({ name }: { name: string }) =>
 *   ({ effects: name === "learned" ? [1, 2, 3] : [2, 3, 1], target: 0, label: "cat" })
 * const { mean, passed } = await checkSanity([{ image, name: "cat" }], { classifier, shuffled: [other], explain })
 * mean // => -0.5
 * passed // => true
 * ```
 */
export async function checkSanity(
  pictures: readonly { readonly image: Image; readonly name: string }[],
  options: SanityOptions,
): Promise<SanityReport> {
  const { classifier, shuffled, explain, signal, onProgress } = options
  if (pictures.length === 0) throw new RangeError("the sanity check needs at least one picture, got none")
  const compared: SanityPicture[] = []
  for (const { image, name } of pictures) {
    signal?.throwIfAborted()
    const { effects, target, label } = await explain(classifier, image)
    const correlations: number[] = []
    for (const other of shuffled)
      correlations.push(rankCorrelation(effects, (await explain(other, image, target)).effects))
    compared.push({ name, label, correlation: meanOf(correlations) })
    onProgress?.(compared.length, pictures.length)
  }
  const mean = meanOf(compared.map(({ correlation }) => correlation))
  return {
    format: "gridexplainer-sanity",
    version: 1,
    model: classifier.name,
    pictures: compared,
    mean,
    shuffles: shuffled.length,
    limit,
    passed: mean < limit,
  }
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
