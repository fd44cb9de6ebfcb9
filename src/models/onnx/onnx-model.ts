import { labelCountHint } from "../../check-scores.ts"
import { GridExplainerError } from "../../errors.ts"
import { tensorWriter } from "../../image/tensor-writer.ts"
import { checkInteger } from "../../math/check-integer.ts"
import type { Abortable, Classifier, ScoreScale } from "../../types.ts"
import { checkInputSize } from "../check-input-size.ts"
import { checkScale } from "../check-scale.ts"
import type { EditSession } from "../edit-session.ts"
import type { TensorSession } from "../paint-batches.ts"
import { type PreprocessingOption, presetNames, resolvePreprocessing } from "../preprocessing-presets.ts"
import { tensorModel } from "../tensor-model.ts"
import type { OnnxFacts } from "./graph-facts.ts"
import { type OrtModule, type OrtPorts, ortSession } from "./ort-session.ts"
import type { IsolateLimits } from "./process-session.ts"
import { readOnnx } from "./read-onnx.ts"

/** The options of `onnxModel`. */
export interface OnnxModelOptions {
  /** The name of the model in records and messages. */
  readonly name: string
  /** How pictures become numbers, which the file cannot tell; without it the model is refused. */
  readonly preprocessing?: PreprocessingOption
  /** One name per class, in the order of the model's output. */
  readonly labels?: readonly string[]
  /** What the scores are. @default "probability" after a final softmax or sigmoid, otherwise "logit" */
  readonly scale?: ScoreScale
  /** Which of several outputs holds the scores. @default the first */
  readonly output?: string
  /** Pictures per call, for a file that declares any number but does not take it. @default what the file says */
  readonly batch?: number
  /** SHA-256 of the file, lower-case hex, for the record. */
  readonly sha256?: string
  /** What it must not be used for, according to its publisher, in one sentence, for the record. */
  readonly caution?: string
  /**
   * `"native"` is onnxruntime-node, `"wasm"` onnxruntime-web, `"auto"` the first of them that loads; they compute in a worker thread of
   * Node. Elsewhere pass your own onnxruntime module, `await import("onnxruntime-web")`, or a session.
   * @default "auto"
   */
  readonly runtime?: "auto" | "native" | "wasm" | OrtModule | TensorSession | EditSession
  /** How many threads compute. @default the native build's own choice; one per core for WebAssembly */
  readonly threads?: number
  /**
   * Runs the model in a separate process with limits on time and memory, which can be killed without harm: for models that you do not trust. Node only.
   * @default false
   */
  readonly isolate?: boolean | IsolateLimits
  /** Aborts loading at once. */
  readonly signal?: Abortable | undefined
}

/**
 * Makes a classifier of an ONNX file. Input and output names, layout, size, batch, classes and scale are read from the graph, and every reply is checked.
 *
 * The bytes stay yours. No runtime sees them before they are known to be one whole ONNX model without paths to other files,
 * and what the runtime then sees is that model written again.
 *
 * @throws GridExplainerError: as `inspectOnnx`; `PREPROCESSING_UNKNOWN` without `preprocessing`; `SCALE_CONFLICT` for a `scale` that
 * contradicts the graph; `MISSING_PACKAGE` without a runtime. RangeError for options that contradict the file.
 *
 * @example
 * ```ts
 * import { readFile } from "node:fs/promises"
 * import { onnxModel } from "gridexplainer/onnx"
 * const model = await onnxModel(await readFile("assets/models/efficientnet-lite0.onnx"), {
 *   name: "efficientnet-lite0",
 *   preprocessing: { order: "RGB", range: [0, 255], mean: [127], std: [128], filter: "bicubic" },
 * })
 * model.scale // => "probability"
 * model.inputSize // => { width: 224, height: 224 }
 * await model.dispose?.()
 * ```
 */
export async function onnxModel(bytes: Uint8Array, options: OnnxModelOptions): Promise<Classifier> {
  const { name, preprocessing: wanted, labels, output, sha256, caution } = options
  checkOptions(options)
  const layout = typeof wanted === "object" ? wanted.layout : undefined
  const { facts, rewrite } = await readOnnx(bytes, {
    ...(layout === undefined ? {} : { layout }),
    ...(output === undefined ? {} : { output }),
  })
  if (wanted === undefined) throw preprocessingUnknown(name)
  const preprocessing = resolvePreprocessing(wanted, facts)
  const batch = batchOf(facts, options)
  checkInputSize({ ...facts, size: preprocessing.size, batch })
  const known = {
    name,
    scale: scaleOf(facts, options),
    scaleIsAssumed: options.scale === undefined && facts.endsWith === "other",
    sumsToOne: facts.endsWith === "softmax",
    preprocessing,
    batch,
    ...(labels === undefined ? {} : { labels: checkLabels(labels, facts) }),
    ...(sha256 === undefined ? {} : { sha256 }),
    ...(caution === undefined ? {} : { caution }),
  }
  const { shape } = tensorWriter(preprocessing, 1)
  return tensorModel({ ...known, session: await openSession(rewrite(), { ...facts, shape }, options) })
}

/** The only place that knows where the model computes. */
async function openSession(
  model: Uint8Array<ArrayBuffer>,
  { inputName, outputName, shape }: OrtPorts,
  { runtime = "auto", threads, isolate = false, signal }: OnnxModelOptions,
): Promise<TensorSession | EditSession> {
  const ports = { inputName, outputName, shape, ...(threads === undefined ? {} : { threads }) }
  if (typeof runtime === "object") return "InferenceSession" in runtime ? ortSession(runtime, model, ports) : runtime
  // By its name in package.json: Node gets the session in a thread, other hosts a file that uses no module of Node.
  const job = { ...ports, model, choice: runtime }
  if (isolate === false) return (await import("#worker-session")).workerSession(job, { signal })
  const limits = isolate === true ? {} : isolate
  return (await import("#process-session")).processSession(job, { signal, ...limits })
}

function scaleOf({ endsWith }: OnnxFacts, { name, scale }: OnnxModelOptions): ScoreScale {
  const proven = endsWith === "other" ? undefined : endsWith === "logsoftmax" ? "logit" : "probability"
  if (scale === undefined || proven === undefined || scale === proven) return scale ?? proven ?? "logit"
  throw new GridExplainerError(
    "SCALE_CONFLICT",
    `scale "${scale}" was given for model "${name}", but its graph ends with ${endsWith}`,
    { nextStep: `Leave scale out, or pass scale: "${proven}".` },
  )
}

function batchOf({ batch }: OnnxFacts, { batch: wanted }: OnnxModelOptions): number | "dynamic" {
  if (wanted === undefined || batch === "dynamic" || batch === wanted) return wanted ?? batch
  throw new RangeError(`batch must be ${batch}, which the model file fixes, got ${wanted}`)
}

function checkLabels(labels: readonly string[], { classes }: OnnxFacts): readonly string[] {
  if (classes === undefined || labels.length === classes) return labels
  throw new RangeError(
    `labels must be ${classes}, one per class of the model, got ${labels.length}${labelCountHint(labels, classes)}`,
  )
}

function checkOptions({ scale, runtime, threads, batch, isolate, signal }: OnnxModelOptions): void {
  signal?.throwIfAborted()
  if (isolate !== undefined && isolate !== false && typeof runtime === "object")
    throw new RangeError("isolate goes with runtime auto, native or wasm: your own runtime computes where you made it")
  if (typeof isolate === "object")
    for (const [name, limit] of Object.entries(isolate))
      if (!(Number(limit) > 0)) throw new RangeError(`isolate ${name} must be a number above 0, got ${String(limit)}`)
  if (scale !== undefined) checkScale(scale)
  if (typeof runtime === "string" && !["auto", "native", "wasm"].includes(runtime)) {
    throw new RangeError(`runtime must be auto, native, wasm, or an onnxruntime module, got ${runtime}`)
  }
  for (const [name, count] of Object.entries({ threads, batch })) if (count !== undefined) checkInteger(name, count)
}

function preprocessingUnknown(name: string): GridExplainerError {
  return new GridExplainerError(
    "PREPROCESSING_UNKNOWN",
    `an ONNX file does not say how pictures become the numbers that it takes, and model "${name}" was given no preprocessing`,
    { nextStep: `Pass preprocessing: one of ${presetNames.join(", ")}, or a record with order, range, mean and std.` },
  )
}
