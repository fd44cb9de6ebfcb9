import * as web from "onnxruntime-web"
import { describe, expect, it } from "vitest"
import { loadRuntime } from "../../../src/models/onnx/load-runtime.ts"
import { nativeSpeedAdvice } from "../../../src/models/onnx/native-speed-advice.ts"

const missing = () => Promise.reject(new Error("Cannot find package"))
const wasm = async () => web

describe("loadRuntime", () => {
  it("takes the native build where there is one", async () => {
    const ort = await loadRuntime("auto", { builds: { native: async () => import("onnxruntime-node"), wasm: missing } })
    expect(ort.env.versions.node).toBe("1.30.0")
  })

  it("falls back to WebAssembly where the native build does not load", async () => {
    expect(await loadRuntime("auto", { builds: { native: missing, wasm } })).toBe(web)
  })

  it("does not fall back where the native build is asked for", async () => {
    await expect(loadRuntime("native", { builds: { native: missing, wasm } })).rejects.toMatchObject({
      code: "MISSING_PACKAGE",
      nextStep: "Run: npm install onnxruntime-node@1.30.0 --ignore-scripts",
    })
  })

  it.each(["auto", "wasm"] as const)("names the package to install where %s finds none", async (choice) => {
    await expect(loadRuntime(choice, { builds: { native: missing, wasm: missing } })).rejects.toMatchObject({
      code: "MISSING_PACKAGE",
      nextStep: "Run: npm install onnxruntime-web@1.30.0",
    })
  })

  it("passes the threads on, one a core where nobody says", async () => {
    const given: number[] = []
    const builds = {
      native: missing,
      wasm: async (threads: number) => {
        given.push(threads)
        return web
      },
    }
    await loadRuntime("wasm", { builds, threads: 3 })
    await loadRuntime("wasm", { builds })
    expect(given[0]).toBe(3)
    expect(given[1]).toBeGreaterThanOrEqual(1)
  })
})

describe("nativeSpeedAdvice", () => {
  it("names the command for WebAssembly only", () => {
    expect(nativeSpeedAdvice("onnxruntime-web 1.30.0 (wasm)")).toBe(
      "npm install onnxruntime-node@1.30.0 --ignore-scripts",
    )
    expect(nativeSpeedAdvice("onnxruntime-node 1.30.0 (cpu)")).toBeUndefined()
  })
})
