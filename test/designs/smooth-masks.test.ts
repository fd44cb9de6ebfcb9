import { describe, expect, test } from "vitest"
import { drawMasks } from "../../src/designs/draw-masks.ts"
import { smoothMasks } from "../../src/designs/smooth-masks.ts"
import { random } from "../../src/random.ts"

const positions = Array.from({ length: 64 }, (_, id) => [id % 8, Math.floor(id / 8)] as const)

describe("smoothMasks", () => {
  const masks = smoothMasks(positions, { count: 200, seed: 3 })

  test("come in pairs that hide every region once together", () => {
    for (let i = 0; i < masks.length; i += 2)
      expect([...masks[i]!.hidden, ...masks[i + 1]!.hidden].sort((a, b) => a - b)).toEqual([...positions.keys()])
  })

  test("hide between a quarter and three quarters", () => {
    const sizes = masks.map(({ hidden }) => hidden.length)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(48)
    expect(new Set(sizes).size).toBeGreaterThan(20)
  })

  test("hide neighbours together more often than coin flips would, and far squares not", () => {
    const together = (a: number, b: number): number =>
      masks.filter(({ hidden }) => hidden.includes(a) === hidden.includes(b)).length / masks.length
    const mean = (step: number): number =>
      [...positions.keys()]
        .filter((id) => (id % 8) + step < 8)
        .reduce((sum, id, _, { length }) => sum + together(id, id + step) / length, 0)
    expect(mean(1)).toBeGreaterThan(0.6)
    expect(Math.abs(mean(6) - 0.5)).toBeLessThan(0.08)
  })

  test("are the same for the same seed, and others for another", () => {
    expect(smoothMasks(positions, { count: 200, seed: 3 })).toEqual(masks)
    expect(smoothMasks(positions, { count: 200, seed: 4 })).not.toEqual(masks)
  })

  test("never hide all or nothing, even of two regions", () => {
    const two = smoothMasks(positions.slice(0, 2), { count: 20, seed: 1 })
    expect(two.every(({ hidden }) => hidden.length === 1)).toBe(true)
  })

  test.each([0, 1, 3, 2.5])("refuse the count %d", (count) => {
    expect(() => smoothMasks(positions, { count, seed: 0 })).toThrow("masks come in pairs")
  })
})

describe("drawMasks", () => {
  test("hide the first of an order, and show the first of it", () => {
    const order = [3, 1, 0, 2]
    for (let seed = 0; seed < 20; seed++) {
      const [hidden, shown] = drawMasks(order, random(seed))
      expect(hidden.hidden).toEqual(order.slice(0, hidden.hidden.length).sort((a, b) => a - b))
      expect(shown.hidden).toEqual(order.slice(4 - shown.hidden.length).sort((a, b) => a - b))
      expect(hidden.hidden.length).toBeLessThanOrEqual(2)
      expect(shown.hidden.length).toBeGreaterThanOrEqual(2)
    }
  })
})
