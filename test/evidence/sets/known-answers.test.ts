import { expect, test } from "vitest"
import { knownAnswers } from "../../../src/evidence/sets/known-answers.ts"
import type { Attribution } from "../../../src/explanation.ts"
import type { Observation } from "../../../src/method.ts"
import type { ClassScore } from "../../../src/types.ts"

const cat: ClassScore = { index: 3, label: "cat", score: 0.75 }
const dog: ClassScore = { index: 4, label: "dog", score: 0.5 }

test("knownAnswers are those with the first fill: untouched, masked, and alone as far as asked", () => {
  const target = { record: { ...cat, chosenBy: "predicted" } } as const
  const top = [cat, dog]
  const answer = { score: 0.25, best: dog }
  const observations: readonly Observation[] = [
    { mask: { hidden: [0, 2] }, ...answer },
    { mask: { hidden: [1], fill: 1 }, ...answer },
    { mask: { hidden: [1], strength: [0.5] }, ...answer },
  ]
  const effects = [0.5, null, -0.125]
  const alone: Attribution = { method: "one-at-a-time", means: "alone", effects, answers: [dog, null, cat] }
  expect(knownAnswers(target, { top, observations, alone })).toEqual([
    { set: { hidden: [] }, answer: { score: 0.75, best: cat } },
    { set: { hidden: [0, 2] }, answer },
    { set: { hidden: [0] }, answer: { score: 0.25, best: dog } },
    { set: { hidden: [2] }, answer: { score: 0.875, best: cat } },
  ])
  expect(knownAnswers(target, { top, observations: [], alone: undefined })).toHaveLength(1)
  const around = {
    attribution: { method: "with-neighbours", means: "around", effects: [0.5, 0.25], answers: [dog, cat] },
    together: [
      [0, 1],
      [0, 1, 2],
    ],
    keeps: ({ best }: { readonly best: ClassScore }) => best.index === cat.index,
  } as const
  expect(knownAnswers(target, { top, observations: [], alone: undefined, around }).slice(1)).toEqual([
    { set: { hidden: [0, 1] }, answer: { score: 0.25, best: dog } },
  ])
})
