import { describe, expect, test } from "vitest"
import { GridExplainerError } from "../../src/errors.ts"
import { functionModel } from "../../src/models/function-model.ts"
import { scoreBatches } from "../../src/scoring/score-batches.ts"
import type { Classifier, Image, Progress, Scores, Variant } from "../../src/types.ts"

const image: Image = { width: 1, height: 1, channels: 1, data: Uint8Array.of(0) }
const untouched: Variant = { hidden: [], edits: [] }

/** Variant `i` paints the only pixel with level `i`. */
const levels = (count: number): Variant[] =>
  Array.from({ length: count }, (_, i) => ({
    hidden: [0],
    edits: [{ box: { left: 0, top: 0, width: 1, height: 1 }, pixels: Float64Array.of(i) }],
  }))

const level = functionModel((images) => images.map(({ data }) => [data[0]!, -data[0]!]), { scale: "logit" })

/** A model that notes how many pictures each call holds. */
const counting = (sizes: number[], options: Partial<Classifier> = {}): Classifier =>
  functionModel((images) => {
    sizes.push(images.length)
    return images.map(() => [0])
  }, options)

async function collect(classifier: Classifier, count: number, batchSize?: number): Promise<number[]> {
  const rows: number[] = []
  for await (const { start, scores } of scoreBatches(classifier, image, {
    variants: levels(count),
    total: count,
    batchSize,
  }))
    for (let row = 0; row < scores.rows; row++) rows[start + row] = scores.data[row * scores.columns]!
  return rows
}

/** A model that answers whatever it is told to. */
const answering = (scores: Scores, options: Partial<Classifier> = {}): Classifier => ({
  name: "toy",
  scale: "logit",
  score: () => Promise.resolve(scores),
  ...options,
})

describe("scoreBatches", () => {
  test.each([1, 3, 8, 64, undefined])("gives one row a variant, in order, with batches of %s", async (batchSize) => {
    expect(await collect(level, 50, batchSize)).toEqual(Array.from({ length: 50 }, (_, i) => i))
  })

  test("cuts batches of the size asked for, the last one smaller", async () => {
    const sizes: number[] = []
    const model = counting(sizes)
    await collect(model, 10, 4)
    expect(sizes).toEqual([4, 4, 2])
  })

  test("keeps to the model's own batch size", async () => {
    const sizes: number[] = []
    await collect(counting(sizes, { batchSize: 3 }), 7)
    expect(sizes).toEqual([3, 3, 1])
  })

  test("tries sizes of 8, 4, 8 and 16 on real work, then stays with one of them", async () => {
    const sizes: number[] = []
    await collect(counting(sizes), 100)
    expect(sizes.slice(0, 4)).toEqual([8, 4, 8, 16])
    expect([4, 8, 16]).toContain(sizes[4])
    expect(new Set(sizes.slice(4, -1)).size).toBe(1)
  })

  test("makes variants only when their batch is due", async () => {
    let made = 0
    function* variants(): Generator<Variant> {
      for (const variant of levels(6)) {
        made++
        yield variant
      }
    }
    for await (const batch of scoreBatches(level, image, { variants: variants(), total: 6, batchSize: 2 }))
      expect(made).toBe(batch.start + 2)
  })

  test("makes the next batch while a model that computes elsewhere has one, and never more than that", async () => {
    const events: string[] = []
    const variants = levels(6).map((variant, i) => ({
      ...variant,
      get hidden() {
        return variant.hidden
      },
      get edits() {
        events.push(`read ${i}`)
        return variant.edits
      },
    }))
    const elsewhere: Classifier = {
      ...level,
      overlaps: true,
      score: async (picture, batch) => {
        events.push(`ask ${batch.length}`)
        const scores = await level.score(picture, batch)
        await new Promise((resolve) => setTimeout(resolve, 1))
        events.push("answer")
        return scores
      },
    }
    const rows: number[] = []
    for await (const { start, scores } of scoreBatches(elsewhere, image, { variants, total: 6, batchSize: 2 }))
      for (let row = 0; row < scores.rows; row++) rows[start + row] = scores.data[row * scores.columns]!
    expect(rows).toEqual([0, 1, 2, 3, 4, 5])
    expect(events.join(" ")).toBe("ask 2 read 0 read 1 ask 2 read 2 read 3 answer ask 2 read 4 read 5 answer answer")
  })

  test("leaves no failure unheard when a model that computes elsewhere fails twice", async () => {
    const failing: Classifier = { ...level, overlaps: true, score: () => Promise.reject(new Error("down")) }
    await expect(collect(failing, 4, 1)).rejects.toThrow("down")
    await new Promise((resolve) => setTimeout(resolve, 5)) // Vitest fails on a rejection that nobody listens to.
  })

  test("tells how many are done after every call", async () => {
    const progress: Progress[] = []
    const options = { variants: levels(5), total: 5, batchSize: 2, onProgress: (one: Progress) => progress.push(one) }
    for await (const _ of scoreBatches(level, image, options));
    expect(progress.map(({ done, total }) => `${done}/${total}`)).toEqual(["2/5", "4/5", "5/5"])
    expect(progress.at(-1)!.remaining).toBe(0)
    expect(progress.every(({ elapsed }) => elapsed >= 0)).toBe(true)
  })

  test("stops before the next call when aborted, with the signal's own reason", async () => {
    const controller = new AbortController()
    let calls = 0
    const model = functionModel((images) => {
      if (++calls === 2) controller.abort(new Error("enough"))
      return images.map(() => [0])
    })
    const run = async (): Promise<void> => {
      const options = { variants: levels(9), total: 9, batchSize: 3, signal: controller.signal }
      for await (const _ of scoreBatches(model, image, options));
    }
    await expect(run()).rejects.toThrow("enough")
    expect(calls).toBe(2)
  })

  test("stops at once when aborted while the model is silent", async () => {
    const controller = new AbortController()
    const reason = new Error("enough")
    const silent: Classifier = { ...level, score: () => new Promise<Scores>(() => undefined) }
    const options = { variants: levels(9), total: 9, batchSize: 3, signal: controller.signal }
    const first = scoreBatches(silent, image, options).next()
    controller.abort(reason)
    await expect(first).rejects.toBe(reason)
  })

  test("counts the listeners of a long run's signal down again", async () => {
    let listening = 0
    const counted = {
      aborted: false,
      throwIfAborted: () => undefined,
      addEventListener: () => void listening++,
      removeEventListener: () => void listening--,
    }
    for await (const _ of scoreBatches(level, image, { variants: levels(9), total: 9, signal: counted }));
    expect(listening).toBe(0)
  })

  test.each([0, -1, 1.5, Number.NaN])("refuses a batch size of %s", async (batchSize) => {
    await expect(collect(level, 3, batchSize)).rejects.toThrow(
      new RangeError(`batch size must be an integer of at least 1, got ${batchSize}`),
    )
  })
})

describe("a reply that cannot be right", () => {
  const ask = async (classifier: Classifier): Promise<void> => {
    for await (const _ of scoreBatches(classifier, image, { variants: [untouched], total: 1 }));
  }

  test.each<[string, Classifier, string, string]>([
    [
      "too many rows",
      answering({ rows: 2, columns: 1, data: Float32Array.of(1, 2) }),
      "BAD_REPLY",
      'model "toy" was asked about 1 pictures and answered with 2 rows of scores, asked about picture 1 of 1 (with nothing hidden). Check what the model returns.',
    ],
    [
      "fewer columns than labels",
      answering({ rows: 1, columns: 2, data: Float32Array.of(1, 2) }, { labels: ["a", "b", "c"] }),
      "BAD_REPLY",
      'model "toy" must answer 3 classes, one per label, got 2, asked about picture 1 of 1 (with nothing hidden). Check what the model returns.',
    ],
    [
      "no columns",
      answering({ rows: 1, columns: 0, data: new Float32Array(0) }),
      "BAD_REPLY",
      'model "toy" must answer 1 scores for each picture, got 0, asked about picture 1 of 1 (with nothing hidden). Check what the model returns.',
    ],
    [
      "numbers that do not fill the rows",
      answering({ rows: 1, columns: 3, data: Float32Array.of(1, 2) }),
      "BAD_REPLY",
      'model "toy" must answer 1 x 3 = 3 numbers, got 2, asked about picture 1 of 1 (with nothing hidden). Check what the model returns.',
    ],
    [
      "NaN",
      answering({ rows: 1, columns: 3, data: Float32Array.of(1, Number.NaN, 2) }),
      "BAD_REPLY",
      'model "toy" must answer finite scores, got NaN for row 0, class 1, asked about picture 1 of 1 (with nothing hidden). Check what the model returns.',
    ],
    [
      "infinity",
      answering({ rows: 1, columns: 1, data: Float32Array.of(Number.NEGATIVE_INFINITY) }),
      "BAD_REPLY",
      'model "toy" must answer finite scores, got -Infinity for row 0, class 0, asked about picture 1 of 1 (with nothing hidden). Check what the model returns.',
    ],
    [
      "logits said to be probabilities",
      answering({ rows: 1, columns: 2, data: Float32Array.of(0.5, 7) }, { scale: "probability" }),
      "SCALE_CONFLICT",
      'model "toy" must answer probabilities, from 0 to 1, got 7 for row 0, class 1, asked about picture 1 of 1 (with nothing hidden). Pass scale: "logit" if its scores are no probabilities.',
    ],
  ])("%s: is a clear error", async (_, classifier, code, message) => {
    await expect(ask(classifier)).rejects.toMatchObject({ code, message })
  })

  test("another number of classes than before is one too", async () => {
    let calls = 0
    const model = functionModel((images) => images.map(() => new Array<number>(++calls).fill(0)))
    await expect(collect(model, 2, 1)).rejects.toMatchObject({
      code: "BAD_REPLY",
      message:
        'model "function" must answer 1 scores for each picture, got 2, asked about picture 2 of 2 (with region 0 hidden). Check what the model returns.',
    })
  })
})

describe("a model that throws", () => {
  const failing = (error: unknown): Classifier => ({
    ...level,
    score: async () => {
      await Promise.resolve()
      throw error
    },
  })

  test.each<[string, Classifier, number, string]>([
    ["an error", failing(new Error("out of memory")), 2, "failed, asked about pictures 1 to 2 of 5: out of memory"],
    [
      "an error without a message",
      failing(new TypeError("")),
      1,
      "failed, asked about picture 1 of 5 (with region 0 hidden): TypeError",
    ],
    ["a text", failing("down"), 5, "failed, asked about pictures 1 to 5 of 5: down"],
    ["nothing", failing(undefined), 5, "failed, asked about pictures 1 to 5 of 5: undefined"],
    [
      "at once instead of answering later",
      {
        ...level,
        score: () => {
          throw new Error("no key")
        },
      },
      4,
      "failed, asked about pictures 1 to 4 of 5: no key",
    ],
  ])("%s: is named with the pictures that it was asked about", async (_, classifier, batchSize, message) => {
    await expect(collect(classifier, 5, batchSize)).rejects.toMatchObject({
      code: "MODEL_FAILED",
      message: `model "function" ${message}`,
    })
  })

  test("late in a run: the count goes on from batch to batch, and earlier answers were given out", async () => {
    const cause = new Error("picture 7")
    const model = functionModel(
      (images) =>
        images.map(({ data }) => {
          if (data[0] === 7) throw cause
          return [data[0]!]
        }),
      { scale: "logit", name: "service" },
    )
    const starts: number[] = []
    const run = async (): Promise<void> => {
      const options = { variants: levels(12), total: 12, batchSize: 3 }
      for await (const { start } of scoreBatches(model, image, options)) starts.push(start)
    }
    await expect(run()).rejects.toMatchObject({
      code: "MODEL_FAILED",
      message: 'model "service" failed: picture 7, asked about pictures 7 to 9 of 12',
      cause,
    })
    expect(starts).toEqual([0, 3])
  })

  test("counts hidden regions where they are many", async () => {
    const hidden = [[], [4], [4, 5, 6], [1, 2, 3, 4]].map((ids): Variant => ({ hidden: ids, edits: [] }))
    const places = await Promise.all(
      hidden.map(async (variant) => {
        const run = scoreBatches(failing("x"), image, { variants: [variant], total: 1 }).next()
        return run.catch((error: unknown) => /\(with (.*) hidden\)/.exec(String(error))?.[1])
      }),
    )
    expect(places).toEqual(["nothing", "region 4", "regions 4, 5, 6", "4 regions"])
  })

  test.each(["DISPOSED", "MISSING_PACKAGE"] as const)("with code %s: stays as it is", async (code) => {
    const error = new GridExplainerError(code, "gone")
    await expect(collect(failing(error), 1)).rejects.toBe(error)
  })

  test.each([undefined, null, 5, {}, { rows: 1, columns: 1, data: [1] }])(
    "no error, but answers %j",
    async (answer) => {
      const model: Classifier = { ...level, score: async () => answer as unknown as Scores }
      await expect(collect(model, 1)).rejects.toMatchObject({
        code: "BAD_REPLY",
        message: expect.stringContaining(
          "must answer rows, columns and data, a Float32Array or Float64Array, asked about picture 1 of 1",
        ),
      })
    },
  )
})
