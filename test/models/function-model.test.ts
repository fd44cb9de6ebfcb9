import { describe, expect, it } from "vitest"
import { explain } from "../../src/explain.ts"
import { functionModel, type ScoreFunction } from "../../src/models/function-model.ts"
import { viewOf } from "../../src/reading/view.ts"
import { grid } from "../../src/regions/grid.ts"
import type { Image, Variant } from "../../src/types.ts"
import { describeClassifierContract } from "./classifier-contract.ts"

/** Four grey pixels in a square. */
const image: Image = { width: 2, height: 2, channels: 1, data: Uint8Array.of(51, 102, 153, 204) }
const untouched: Variant = { hidden: [], edits: [] }

/** Mean level from 0 to 1, and what is missing from it. */
const brightness: ScoreFunction = (images) =>
  images.map(({ data }) => {
    const mean = [...data].reduce((sum, level) => sum + level, 0) / data.length / 255
    return [mean, 1 - mean]
  })

describeClassifierContract(
  "functionModel of any size",
  async () => ({ classifier: functionModel(brightness), image }),
  { "names both sizes when the picture has another one": "a function without inputSize takes any size" },
)

describeClassifierContract("functionModel of one size", async () => ({
  classifier: functionModel(brightness, { inputSize: { width: 2, height: 2 }, labels: ["bright", "dark"] }),
  image,
}))

describeClassifierContract("functionModel with answers that come later", async () => ({
  classifier: functionModel(
    async (images) => {
      await new Promise((resolve) => setTimeout(resolve, 1))
      return brightness(images)
    },
    { inputSize: image },
  ),
  image,
}))

describe("functionModel", () => {
  it("frees what the caller's function holds, once", async () => {
    let freed = 0
    const model = functionModel(brightness, { dispose: () => void freed++ })
    await model.dispose?.()
    await model.dispose?.()
    expect(freed).toBe(1)
  })

  it.each([undefined, "brightness", { score: brightness }])("refuses %j in place of a function", (score) => {
    expect(() => functionModel(score as unknown as ScoreFunction)).toThrow(TypeError)
  })

  it("gives the function pixels of its own", async () => {
    const kept: Image[] = []
    const model = functionModel((images) => {
      kept.push(...images)
      for (const { data } of images) data.fill(0)
      return images.map(() => [0.5])
    })
    await model.score(image, [untouched, untouched])
    expect([...image.data]).toEqual([51, 102, 153, 204])
    expect(kept[0]!.data).not.toBe(kept[1]!.data)
  })
})

describe("one array that is filled again and again", () => {
  const whole = new Float64Array(4)
  const list = [0, 0]

  it.each<[string, ScoreFunction]>([
    ["a list", (images) => images.map(({ data }) => Object.assign(list, [data[0]! / 255, 0.1]))],
    [
      "a typed array",
      (images) =>
        images.map(({ data }) => {
          whole[0] = data[0]! / 255
          return whole
        }),
    ],
    [
      "windows on the same memory",
      (images) =>
        images.map(({ data }) => {
          whole[2] = data[0]! / 255
          return whole.subarray(2, 4)
        }),
    ],
    ["one row for all", (images) => Array.from(images, () => list)],
  ])("%s: is refused, since all pictures would have the last one's scores", async (_, score) => {
    await expect(functionModel(score).score(image, [untouched, untouched])).rejects.toMatchObject({
      code: "BAD_REPLY",
      problem:
        'model "function" must answer a new row for every picture, got the same one for pictures 0 and 1: copy it before filling it again',
    })
  })

  it("is fine from call to call, since what is answered is copied at once", async () => {
    const row = [0, 0.1]
    const model = functionModel(
      (images) => {
        row[0] = images[0]!.data[0]! / 255
        return [row]
      },
      { batchSize: 1, overlaps: true },
    )
    const { effects } = viewOf(await explain(model, image, { regions: grid(2), fill: 0 }))
    expect(effects).toEqual([0.2, 0, 0, 0])
  })

  it("is fine as windows on different places of one memory", async () => {
    const model = functionModel((images) => {
      const all = Float64Array.from(images.flatMap(({ data }) => [data[0]! / 255, 1 - data[0]! / 255]))
      return images.map((_, i) => all.subarray(2 * i, 2 * i + 2))
    })
    const { effects } = viewOf(await explain(model, image, { regions: grid(2), fill: 0 }))
    expect(effects).toEqual([0.8 - 1, 0, 0, 0])
  })
})

describe("a function that does not answer rows of numbers", () => {
  it.each<[string, unknown, string]>([
    ["a text", "hello", 'a list with one row of scores for every picture, got the text "hello"'],
    ["nothing", undefined, "a list with one row of scores for every picture, got undefined"],
    ["an object", { scores: [1] }, "a list with one row of scores for every picture, got an object"],
    ["one number a picture", [0.5, 0.5], "one row of scores for every picture, got the number 0.5 for picture 0"],
    ["a missing row", [[0.5], undefined], "one row of scores for every picture, got undefined for picture 1"],
    ["texts as rows", ["0.5", "0.5"], 'one row of scores for every picture, got the text "0.5" for picture 0'],
    [
      "rows of unequal length",
      [[0.5, 0.5], [0.3]],
      "as many scores for every picture, got 2 for picture 0 and 1 for picture 1",
    ],
    ["texts", [[0.5], ["0.5"]], 'numbers, got the text "0.5" for picture 1, class 0'],
    ["null", [[0.5], [null]], "numbers, got null for picture 1, class 0"],
    ["truths", [[0.5], [true]], "numbers, got true for picture 1, class 0"],
    ["big integers", [[1n], [1n]], "numbers, got the bigint 1 for picture 0, class 0"],
    ["lists in lists", [[[0.5]], [[0.5]]], "numbers, got a list for picture 0, class 0"],
    ["holes", [new Array(1), [1]], "numbers, got undefined for picture 0, class 0"],
  ])("%s: is told what it must answer and what it did", async (_, reply, problem) => {
    const model = functionModel(() => reply as number[][])
    await expect(model.score(image, [untouched, untouched])).rejects.toMatchObject({
      code: "BAD_REPLY",
      problem: `model "function" must answer ${problem}`,
      nextStep: "Check what the model returns.",
    })
  })

  it("cuts a long text", async () => {
    const model = functionModel(() => "<!doctype html>".repeat(9) as unknown as number[][])
    await expect(model.score(image, [untouched])).rejects.toThrow(/got the text "<!doctype html>.{25}\.\.\."/)
  })
})

describe("a function that throws", () => {
  it.each<[string, unknown, string]>([
    ["an error", new Error("boom"), 'model "service" failed: boom'],
    ["a range error, which is not the caller's here", new RangeError("boom"), 'model "service" failed: boom'],
    ["a text", "a string", 'model "service" failed: a string'],
    ["null", null, 'model "service" failed: null'],
  ])("%s: is named with the model, and the cause is kept", async (_, thrown, message) => {
    const failure = { code: "MODEL_FAILED", message, cause: thrown }
    const now: ScoreFunction = () => {
      throw thrown
    }
    const later: ScoreFunction = async () => {
      await Promise.resolve()
      throw thrown
    }
    for (const score of [now, later])
      await expect(functionModel(score, { name: "service" }).score(image, [untouched])).rejects.toMatchObject(failure)
  })

  it("on one picture of a run: names the pictures of that call", async () => {
    const model = functionModel(
      (images) => {
        if (images.some(({ data }) => data[3] === 0)) throw new Error("boom")
        return brightness(images)
      },
      { batchSize: 1 },
    )
    await expect(explain(model, image, { regions: grid(2), fill: 0 })).rejects.toMatchObject({
      code: "MODEL_FAILED",
      message: 'model "function" failed: boom, asked about picture 5 of 5 (with region 3 hidden)',
    })
  })
})

it("a function that stays silent does not hold a run whose signal is aborted", async () => {
  const controller = new AbortController()
  const reason = new Error("stop")
  const silent = functionModel(() => {
    controller.abort(reason)
    return new Promise(() => undefined)
  })
  await expect(explain(silent, image, { signal: controller.signal, regions: grid(2) })).rejects.toBe(reason)
})
