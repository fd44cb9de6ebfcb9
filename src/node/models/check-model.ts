import { embeddedModel } from "../../models/catalog.ts"
import type { Classifier } from "../../types.ts"
import { type CheckWiringOptions, checkWiring } from "../../wiring/check-wiring.ts"
import type { WiringReport } from "../../wiring/wiring-record.ts"
import { loadModel } from "./load-model.ts"
import { openForCheck } from "./open-for-check.ts"
import { type ReadForCheckOptions, readForCheck } from "./read-for-check.ts"

/** The options of `checkModel`. */
export interface CheckModelOptions
  extends ReadForCheckOptions,
    Pick<CheckWiringOptions, "views" | "seed" | "onProgress"> {
  /**
   * A model that says what pictures show, for the classes that both models have. It stays yours: it is not disposed of.
   * @default the embedded model
   */
  readonly reference?: Classifier | undefined
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
  const { reference: given, views, seed, onProgress, ...reading } = options
  const { signal, runtime = "auto", batch } = reading
  const { read, probes } = await readForCheck(nameOrPath, reading)
  if (probes.length === 0) throw new RangeError("check needs at least one picture, got none")
  const opened: Classifier[] = []
  try {
    const { classifier, found } = await openForCheck(read, probes[0]!.image, { signal })
    opened.push(classifier)
    const layers = await read.layers?.(classifier)
    if (layers !== undefined) opened.push(layers.classifier)
    const reference = given ?? (await loadModel(embeddedModel.name, { runtime }))
    if (given === undefined) opened.push(reference)
    const report = await checkWiring(classifier, probes, {
      reference,
      layers,
      labels: read.declared.labels,
      signal,
      onProgress,
      ...(views === undefined ? {} : { views }),
      ...(seed === undefined ? {} : { seed }),
      ...(batch === undefined ? {} : { batchSize: batch }),
    })
    const checks = report.checks.map((check) => found.find(({ name }) => name === check.name) ?? check)
    return { ...report, checks }
  } finally {
    for (const one of opened) await one.dispose?.()
  }
}
