import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { applyEdits } from "../../src/image/apply-edits.ts"
import type { EditSession } from "../../src/models/edit-session.ts"
import type { TensorReply } from "../../src/models/paint-batches.ts"
import { type TensorModelOptions, tensorModel } from "../../src/models/tensor-model.ts"
import type { Classifier, Image, Preprocessing, Variant } from "../../src/types.ts"
import { describeClassifierContract } from "./classifier-contract.ts"

/** Two grey pixels, given to the model as they are. */
const preprocessing: Preprocessing = {
  size: { width: 2, height: 1 },
  fit: "squash",
  filter: "bilinear",
  layout: "NCHW",
  order: "gray",
  range: [0, 255],
  mean: [0],
  std: [1],
}
const image: Image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(10, 20) }
const untouched: Variant = { hidden: [], edits: [] }

/** The variant whose left pixel has this level. */
function left(level: number): Variant {
  return { hidden: [], edits: [{ box: { left: 0, top: 0, width: 1, height: 1 }, pixels: Float32Array.of(level) }] }
}

/** A model that answers its input: two classes, the left and the right pixel. `log` gets every batch as it was sent. */
function echo(
  options: Partial<TensorModelOptions> & { readonly log?: number[][]; readonly columns?: number } = {},
): Classifier {
  const { log = [], columns = 2, ...rest } = options
  return tensorModel({
    name: "echo",
    scale: "logit",
    preprocessing,
    session: {
      runtime: "test",
      async run(batch, rows) {
        const sent = batch.slice(0, rows * 2)
        log.push([...sent])
        await new Promise((resolve) => setTimeout(resolve, 1))
        return { data: sent, columns, batch }
      },
      dispose() {},
    },
    ...rest,
  })
}

/** A session that answers these numbers whatever it is asked. */
function answering(reply: Partial<TensorReply>, options: Partial<TensorModelOptions> = {}): Classifier {
  const session: TensorModelOptions["session"] = {
    runtime: "test",
    run: async (batch) => ({ data: new Float32Array(0), columns: 2, batch, ...reply }),
    dispose() {},
  }
  return echo({ session, ...options })
}

describe("tensorModel", () => {
  it("paints edits over the normalised picture", async () => {
    const scores = await echo().score(image, [untouched, left(0.5), left(255)])
    expect(scores).toEqual({ rows: 3, columns: 2, data: Float32Array.of(10, 20, 0.5, 20, 255, 20) })
  })

  it("describes itself", () => {
    const model = echo({ labels: ["left", "right"], batch: 4, sha256: "ab", caution: "A toy." })
    expect(model).toMatchObject({
      name: "echo",
      scale: "logit",
      labels: ["left", "right"],
      inputSize: { width: 2, height: 1 },
      resize: { fit: "squash", filter: "bilinear" },
      batchSize: 4,
      description: { runtime: "test", preprocessing, sha256: "ab", caution: "A toy." },
    })
    expect(echo()).not.toHaveProperty("batchSize")
  })

  it("fills a fixed batch up with the untouched picture and drops the answers to that", async () => {
    const log: number[][] = []
    const scores = await echo({ batch: 4, log }).score(image, [1, 2, 3, 4, 5].map(left))
    expect(log).toEqual([
      [1, 20, 2, 20, 3, 20, 4, 20],
      [5, 20, 10, 20, 10, 20, 10, 20],
    ])
    expect(scores).toEqual({ rows: 5, columns: 2, data: Float32Array.of(1, 20, 2, 20, 3, 20, 4, 20, 5, 20) })
  })

  it("leaves nothing of a longer batch in a shorter one", async () => {
    const log: number[][] = []
    const model = echo({ log })
    await model.score(image, [1, 2, 3].map(left))
    await model.score(image, [untouched])
    expect(log[1]).toEqual([10, 20])
  })

  it("uses a buffer again once the session has given it back", async () => {
    const buffers = new Set<ArrayBufferLike>()
    const session: TensorModelOptions["session"] = {
      runtime: "test",
      run: async (batch) => {
        buffers.add(batch.buffer)
        return { data: batch.slice(0, 2), columns: 2, batch }
      },
      dispose() {},
    }
    await echo({ session, batch: 1 }).score(
      image,
      Array.from({ length: 9 }, (_, i) => left(i)),
    )
    expect(buffers.size).toBe(1)
  })

  it("paints in the session's own memory where it gives some", async () => {
    const given = new Float32Array(4)
    const asked: number[] = []
    const seen: Float32Array[] = []
    const model = answering(
      {},
      {
        session: {
          runtime: "test",
          allocate(length) {
            asked.push(length)
            return given
          },
          async run(batch, rows) {
            seen.push(batch)
            return { data: batch.slice(0, rows * 2), columns: 2, batch }
          },
          dispose() {},
        },
      },
    )
    const scores = await model.score(image, [untouched, left(0.5)])
    await model.score(image, [left(7)])
    expect([...scores.data]).toEqual([10, 20, 0.5, 20])
    expect(asked).toEqual([4])
    expect(seen.every((batch) => batch === given)).toBe(true)
  })

  it("asks for huge pictures in several calls", async () => {
    const size = { width: 4096, height: 2048 } // Two of them fill 64 MiB.
    const rows: number[] = []
    const session: TensorModelOptions["session"] = {
      runtime: "test",
      run: async (batch, count) => {
        rows.push(count)
        return { data: new Float32Array(count), columns: 1, batch }
      },
      dispose() {},
    }
    const huge: Image = { ...size, channels: 1, data: new Uint8Array(size.width * size.height) }
    const model = echo({ session, preprocessing: { ...preprocessing, size } })
    await model.score(huge, [untouched, untouched, untouched])
    expect(rows).toEqual([2, 1])
  })

  it("stops before the next part when it is aborted", async () => {
    const log: number[][] = []
    const controller = new AbortController()
    const reason = new Error("enough")
    const call = echo({ batch: 1, log }).score(image, [1, 2, 3].map(left), { signal: controller.signal })
    controller.abort(reason)
    await expect(call).rejects.toBe(reason)
    expect(log).toEqual([[1, 20]])
  })

  it("stops at the first part that fails, and leaves no rejection behind", async () => {
    let calls = 0
    const session: TensorModelOptions["session"] = {
      runtime: "test",
      run: async () => {
        calls++
        throw new Error("broken")
      },
      dispose() {},
    }
    await expect(echo({ session, batch: 1 }).score(image, [1, 2, 3].map(left))).rejects.toThrow("broken")
    expect(calls).toBe(1)
  })

  it("throws what is wrong with an edit before the model is asked", async () => {
    const outside: Variant = {
      hidden: [],
      edits: [{ box: { left: 2, top: 0, width: 1, height: 1 }, pixels: Float32Array.of(1) }],
    }
    await expect(echo().score(image, [untouched, outside])).rejects.toThrow(RangeError)
  })

  it("sends whole what each variant is, whatever its memory held before", async () => {
    const pixel = fc.record({
      left: fc.integer({ min: 0, max: 1 }),
      level: fc.integer({ min: 0, max: 255 }),
      mask: fc.constantFrom(undefined, Uint8Array.of(0), Uint8Array.of(1)),
    })
    const edit = pixel.map(({ left, level, mask }) => ({
      box: { left, top: 0, width: 1, height: 1 },
      pixels: Uint8Array.of(level),
      ...(mask === undefined ? {} : { mask }),
    }))
    const variant = fc.array(edit, { maxLength: 7 }).map((edits): Variant => ({ hidden: [], edits }))
    const calls = fc.array(fc.tuple(fc.boolean(), fc.array(variant, { minLength: 1, maxLength: 4 })), { maxLength: 6 })
    const other: Image = { ...image, data: Uint8Array.of(77, 88) }
    await fc.assert(
      fc.asyncProperty(calls, async (requests) => {
        const model = echo()
        for (const [isOther, variants] of requests) {
          const picture = isOther ? other : image
          const { data } = await model.score(picture, variants)
          expect([...data]).toEqual(variants.flatMap(({ edits }) => [...applyEdits(picture, edits).data]))
        }
      }),
      { numRuns: 40 },
    )
  })

  it("sees what is in a picture's memory now, not what was there before", async () => {
    const model = echo()
    const frame: Image = { ...image, data: Uint8Array.from(image.data) }
    const before = await model.score(frame, [untouched])
    frame.data[0] = frame.data[0]! + 10
    const after = await model.score(frame, [untouched])
    expect(after.data[0]! - before.data[0]!).toBe(10)
  })

  it("sees a change anywhere, and where memory is shared by slices or begins at any byte", async () => {
    const size = { width: 9, height: 1 }
    /** As Node's Buffer: its slices are windows on the same memory. */
    class Shared extends Uint8Array<ArrayBuffer> {
      override slice(): Uint8Array<ArrayBuffer> {
        return this.subarray()
      }
    }
    const session: TensorModelOptions["session"] = {
      runtime: "test",
      run: async (batch, rows) => ({ data: batch.slice(0, rows * 9), columns: 9, batch }),
      dispose() {},
    }
    for (const offset of [0, 1, 4])
      for (const make of [Uint8Array, Shared]) {
        const data = new make(new ArrayBuffer(16), offset, 9)
        const frame: Image = { ...size, channels: 1, data }
        const model = echo({ session, preprocessing: { ...preprocessing, size } })
        for (let i = 0; i < 9; i++) {
          data[i] = i + 1
          expect([...(await model.score(frame, [untouched])).data]).toEqual([...data])
        }
      }
  })

  it("may be disposed of twice", async () => {
    let disposed = 0
    const model = echo({
      session: { runtime: "test", run: () => Promise.reject(new Error("asked")), dispose: () => void disposed++ },
    })
    await model.dispose?.()
    await model.dispose?.()
    expect(disposed).toBe(1)
  })

  it("checks preprocessing at once", () => {
    expect(() => echo({ preprocessing: { ...preprocessing, std: [0] } })).toThrow("std must not hold 0")
  })

  it.each([
    ["7 numbers for 2 rows of 2", { data: new Float32Array(7) }, {}, "must answer 2 rows of 2 scores, got 7 scores"],
    ["one row for 2", { data: Float32Array.of(1, 0) }, {}, "must answer 2 rows of 2 scores, got 2 scores"],
    ["a wrong number of classes", { data: new Float32Array(4) }, { labels: ["a"] }, "must answer 1 classes"],
    ["NaN", { data: Float32Array.of(1, 2, Number.NaN, 4) }, {}, "got NaN for row 1, class 0"],
    ["only zeros", { data: new Float32Array(4) }, { scale: "probability" as const }, "answered 0 for every class"],
  ])("refuses %s", async (_, reply, options, message) => {
    const call = answering(reply, options).score(image, [untouched, untouched])
    await expect(call).rejects.toMatchObject({ code: "BAD_REPLY", message: expect.stringContaining(message) })
  })

  it("refuses a part that has other classes than the last", async () => {
    let columns = 0
    const session: TensorModelOptions["session"] = {
      runtime: "test",
      run: async (batch) => ({ data: new Float32Array(++columns), columns, batch }),
      dispose() {},
    }
    const call = echo({ session, batch: 1 }).score(image, [untouched, untouched])
    await expect(call).rejects.toThrow("must answer as many classes every time, got 1 and then 2")
  })

  it("counts the rows of later parts on", async () => {
    const call = echo({ batch: 1, scale: "probability" }).score({ ...image, data: Uint8Array.of(0, 1) }, [
      left(1),
      left(7),
    ])
    await expect(call).rejects.toThrow("got 7 for row 1, class 0")
  })

  it("asks about an assumed scale at the first reply only", async () => {
    const likeProbabilities: Image = { ...image, data: Uint8Array.of(0, 1) }
    const model = echo({ scaleIsAssumed: true })
    await expect(model.score(likeProbabilities, [untouched])).rejects.toMatchObject({ code: "SCALE_CONFLICT" })
    await model.score(image, [untouched])
    expect((await model.score(likeProbabilities, [untouched])).data).toEqual(Float32Array.of(0, 1))
  })

  it("copies the answers of a session that uses its memory again", async () => {
    const data = new Float32Array(2)
    const session: TensorModelOptions["session"] = {
      runtime: "test",
      run: async (batch) => {
        data.set(batch.subarray(0, 2))
        return { data, columns: 2, batch }
      },
      dispose() {},
    }
    const model = echo({ session, batch: 1 })
    const first = await model.score(image, [left(1), left(2), left(3)])
    await model.score(image, [left(9)])
    expect([...first.data]).toEqual([1, 20, 2, 20, 3, 20])
  })

  it.each([true, false, undefined])("overlaps calls only where its session says so: %s", (overlaps) => {
    const session = { runtime: "test", run: () => Promise.reject(new Error("unused")), dispose() {} }
    const model = echo({ session: overlaps === undefined ? session : { ...session, overlaps } })
    expect(model.overlaps).toBe(overlaps)
  })

  it("disposes of its session", async () => {
    let disposals = 0
    const session = { runtime: "test", run: () => Promise.reject(new Error("unused")), dispose: () => void disposals++ }
    await echo({ session }).dispose?.()
    expect(disposals).toBe(1)
  })
})

for (const batch of ["dynamic", 4] as const) {
  describeClassifierContract(`tensorModel with batch ${batch}`, async () => ({ classifier: echo({ batch }), image }))
}

/** The same model, which takes the picture in once and looks only at what an edit changes. */
function editing(opened: Image[] = []): EditSession {
  return {
    runtime: "test",
    open(picture) {
      opened.push(picture)
      return {
        async score(variants) {
          const rows = variants.map((edits) => {
            const row = [picture.data[0]!, picture.data[1]!]
            for (const { box, mask, pixels } of edits)
              for (let x = 0; x < box.width; x++) if (mask?.[x] !== 0) row[box.left + x] = pixels[x]!
            return row
          })
          return { rows: rows.length, columns: 2, data: Float32Array.from(rows.flat()) }
        },
      }
    },
    dispose() {},
  }
}

describe("tensorModel of a session that takes edits", () => {
  it("opens a picture once, and again when its memory holds another one", async () => {
    const opened: Image[] = []
    const model = echo({ session: editing(opened) })
    const frame: Image = { ...image, data: Uint8Array.from(image.data) }
    await model.score(frame, [left(1)])
    await model.score(frame, [left(2)])
    expect(opened.length).toBe(1)
    frame.data[0] = 11
    expect([...(await model.score(frame, [untouched])).data]).toEqual([11, 20])
    expect(opened.map(({ data }) => data[0])).toEqual([10, 11])
  })

  it("checks what it answers", async () => {
    const model = echo({ session: editing(), scale: "probability" })
    await expect(model.score(image, [left(1)])).rejects.toMatchObject({ code: "SCALE_CONFLICT" })
  })
})

describeClassifierContract("tensorModel of a session that takes edits", async () => ({
  classifier: echo({ session: editing() }),
  image,
}))
