import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { dataBlock, readDataBlock } from "../../src/report/data-block.ts"

describe("a block of data", () => {
  test("gives back what was put in, whatever that is, and holds no sign that could end it", () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: "binary" }), fc.string(), (value, around) => {
        const block = dataBlock("explanation", JSON.stringify(value))
        expect(block.slice(1, -9)).not.toMatch(/<|[\u2028\u2029]/)
        const html = `${around.replaceAll("<", "")}${block}`
        expect(JSON.parse(readDataBlock("explanation", html)!)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  test("is not read where there are two of a name: which one counts?", () => {
    const block = dataBlock("seal", "{}")
    expect(readDataBlock("seal", block)).toBe("{}")
    expect(readDataBlock("seal", block + block)).toBeUndefined()
    expect(readDataBlock("explanation", block)).toBeUndefined()
    expect(readDataBlock("seal", block.slice(0, -3))).toBeUndefined()
  })
})
