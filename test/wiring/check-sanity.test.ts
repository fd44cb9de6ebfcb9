import { describe, expect, it } from "vitest"
import { functionModel } from "../../src/models/function-model.ts"
import type { Classifier, Image } from "../../src/types.ts"
import { checkSanity, type SanityOptions } from "../../src/wiring/check-sanity.ts"

const image: Image = { width: 1, height: 1, channels: 1, data: Uint8Array.of(0) }
const classifier = functionModel((images) => images.map(() => [1]), { name: "as it is" })
const shuffled = functionModel((images) => images.map(() => [1]), { name: "shuffled" })

/** Maps made by hand: those of the model, and those of the shuffled one. */
function maps(own: readonly number[], other: readonly number[]): SanityOptions["explain"] {
  return async (asked: Classifier, _image, target) => ({
    effects: asked === classifier ? own : other,
    target: target ?? 3,
    label: `class ${target ?? 3}`,
  })
}

function check(explain: SanityOptions["explain"]) {
  return checkSanity([{ image, name: "one" }], { classifier, shuffled: [shuffled], explain })
}

describe("checkSanity", () => {
  it("fails a map that the last layer does not change", async () =>
    expect(await check(maps([1, 2, 3], [2, 4, 9]))).toEqual({
      format: "gridexplainer-sanity",
      version: 1,
      model: "as it is",
      pictures: [{ name: "one", label: "class 3", correlation: 1 }],
      mean: 1,
      shuffles: 1,
      limit: 0.2,
      passed: false,
    }))

  it("passes a map that turns into another one", async () =>
    expect(await check(maps([1, 2, 3], [2, 3, 1]))).toMatchObject({ mean: -0.5, passed: true }))

  it("explains the class that the model answered, also where the shuffled one would answer another", async () => {
    const asked: (number | undefined)[] = []
    await check(async (model, _image, target) => {
      asked.push(target)
      return { effects: [1, 2], target: model === classifier ? 7 : (target ?? 0), label: "" }
    })
    expect(asked).toEqual([undefined, 7])
  })

  it("takes the mean over pictures", async () => {
    const turns = [
      [1, 2, 3],
      [1, 2, 3],
      [1, 2, 3],
      [3, 2, 1],
    ]
    const report = await checkSanity(
      [
        { image, name: "one" },
        { image, name: "two" },
      ],
      { classifier, shuffled: [shuffled], explain: async () => ({ effects: turns.shift()!, target: 0, label: "" }) },
    )
    expect(report).toMatchObject({ mean: 0, passed: true, pictures: [{ correlation: 1 }, { correlation: -1 }] })
  })

  it("takes the mean over several ways to shuffle", async () => {
    const turns = [
      [1, 2, 3],
      [1, 2, 3],
      [3, 2, 1],
    ]
    const report = await checkSanity([{ image, name: "one" }], {
      classifier,
      shuffled: [shuffled, shuffled],
      explain: async () => ({ effects: turns.shift()!, target: 0, label: "" }),
    })
    expect(report).toMatchObject({ shuffles: 2, pictures: [{ correlation: 0 }] })
  })

  it("needs a picture", async () =>
    expect(checkSanity([], { classifier, shuffled: [shuffled], explain: maps([], []) })).rejects.toThrow(
      new RangeError("the sanity check needs at least one picture, got none"),
    ))
})
