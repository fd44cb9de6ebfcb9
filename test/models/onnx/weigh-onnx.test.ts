import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { inspectOnnx } from "../../../src/models/onnx/inspect-onnx.ts"
import { problemOf } from "../../node/support/problem-of.ts"
import { linearModel } from "./build-model.ts"

function varint(number: number): number[] {
  return number < 128 ? [number] : [(number & 127) | 128, ...varint(Math.floor(number / 128))]
}

/** A field that holds bytes. */
function field(number: number, content: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([...varint(number * 8 + 2), ...varint(content.length)]), content])
}

function repeated(piece: readonly number[], count: number): Buffer {
  return Buffer.alloc(piece.length * count, Buffer.from(piece))
}

/** Paths of fields from a model down to a graph: its own, in an attribute of a node, in a function, in what trains it. */
const graphs: readonly (readonly number[])[] = [[7], [7, 1, 5, 6], [7, 1, 5, 11], [25, 7, 5, 6], [20, 1], [20, 2]]

/** Fields of a graph that are messages: nodes, weights, inputs, outputs, value infos, sparse weights. */
const lists = [1, 5, 11, 12, 13, 15]

function inside(path: readonly number[], content: Uint8Array): Uint8Array {
  return path.reduceRight<Uint8Array>((inner, number) => field(number, inner), content)
}

describe("a model of millions of parts", () => {
  it("is refused for their number, wherever they stand", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...graphs), fc.constantFrom(...lists), async (path, list) => {
        const bytes = inside(path, repeated([list * 8 + 2, 0], 600_000))
        expect(await problemOf(() => inspectOnnx(bytes))).toMatch(
          list === 1
            ? /^MODEL_UNSUPPORTED: .*more than 100000 operators/
            : /^MODEL_UNSUPPORTED: .*more than 500000 parts/,
        )
      }),
      { numRuns: 50 },
    )
  })

  it.each([
    ["texts", inside([7, 1], repeated([0x0a, 0], 600_000)), "more than 500000 parts"],
    [
      "whole numbers in a piece",
      inside([7, 5, 7], Buffer.alloc(5_000_000, 1)),
      "5000000 numbers that are written one by one, at most 4194304 work",
    ],
    ["whole numbers one by one", inside([7, 5], repeated([0x38, 1], 4_300_000)), "numbers that are written one by one"],
    ["fields that mean nothing", repeated([0x08, 1], 5_000_001), "more than 5000000 entries"],
  ])("is refused for its %s", async (_, bytes, says) => {
    expect(await problemOf(() => inspectOnnx(bytes))).toMatch(new RegExp(`^MODEL_UNSUPPORTED: the model has .*${says}`))
  })

  it("is refused for graphs in graphs, and named as that", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 34, max: 400 }), fc.constantFrom(6, 11), async (depth, how) => {
        const path = [7, ...Array.from({ length: depth }, () => [1, 5, how]).flat()]
        expect(await problemOf(() => inspectOnnx(inside(path, Buffer.alloc(0))))).toContain(
          "MODEL_UNSUPPORTED: the model has graphs inside graphs, or other parts inside parts, more than 99 levels deep",
        )
      }),
      { numRuns: 50 },
    )
  })

  it("is refused as damaged where lengths lead out of it", async () => {
    const honest = linearModel({ weights: [Array<number>(12).fill(1)] })
    for (const length of [128, 2 ** 14, 2 ** 31]) {
      const bytes = Buffer.concat([honest, Buffer.from([0x32, ...varint(length)])])
      expect(await problemOf(() => inspectOnnx(bytes))).toContain("MODEL_UNREADABLE")
    }
  })

  it("is weighed as its reader reads it, where a part hides behind another kind of field", async () => {
    const nodes = field(7, repeated([0x0a, 0], 200_000))
    // Field 1 is a number, here written as if it were bytes: the reader goes on inside them.
    const odd = Buffer.concat([Buffer.from([0x0a, ...varint(nodes.length)]), nodes])
    expect(await problemOf(() => inspectOnnx(odd))).toContain("more than 100000 operators")
    // A length of more than 32 bits is cut to them: 2^35 + 4 means 4.
    const long = Buffer.concat([Buffer.from([0x3a, ...varint(2 ** 35)]), nodes])
    expect(await problemOf(() => inspectOnnx(long))).toContain("more than 100000 operators")
  })
})
