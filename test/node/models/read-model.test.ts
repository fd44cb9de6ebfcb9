import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { functionModel } from "../../../src/models/function-model.ts"
import type { ModelSettings, ReadModel } from "../../../src/node/models/model-kind.ts"
import { openForCheck } from "../../../src/node/models/open-for-check.ts"
import { modelKinds, readModel } from "../../../src/node/models/read-model.ts"
import type { Image } from "../../../src/types.ts"
import { temporaryFolder } from "../support/temporary-folder.ts"

async function kindOf(where: string): Promise<string | undefined> {
  for (const kind of modelKinds) if (await kind.matches(where)) return kind.name
  return undefined
}

describe("the kinds of models", () => {
  const folder = temporaryFolder(afterAll)
  mkdirSync(join(folder, "keras"))
  writeFileSync(join(folder, "net"), "no ending")

  it.each([
    ["resnet50", "name of the catalog"],
    ["keras/model.json", "model.json or its folder"],
    ["MODEL.JSON", "model.json or its folder"],
    [join(folder, "keras"), "model.json or its folder"],
    ["model.onnx", ".onnx file"],
    [join(folder, "net"), ".onnx file"],
    [join(folder, "missing"), ".onnx file"],
    ["resnet5", undefined],
    ["https://example.org/model.onnx", undefined],
    ["https://example.org/model.json", undefined],
  ])("%s: %s", async (where, name) => expect(await kindOf(where)).toBe(name))

  it("name what is wrong with a model of no kind", async () => {
    await expect(readModel("resnet-5O")).rejects.toThrow(/got resnet-5O: did you mean resnet50\?/)
    await expect(readModel("http://localhost:8000")).rejects.toThrow(
      "a model must be a name or a path, got the address http://localhost:8000",
    )
  })
})

describe("openForCheck, on a model that is no file", () => {
  const image: Image = { width: 1, height: 1, channels: 1, data: Uint8Array.of(51) }

  /** Answers 3 and -3, which are no probabilities. */
  function service(declared: ModelSettings): ReadModel {
    const open = async (settings: ModelSettings) =>
      functionModel((images) => images.map(() => [3, -3]), { name: "service", ...settings })
    return { declared, open }
  }

  it("finds nothing where all is declared right", async () => {
    expect((await openForCheck(service({ scale: "logit" }), image)).found).toEqual([])
  })

  it("finds a wrong scale", async () => {
    const { classifier, found } = await openForCheck(service({ scale: "probability" }), image)
    expect(classifier.scale).toBe("logit")
    expect(found).toMatchObject([{ name: "scale", remedy: { scale: "logit" } }])
  })
})
