import { describe, expect, test } from "vitest"
import { findMissingness, type HiddenAnswer } from "../../src/evidence/find-missingness.ts"
import { classNumber } from "./closed-ask.ts"

const fill = { name: "image-mean" }
const untouched = [3, 1, 4, 15, 9, 26].map(classNumber)
const judge = (answers: readonly HiddenAnswer[]) => findMissingness(answers, { untouched, fillIndex: 1, fill })
/** One half-hidden picture a class. */
const called = (...classes: readonly number[]): HiddenAnswer[] =>
  classes.map((index) => ({ fill: 1, share: 0.5, best: classNumber(index) }))

describe("findMissingness", () => {
  test("sounds the alarm when a third of the half-hidden pictures are called one odd class", () => {
    expect(judge(called(3, 3, 3, 3, 1, 1, 7, 7, 7))).toEqual({
      fill,
      pictures: 9,
      odd: { index: 7, label: "class 7", count: 3 },
      alarm: true,
    })
  })

  test("and not when there are fewer", () => {
    expect(judge(called(3, 3, 3, 3, 1, 1, 1, 7, 7, 7))).toMatchObject({ odd: { index: 7, count: 3 }, alarm: false })
  })

  test("takes none of the first five classes of the untouched picture for odd, but takes the sixth", () => {
    expect(judge(called(3, 1, 4, 15, 9, 9, 9, 9))).toMatchObject({ odd: null, alarm: false })
    expect(judge(called(26, 26, 26, 26, 26, 26, 26, 26))).toMatchObject({ odd: { index: 26, count: 8 }, alarm: true })
  })

  test("names the class that comes most often, of equal ones the lowest index", () => {
    expect(judge(called(8, 7, 6, 7, 8, 50)).odd).toMatchObject({ index: 7, count: 2 })
  })

  test("looks at no other fill and at no picture of which less than half is hidden", () => {
    const others = called(7, 7, 7, 7, 7, 7, 7, 7).flatMap((one) => [
      { ...one, fill: 0 },
      { ...one, share: 0.49 },
    ])
    expect(judge(others)).toEqual({ fill, pictures: 0, odd: null, alarm: false })
  })

  test("is silent with fewer than eight pictures", () => {
    expect(judge(called(7, 7, 7, 7, 7, 7, 7)).alarm).toBe(false)
    expect(judge(called(7, 7, 7, 7, 7, 7, 7, 7)).alarm).toBe(true)
  })
})
