import { readFileSync } from "node:fs"
import fc from "fast-check"
import { AttributeProto_AttributeType as AttributeType, TensorProto_DataLocation } from "onnx-buf"
import { InferenceSession } from "onnxruntime-node"
import { describe, expect, it } from "vitest"
import { GridExplainerError } from "../../../src/errors.ts"
import { inspectOnnx } from "../../../src/models/onnx/inspect-onnx.ts"
import { readOnnx } from "../../../src/models/onnx/read-onnx.ts"
import { type GraphInit, linearModel, type ModelInit, node, type Tensor, tensor, value } from "./build-model.ts"

const ones = Array<number>(12).fill(1)
const honest = linearModel({ weights: [ones, ones], activation: "Softmax" })

function external(location: string): Tensor {
  const { EXTERNAL } = TensorProto_DataLocation
  return { name: "stolen", dataLocation: EXTERNAL, externalData: [{ key: "location", value: location }] }
}

/** Where in a model a tensor can hang. */
const places: Record<string, (stolen: Tensor) => { graph?: Partial<GraphInit>; model?: Partial<ModelInit> }> = {
  "an initializer": (stolen) => ({ graph: { initializer: [tensor("w", [1, 12], ones), stolen] } }),
  "a sparse initializer": (stolen) => ({
    graph: { sparseInitializer: [{ values: tensor("v", [1], [1]), indices: stolen }] },
  }),
  "a Constant": (stolen) => withAttribute({ name: "value", type: AttributeType.TENSOR, t: stolen }),
  "a sparse Constant": (stolen) =>
    withAttribute({ name: "sparse_value", type: AttributeType.SPARSE_TENSOR, sparseTensor: { values: stolen } }),
  "a list of tensors": (stolen) =>
    withAttribute({ name: "values", type: AttributeType.TENSORS, tensors: [tensor("v", [1], [1]), stolen] }),
  "a sub-graph": (stolen) =>
    withAttribute({ name: "then_branch", type: AttributeType.GRAPH, g: { name: "then", initializer: [stolen] } }),
  "a list of sub-graphs": (stolen) =>
    withAttribute({ name: "bodies", type: AttributeType.GRAPHS, graphs: [{ name: "b", initializer: [stolen] }] }),
  "a function": (stolen) => ({
    model: {
      functions: [
        { name: "f", domain: "my", node: [constant({ name: "value", type: AttributeType.TENSOR, t: stolen })] },
      ],
    },
  }),
  "training information": (stolen) => ({
    model: { trainingInfo: [{ initialization: { name: "i", initializer: [stolen] } }] },
  }),
}

type Attribute = NonNullable<ReturnType<typeof node>["attribute"]>[number]

function constant(attribute: Attribute) {
  return node("Constant", [], ["c"], [attribute])
}

function withAttribute(attribute: Attribute) {
  return { graph: { node: [node("Flatten", ["x"], ["y"]), constant(attribute)] } }
}

const paths = {
  "the parent folder": "../../etc/passwd",
  "a folder and out again": "weights/../../secret",
  "an absolute path": "/etc/passwd",
  "a Windows share": "\\\\host\\share\\w.bin",
  "a drive": "C:\\w.bin",
  "a link": "link.bin",
  "a linked folder": "linked/w.bin",
  "a hard link": "hard.bin",
  "a NUL": "w.bin\0.txt",
}

describe.each(Object.entries(places))("external data in %s", (_, place) => {
  it.each(Object.entries(paths))("by way of %s is refused", async (_, path) => {
    const call = inspectOnnx(linearModel({ weights: [ones], ...place(external(path)) }))
    await expect(call).rejects.toMatchObject({
      code: "MODEL_EXTERNAL_DATA",
      message: expect.stringContaining(`tensor "stolen" points to ${JSON.stringify(path)}`),
    })
  })

  it("is refused where only the place or only the path is given", async () => {
    const halves: Tensor[] = [
      { name: "stolen", dataLocation: TensorProto_DataLocation.EXTERNAL },
      { name: "stolen", externalData: [{ key: "location", value: "w.bin" }] },
    ]
    for (const half of halves) {
      const call = inspectOnnx(linearModel({ weights: [ones], ...place(half) }))
      await expect(call).rejects.toMatchObject({ code: "MODEL_EXTERNAL_DATA" })
    }
  })

  it("is what is refused there, not the place itself", async () => {
    const harmless = linearModel({ weights: [ones], ...place(tensor("harmless", [1], [1])) })
    expect(await inspectOnnx(harmless)).toMatchObject({ inputName: "x" })
  })
})

describe("a file that two readers read differently", () => {
  const quiet = { logSeverityLevel: 4 } as const
  const other = linearModel({
    weights: [ones],
    graph: { input: [value("evil", ["N", 3, 2, 2])], node: [node("Flatten", ["evil"], ["y"])] },
  })
  // Field 1 is a number, here written as if it were bytes. One reader skips those bytes, ours reads on inside them and takes the
  // rest of the file for the text of field 6.
  const inside = Uint8Array.from([...honest, ...head(6, other)])
  const odd = Uint8Array.from([...head(1, inside), ...inside, ...other])

  it("does exist", async () => {
    expect((await InferenceSession.create(odd, quiet)).inputNames).toEqual(["evil"])
    expect((await inspectOnnx(odd)).inputName).toBe("x")
  })

  it("reaches the runtime only as we read it", async () => {
    const { rewrite } = await readOnnx(odd)
    expect((await InferenceSession.create(rewrite(), quiet)).inputNames).toEqual(["x"])
  })

  it("cannot become ONNX Runtime's own format on the way", async () => {
    // The first four letters of the producer's name stand where that format has its signature.
    const bytes = linearModel({ weights: [ones], model: { producerName: "ORTM" } })
    await expect(inspectOnnx(bytes)).rejects.toThrow("ORT format")
    // The same fields in another order pass the first look, and are caught as they are written.
    const version = bytes.slice(0, 2)
    const reordered = Uint8Array.from([...bytes.slice(2), ...version])
    await expect(readOnnx(reordered).then(({ rewrite }) => rewrite())).rejects.toThrow("ORT format")
  })

  it("is refused where a field is unknown", async () => {
    const unknown = Uint8Array.from([...honest, ...head(99, honest), ...honest])
    await expect(inspectOnnx(unknown)).rejects.toMatchObject({ code: "MODEL_UNSUPPORTED" })
  })
})

describe("the model that a runtime gets", () => {
  it("has the bytes of the file, in a buffer of its own, for an honest file", async () => {
    const { rewrite } = await readOnnx(honest)
    expect(rewrite()).toEqual(honest)
    expect(rewrite().buffer).not.toBe(honest.buffer)
  })

  it("has the bytes of the file for the model that travels with the package", async () => {
    const file = embedded()
    const { rewrite } = await readOnnx(file)
    expect(Buffer.compare(rewrite(), file)).toBe(0)
  })
})

describe("damaged files", () => {
  it("are refused wherever a small one is cut", async () => {
    for (let length = 0; length < honest.length; length++) {
      await expect(inspectOnnx(honest.subarray(0, length)), `${length} bytes`).rejects.toMatchObject({
        code: "MODEL_UNREADABLE",
      })
    }
  })

  it("are refused wherever a real one is cut", async () => {
    const file = embedded()
    for (let cut = 1; cut < 200; cut++) {
      const length = Math.floor((file.length * cut) / 200)
      await expect(inspectOnnx(file.subarray(0, length)), `${length} bytes`).rejects.toMatchObject({
        code: "MODEL_UNREADABLE",
      })
    }
  })

  it("give facts or a GridExplainerError, whatever bytes are changed", async () => {
    const change = fc.record({ at: fc.nat(honest.length - 1), cut: fc.nat(3), bytes: fc.uint8Array({ maxLength: 4 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const bytes = [...honest]
        for (const { at, cut, bytes: more } of changes) bytes.splice(at, cut, ...more)
        expect(await outcome(Uint8Array.from(bytes))).toMatch(/^(facts|GridExplainerError)$/)
      }),
      { numRuns: 3000 },
    )
  })

  it("give a GridExplainerError for bytes that begin like a model", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (tail) => {
        const bytes = Uint8Array.from([...honest.subarray(0, 12), ...tail])
        expect(await outcome(bytes)).toBe("GridExplainerError")
      }),
      { numRuns: 1000 },
    )
  })

  it("are refused however deep they nest", async () => {
    // Graph (7) of the model; in it a node (1), its attribute (5), and in that the next graph (6).
    let graph: number[] = []
    for (let depth = 0; depth < 300; depth++) {
      for (const field of [6, 5, 1]) graph = [...head(field, graph), ...graph]
    }
    expect(await outcome(Uint8Array.from([...head(7, graph), ...graph]))).toBe("GridExplainerError")
  })
})

/** Tag and length of a field, before its bytes. */
function head(field: number, { length }: ArrayLike<number>): number[] {
  return [...varint((field << 3) | 2), ...varint(length)]
}

function varint(number: number): number[] {
  return number < 128 ? [number] : [(number & 127) | 128, ...varint(number >>> 7)]
}

async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    await inspectOnnx(bytes)
    return "facts"
  } catch (error) {
    return error instanceof GridExplainerError ? error.name : String(error)
  }
}

function embedded(): Uint8Array {
  return readFileSync(new URL("../../../assets/models/efficientnet-lite0.onnx", import.meta.url))
}
