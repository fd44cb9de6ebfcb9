import { describe, expect, test } from "vitest"
import { type Explanation, explain, explainTargets, functionModel, grid, type Image } from "../../src/index.ts"

const image: Image = {
  width: 16,
  height: 16,
  channels: 1,
  data: Uint8Array.from({ length: 256 }, (_, i) => (i * 37) % 256),
}
const model = functionModel((images) => images.map(({ data }) => [data[70]! / 255, 1 - data[70]! / 255]))

describe("partial results", () => {
  test("come every few batches and grow into the whole", async () => {
    const partials: Explanation[] = []
    const onPartial = (partial: Explanation): void => void partials.push(partial)
    const whole = await explain(model, image, { onPartial })
    expect(partials).toHaveLength(2)
    expect(partials.map(({ asked }) => asked)).toEqual([...partials.map(({ asked }) => asked)].sort((a, b) => a - b))
    for (const { attributions, evidence } of partials) {
      const known = attributions[0]!.effects.flatMap((effect, id) => (effect === null ? [] : [id]))
      expect(known.length).toBeLessThan(64)
      for (const id of known) expect(attributions[0]!.effects[id]).toBe(whole.attributions[0]!.effects[id])
      expect(evidence!.missing).toEqual(["alone", "around", "average", "strip", "sets", "pairs", "faithfulness"])
    }
  })

  test("change nothing in what comes out", async () => {
    expect(await explain(model, image, { onPartial: () => undefined })).toEqual(await explain(model, image))
  })

  test("are what is left of a run that is stopped before its effects are known", async () => {
    const stop = new AbortController()
    let last: Explanation | undefined
    const run = explain(model, image, {
      signal: stop.signal,
      onPartial: (partial) => {
        last = partial
        stop.abort()
      },
    })
    await expect(run).rejects.toThrow("aborted")
    const { effects } = last!.attributions[0]!
    expect(effects.filter((effect) => effect !== null).length).toBeGreaterThan(20)
    expect(effects[8 * 2 + 3]).toBeGreaterThan(0)
  })

  test("of regions hidden one at a time leave open what was not asked", async () => {
    const partials: Explanation[] = []
    const options = { regions: grid(8), evidence: "none", batchSize: 8 } as const
    await explain(model, image, { ...options, onPartial: (partial) => partials.push(partial) })
    const open = partials.map(({ attributions }) => attributions[0]!.effects.filter((effect) => effect === null).length)
    expect(open).toEqual([40, 16])
  })

  test("name the target that they are for", async () => {
    const labels = new Map<number, string>()
    const onPartial = ({ target }: Explanation, place: number): void => void labels.set(place, target.label)
    await explainTargets(model, image, { targets: [1, 0], onPartial })
    expect([...labels]).toEqual([
      [0, "class 1"],
      [1, "class 0"],
    ])
  })
})
