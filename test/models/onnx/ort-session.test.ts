import { describe, expect, it } from "vitest"
import { type OrtModule, ortSession } from "../../../src/models/onnx/ort-session.ts"

const ports = { inputName: "x", outputName: "y", shape: [2] }

/** A runtime that answers its input, always from the same memory, and remembers how it was used. */
function fakeRuntime() {
  const used = { options: undefined as object | undefined, together: 0, most: 0, released: 0 }
  const memory = new Float32Array(4)
  class Tensor {
    readonly type: string
    readonly data: Float32Array
    readonly dims: readonly number[]
    constructor(type: string, data: Float32Array, dims: readonly number[]) {
      this.type = type
      this.data = data
      this.dims = dims
    }
  }
  const session = {
    async run({ x }: Record<string, { readonly data: unknown; readonly dims: readonly number[] }>) {
      used.most = Math.max(used.most, ++used.together)
      await new Promise((resolve) => setTimeout(resolve, 1))
      used.together--
      memory.set(x!.data as Float32Array)
      return { y: new Tensor("float32", memory.subarray(0, (x!.data as Float32Array).length), x!.dims) }
    },
    async release() {
      used.released++
    },
  }
  const ort: OrtModule = {
    Tensor,
    InferenceSession: {
      async create(_, options) {
        used.options = options
        return session
      },
    },
    env: { versions: { web: "9.9.9" } },
  }
  return { ort, used }
}

describe("ortSession", () => {
  it("sends only the rows that are asked, and gives the buffer back", async () => {
    const { ort } = fakeRuntime()
    const batch = Float32Array.of(1, 2, 3, 4, 99, 99)
    const reply = await (await ortSession(ort, new Uint8Array(0), ports)).run(batch, 2)
    expect(reply).toEqual({ data: Float32Array.of(1, 2, 3, 4), columns: 2, batch })
    expect(reply.batch).toBe(batch)
  })

  it("runs one batch after the other, and each answer is its own", async () => {
    const { ort, used } = fakeRuntime()
    const session = await ortSession(ort, new Uint8Array(0), ports)
    const replies = await Promise.all([1, 2, 3].map((level) => session.run(Float32Array.of(level, level), 1)))
    expect(used.most).toBe(1)
    expect(replies.map(({ data }) => [...data])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ])
  })

  it("sets these options and no other", async () => {
    const { ort, used } = fakeRuntime()
    await ortSession(ort, new Uint8Array(0), ports)
    expect(used.options).toEqual({ graphOptimizationLevel: "all", logSeverityLevel: 4 })
    await ortSession(ort, new Uint8Array(0), { ...ports, threads: 2 })
    expect(used.options).toEqual({ graphOptimizationLevel: "all", logSeverityLevel: 4, intraOpNumThreads: 2 })
  })

  it("releases the session after the last run", async () => {
    const { ort, used } = fakeRuntime()
    const session = await ortSession(ort, new Uint8Array(0), ports)
    const reply = session.run(Float32Array.of(1, 2), 1)
    await session.dispose()
    expect(used).toMatchObject({ together: 0, released: 1 })
    expect((await reply).data).toEqual(Float32Array.of(1, 2))
  })

  it("is called after the module's own version", async () => {
    const { ort } = fakeRuntime()
    expect((await ortSession(ort, new Uint8Array(0), ports)).runtime).toBe("onnxruntime-web 9.9.9 (wasm)")
    const native = { ...ort, env: { versions: { node: "1.2.3" } }, listSupportedBackends: () => [] }
    expect((await ortSession(native, new Uint8Array(0), ports)).runtime).toBe("onnxruntime-node 1.2.3 (cpu)")
  })
})
