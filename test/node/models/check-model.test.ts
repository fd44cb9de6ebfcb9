import { readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { beforeAll, describe, expect, it } from "vitest"
import { GridExplainerError } from "../../../src/errors.ts"
import { catalog } from "../../../src/models/catalog.ts"
import { preprocessingPresets } from "../../../src/models/preprocessing-presets.ts"
import { checkModel } from "../../../src/node/models/check-model.ts"
import { checkModelSanity } from "../../../src/node/models/check-model-sanity.ts"
import { readLabels } from "../../../src/node/models/read-labels.ts"
import { readProbes } from "../../../src/node/models/read-probes.ts"
import type { Probe, WiringCheck, WiringReport } from "../../../src/wiring/wiring-record.ts"
import { buildModel, node } from "../../models/onnx/build-model.ts"
import { temporaryFolder } from "../support/temporary-folder.ts"

const embedded = fileURLToPath(new URL("../../../assets/models/efficientnet-lite0.onnx", import.meta.url))
const labelFile = fileURLToPath(new URL("../../../assets/models/imagenet-labels.json", import.meta.url))
const right = catalog[0]!.preprocessing

let probes: readonly Probe[] = []
let labels: readonly string[] = []
beforeAll(async () => {
  probes = await readProbes()
  labels = await readLabels(labelFile)
})

function flagged({ checks }: WiringReport): readonly WiringCheck["name"][] {
  return checks.filter(({ state }) => state === "flagged").map(({ name }) => name)
}

/** The file of the embedded model, as somebody would wire it; few views, so that it is quick. */
function check(options: Parameters<typeof checkModel>[1]): Promise<WiringReport> {
  return checkModel(embedded, { preprocessing: right, labels: labelFile, pictures: probes, views: 24, ...options })
}

describe("checkModel, on the embedded model", { timeout: 60_000 }, () => {
  it("finds nothing wrong", async () => expect(flagged(await check({}))).toEqual([]))

  it("flags the other order of channels", async () => {
    const report = await check({ preprocessing: { ...right, order: "BGR" } })
    expect(flagged(report)).toEqual(["channel-order"])
    expect(report.better).toMatchObject({ order: "RGB" })
  })

  it("flags labels that begin with one name too many, by their number and by their place", async () =>
    expect(flagged(await check({ labels: ["background", ...labels] }))).toEqual(["label-count", "label-names"]))

  it("flags what loading refuses: a wrong scale, and a wrong axis of channels", async () => {
    const scale = await check({ scale: "logit", views: 8 })
    expect(scale.checks.find(({ state }) => state === "flagged")).toEqual({
      name: "scale",
      state: "flagged",
      finding: { kind: "scale", declared: "logit", found: "probability", isRefused: true },
      remedy: { scale: "probability" },
    })
    expect(flagged(await check({ preprocessing: { ...right, layout: "NHWC" }, views: 8 }))).toEqual(["layout"])
  })

  it("has to be told a preprocessing", async () => {
    const problem: unknown = await checkModel(embedded, { pictures: probes }).catch((error: unknown) => error)
    expect(problem).toBeInstanceOf(GridExplainerError)
    expect(problem).toMatchObject({ code: "PREPROCESSING_UNKNOWN" })
  })

  it("makes other maps once its last layer is shuffled", async () => {
    const pictures = probes.filter(({ name }) => name === "coffee" || name === "cat")
    const options = { preprocessing: right, labels: labelFile, pictures, shuffles: 1 }
    const report = await checkModelSanity(embedded, options)
    expect(report.pictures.map(({ name, label }) => `${name}: ${label}`)).toEqual([
      "cat: Egyptian cat",
      "coffee: espresso",
    ])
    for (const { correlation } of report.pictures) expect(Math.abs(correlation)).toBeLessThan(0.7)
    expect(report).toMatchObject({ shuffles: 1, limit: 0.2, passed: report.mean < 0.2 })
  })
})

describe("checkModel, on a model that leaves its sides open", () => {
  it("finds out that the channels are on the other axis, and which option says so", async () => {
    const folder = temporaryFolder()
    const path = `${folder}/open.onnx`
    // Reads three channels on the second axis: a convolution of 1 x 1 with weights for them.
    writeFileSync(
      path,
      buildModel({
        input: ["N", undefined, undefined, undefined],
        output: ["N", 3],
        nodes: [
          node("Mul", ["x", "by"], ["scaled"]),
          node("GlobalAveragePool", ["scaled"], ["pooled"]),
          node("Flatten", ["pooled"], ["logits"]),
          node("Softmax", ["logits"], ["y"]),
        ],
        weights: [{ name: "by", dims: [1n, 3n, 1n, 1n], dataType: 1, floatData: [1, 2, 3] }],
      }),
    )
    const size = { width: 4, height: 4 }
    const report = await checkModel(path, {
      preprocessing: { ...preprocessingPresets["zero-one"], size, layout: "NHWC" },
      pictures: probes,
      views: 12,
    })
    const layout = report.checks.find(({ name }) => name === "layout")
    expect(layout).toMatchObject({
      state: "flagged",
      finding: { kind: "layout", declared: "NHWC", found: "NCHW" },
      remedy: { preprocessing: expect.objectContaining({ layout: "NCHW" }) as object },
    })
  })
})

describe("the pictures of the package", () => {
  it("have credits each", () => {
    const credits = readFileSync(new URL("../../../assets/probes/CREDITS.md", import.meta.url), "utf8")
    for (const { name } of probes) expect(credits).toContain(`\`${name}.jpg\``)
  })
})
