import { describe, expect, test } from "vitest"
import { type Answer, type Ask, type Classifier, explain, functionModel, grid, type Image } from "../../src/index.ts"

const image: Image = {
  width: 8,
  height: 8,
  channels: 1,
  data: Uint8Array.from({ length: 64 }, (_, i) => (i * 89 + 13) % 256),
}
const light = functionModel((images) =>
  images.map(({ data }) => [data[9]! / 512 + data[10]! / 512, 1 - data[9]! / 512 - data[10]! / 512]),
)
const options = { regions: grid(4), evidence: "standard" } as const

/** A model that counts the pictures it is asked about. */
function counted(): { readonly model: Classifier; readonly asked: () => number } {
  let asked = 0
  const score: Classifier["score"] = (...question) => {
    asked += question[1].length
    return light.score(...question)
  }
  return { model: { ...light, score }, asked: () => asked }
}

/** Keeps every answer in the order in which it was given, and gives them again as long as there are any. */
function journal(kept: Answer[]): (ask: Ask) => Ask {
  let place = 0
  const replay = async (
    count: number,
    ask: (from: number) => Promise<readonly Answer[]>,
  ): Promise<readonly Answer[]> => {
    const known = kept.slice(place, place + count)
    const fresh = known.length === count ? [] : await ask(known.length)
    kept.push(...fresh)
    place += count
    return [...known, ...fresh]
  }
  return (ask) =>
    Object.assign(
      (sets: Parameters<Ask>[0], how: Parameters<Ask>[1]) => replay(sets.length, (from) => ask(sets.slice(from), how)),
      {
        edits: (pictures: Parameters<Ask["edits"]>[0], how: Parameters<Ask["edits"]>[1]) =>
          replay(pictures.length, (from) => ask.edits(pictures.slice(from), how)),
      },
    )
}

describe("what stands between a run and the model", () => {
  test("sees every question but the first, and changes nothing when it passes them on", async () => {
    const plain = await explain(light, image, options)
    const kept: Answer[] = []
    const wrapped = await explain(light, image, { ...options, wrapAsk: journal(kept) })
    expect(wrapped).toEqual(plain)
    expect(kept).toHaveLength(plain.asked - 1)
  })

  test("can answer from a journal: a run that broke off goes on where it was", async () => {
    const kept: Answer[] = []
    await explain(light, image, { ...options, wrapAsk: journal(kept) })
    const whole = kept.length
    kept.splice(100)
    const { model, asked } = counted()
    const again = await explain(model, image, { ...options, wrapAsk: journal(kept) })
    expect(asked()).toBe(1 + whole - 100)
    expect(again.attributions).toEqual((await explain(light, image, options)).attributions)
  })

  test("is told which regions it is asked about", async () => {
    const layouts: unknown[] = []
    const wrapAsk = (ask: Ask, regions: { readonly layout: unknown }): Ask => {
      layouts.push(regions.layout)
      return ask
    }
    await explain(light, image, { regions: grid(4), evidence: "thorough", wrapAsk })
    expect(layouts).toEqual([
      { kind: "grid", rows: 4, columns: 4 },
      { kind: "grid", rows: 5, columns: 5 },
    ])
  })
})
