import { expect, test } from "vitest"
import { regionsAround } from "../../src/reading/regions-around.ts"

const grid = { layout: { kind: "grid", rows: 3, columns: 4 } } as const

test("a square in the middle has eight around it, one in a corner three", () => {
  expect(regionsAround(grid, 5)).toEqual([0, 1, 2, 4, 5, 6, 8, 9, 10])
  expect(regionsAround(grid, 3)).toEqual([2, 3, 6, 7])
})

test("other regions stand by themselves", () => {
  expect(regionsAround({ layout: { kind: "mask" } }, 2)).toEqual([2])
})
