import { describe, expect, test } from "vitest"
import { functionModel, grid, type HiddenSet, type Image, openRun } from "../../src/index.ts"

/** Two pixels; the model shows what it is given. */
const image: Image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(100, 40) }
const mirror = functionModel((images) => images.map(({ data }) => [data[0]!, data[1]!]), { scale: "logit" })

async function seen(...sets: readonly HiddenSet[]): Promise<readonly (readonly number[])[]> {
  const regions = grid({ rows: 1, columns: 2 })
  const run = await openRun(mirror, image, { regions, fills: [20], targets: [0, 1] })
  return (await run.ask(sets)).map(({ scores }) => scores)
}

describe("a soft mask", () => {
  test("lies between the picture, at 0, and the fill, at 1", async () => {
    expect(await seen({ hidden: [0], strength: [0] }, { hidden: [0, 1], strength: [0.25, 1] })).toEqual([
      [100, 40],
      [80, 20],
    ])
  })

  test("of full strength is what hiding is", async () => {
    expect(await seen({ hidden: [0, 1], strength: [1, 1] })).toEqual(await seen({ hidden: [0, 1] }))
  })

  test("is refused where it cannot be", async () => {
    await expect(seen({ hidden: [0, 1], strength: [1] })).rejects.toThrow(
      new RangeError("a soft mask must have one strength per hidden region, 2, got 1"),
    )
    for (const strength of [-0.1, 1.1, Number.NaN])
      await expect(seen({ hidden: [0], strength: [strength] })).rejects.toThrow(
        new RangeError(`the strength of a mask must be from 0 to 1, got ${strength}`),
      )
    await expect(seen({ hidden: [2] })).rejects.toThrow("a mask must name regions from 0 to 1, got 2")
    await expect(seen({ hidden: [-1] })).rejects.toThrow(RangeError)
  })
})
