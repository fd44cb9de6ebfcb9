import { expect, test } from "vitest"
import type { MaskedAnswer } from "../../../src/evidence/measure-average.ts"
import { knownAnswers } from "../../../src/evidence/sets/known-answers.ts"
import type { ClassScore } from "../../../src/types.ts"

const cat: ClassScore = { index: 3, label: "cat", score: 0.75 }
const dog: ClassScore = { index: 4, label: "dog", score: 0.5 }

test("knownAnswers are those with the first fill: untouched, masked, and alone as far as asked", () => {
  const run = { target: { ...cat, chosenBy: "predicted" }, top: [cat, dog] } as const
  const answer = { score: 0.25, best: dog }
  const masked: readonly MaskedAnswer[] = [
    { set: { hidden: [0, 2] }, fill: 0, kind: "random", answer },
    { set: { hidden: [1] }, fill: 1, kind: "random", answer },
  ]
  const alone = {
    method: "one-at-a-time",
    means: "alone",
    effects: [0.5, null, -0.125],
    answers: [dog, null, cat],
  } as const
  expect(knownAnswers(run, { masked, alone })).toEqual([
    { set: { hidden: [] }, answer: { score: 0.75, best: cat } },
    { set: { hidden: [0, 2] }, answer },
    { set: { hidden: [0] }, answer: { score: 0.25, best: dog } },
    { set: { hidden: [2] }, answer: { score: 0.875, best: cat } },
  ])
  expect(knownAnswers(run, { masked: [], alone: undefined })).toHaveLength(1)
})
