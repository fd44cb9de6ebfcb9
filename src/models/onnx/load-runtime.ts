import { availableParallelism } from "node:os"
import { GridExplainerError } from "../../errors.ts"
import { installCommand } from "../../import-optional.ts"
import type { OrtModule } from "./ort-session.ts"

/** Which build of ONNX Runtime to use: the native one, the WebAssembly one, or the first of the two that works. */
export type RuntimeChoice = "auto" | "native" | "wasm"

export interface LoadRuntimeOptions {
  /** Threads of the WebAssembly build. @default one per core */
  readonly threads?: number
  /** How the two builds are imported; for tests. */
  readonly builds?: Builds
}

interface Builds {
  native(): Promise<OrtModule>
  wasm(threads: number): Promise<OrtModule>
}

/**
 * Loads ONNX Runtime. If the native build does not load, because it is not installed or is made for another system, the
 * WebAssembly build is used, unless the native one was asked for by name.
 *
 * @throws GridExplainerError `MISSING_PACKAGE` with the command to run.
 */
export async function loadRuntime(choice: RuntimeChoice, options: LoadRuntimeOptions = {}): Promise<OrtModule> {
  const { threads = availableParallelism(), builds = installed } = options
  const failures: unknown[] = []
  for (const build of choice === "auto" ? (["native", "wasm"] as const) : [choice]) {
    try {
      return await builds[build](threads)
    } catch (cause) {
      failures.push(cause)
    }
  }
  const missing = choice === "native" ? "onnxruntime-node" : "onnxruntime-web"
  throw new GridExplainerError("MISSING_PACKAGE", `running ONNX models needs the package ${missing}`, {
    nextStep: `Run: ${installCommand(missing)}`,
    cause: failures.length === 1 ? failures[0] : new AggregateError(failures),
  })
}

const installed: Builds = {
  async native() {
    if (isMusl()) throw new Error("onnxruntime-node has no build for musl")
    return await import("onnxruntime-node")
  },
  async wasm(threads) {
    const ort = await import("onnxruntime-web")
    ort.env.wasm.numThreads = threads // Cannot be changed after the first session.
    return ort
  },
}

/** Whether this is Alpine or another system with musl instead of glibc: there the native build would crash the process instead of failing to load. */
function isMusl(): boolean {
  if (process.platform !== "linux") return false
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } }
  return header.glibcVersionRuntime === undefined
}
