import { GridExplainerError } from "../../errors.ts"
import { checkInputSize } from "../check-input-size.ts"
import type { TensorSession } from "../paint-batches.ts"

/** The part of an onnxruntime module (`onnxruntime-node`, `onnxruntime-web` and its entry points) that is used. */
export interface OrtModule {
  readonly InferenceSession: { create(model: Uint8Array, options?: object): Promise<OrtSession> }
  readonly Tensor: new (type: "float32", data: Float32Array, shape: readonly number[]) => OrtTensor
  readonly env: { readonly versions: { readonly web?: string; readonly node?: string } }
  /** Only `onnxruntime-node` has this. */
  readonly listSupportedBackends?: unknown
}

interface OrtTensor {
  readonly type: string
  readonly dims: readonly number[]
  readonly data: unknown
}

interface OrtSession {
  run(feeds: Record<string, OrtTensor>, fetches: readonly string[]): Promise<Record<string, OrtTensor>>
  release(): Promise<void>
}

/** The names of the input and output of an ONNX graph, with the shape of the input. */
export interface OrtPorts {
  readonly inputName: string
  readonly outputName: string
  /** Shape of one picture, without the batch. */
  readonly shape: readonly number[]
}

export interface OrtSessionOptions extends OrtPorts {
  /** Threads for one operator; the runtime's own choice if absent. */
  readonly threads?: number
}

/**
 * Loads a model into an onnxruntime module, in this thread.
 *
 * The model must have passed `readOnnx`. Of the runtime's many options only these are ever set: others write files, load
 * libraries or are known to give wrong numbers.
 */
export async function ortSession(
  ort: OrtModule,
  model: Uint8Array,
  options: OrtSessionOptions,
): Promise<TensorSession> {
  const { inputName, outputName, shape, threads } = options
  const session = await load(ort, model, threads)
  let last: Promise<unknown> = Promise.resolve()

  async function run(batch: Float32Array, rows: number) {
    const length = rows * shape.reduce((product, side) => product * side, 1)
    const tensor = new ort.Tensor("float32", batch.subarray(0, length), [rows, ...shape])
    const output = (await session.run({ [inputName]: tensor }, [outputName]).catch(runFailed))[outputName]
    return { ...scoresOf(output, outputName), batch }
  }

  return {
    runtime: runtimeName(ort),
    /** One at a time: the web build refuses a second run while one is in progress. */
    run(batch, rows) {
      const reply = last.then(() => run(batch, rows))
      last = reply.catch(() => {})
      return reply
    },
    async dispose() {
      await last
      await session.release()
    },
  }
}

async function load(ort: OrtModule, model: Uint8Array, threads: number | undefined): Promise<OrtSession> {
  try {
    return await ort.InferenceSession.create(model, {
      graphOptimizationLevel: "all",
      logSeverityLevel: 4, // Only fatal: an error arrives as an exception already.
      ...(threads === undefined ? {} : { intraOpNumThreads: threads }),
    })
  } catch (cause) {
    throw new GridExplainerError("MODEL_UNSUPPORTED", `${runtimeName(ort)} cannot load the model: ${textOf(cause)}`, {
      cause,
    })
  }
}

function scoresOf(output: OrtTensor | undefined, name: string): { data: Float32Array; columns: number } {
  const { type, dims, data } = output ?? { type: "nothing", dims: [], data: undefined }
  if (!(data instanceof Float32Array) || dims.slice(2).some((side) => side !== 1)) {
    throw new GridExplainerError(
      "MODEL_UNSUPPORTED",
      `the model must answer float32 scores, one per class, got "${name}" ${type} [${dims.join(", ")}]`,
    )
  }
  checkInputSize({ classes: dims[1] ?? 1, batch: dims[0] ?? 1 })
  // A copy, because the runtime may reuse its memory.
  return { data: data.slice(), columns: dims[1] ?? 1 }
}

function runFailed(cause: unknown): never {
  throw new GridExplainerError("MODEL_FAILED", `the model failed: ${textOf(cause)}`, { cause })
}

function textOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}

/** `onnxruntime-node 1.30.0 (cpu)` */
function runtimeName({ env, listSupportedBackends }: OrtModule): string {
  return listSupportedBackends === undefined
    ? `onnxruntime-web ${env.versions.web} (wasm)`
    : `onnxruntime-node ${env.versions.node} (cpu)`
}
