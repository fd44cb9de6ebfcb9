import { explain as explainPicture } from "../../explain.ts"
import { embeddedModel } from "../../models/catalog.ts"
import { onnxModel } from "../../models/onnx/onnx-model.ts"
import { shuffleLastLayer } from "../../models/onnx/shuffle-last-layer.ts"
import { viewOf } from "../../reading/view.ts"
import type { Classifier } from "../../types.ts"
import { checkSanity, type SanityOptions, type SanityReport } from "../../wiring/check-sanity.ts"
import type { Probe } from "../../wiring/wiring-record.ts"
import { type LoadModelOptions, readModel } from "./read-model.ts"
import { readProbes } from "./read-probes.ts"

export interface CheckModelSanityOptions extends Omit<LoadModelOptions, "onProgress" | "signal"> {
  /** @default those of the package */
  readonly pictures?: readonly Probe[] | undefined
  /** Makes the maps. @default 8 x 8 cells, one hidden at a time, filled with their mean */
  readonly explain?: SanityOptions["explain"]
  /** Ways to shuffle the last layer; one alone can look like the original by chance. @default 3 */
  readonly shuffles?: number
  /** Deals out the weights. @default 0 */
  readonly seed?: number
  readonly onProgress?: SanityOptions["onProgress"]
  readonly onDownload?: LoadModelOptions["onProgress"]
  readonly signal?: AbortSignal | undefined
}

/**
 * Makes maps of pictures with a model and with the same model after its last layer was shuffled: they must lose their rank correlation
 * (Adebayo and others, 2018).
 *
 * @throws GridExplainerError MODEL_UNSUPPORTED for a model whose last layer is not found; GridExplainerError and RangeError as `loadModel` does;
 * what `signal` was aborted with.
 * @example
 * ```ts no-run
 * import { checkModelSanity } from "gridexplainer/node"
 * const { mean, passed } = await checkModelSanity("efficientnet-lite0")
 * ```
 */
export async function checkModelSanity(
  nameOrPath: string = embeddedModel.name,
  options: CheckModelSanityOptions = {},
): Promise<SanityReport> {
  const { pictures, explain, shuffles = 3, seed = 0, onProgress, onDownload, signal, ...model } = options
  const { bytes, options: known } = await readModel(nameOrPath, {
    ...model,
    ...(signal === undefined ? {} : { signal }),
    ...(onDownload === undefined ? {} : { onProgress: onDownload }),
  })
  const probes = pictures ?? (await readProbes())
  const opened: Classifier[] = []
  try {
    const classifier = await onnxModel(bytes, known)
    opened.push(classifier)
    const shuffled: Classifier[] = []
    for (let i = 0; i < shuffles; i++) {
      const dealt = await shuffleLastLayer(bytes, { seed: (seed + i) % 2 ** 32 })
      shuffled.push(await onnxModel(dealt, known))
      opened.push(shuffled[i]!)
    }
    return await checkSanity(
      probes.map(({ image, name }, i) => ({ image, name: name ?? `picture ${i + 1}` })),
      { classifier, shuffled, explain: explain ?? oneCellAtATime(signal), signal, ...(onProgress && { onProgress }) },
    )
  } finally {
    for (const one of opened) await one.dispose?.()
  }
}

function oneCellAtATime(signal: AbortSignal | undefined): SanityOptions["explain"] {
  return async (classifier, image, target) => {
    const found = await explainPicture(classifier, image, {
      ...(target === undefined ? {} : { target }),
      ...(signal === undefined ? {} : { signal }),
    })
    return { effects: viewOf(found).effects, target: found.target.index!, label: found.target.label } // A class was asked for.
  }
}
