import { statSync, writeFileSync } from "node:fs"
import { homedir } from "node:os"
import { join, sep } from "node:path"
import { afterEach, describe, expect, it, vi } from "vitest"
import { catalog, embeddedModel } from "../../src/models/catalog.ts"
import { readFile } from "../../src/node/files/read-file.ts"
import { sha256Of } from "../../src/node/files/sha256-of.ts"
import { assetUrl } from "../../src/node/models/asset-url.ts"
import { cacheFolder, makeCacheFolder } from "../../src/node/models/cache-folder.ts"
import { findModel } from "../../src/node/models/find-model.ts"
import { listModels, modelInfo } from "../../src/node/models/model-info.ts"
import { modelPath } from "../../src/node/models/model-path.ts"
import { pullModel } from "../../src/node/models/pull-model.ts"
import { readLabels } from "../../src/node/models/read-labels.ts"
import { removeModel } from "../../src/node/models/remove-model.ts"
import { verifyModel } from "../../src/node/models/verify-model.ts"
import { problemOf } from "./support/problem-of.ts"
import { temporaryFolder } from "./support/temporary-folder.ts"

afterEach(() => void vi.unstubAllEnvs())

describe("the catalog", () => {
  it("begins with the model that is used where none is named", () => {
    expect(catalog.map(({ name }) => name)).toEqual(["efficientnet-lite0", "resnet50", "skin-lesion"])
    expect(catalog[0]).toBe(embeddedModel)
  })

  it.each(catalog)("$name is pinned, and says what it is", (entry) => {
    expect(entry.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(entry.bytes).toBeGreaterThan(1e6)
    expect(entry.licence).not.toBe("")
    expect(entry.description).toMatch(/\.$/)
    if (entry.source.kind === "npm") expect(entry.source.integrity).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/)
  })

  it("carries the embedded model whole", async () => {
    const bytes = await readFile(assetUrl("models/efficientnet-lite0.onnx"))
    expect([bytes.length, sha256Of(bytes)]).toEqual([embeddedModel.bytes, embeddedModel.sha256])
  })

  it("names every class once, and the ones of ImageNet as everybody does", async () => {
    for (const { labels, name } of catalog) {
      const list = typeof labels === "string" ? await readLabels(assetUrl(labels)) : labels
      expect(list).toHaveLength(name === "skin-lesion" ? 7 : 1000)
      expect(new Set(list).size).toBe(list.length)
    }
    const imagenet = await readLabels(assetUrl("models/imagenet-labels.json"))
    expect([0, 285, 967, 999].map((index) => imagenet[index])).toEqual([
      "tench",
      "Egyptian cat",
      "espresso",
      "toilet tissue",
    ])
  })

  it("asks Keras's ResNet50 as Keras does: BGR, without the means of ImageNet", () => {
    const { preprocessing, source } = findModel("resnet50")
    expect(preprocessing).toMatchObject({ order: "BGR", range: [0, 255], mean: [103.939, 116.779, 123.68], std: [1] })
    expect(source).toMatchObject({ batchNormEpsilon: 1.001e-5 })
  })

  it("says that the medical example is no medical device", () => {
    expect(findModel("skin-lesion").description).toContain("not a medical device")
  })

  it("warns of one model alone, so that a warning is read", () => {
    const warned = catalog.filter(({ caution }) => caution !== undefined)
    expect(warned.map(({ name, caution }) => `${name}: ${caution}`)).toEqual([
      "skin-lesion: A demonstration, not a medical device: never use it for a diagnosis.",
    ])
  })
})

describe("findModel", () => {
  it.each([
    ["resnet-50", "resnet50"],
    ["ResNet50", "resnet50"],
    ["resnet", "resnet50"],
    ["resnet5O", "resnet50"],
    ["efficientnet", "efficientnet-lite0"],
    ["efficientnet_lite0", "efficientnet-lite0"],
    ["skin_lesion", "skin-lesion"],
    ["skinlesions", "skin-lesion"],
    ["skin-leison", "skin-lesion"],
  ])("asks after %s whether %s was meant", (wrong, right) => {
    expect(() => findModel(wrong)).toThrow(
      new RangeError(
        `a model must be one of efficientnet-lite0, resnet50, skin-lesion, or the path of a file, got ${wrong}: did you mean ${right}?`,
      ),
    )
  })

  it.each(["", "vgg16", "net", "model", "x".repeat(1000), "toString", "__proto__"])("has no idea about %s", (wrong) => {
    expect(() => findModel(wrong)).toThrow(/got .*$/)
    expect(() => findModel(wrong)).not.toThrow(/did you mean/)
  })
})

describe("the cache folder", () => {
  it("is the option, else GRIDEXPLAINER_CACHE, else a folder of the user's", async () => {
    vi.stubEnv("GRIDEXPLAINER_CACHE", `${sep}from-environment`)
    expect(await cacheFolder({ cacheDirectory: `${sep}from-option` })).toBe(`${sep}from-option`)
    expect(await cacheFolder()).toBe(`${sep}from-environment`)
    vi.stubEnv("GRIDEXPLAINER_CACHE", "")
    vi.stubEnv("XDG_CACHE_HOME", "")
    const own = await cacheFolder()
    expect(own.startsWith(homedir())).toBe(true)
    expect(own).toContain(`${sep}gridexplainer`)
  })

  it("says so where it cannot be made", async () => {
    const file = join(temporaryFolder(), "file")
    writeFileSync(file, "")
    expect(await problemOf(() => makeCacheFolder("models", { cacheDirectory: file }))).toBe(
      `FILE_UNWRITABLE: the cache folder ${join(file, "models")} lies under something that is not a folder. Name another one with GRIDEXPLAINER_CACHE or cacheDirectory.`,
    )
  })
})

describe("models on this computer", () => {
  it("knows where each lies, and which are here", async () => {
    const options = { cacheDirectory: temporaryFolder() }
    const states = async () => (await listModels(options)).map(({ state }) => state)
    expect(await states()).toEqual(["embedded", "absent", "absent"])
    const path = await modelPath("skin-lesion", options)
    expect(path).toBe(join(options.cacheDirectory, "models", "skin-lesion-1.0.13.onnx"))
    await makeCacheFolder("models", options)
    writeFileSync(path, "half")
    expect(await states()).toEqual(["embedded", "absent", "damaged"])
    writeFileSync(path, new Uint8Array(findModel("skin-lesion").bytes))
    expect(await states()).toEqual(["embedded", "absent", "cached"])
    expect(await modelInfo("skin-lesion", options)).toEqual({ ...findModel("skin-lesion"), path, state: "cached" })
  })

  it("tells a right file from a wrong one of the same length", async () => {
    const options = { cacheDirectory: temporaryFolder() }
    expect(await verifyModel("efficientnet-lite0", options)).toBe(await pullModel("efficientnet-lite0", options))
    expect(await problemOf(() => verifyModel("skin-lesion", options))).toBe(
      "FILE_UNREADABLE: skin-lesion is not downloaded. Run: gridexplainer models pull skin-lesion",
    )
    await makeCacheFolder("models", options)
    const path = await modelPath("skin-lesion", options)
    writeFileSync(path, new Uint8Array(findModel("skin-lesion").bytes))
    expect(await problemOf(() => verifyModel("skin-lesion", options))).toMatch(
      /^INTEGRITY: .*skin-lesion-1.0.13.onnx should have the SHA-256 \w{64}, got \w{64}. Run: gridexplainer models pull skin-lesion$/,
    )
  })

  it("removes what was fetched, and nothing else", async () => {
    const options = { cacheDirectory: temporaryFolder() }
    await makeCacheFolder("models", options)
    const path = await modelPath("resnet50", options)
    writeFileSync(path, "half")
    expect(await removeModel("resnet50", options)).toBe(true)
    expect(statSync(path, { throwIfNoEntry: false })).toBeUndefined()
    expect(await removeModel("resnet50", options)).toBe(false)
    expect(await problemOf(() => removeModel("efficientnet-lite0", options))).toBe(
      "RangeError: efficientnet-lite0 is part of the package and cannot be removed",
    )
    expect(await problemOf(() => removeModel("../../x", options))).toContain("RangeError: a model must be one of")
  })
})
