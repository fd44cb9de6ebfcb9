import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterEach, describe, expect, it, vi } from "vitest"
import packageJson from "../../../package.json" with { type: "json" }
import { doctor } from "../../../src/node/doctor/doctor.ts"
import { checkCache } from "../../../src/node/doctor/doctor-cache.ts"
import { checkPackages } from "../../../src/node/doctor/doctor-packages.ts"
import { problemOf } from "../support/problem-of.ts"
import { temporaryFolder } from "../support/temporary-folder.ts"

afterEach(() => vi.unstubAllEnvs())

describe("doctor", () => {
  it("finds that everything works here, and how large the cache is", async () => {
    const cache = temporaryFolder()
    mkdirSync(join(cache, "models"))
    writeFileSync(join(cache, "models", "some.onnx"), new Uint8Array(1000))
    vi.stubEnv("GRIDEXPLAINER_CACHE", cache)
    const steps: string[] = []
    const found = await doctor({ onStep: (what) => steps.push(what) })
    expect(found).toMatchObject({
      works: true,
      modelsRun: true,
      versions: { gridexplainer: packageJson.version, node: process.versions.node },
      runtimes: [
        { name: "native", works: true, answer: { label: "honeycomb", score: expect.closeTo(0.765, 1) } },
        { name: "wasm", works: true, answer: { label: "honeycomb", score: expect.closeTo(0.765, 1) } },
      ],
      cache: { path: cache, exists: true, writable: true, bytes: 1000 },
      advice: ["The fastest runtime is in use; nothing to install."],
    })
    expect(found.models.map(({ name, state }) => `${name} ${state}`)).toEqual([
      "efficientnet-lite0 embedded",
      "resnet50 absent",
      "skin-lesion absent",
    ])
    expect(steps).toEqual([
      "looking at the packages",
      "asking the embedded model (native)",
      "asking the embedded model (wasm)",
    ])
  })

  it("stops when it is told to", async () => {
    expect(await problemOf(() => doctor({ signal: AbortSignal.abort(new Error("enough")) }))).toBe("Error: enough")
  })
})

describe("checkCache", () => {
  it("finds a cache that is not made yet, and one that cannot be", async () => {
    vi.stubEnv("GRIDEXPLAINER_CACHE", join(temporaryFolder(), "not", "yet"))
    expect(await checkCache()).toMatchObject({ exists: false, writable: true, bytes: 0 })
    const file = join(temporaryFolder(), "file")
    writeFileSync(file, "")
    vi.stubEnv("GRIDEXPLAINER_CACHE", join(file, "cache"))
    expect(await checkCache()).toMatchObject({ exists: false, writable: false, bytes: 0 })
  })
})

describe("checkPackages", () => {
  it("knows every optional package, with its version and what it serves", async () => {
    const packages = await checkPackages()
    expect(packages.map(({ name, wanted }) => [name, wanted])).toEqual(Object.entries(packageJson.optionalDependencies))
    for (const { name, version, wanted, works, serves } of packages)
      expect({ name, version, works, serves }).toEqual({
        name,
        version: wanted,
        works: true,
        serves: expect.stringMatching(/./),
      })
  })
})
