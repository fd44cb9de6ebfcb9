import { describe, expect, it } from "vitest"
import type { Preprocessing } from "../../src/types.ts"
import { type CheckWiringOptions, checkWiring } from "../../src/wiring/check-wiring.ts"
import type { WiringCheck, WiringName, WiringReport } from "../../src/wiring/wiring-record.ts"
import {
  type ColourModelOptions,
  colourFunction,
  colourModel,
  colours,
  probes,
  raw,
  trained,
} from "./function-models.ts"

async function check(model: ColourModelOptions = {}, options: CheckWiringOptions = {}): Promise<WiringReport> {
  return checkWiring(colourModel(model), probes, { labels: colours, views: 48, ...options })
}

function flagged({ checks }: WiringReport): readonly WiringName[] {
  return checks.filter(({ state }) => state === "flagged").map(({ name }) => name)
}

function find({ checks }: WiringReport, wanted: WiringName): WiringCheck | undefined {
  return checks.find(({ name }) => name === wanted)
}

describe("checkWiring", () => {
  it("finds nothing wrong with what is right", async () => {
    const report = await check()
    expect(flagged(report)).toEqual([])
    expect(report).not.toHaveProperty("better")
    expect(find(report, "channel-order")).toMatchObject({ state: "ok" })
  })

  it.each([
    ["the other order of channels", { ...trained, order: "BGR" }, ["channel-order"]],
    ["levels of 0 to 255", raw, ["answers", "levels"]],
    ["levels of -1 to 1", { ...trained, range: [-1, 1] }, ["answers", "levels"]],
    ["NHWC", { ...trained, layout: "NHWC" }, ["layout"]],
  ] as const)("flags %s, with what sets it right", async (_, declared, names) => {
    const report = await check({ declared })
    expect(flagged(report)).toEqual(names)
    expect(find(report, names.at(-1)!)?.remedy).toEqual({ preprocessing: trained })
    expect(report.better).toEqual(trained)
  })

  it("flags two faults at once", async () => {
    const declared: Preprocessing = { ...raw, order: "BGR" }
    expect(flagged(await check({ declared }))).toEqual(["answers", "levels", "channel-order"])
  })

  it.each<[string, ColourModelOptions, CheckWiringOptions, WiringName]>([
    ["labels one place early", {}, { labels: [...colours.slice(1), "red"] }, "label-names"],
    ["labels one place late", {}, { labels: ["grey", ...colours.slice(0, 3)] }, "label-names"],
    ["labels in the opposite order", {}, { labels: ["grey", "blue", "green", "red"] }, "label-names"],
    ["a label too few", {}, { labels: colours.slice(0, 3) }, "label-count"],
    ["probabilities said to be logits", { scale: "logit" }, {}, "scale"],
    [
      "logits said to be probabilities",
      { answers: (rows) => rows.map((row) => row.map((x) => Math.log(x) + 5)) },
      {},
      "scale",
    ],
    [
      "answers that change from call to call",
      { answers: (rows, call) => (call % 2 === 0 ? rows : rows.map(() => [1, 0, 0, 0])) },
      {},
      "repeat",
    ],
    ["rows in the wrong order", { answers: (rows) => [...rows].reverse() }, {}, "batch"],
    ["a constant", { answers: (rows) => rows.map(() => [0.4, 0.3, 0.2, 0.1]) }, {}, "answers"],
  ])("flags %s", async (_, model, options, name) => expect(flagged(await check(model, options))).toContain(name))

  it("flags a softmax that was taken twice", async () => {
    const twice = (row: number[]): number[] => {
      const powers = row.map(Math.exp)
      const sum = powers.reduce((all, power) => all + power, 0)
      return powers.map((power) => power / sum)
    }
    expect(flagged(await check({ answers: (rows) => rows.map(twice) }))).toEqual(["softmax"])
  })

  it("tells how far answers lie apart: 40 points where a picture gets 50 % alone and 90 % behind others", async () => {
    const answers = (rows: number[][]) => rows.map((_, i) => (i === 0 ? [0.5, 0.5, 0, 0] : [0.9, 0.1, 0, 0]))
    const report = await check({ answers })
    expect(find(report, "batch")).toMatchObject({
      finding: { kind: "difference", largest: expect.closeTo(0.4, 6) as number },
      remedy: { batch: 1 },
    })
  })

  it("judges by another model's answers where pictures have no labels", async () => {
    const pictures = probes.map(({ image }) => ({ image }))
    const model = colourModel({ declared: { ...trained, order: "BGR" } })
    const reference = { ...colourModel(), labels: colours, name: "the other one" }
    const report = await checkWiring(model, pictures, { labels: colours, reference, views: 48 })
    expect(flagged(report)).toEqual(["channel-order"])
    expect(find(report, "channel-order")?.finding).toMatchObject({
      measured: [{ by: "names", authority: { model: "the other one" } }],
    })
  })

  it("cannot tell names or fit where nobody says what is on the pictures", async () => {
    const pictures = probes.map(({ image }) => ({ image }))
    const report = await checkWiring(colourModel({ declared: raw }), pictures, { labels: colours, views: 48 })
    expect(find(report, "label-names")?.state).toBe("untold")
    expect(find(report, "fit")?.state).toBe("untold")
  })

  it("still finds levels by how well the answers tell pictures apart", async () => {
    const pictures = probes.map(({ image }) => ({ image }))
    const report = await checkWiring(colourModel({ declared: raw }), pictures, { labels: colours, views: 48 })
    expect(flagged(report)).toContain("levels")
  })

  it("believes the first layers before the answers", async () => {
    // A stand-in for a network's first layer: one channel, whose statistics fit numbers from 0 to 1.
    const classifier = {
      ...colourModel({ declared: raw }),
      async score(...[image, variants]: Parameters<ReturnType<typeof colourModel>["score"]>) {
        const data = new Float32Array(variants.length * 2)
        for (const [i, { edits }] of variants.entries()) {
          const levels = [...(edits[0]?.pixels ?? image.data)].map((level) => (level - 0.47) / 0.31)
          data[2 * i] = levels.reduce((sum, level) => sum + level, 0) / levels.length
          data[2 * i + 1] = levels.reduce((sum, level) => sum + level ** 2, 0) / levels.length
        }
        return { rows: variants.length, columns: 2, data }
      },
    }
    const pictures = probes.map(({ image }) => ({ image }))
    const report = await checkWiring(colourModel({ declared: raw }), pictures, {
      views: 24,
      layers: { classifier, channels: [1] },
    })
    expect(find(report, "levels")).toMatchObject({ state: "flagged", remedy: { preprocessing: trained } })
    expect(find(report, "channel-order")).toMatchObject({ state: "untold" })
  })

  it("asks a function about whole pictures, and names no option for it", async () => {
    const report = await checkWiring(colourFunction(), probes, { labels: colours, views: 48 })
    expect(flagged(report)).toEqual([])
    expect(report.declared).toMatchObject({ order: "RGB", range: [0, 255] })
  })

  it("says the same twice", async () => expect(await check()).toEqual(await check()))

  it("counts what it asked", async () => {
    let most = 0
    const report = await check(
      {},
      {
        onProgress: (asked) => {
          most = Math.max(most, asked)
        },
      },
    )
    expect(report).toMatchObject({ pictures: 24, views: 48 })
    expect(report.asked).toBeGreaterThanOrEqual(most)
    expect(most).toBeGreaterThan(48)
  })

  it("needs a picture", async () =>
    expect(checkWiring(colourModel(), [])).rejects.toThrow(
      new RangeError("check needs at least one picture, got none"),
    ))

  it("stops when it is told to", async () => {
    const signal = AbortSignal.abort(new Error("enough"))
    await expect(check({}, { signal })).rejects.toThrow("enough")
  })
})
