import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { endlessModel, greedyModel, hostileModel } from "../../../bench/attacks/support/hostile-models.mjs"
import { type OnnxModelOptions, onnxModel } from "../../../src/models/onnx/onnx-model.ts"
import type { Image, Variant } from "../../../src/types.ts"
import { problemOf } from "../../node/support/problem-of.ts"
import { linearModel } from "./build-model.ts"

const image: Image = { width: 32, height: 32, channels: 3, data: new Uint8Array(3072).fill(9) }
const untouched: readonly Variant[] = [{ hidden: [], edits: [] }]
const enough = new Error("enough")

function open(bytes: Uint8Array, options: Partial<OnnxModelOptions> = {}) {
  return onnxModel(bytes, { name: "hostile", preprocessing: "zero-one", ...options })
}

describe("a model in a process of its own", () => {
  it("answers what it answers in a thread", async () => {
    const file = readFileSync(new URL("../../../assets/models/efficientnet-lite0.onnx", import.meta.url))
    const picture: Image = {
      width: 224,
      height: 224,
      channels: 3,
      data: Uint8Array.from({ length: 150_528 }, (_, i) => (i * 7919) % 256),
    }
    const box = { left: 3, top: 5, width: 100, height: 70 }
    const variants = [...untouched, { hidden: [0], edits: [{ box, pixels: new Uint8Array(3 * 7000).fill(128) }] }]
    const answers: Float32Array[] = []
    for (const isolate of [false, true]) {
      const model = await open(file, { isolate, preprocessing: "raw" })
      answers.push((await model.score(picture, variants)).data as Float32Array)
      await model.dispose?.()
    }
    expect(answers[1]).toEqual(answers[0])
  })

  it("is ended where a call takes longer than it may, and says so from then on", async () => {
    const model = await open(endlessModel(), { isolate: { seconds: 4 } })
    const says =
      "MODEL_FAILED: the model did not answer within 4 s, and was stopped. Give it more time, if you trust it: isolate.seconds, or --isolate-limits 120s."
    expect(await problemOf(() => model.score(image, untouched))).toBe(says)
    expect(await problemOf(() => model.score(image, untouched))).toBe(says)
    await model.dispose?.()
  })

  it.each([2e8, 1e10, 2 ** 60])("gets no memory for %i numbers, and harms nobody by asking", async (numbers) => {
    const model = await open(greedyModel(numbers), { isolate: { megabytes: 600 } })
    expect(await problemOf(() => model.score(image, untouched))).toMatch(/^MODEL_FAILED: the model/)
    await model.dispose?.()
  })

  it("rejects what is under way with DISPOSED, and every call after that", async () => {
    const model = await open(endlessModel(), { isolate: true })
    const answer = problemOf(() => model.score(image, untouched))
    await model.dispose?.()
    expect(await answer).toMatch(/^DISPOSED/)
    expect(await problemOf(() => model.score(image, untouched))).toMatch(/^DISPOSED/)
  })

  it("tells why it cannot load", async () => {
    expect(await problemOf(() => open(linearModel({ weights: [[1]] }), { isolate: true }))).toMatch(
      /^MODEL_(UNSUPPORTED|FAILED): /,
    )
  })

  it.each([{ seconds: 0 }, { megabytes: -1 }, { seconds: Number.NaN }])(
    "has limits above 0, not %j",
    async (isolate) => {
      expect(await problemOf(() => open(hostileModel({}), { isolate }))).toMatch(
        /^RangeError: isolate \w+ must be a number above 0/,
      )
    },
  )
})

describe.each([
  ["in a thread", false],
  ["in a process", true],
] as const)("a model without end %s", (_, isolate) => {
  it("rejects at once when it is aborted, and lets itself be disposed of", async () => {
    const model = await open(endlessModel(), { isolate })
    const stop = new AbortController()
    const answers = [1, 2, 3].map(() => model.score(image, untouched, { signal: stop.signal }))
    const ends = Promise.allSettled(answers)
    stop.abort(enough)
    expect(await ends).toEqual(answers.map(() => ({ status: "rejected", reason: enough })))
    await model.dispose?.()
  })

  it("is given up while it loads", async () => {
    const stop = new AbortController()
    const loading = open(endlessModel(), { isolate, signal: stop.signal })
    setTimeout(() => stop.abort(enough), 20)
    await expect(loading).rejects.toBe(enough)
    expect(await problemOf(() => open(endlessModel(), { isolate, signal: stop.signal }))).toBe("Error: enough")
  })

  it("does not keep a program from ending", () => {
    const built = new URL("../../../dist/models/onnx/index.js", import.meta.url).href
    const models = new URL("../../../bench/attacks/support/hostile-models.mjs", import.meta.url).href
    const script = `
      import { onnxModel } from "${built}"
      import { endlessModel } from "${models}"
      const model = await onnxModel(endlessModel(), { name: "endless", preprocessing: "raw", isolate: ${isolate} })
      const image = { width: 32, height: 32, channels: 3, data: new Uint8Array(3072) }
      model.score(image, [{ hidden: [], edits: [] }]).catch((error) => console.log(error.code))
      setTimeout(async () => { await model.dispose(); console.log("disposed"); setTimeout(() => process.exit(3), 20) }, 300)`
    const run = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      encoding: "utf8",
      timeout: 30_000,
    })
    expect(run.stdout.trim().split("\n").sort()).toEqual(["DISPOSED", "disposed"])
    // No way out of native code keeps the exit code; of a process there is one.
    expect([run.status, run.signal]).toEqual(isolate ? [3, null] : [null, "SIGKILL"])
  })
})
