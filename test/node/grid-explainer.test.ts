import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import type { EvidenceStage, Image } from "../../src/index.ts"
import { functionModel } from "../../src/models/function-model.ts"
import { GridExplainer, type GridExplainerOptions } from "../../src/node/grid-explainer.ts"

/** Four grey pixels, of which the model sees the first. */
const image: Image = { width: 2, height: 2, channels: 1, data: Uint8Array.of(204, 0, 0, 0) }
const model = functionModel((images) => images.map(({ data }) => [data[0]! / 255, 1 - data[0]! / 255]))

function explainer(options: GridExplainerOptions = {}): GridExplainer {
  return new GridExplainer(model, { gridSize: 2, ...options })
}

describe("GridExplainer", () => {
  it("hides each square once and asks nothing else", async () => {
    const { attributions, shown, evidence, asked } = await explainer({ fill: 0 }).explain(image)
    expect({ effects: attributions[0]!.effects, shown, evidence, asked }).toEqual({
      effects: [0.8, 0, 0, 0],
      shown: "one-at-a-time",
      evidence: undefined,
      asked: 5,
    })
  })

  it("gathers evidence where that is wanted, with its own fills or those that are given", async () => {
    const stages: EvidenceStage[] = []
    const record = await explainer({ evidence: "quick" }).explain(image, { onStage: (stage) => stages.push(stage) })
    expect(record.shown).toBe("random-masks")
    expect(record.plan.level).toBe("quick")
    expect(record.attributions[0]!.order![0]).toBe(0)
    expect(record.fills.map(({ name }) => name)).toEqual(["blur", "image-mean", "cell-mean"])
    expect(stages[0]).toBe("noise")
    const fillsOf = async (options: GridExplainerOptions): Promise<unknown> =>
      (await explainer({ evidence: "quick", ...options }).explain(image)).fills.map(({ name }) => name)
    expect(await fillsOf({ fill: "blur" })).toEqual(["blur"])
    expect(await fillsOf({ fill: "blur", fills: ["noise", "image-mean"] })).toEqual(["noise", "image-mean"])
  })

  it("refuses options that would do nothing", () => {
    expect(() => explainer({ fills: ["blur"] })).toThrow('fills goes with evidence, such as evidence: "standard"')
    expect(() => explainer({ evidence: "quick", design: "all-but-one" })).toThrow("got all-but-one")
  })

  it("keeps what there is to know about how the last picture was read", async () => {
    const animated = fileURLToPath(new URL("pictures/animated.gif", import.meta.url))
    const one = explainer({ gridSize: 1 })
    expect(one.notes).toEqual([])
    await one.explain(animated)
    expect(one.notes).toEqual([expect.stringMatching(/first/)])
    await one.explain(image)
    expect(one.notes).toEqual([])
  })
})
