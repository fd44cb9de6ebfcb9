import { GridExplainerError } from "../../errors.ts"
import { explain as explainPicture } from "../../explain.ts"
import { embeddedModel } from "../../models/catalog.ts"
import type { Classifier } from "../../types.ts"
import { checkSanity, type SanityOptions, type SanityReport } from "../../wiring/check-sanity.ts"
import { type ReadForCheckOptions, readForCheck } from "./read-for-check.ts"

export interface CheckModelSanityOptions extends ReadForCheckOptions {
  /** Makes the maps. @default 8 x 8 cells, one hidden at a time, filled with their mean */
  readonly explain?: SanityOptions["explain"]
  /** How many times the last layer is shuffled; a single shuffle can resemble the original by chance. @default 3 */
  readonly shuffles?: number
  /** The seed for shuffling the weights. @default 0 */
  readonly seed?: number
  readonly onProgress?: SanityOptions["onProgress"]
}

/**
 * Makes maps of pictures with a model, and with the same model after its last layer was shuffled: the two must no longer correlate in rank
 * (Adebayo and others, 2018).
 *
 * @throws GridExplainerError `MODEL_UNSUPPORTED` for a model whose last layer is not found; GridExplainerError and RangeError as `loadModel` does;
 * `signal.reason` on abort.
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
  const { explain, shuffles = 3, seed = 0, onProgress, ...reading } = options
  const { signal } = reading
  const { read, probes } = await readForCheck(nameOrPath, reading)
  if (read.shuffled === undefined)
    throw new GridExplainerError("MODEL_UNSUPPORTED", `the last layer of ${nameOrPath} cannot be shuffled from outside`)
  const opened: Classifier[] = []
  try {
    const classifier = await read.open(read.declared)
    opened.push(classifier)
    const shuffled: Classifier[] = []
    for (let i = 0; i < shuffles; i++) {
      shuffled.push(await read.shuffled((seed + i) % 2 ** 32))
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
    const { attributions, target: found } = await explainPicture(classifier, image, {
      evidence: "none",
      ...(target === undefined ? {} : { target }),
      ...(signal === undefined ? {} : { signal }),
    })
    const effects = attributions[0]!.effects.map((effect) => effect ?? 0) // Every cell was asked about.
    return { effects, target: found.index!, label: found.label } // A class was asked for.
  }
}
