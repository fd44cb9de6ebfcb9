import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import type { Worker } from "node:worker_threads"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { onnxModel } from "../../../src/models/onnx/onnx-model.ts"
import type { Classifier, Image, Variant } from "../../../src/types.ts"
import { buildModel, integer, integers, linearModel, node, tensor } from "./build-model.ts"

const size = { width: 64, height: 64 }
const image: Image = { ...size, channels: 3, data: new Uint8Array(64 * 64 * 3).fill(100) }
const untouched: Variant = { hidden: [], edits: [] }

/** A model that takes some tenths of a second for a picture: the same convolution again and again. */
function slowModel(): Uint8Array<ArrayBuffer> {
  const rounds = 40
  const pads = [integers("kernel_shape", [3, 3]), integers("pads", [1, 1, 1, 1])]
  const nodes = [
    node("Conv", ["x", "first"], ["t0"], pads),
    ...Array.from({ length: rounds }, (_, i) => node("Conv", [`t${i}`, "w"], [`t${i + 1}`], pads)),
    node("GlobalAveragePool", [`t${rounds}`], ["p"]),
    node("Flatten", ["p"], ["f"]),
    node("Softmax", ["f"], ["y"], [integer("axis", 1)]),
  ]
  const zeros = (length: number) => Array<number>(length).fill(0)
  const weights = [tensor("first", [64, 3, 3, 3], zeros(64 * 27)), tensor("w", [64, 64, 3, 3], zeros(64 * 64 * 9))]
  return buildModel({ input: ["N", 3, 64, 64], output: ["N", 64], nodes, weights })
}

/** A model and the thread that it computes in. */
async function start(
  bytes: Uint8Array,
  runtime: "native" | "wasm" = "native",
): Promise<{ classifier: Classifier; thread: Worker }> {
  const threads: Worker[] = []
  const listen = (worker: Worker) => void threads.push(worker)
  process.on("worker", listen)
  const classifier = await onnxModel(bytes, { name: "slow", preprocessing: "raw", runtime })
  process.off("worker", listen)
  return { classifier, thread: threads[0]! }
}

describe("a model in a worker thread", () => {
  const lost: unknown[] = []
  const remember = (reason: unknown) => void lost.push(reason)
  beforeAll(() => void process.on("unhandledRejection", remember))
  afterAll(() => {
    process.off("unhandledRejection", remember)
    expect(lost).toEqual([])
  })

  it("leaves this thread free while it computes", async () => {
    const { classifier } = await start(slowModel())
    let ticks = 0
    const clock = setInterval(() => ticks++, 1)
    await classifier.score(
      image,
      Array.from({ length: 8 }, () => untouched),
    )
    clearInterval(clock)
    expect(ticks).toBeGreaterThan(10)
    await classifier.dispose?.()
  })

  it("rejects what is under way with MODEL_FAILED when the thread dies, and every call after that", async () => {
    // WebAssembly, because nothing may stop a thread inside native code: see native-guard.ts.
    const { classifier, thread } = await start(slowModel(), "wasm")
    const calls = [1, 2].map(() => classifier.score(image, [untouched, untouched]))
    const answers = Promise.allSettled(calls)
    await new Promise((resolve) => setTimeout(resolve, 50))
    await thread.terminate()
    const died = { code: "MODEL_FAILED", message: expect.stringContaining("exit code 1") }
    for (const answer of await answers) expect(answer).toMatchObject({ status: "rejected", reason: died })
    await expect(classifier.score(image, [untouched])).rejects.toMatchObject(died)
    await classifier.dispose?.()
  })

  it("rejects with MODEL_FAILED and the cause when the thread throws", async () => {
    const { classifier, thread } = await start(slowModel())
    const cause = new Error("out of memory")
    const call = classifier.score(image, [untouched])
    thread.emit("error", cause)
    await expect(call).rejects.toMatchObject({
      code: "MODEL_FAILED",
      cause,
      message: expect.stringContaining("out of memory"),
    })
    await classifier.dispose?.()
  })

  it("rejects what is under way with DISPOSED when it is disposed of, and ends its thread", async () => {
    const { classifier, thread } = await start(slowModel())
    const call = classifier.score(image, [untouched])
    const answer = Promise.allSettled([call])
    await classifier.dispose?.()
    expect(await answer).toMatchObject([{ status: "rejected", reason: { code: "DISPOSED" } }])
    expect(thread.threadId).toBe(-1)
    await classifier.dispose?.()
  })

  it("has no thread left where the model did not load", async () => {
    let exits = 0
    const listen = (worker: Worker) => void worker.once("exit", () => exits++)
    process.on("worker", listen)
    await expect(start(buildModel({ nodes: [node("Nonsense", ["x"], ["y"])] }))).rejects.toThrow("Nonsense")
    process.off("worker", listen)
    expect(exits).toBe(1)
  })
})

describe("a process that has a model", () => {
  const ones = Array<number>(12).fill(1)
  const built = new URL("../../../dist/models/onnx/index.js", import.meta.url)

  /** Runs a module of its own with `load` and `score` at hand. */
  function run(bytes: Uint8Array, runtime: string, code: string) {
    const script = `
      import { onnxModel } from ${JSON.stringify(built.href)}
      const bytes = Buffer.from(${JSON.stringify(Buffer.from(bytes).toString("base64"))}, "base64")
      const imageFor = ({ width, height }) => ({ width, height, channels: 3, data: new Uint8Array(3 * width * height).fill(2) })
      const load = () => onnxModel(bytes, { name: "toy", preprocessing: "raw", runtime: "${runtime}" })
      const score = async (model) => {
        const { data } = await model.score(imageFor(model.inputSize), [{ hidden: [], edits: [] }])
        console.log(data[0])
      }
      ${code}`
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-"], {
      input: script,
      encoding: "utf8",
      timeout: 50_000,
    })
    return { status, stdout: stdout.trim(), stderr }
  }

  it.each(["native", "wasm"])("ends by itself after the last answer, silently (%s)", (runtime) => {
    const bytes = linearModel({ weights: [ones] })
    const result = run(bytes, runtime, "await score(await load())")
    expect(result).toEqual({ status: 0, stdout: "24", stderr: "" })
  })

  it("ends by itself if nothing was asked", () => {
    expect(run(linearModel({ weights: [ones] }), "native", "await load()")).toEqual({
      status: 0,
      stdout: "",
      stderr: "",
    })
  })

  it("waits for answers that are under way", () => {
    const result = run(slowModel(), "native", "load().then((model) => { score(model); score(model) })")
    expect(result).toEqual({ status: 0, stdout: `${1 / 64}\n${1 / 64}`, stderr: "" })
  })

  it.each(["native", "wasm"])("hears of a bad model only by the error (%s)", (runtime) => {
    const bytes = buildModel({ nodes: [node("Nonsense", ["x"], ["y"])] })
    const result = run(bytes, runtime, "await load().catch((error) => console.log(error.code))")
    expect(result).toEqual({ status: 0, stdout: "MODEL_UNSUPPORTED", stderr: "" })
  })

  it.each(["native", "wasm"])("hears of a failed run only by the error (%s)", (runtime) => {
    const shape = { name: "shape", dims: [2n], dataType: 7, int64Data: [-1n, 24n] }
    const nodes = [node("Reshape", ["x", "shape"], ["y"])]
    const bytes = buildModel({ nodes, output: [undefined, 24], weights: [shape] })
    const result = run(bytes, runtime, "await score(await load()).catch((error) => console.log(error.code))")
    expect(result).toEqual({ status: 0, stdout: "MODEL_FAILED", stderr: "" })
  })

  it.each([0, 5, 50])("can be left %i ms into a run", (ms) => {
    const code = `load().then((model) => { score(model); setTimeout(() => process.exit(3), ${ms}) })`
    const { status, stderr } = run(slowModel(), "native", code) // What was answered in time may stand on stdout.
    expect({ status, stderr }).toEqual({ status: 3, stderr: "" })
  })

  it.each([60, 90, 120])("can be left %i ms after the thread has begun to load", (ms) => {
    const code = `process.on("worker", () => setTimeout(() => process.exit(3), ${ms})); await load()`
    const big = readFileSync(new URL("../../../assets/models/efficientnet-lite0.onnx", import.meta.url))
    const { status, stderr } = run(big, "native", code)
    expect({ status, stderr }).toEqual({ status: 3, stderr: "" })
  })

  it.each([5, 50])("can be left %i ms into several runs at once", (ms) => {
    const code = `load().then((model) => { score(model); score(model); score(model); setTimeout(() => process.exit(3), ${ms}) })`
    const { status, stderr } = run(slowModel(), "native", code) // What was answered in time may stand on stdout.
    expect({ status, stderr }).toEqual({ status: 3, stderr: "" })
  })

  it("can fail in the middle of a run", () => {
    const code = "load().then((model) => { score(model); setTimeout(() => { throw new Error('mine') }, 20) })"
    const { status, stderr } = run(slowModel(), "native", code)
    expect(status).toBe(1)
    expect(stderr).toContain("Error: mine")
    expect(stderr).not.toContain("terminate")
  })

  it.each([0, 5, 50])("can dispose of a model %i ms into a run", (ms) => {
    const code = `
      const model = await load()
      for (const call of [1, 2]) score(model).catch((error) => console.log(error.code))
      await new Promise((resolve) => setTimeout(resolve, ${ms}))
      await model.dispose()`
    const { stdout, ...rest } = run(slowModel(), "native", code)
    expect(rest).toEqual({ status: 0, stderr: "" })
    const inTime = ms === 0 ? [] : [`${1 / 64}`] // A fast machine answers before the later ones.
    for (const line of stdout.split("\n")) expect(["DISPOSED", ...inTime]).toContain(line)
    expect(stdout.split("\n")).toHaveLength(2)
  })

  it("can load and dispose of many models", () => {
    const bytes = linearModel({ weights: [ones] })
    const code =
      "for (let i = 0; i < 12; i++) { const model = await load(); await score(model); await model.dispose() }"
    expect(run(bytes, "native", code)).toEqual({ status: 0, stdout: Array(12).fill("24").join("\n"), stderr: "" })
  })
})
