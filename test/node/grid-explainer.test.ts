import { readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { type Classifier, type EvidenceStage, featureMask, type Image } from "../../src/index.ts"
import { functionModel } from "../../src/models/function-model.ts"
import { GridExplainer, type GridExplainerOptions } from "../../src/node/grid-explainer.ts"
import { temporaryFolder } from "./support/temporary-folder.ts"

/** Four grey pixels, of which the model sees the first. */
const image: Image = { width: 2, height: 2, channels: 1, data: Uint8Array.of(204, 0, 0, 0) }
const model = functionModel((images) => images.map(({ data }) => [data[0]! / 255, 1 - data[0]! / 255]))

function explainer(options: GridExplainerOptions = {}): GridExplainer {
  return new GridExplainer(model, { gridSize: 2, ...options })
}

describe("GridExplainer", () => {
  it("hides each square once and asks nothing else where that is wanted", async () => {
    const { record, effects, target } = await explainer({ fill: 0, evidence: "none" }).explain(image)
    expect(effects).toEqual([0.8, 0, 0, 0])
    expect(target).toEqual(record.target)
    expect(record).toMatchObject({ shown: "one-at-a-time", asked: 5 })
    expect(record.evidence).toBeUndefined()
  })

  it("asks what the command asks where nothing else is said", async () => {
    const stages: EvidenceStage[] = []
    const { record } = await explainer().explain(image, { onStage: (stage) => stages.push(stage) })
    expect(record).toMatchObject({ shown: "one-at-a-time", plan: { level: "standard" } })
    expect(record.fills.map(({ name }) => name).sort()).toEqual(["blur", "cell-mean", "image-mean"])
    expect(record.attributions.map(({ method }) => method)).toEqual(["one-at-a-time", "random-masks"])
    expect(stages.slice(0, 3)).toEqual(["trial", "noise", "alone"])
  })

  it("takes any regions, not only a grid", async () => {
    const regions = featureMask([1, 2, 2, 2])
    const { record, effects } = await new GridExplainer(model, { regions, fill: 0, evidence: "none" }).explain(image)
    expect(record.regions.layout).toEqual({ kind: "mask" })
    expect(effects).toEqual([0.8, 0])
  })

  it("refuses options that cannot be before a picture is read", () => {
    expect(() => explainer({ fill: 0, fills: ["blur"] })).toThrow("give fill or fills, not both")
    expect(() => explainer({ regions: featureMask([0]) })).toThrow("give gridSize or regions, not both")
    expect(() => explainer({ method: "pairs" as "all-but-one" })).toThrow("method must be one of")
    expect(() => explainer({ evidence: "much" as "quick" })).toThrow("evidence must be one of")
  })

  it("says with each explanation how its picture was read", async () => {
    const animated = fileURLToPath(new URL("pictures/animated.gif", import.meta.url))
    const one = explainer({ gridSize: 1, evidence: "none" })
    const [first, second] = await Promise.all([one.explain(animated), one.explain(image)])
    expect(first.notes).toEqual([expect.stringMatching(/first/)])
    expect(second.notes).toEqual([])
  })

  it("explains two pictures at once, each drawn and saved by itself", async () => {
    const folder = temporaryFolder()
    /** Answers for the dark picture first. */
    const uneven: Classifier = {
      ...model,
      score: async (...question) => {
        if (question[0].data[0] === 204) await new Promise((done) => setTimeout(done, 5))
        return model.score(...question)
      },
    }
    const one = new GridExplainer(uneven, { gridSize: 2, fill: 0, evidence: "none" })
    const dark: Image = { ...image, data: Uint8Array.of(51, 0, 0, 0) }
    const both = await Promise.all([image, dark].map((picture) => one.explain(picture, { target: 0 })))
    expect(both.map(({ effects }) => effects[0])).toEqual([0.8, 0.2])
    expect(both.map(({ photo }) => photo)).toEqual([image, dark])
    for (const [i, explained] of both.entries()) await explained.save(join(folder, `${i}.svg`))
    const saved = [0, 1].map((i) => readFileSync(join(folder, `${i}.svg`), "utf8"))
    expect(saved[0]).toBe(await both[0]!.draw())
    expect(saved[1]).toBe(await both[1]!.draw())
    expect(saved[0]).not.toBe(saved[1])
  })

  it("keeps the last explanation for the original's three lines", async () => {
    const file = join(temporaryFolder(), "explanation.json")
    const one = explainer({ evidence: "none" })
    await expect(one.visualize(file)).rejects.toThrow("visualize needs an explanation: call explain first")
    const { record } = await one.explain(image)
    await one.visualize(file)
    expect(JSON.parse(readFileSync(file, "utf8")).target).toEqual(record.target)
  })
})
