import { expect, it } from "vitest"
import { agreementOf, bySize, correlation } from "../../bench/same-story/agreement.mjs"

const effects = Array.from({ length: 16 }, (_, i) => i / 16)

it("orders regions by the size of their effects", () => {
  expect(bySize([0.1, -0.3, null, 0.2])).toEqual([1, 3, 0, 2])
})

it("says of the same map that it is the same", () => {
  const map = { effects, order: bySize(effects) }
  expect(agreementOf([map, map, map])).toEqual({ shared: 1, correlation: 1, same: true })
})

it("is the mean over pairs of what eight strongest share, and of r", () => {
  const turned = effects.map((effect) => -effect)
  const [one, other] = [
    { effects, order: effects.map((_, i) => i) },
    { effects: turned, order: effects.map((_, i) => (i + 6) % 16) },
  ]
  // Of 0 to 7 and 6 to 13 two are shared; the third map is the first.
  const { shared, correlation: r, same } = agreementOf([one, other, one])
  expect(shared).toBeCloseTo((0.25 + 1 + 0.25) / 3)
  expect(r).toBeCloseTo((-1 + 1 - 1) / 3)
  expect(same).toBe(false)
})

it("takes two flat maps for alike", () => {
  expect(correlation([0.5, 0.5], [0, 0])).toBe(1)
})
