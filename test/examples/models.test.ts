import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, test } from "vitest"
import { explain, grid } from "../../src/index.ts"
import { type LoadModelOptions, loadModel, readImage } from "../../src/node/index.ts"
import { viewOf } from "../../src/reading/view.ts"
import { largestDifference } from "../support/peers.ts"

const folder = fileURLToPath(new URL("../../examples/models", import.meta.url))
const names = readdirSync(folder).flatMap((file) => (file.endsWith(".onnx") ? [file.slice(0, -".onnx".length)] : []))

/** What `examples/python/expected.py` wrote: the framework's own scores of the picture, and its effects on a 4x4 grid. */
interface Expected {
  readonly options: LoadModelOptions
  readonly label: string
  readonly scores: readonly number[]
  readonly effects: readonly number[]
}

describe("ONNX files that Python wrote", () => {
  test("come from PyTorch, Keras and scikit-learn", () => {
    expect(names.sort()).toEqual(["keras-shapes", "pytorch-shapes", "sklearn-digits"])
  })

  test("tell nothing of the computer that made them", () => {
    const told = names.filter((name) => readFileSync(`${folder}/${name}.onnx`, "latin1").includes(".py"))
    expect(told).toEqual([])
  })

  test.each(names)("%s gives Python's scores and effects", async (name) => {
    const expected: Expected = JSON.parse(readFileSync(`${folder}/${name}.json`, "utf8"))
    const model = await loadModel(`${folder}/${name}.onnx`, { ...expected.options, labels: `${folder}/${name}.txt` })
    const { image } = await readImage(`${folder}/${name}.png`)
    const explanation = await explain(model, image, {
      regions: grid(4),
      fill: "cell-mean",
      method: "one-at-a-time",
      evidence: "none",
    })
    const { target, top } = explanation
    const { effects } = viewOf(explanation)
    await model.dispose?.()
    expect(target.label).toBe(expected.label)
    const ours = top.map(({ score }) => score)
    const theirs = top.map(({ index }) => expected.scores[index]!)
    expect(largestDifference(ours, theirs)).toBeLessThan(1e-5)
    expect(largestDifference(effects, expected.effects)).toBeLessThan(1e-5)
    expect(Math.max(...effects), "an effect worth comparing").toBeGreaterThan(0.03)
  })
})
