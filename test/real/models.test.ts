import { afterAll, describe, expect, test } from "vitest"
import { type Classifier, explain, grid, random, type Variant } from "../../src/index.ts"
import { loadModel, readImage } from "../../src/node/index.ts"
import { viewOf } from "../../src/reading/view.ts"
import { largestDifference } from "../support/peers.ts"

const coffee = (await readImage("examples/coffee.png")).image
const chelsea = (await readImage("examples/chelsea.png")).image

describe.each([
  { name: "efficientnet-lite0", photo: coffee, label: "espresso", score: 0.94 },
  { name: "resnet50", photo: chelsea, label: "Egyptian cat", score: 0.96 },
])("$name", async ({ name, photo, label, score }) => {
  const model = await loadModel(name)
  afterAll(() => model.dispose?.())

  test(`says ${label}`, async () => {
    const { target } = await explain(model, photo, { regions: grid(1) })
    expect(target.label).toBe(label)
    expect(target.score).toBeCloseTo(score, 1)
  })

  test("gives the same effects for every batch size", { timeout: 300_000 }, async () => {
    const options = { regions: grid({ rows: 3, columns: 3 }), fill: "blur" } as const
    const alone = await explain(model, photo, { ...options, batchSize: 1 })
    for (const batchSize of [3, 8, 64]) {
      const together = await explain(model, photo, { ...options, batchSize })
      expect(largestDifference(viewOf(together).effects, viewOf(alone).effects)).toBeLessThanOrEqual(1e-6)
      expect(Math.abs(together.target.score - alone.target.score)).toBeLessThanOrEqual(1e-6)
    }
  })

  test("gives the same scores in every order", { timeout: 300_000 }, async () => {
    const seen: { image?: typeof photo; variants: Variant[] } = { variants: [] }
    const spy: Classifier = {
      ...model,
      score: (image, variants, rest) => {
        seen.image = image
        seen.variants.push(...variants)
        return model.score(image, variants, rest)
      },
    }
    await explain(spy, photo, { regions: grid(2), batchSize: 5 })
    const inOrder = await model.score(seen.image!, seen.variants)
    const next = random(1)
    const order = seen.variants.map((_, i) => ({ i, key: next() })).sort((a, b) => a.key - b.key)
    const shuffled = await model.score(
      seen.image!,
      order.map(({ i }) => seen.variants[i]!),
    )
    order.forEach(({ i }, row) => {
      const rowOf = (scores: typeof inOrder, at: number): Float32Array | Float64Array =>
        scores.data.subarray(at * scores.columns, (at + 1) * scores.columns)
      expect(largestDifference(rowOf(shuffled, row), rowOf(inOrder, i))).toBeLessThanOrEqual(1e-6)
    })
  })
})
