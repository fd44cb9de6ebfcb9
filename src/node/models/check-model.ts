import { embeddedModel } from "../../models/catalog.ts"
import type { Classifier } from "../../types.ts"
import { type CheckWiringOptions, checkWiring } from "../../wiring/check-wiring.ts"
import type { Probe, WiringReport } from "../../wiring/wiring-record.ts"
import { loadModel } from "./load-model.ts"
import type { LoadModelOptions } from "./model-kind.ts"
import { openForCheck } from "./open-for-check.ts"
import { readModel } from "./read-model.ts"
import { readProbes } from "./read-probes.ts"

/** The options of `checkModel`. */
export interface CheckModelOptions
  extends Omit<LoadModelOptions, "onProgress" | "signal">,
    Pick<CheckWiringOptions, "views" | "seed" | "onProgress"> {
  /** Pictures to ask about, with the names of their classes if known. @default those of the package */
  readonly pictures?: readonly Probe[] | undefined
  /**
   * A model that says what pictures show, for the classes that both models have. It stays yours: it is not disposed of.
   * @default the embedded model
   */
  readonly reference?: Classifier | undefined
  /** Called while the model is downloaded. */
  readonly onDownload?: LoadModelOptions["onProgress"]
  readonly signal?: AbortSignal | undefined
}

/**
 * Checks how a model of the catalog or from a file is wired, as `checkWiring` does: loads it, and if its graph still contains batch normalizations,
 * also looks at the first of them.
 *
 * @throws GridExplainerError and RangeError as `loadModel` does; `signal.reason` on abort.
 * @example
 * ```ts no-run
 * import { checkModel, wiringSentence } from "gridexplainer/node"
 * const report = await checkModel("model.onnx", { preprocessing: "torchvision", labels: "labels.txt" })
 * for (const check of report.checks) console.log(check.state, wiringSentence(check), check.remedy ?? "")
 * ```
 */
export async function checkModel(
  nameOrPath: string = embeddedModel.name,
  options: CheckModelOptions = {},
): Promise<WiringReport> {
  const { pictures, reference: given, views, seed, onProgress, onDownload, signal, ...model } = options
  const probes = pictures ?? (await readProbes())
  const loading = {
    ...model,
    ...(signal === undefined ? {} : { signal }),
    ...(onDownload === undefined ? {} : { onProgress: onDownload }),
  }
  const read = await readModel(nameOrPath, loading)
  if (probes.length === 0) throw new RangeError("check needs at least one picture, got none")
  const opened: Classifier[] = []
  try {
    const { classifier, found } = await openForCheck(read, probes[0]!.image, { signal })
    opened.push(classifier)
    const layers = await read.layers?.(classifier)
    if (layers !== undefined) opened.push(layers.classifier)
    const reference = given ?? (await loadModel(embeddedModel.name, { runtime: model.runtime ?? "auto" }))
    if (given === undefined) opened.push(reference)
    const report = await checkWiring(classifier, probes, {
      reference,
      layers,
      labels: read.declared.labels,
      signal,
      onProgress,
      ...(views === undefined ? {} : { views }),
      ...(seed === undefined ? {} : { seed }),
      ...(model.batch === undefined ? {} : { batchSize: model.batch }),
    })
    const checks = report.checks.map((check) => found.find(({ name }) => name === check.name) ?? check)
    return { ...report, checks }
  } finally {
    for (const one of opened) await one.dispose?.()
  }
}
