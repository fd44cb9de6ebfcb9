import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type {
  Classifier,
  Explanation,
  FunctionModelOptions,
  Image,
  MethodName,
  Region,
  Variant,
} from "../../src/index.ts"
import { explain, explainTargets, featureMask, functionModel, grid, slidingWindow } from "../../src/index.ts"

/** Two rows of four grey pixels. */
const photo: Image = {
  width: 4,
  height: 2,
  channels: 1,
  data: Uint8Array.of(
    ...[10, 10, 40, 40], //
    ...[10, 10, 40, 41],
  ),
}

/** Two classes: the share of light in the left half, and in the right half. */
const halves = functionModel(
  (images) =>
    images.map(({ data }) => {
      const left = data[0]! + data[1]! + data[4]! + data[5]!
      const right = data[2]! + data[3]! + data[6]! + data[7]!
      return [left, right]
    }),
  { name: "halves", scale: "logit", labels: ["left", "right"] },
)

/** A model that shows every picture it is asked about to `look` and answers 0. */
const watched = (look: (image: Image) => unknown, options: FunctionModelOptions = {}): Classifier =>
  functionModel((images) => {
    for (const image of images) look(image)
    return images.map(() => [0])
  }, options)

const twoCells = { regions: grid({ rows: 1, columns: 2 }), fill: 0, evidence: "none" } as const

/** The numbers in front. */
const effectsOf = ({ attributions }: Explanation): readonly (number | null)[] => attributions[0]!.effects

describe("explain", () => {
  test("writes down by how much the score falls when each region is hidden", async () => {
    const explanation = await explain(halves, photo, twoCells)
    expect(explanation.target).toEqual({ index: 1, label: "right", score: 161, chosenBy: "predicted" })
    expect(effectsOf(explanation)).toEqual([0, 161])
    expect(explanation.asked).toBe(3)
  })

  test("keeps the sign: a region that speaks against the answer has a negative effect", async () => {
    const difference = functionModel(([...images]) => images.map(({ data }) => [data[0]! - data[2]!]), {
      scale: "logit",
    })
    expect(effectsOf(await explain(difference, photo, twoCells))).toEqual([10, -40])
  })

  test("says which class the model names when a region is hidden", async () => {
    const { top, attributions } = await explain(halves, photo, twoCells)
    expect(top.map(({ label }) => label)).toEqual(["right", "left"])
    expect(attributions[0]!.answers).toEqual([
      { index: 1, label: "right", score: 161 },
      { index: 0, label: "left", score: 40 },
    ])
  })

  test("explains another class when told to", async () => {
    expect(effectsOf(await explain(halves, photo, { ...twoCells, target: "left" }))).toEqual([40, 0])
    expect((await explain(halves, photo, { ...twoCells, target: 0 })).target.chosenBy).toBe("index")
  })

  test("explains several classes from the same model calls", async () => {
    let asked = 0
    const counted: Classifier = {
      ...halves,
      score: (image, variants, options) => {
        asked += variants.length
        return halves.score(image, variants, options)
      },
    }
    const both = await explainTargets(counted, photo, { ...twoCells, targets: { top: 2 } })
    expect(asked).toBe(3)
    expect(both.map((one) => [one.target.label, effectsOf(one)])).toEqual([
      ["right", [0, 161]],
      ["left", [40, 0]],
    ])
    expect(both[1]).toEqual({
      ...(await explain(halves, photo, { ...twoCells, target: "left" })),
      target: { ...both[1]!.target, chosenBy: "top" },
    })
  })

  test("explains the lead of one class over another: what each region does for the one minus what it does for the other", async () => {
    const record = await explain(halves, photo, { ...twoCells, target: { target: "right", against: "left" } })
    const { target } = record
    expect(target).toEqual({
      index: 1,
      label: "right",
      score: 121,
      chosenBy: "margin",
      against: { index: 0, label: "left", score: 40 },
    })
    expect(effectsOf(record)).toEqual([0 - 40, 161 - 0])
  })

  test("explains any number that can be made of the scores", async () => {
    const product = { name: "product", score: (row: readonly number[]) => row[0]! * row[1]! }
    const { target, attributions } = await explain(halves, photo, {
      ...twoCells,
      fill: 1,
      method: "all-but-one",
      target: product,
    })
    const { effects, hiddenScore } = attributions[0]!
    expect(target).toEqual({ label: "product", score: 40 * 161, chosenBy: "function", scale: "number" })
    expect(hiddenScore).toBe(4 * 4)
    expect(effects).toEqual([40 * 4 - 16, 4 * 161 - 16])
  })

  test("shows one region at a time against everything hidden", async () => {
    const explanation = await explain(halves, photo, { ...twoCells, fill: 1, method: "all-but-one" })
    expect(explanation.attributions[0]!.hiddenScore).toBe(4)
    expect(effectsOf(explanation)).toEqual([0, 157])
    expect(explanation.asked).toBe(4)
  })

  test("keeps a shown window whole where hidden ones overlap it", async () => {
    const seen: number[][] = []
    const spy = watched(({ data }) => seen.push(Array.from(data)))
    const line: Image = { width: 3, height: 1, channels: 1, data: Uint8Array.of(1, 2, 3) }
    const regions = slidingWindow({ size: { width: 2, height: 1 }, stride: 1 })
    await explain(spy, line, { regions, fill: 0, evidence: "none", method: "all-but-one" })
    expect(seen).toEqual([
      [1, 2, 3],
      [0, 0, 0],
      [1, 2, 0],
      [0, 2, 3],
    ])
  })

  test("never rounds a fill before the model sees it", async () => {
    const levels: number[] = []
    const spy = watched(({ data }) => levels.push(data[7]!))
    await explain(spy, photo, { regions: grid(1), evidence: "none", fill: "cell-mean" })
    expect(levels).toEqual([41, 25.125])
  })

  test("hides at the model's own size and says what part of the picture that was", async () => {
    const sizes: string[] = []
    const square = watched(({ width, height }) => sizes.push(`${width}x${height}`), {
      inputSize: { width: 2, height: 2 },
      resize: { fit: "crop", filter: "nearest" },
    })
    const { seen, regions } = await explain(square, photo, { regions: grid(2), evidence: "none" })
    expect(new Set(sizes)).toEqual(new Set(["2x2"]))
    expect(seen).toEqual({
      size: { width: 2, height: 2 },
      source: { left: 1, top: 0, width: 2, height: 2 },
      fit: "crop",
      filter: "nearest",
    })
    expect(regions.boxes[3]).toEqual({ left: 1, top: 1, width: 1, height: 1 })
  })

  test("records what was done, and the same again gives an equal record", async () => {
    const options = { ...twoCells, fill: "noise", seed: 5, picture: { name: "cat.png" } } as const
    const explanation = await explain(halves, photo, options)
    expect(explanation).toMatchObject({
      format: "gridexplainer-explanation",
      version: 3,
      picture: { name: "cat.png", size: { width: 4, height: 2 } },
      model: { name: "halves", classes: 2, scale: "logit" },
      regions: { layout: { kind: "grid", rows: 1, columns: 2 } },
      fills: [{ name: "noise" }],
      attributions: [{ method: "one-at-a-time", means: "alone" }],
      shown: "one-at-a-time",
      plan: {},
      seed: 5,
    })
    expect(explanation.picture.pixelsSha256).toMatch(/^[0-9a-f]{64}$/)
    expect(await explain(halves, photo, options)).toEqual(explanation)
    expect(effectsOf(await explain(halves, photo, { ...options, seed: 6 }))).not.toEqual(effectsOf(explanation))
  })

  test("gives the same record for every batch size", async () => {
    const options = { regions: grid({ rows: 2, columns: 4 }), fill: "blur", evidence: "none" } as const
    const expected = await explain(halves, photo, options)
    for (const batchSize of [1, 3, 8, 64])
      expect(await explain(halves, photo, { ...options, batchSize })).toEqual(expected)
  })

  test("on a sum of pixels, effects are the light that each region holds, whatever the picture and its labels", async () => {
    const sum = functionModel((images) => images.map(({ data }) => [Array.from(data).reduce((a, b) => a + b, 0)]), {
      scale: "logit",
    })
    const pictures = fc.tuple(
      fc.uint8Array({ minLength: 12, maxLength: 12 }),
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 12, maxLength: 12 }),
    )
    await fc.assert(
      fc.asyncProperty(pictures, async ([data, labels]) => {
        const image: Image = { width: 4, height: 3, channels: 1, data }
        const effects = effectsOf(
          await explain(sum, image, { regions: featureMask(labels), fill: 0, evidence: "none" }),
        )
        const ordered = [...new Set(labels)].sort((a, b) => a - b)
        expect(effects).toEqual(
          ordered.map((label) => data.reduce((total, level, i) => total + (labels[i] === label ? level : 0), 0)),
        )
      }),
    )
  })

  test("records of a caller's own picture object only what a record has room for", async () => {
    const file = { image: photo, name: "cat.png", fileSha256: "0".repeat(64) }
    const { picture } = await explain(halves, photo, { ...twoCells, picture: file })
    expect(Object.keys(picture)).toEqual(["name", "size", "fileSha256", "pixelsSha256"])
  })

  test("writes 0 where a model answers -0, which no file could hold", async () => {
    const minus = functionModel((images) => images.map(() => [-0]), { scale: "logit" })
    const record = await explain(minus, photo, twoCells)
    expect([record.target.score, ...effectsOf(record)].some((value) => Object.is(value, -0))).toBe(false)
  })

  test("paints each region once where many are hidden together, and keeps nothing where each is hidden once", async () => {
    const painted: number[] = []
    const fill = (_: Image, { id, box }: Region) => {
      painted.push(id)
      return new Float64Array(box.width * box.height)
    }
    await explain(halves, photo, { ...twoCells, fill, method: "all-but-one" })
    expect(painted).toEqual([0, 1])
  })

  test("can be cancelled before it begins", async () => {
    const signal = AbortSignal.abort(new Error("no longer wanted"))
    await expect(explain(halves, photo, { ...twoCells, signal })).rejects.toThrow("no longer wanted")
  })

  test("refuses a picture that is none before the model is asked", async () => {
    const never: Classifier = {
      name: "never",
      scale: "logit",
      score: (_: Image, __: readonly Variant[]) => Promise.reject(new Error("asked")),
    }
    await expect(explain(never, { ...photo, data: new Uint8Array(3) })).rejects.toThrow(RangeError)
    const transparent: Image = { width: 1, height: 1, channels: 4, data: new Uint8Array(4) }
    await expect(explain(never, transparent, { regions: grid(1) })).rejects.toThrow(
      "picture must be grey or RGB, got alpha as well: lay it on a background with toRgb first",
    )
    for (const seed of [-1, 1.5, 2 ** 32, Number.NaN])
      await expect(explain(never, photo, { ...twoCells, seed })).rejects.toThrow(
        new RangeError(`seed must be an integer from 0 to 4294967295, got ${seed}`),
      )
    await expect(explain(never, photo, { ...twoCells, method: "pairs" as MethodName })).rejects.toThrow(
      new RangeError("method must be one of one-at-a-time, all-but-one, random-masks, or your own method, got pairs"),
    )
    await expect(explain(never, photo, { ...twoCells, fills: [0] })).rejects.toThrow("give fill or fills, not both")
    await expect(explain(never, photo, { ...twoCells, evidence: "some" as "none" })).rejects.toThrow(
      "evidence must be one of none, quick, standard, thorough, or a plan, got some",
    )
    await expect(explain(never, photo, { regions: grid(3) })).rejects.toThrow(
      "grid rows must be an integer from 1 to 2, got 3",
    )
  })
})
