import { availableParallelism, totalmem } from "node:os"
import { nativeSpeedAdvice } from "../../models/onnx/native-speed-advice.ts"
import { version } from "../../version.ts"
import { listModels, type ModelInfo } from "../models/model-info.ts"
import { type CacheCheck, checkCache } from "./doctor-cache.ts"
import { checkPackages, type PackageCheck } from "./doctor-packages.ts"
import { type RuntimeCheck, testRuntime } from "./doctor-runtime.ts"

/** What works on this computer, and what does not. */
export interface Doctor {
  /** Whether pictures can be read, explained and drawn. */
  readonly works: boolean
  /** Whether at least one runtime gives the known answer. */
  readonly modelsRun: boolean
  readonly versions: { readonly gridexplainer: string; readonly node: string; readonly system: string }
  readonly cores: number
  readonly memoryBytes: number
  /** The runtimes that were tried; the native build comes first and is used if it works. */
  readonly runtimes: readonly RuntimeCheck[]
  readonly packages: readonly PackageCheck[]
  readonly cache: CacheCheck
  readonly models: readonly Pick<ModelInfo, "name" | "state" | "bytes" | "path">[]
  /** What to do to make more work, or to make it faster; each entry is a sentence or a command. */
  readonly advice: readonly string[]
}

/** The options of `doctor`. */
export interface DoctorOptions {
  readonly signal?: AbortSignal | undefined
  /** Called with what is tried next, for people who wait. */
  readonly onStep?: (what: string) => void
}

/**
 * Tries what GridExplainer needs: reads the versions, loads the packages, asks the embedded model a question with a known answer in each runtime,
 * and looks at the cache.
 *
 * @throws `signal.reason` on abort
 * @example
 * ```ts no-run
 * import { doctor } from "gridexplainer/node"
 * const { works, advice } = await doctor()
 * ```
 */
export async function doctor(options: DoctorOptions = {}): Promise<Doctor> {
  const { signal, onStep } = options
  onStep?.("looking at the packages")
  const packages = await checkPackages()
  const runtimes: RuntimeCheck[] = []
  for (const name of ["native", "wasm"] as const) {
    signal?.throwIfAborted()
    onStep?.(`asking the embedded model (${name})`)
    runtimes.push(await testRuntime(name, { signal }))
  }
  const cache = await checkCache()
  const modelsRun = runtimes.some(({ works }) => works)
  return {
    works: modelsRun && packages.every(({ needed, works }) => works || !needed),
    modelsRun,
    versions: {
      gridexplainer: version,
      node: process.versions.node,
      system: `${process.platform} ${process.arch}`,
    },
    cores: availableParallelism(),
    memoryBytes: totalmem(),
    runtimes,
    packages,
    cache,
    models: (await listModels()).map(({ name, state, bytes, path }) => ({ name, state, bytes, path })),
    advice: adviceFor({ runtimes, packages, cache }),
  }
}

function adviceFor({ runtimes, packages, cache }: Pick<Doctor, "runtimes" | "packages" | "cache">): readonly string[] {
  const native = runtimes.find(({ name, works }) => name === "native" && works)
  const missing = packages.filter(({ name, works }) => !works && !name.startsWith("onnxruntime-node"))
  return [
    ...(native === undefined
      ? [`Several times faster after: ${nativeSpeedAdvice("onnxruntime-web")}`]
      : ["The fastest runtime is in use; nothing to install."]),
    ...(missing.length === 0
      ? []
      : [`Packages that are missing: npm install ${missing.map(({ name, wanted }) => `${name}@${wanted}`).join(" ")}`]),
    ...(cache.writable ? [] : ["The cache cannot be written: name another folder with GRIDEXPLAINER_CACHE."]),
  ]
}
