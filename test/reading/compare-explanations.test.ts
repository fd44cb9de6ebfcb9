import { describe, expect, it } from "vitest"
import { explainWithEvidence } from "../../src/evidence/explain-with-evidence.ts"
import type { Explanation } from "../../src/explanation.ts"
import { normalLimit } from "../../src/math/normal-limit.ts"
import { functionModel } from "../../src/models/function-model.ts"
import { compareExplanations } from "../../src/reading/compare-explanations.ts"
import { grid } from "../../src/regions/grid.ts"
import type { Classifier, Image } from "../../src/types.ts"
import { foundSet, showAlone, type WantedEvidence, withEvidence } from "../render/make-evidence.ts"
import { gridRegions, makeExplanation } from "../render/make-explanation.ts"

const of = (effects: readonly number[], wanted: WantedEvidence = {}): Explanation =>
  withEvidence(makeExplanation({ effects }), wanted)
const verdictsOf = (a: Explanation, b: Explanation): readonly string[] =>
  compareExplanations(a, b).regions.map(({ verdict }) => verdict)

describe("a region has changed", () => {
  it("where the difference lies beyond both intervals and both floors", () => {
    // One region: half of each 90 % interval widens to 95 % as 1.96 / 1.645, so the limit is the root of 2 * .0119 ** 2 + 2 * .01 ** 2 = .022.
    const [region] = compareExplanations(of([0.061]), of([0.012])).regions
    expect(region).toMatchObject({ a: 0.061, b: 0.012, verdict: "changed" })
    expect(region!.difference).toBeCloseTo(-0.049, 12)
    expect(region!.limit).toBeCloseTo(Math.hypot(0.01192, 0.01192, 0.01, 0.01), 4)
    expect(verdictsOf(of([0.061]), of([0.04]))).toEqual(["within-noise"])
    expect(verdictsOf(of([0.061]), of([0.038]))).toEqual(["changed"])
  })

  it("the less easily the more regions there are: hardly one of all is to lie beyond the limit by chance", () => {
    const many = (first: number): Explanation => of([first, ...new Array<number>(255).fill(0)], { floor: 0 })
    // 1.645 deviations for one region of 90 %, 3.73 for one of 256 of 95 % together: 0.01 becomes 0.0227, and of two the root 0.032.
    expect(compareExplanations(many(0), many(0)).regions[0]!.limit).toBeCloseTo(0.0321, 3)
    expect(verdictsOf(many(0), many(0.031))[0]).toBe("within-noise")
    expect(verdictsOf(many(0), many(0.033))[0]).toBe("changed")
  })

  it("of effects alone, where the difference lies beyond both floors", () => {
    const alone = (effect: number, floorAlone: number): Explanation => showAlone(of([effect], { floorAlone }))
    // 0.03 and 0.04 make 0.05.
    expect(verdictsOf(alone(0.1, 0.03), alone(0.149, 0.04))).toEqual(["within-noise"])
    expect(verdictsOf(alone(0.1, 0.03), alone(0.151, 0.04))).toEqual(["changed"])
  })

  it("or not: nobody knows, where one has no evidence, no value, or shows regions alone", () => {
    const plain = makeExplanation({ effects: [0.5, 0.1] })
    const judged = showAlone(of([0.4, 0.1]))
    expect(verdictsOf(plain, judged)).toEqual(["unknown", "within-noise"])
    expect(verdictsOf(of([0.5]), of([Number.NaN]))).toEqual(["unknown"])
    const shown = (effect: number) => makeExplanation({ effects: [effect], method: "all-but-one", hiddenScore: 0.1 })
    expect(verdictsOf(shown(0.5), shown(0.6))).toEqual(["unknown"])
  })
})

describe("two explanations as a whole", () => {
  it("are the same within the noise", () => {
    const same = compareExplanations(of([0.3, 0.1]), of([0.301, 0.1]))
    expect(same).toMatchObject({ verdict: "within-noise", setUp: [], changed: [], turned: [], rankCorrelation: 1 })
    expect(same.strongest).toEqual({ a: 0, b: 0, same: true })
  })

  it("name the regions that changed, the largest difference first, and those that turned", () => {
    const found = compareExplanations(of([0.1, 0.3, -0.1, 0]), of([0.1, 0.1, 0.2, 0]))
    expect(found).toMatchObject({ verdict: "changed", changed: [2, 1], turned: [2] })
    expect(found.strongest).toEqual({ a: 1, b: 2, same: false })
    // Ranks 3, 4, 1, 2 and 2.5, 2.5, 4, 1.
    expect(found.rankCorrelation).toBeCloseTo(-1.5 / Math.sqrt(5 * 4.5), 12)
  })

  it("say nothing of a region that is measurable in one of them only, as of one that turned", () => {
    expect(compareExplanations(of([0.1]), of([-0.005])).turned).toEqual([])
  })

  it("have changed where the score moved further than harmless changes move it, or the first answer is another", () => {
    const scored = (score: number): Explanation => {
      const record = withEvidence(makeExplanation({ effects: [0.1], score }))
      const checks = [{ name: "level-up", score: score - 0.03 }] as const
      return { ...record, evidence: { ...record.evidence!, noise: { ...record.evidence!.noise!, checks } } }
    }
    // The root of two squares of 0.03 is 0.042.
    expect(compareExplanations(scored(0.9), scored(0.94))).toMatchObject({ verdict: "within-noise" })
    expect(compareExplanations(scored(0.9), scored(0.95))).toMatchObject({ verdict: "changed", changed: [] })
    const cup = { ...of([0.1]), top: [{ index: 968, label: "cup", score: 0.95 }] }
    expect(compareExplanations(of([0.1]), cup)).toMatchObject({ verdict: "changed", answer: { same: false } })
  })

  it("name a class by its number where one of the models has no names", () => {
    const answering = (index: number, label: string): Explanation => ({
      ...of([0.1]),
      top: [{ index, label, score: 0.9 }],
    })
    const isSame = (a: Explanation, b: Explanation): boolean => compareExplanations(a, b).answer.same
    expect(isSame(answering(967, "espresso"), answering(967, "class 967"))).toBe(true)
    expect(isSame(answering(967, "espresso"), answering(968, "class 968"))).toBe(false)
    expect(isSame(answering(134, "crane"), answering(517, "crane"))).toBe(false)
  })

  it("compare the sets that both looked for", () => {
    const cup = { index: 968, label: "cup", score: 0.5 }
    const one = of([0.1, 0.1], { sets: { enough: foundSet([1, 0], cup), needed: null } })
    const other = of([0.1, 0.1], { sets: { enough: foundSet([0], cup), needed: null } })
    expect(compareExplanations(one, other).sets).toEqual({
      enough: { a: [0, 1], b: [0], same: false },
      needed: { a: null, b: null, same: true },
    })
    expect(compareExplanations(one, of([0.1, 0.1])).sets).toBeUndefined()
  })
})

describe("what two explanations were made with", () => {
  it("is told where it differs, and nothing else", () => {
    const a = { ...of([0.1], { fills: [{ name: "blur" }] }), seed: 1 }
    const b = of([0.1], { fills: [{ name: "noise" }], plan: { level: "quick" } })
    expect(compareExplanations(a, b).setUp).toEqual([
      { part: "fills", state: "differs", a: [{ name: "blur" }], b: [{ name: "noise" }] },
      { part: "evidence", state: "differs", a: "standard", b: "quick" },
      { part: "seed", state: "differs", a: 1, b: 0 },
    ])
  })

  it("is told of preprocessing field by field, and as null where a record does not say", () => {
    const fed = (range: readonly [number, number]): Explanation["model"]["preprocessing"] => ({
      ...{ size: { width: 2, height: 2 }, fit: "squash", filter: "bilinear", layout: "NCHW", order: "RGB", range },
      ...{ mean: [0], std: [1] },
    })
    const of2 = (model: Partial<Explanation["model"]>): Explanation => ({
      ...of([0.1]),
      model: { name: "m", classes: 2, scale: "probability", ...model },
    })
    const a = of2({ preprocessing: fed([0, 1])!, sha256: "ab" })
    const b = of2({ preprocessing: fed([-1, 1])! })
    expect(compareExplanations(a, b).setUp).toEqual([
      { part: "model-file", state: "unknown", a: "ab", b: null },
      { part: "preprocessing", state: "differs", a: { range: [0, 1] }, b: { range: [-1, 1] } },
    ])
  })
})

describe("what cannot be compared", () => {
  const one = of([0.1, 0.2])
  const refused = (other: Explanation, message: string): void =>
    expect(() => compareExplanations(one, other)).toThrow(new RangeError(message))
  const ofPicture = (pixelsSha256: string): Explanation => ({ ...one, picture: { ...one.picture, pixelsSha256 } })

  it("is other pictures, by their pixels or else by their size", () => {
    expect(() => compareExplanations(ofPicture("aa"), ofPicture("bb"))).toThrow(
      new RangeError("both explanations must be of one picture, got pixels aa and bb"),
    )
    expect(() => compareExplanations(ofPicture("aa"), one)).not.toThrow()
    refused(
      { ...one, picture: { size: { width: 60, height: 40 } } },
      "both explanations must be of one picture, got 600 x 400 and 60 x 40 pixels",
    )
  })

  it("is other kinds of effect, and other scales", () => {
    refused(
      makeExplanation({ effects: [0.1, 0.2] }),
      "both explanations must show effects of one kind, got effects on average and regions hidden alone",
    )
    refused(
      withEvidence(makeExplanation({ effects: [0.1, 0.2], scale: "logit" })),
      "scores must be of one scale, got probability and logit",
    )
  })

  it("is other regions", () => {
    refused(
      withEvidence(makeExplanation({ effects: [0.1, 0.2], rows: 2 })),
      "both explanations must have the same regions, got 1 x 2 squares and 2 x 1 squares",
    )
    refused(
      withEvidence(makeExplanation({ effects: [0.1, 0.2], source: { left: 100, top: 0, width: 400, height: 400 } })),
      "regions must lie at the same places of the picture, got other places for region 0: were both pictures cut to the same part?",
    )
  })

  it("is not another input size, at which the same squares have other pixels", () => {
    const seen = { width: 99, height: 80 }
    const other = withEvidence(makeExplanation({ effects: [0.1, 0.2], seen, regions: gridRegions(1, 2, seen) }))
    expect(compareExplanations(one, other).setUp.map(({ part }) => part)).toEqual(["input-size"])
  })
})

describe("asked again with another seed", () => {
  const image: Image = {
    width: 32,
    height: 32,
    channels: 1,
    data: Uint8Array.from({ length: 1024 }, (_, i) => 60 + ((i * 37) % 180)),
  }
  /** A logit that hangs on some of 64 squares, on two of them together, and wobbles a little with three more. */
  const model = (weights: Readonly<Record<number, number>>): Classifier =>
    functionModel(
      (images) =>
        images.map(({ data }) => {
          const level = (square: number): number => data[(4 * (square >> 3) + 2) * 32 + 4 * (square & 7) + 2]! / 255
          const sum = Object.entries(weights).reduce((all, [square, weight]) => all + weight * level(Number(square)), 0)
          const wobble = 0.2 * Math.sin(40 * level(3) + 20 * level(50) + 30 * level(29))
          return [sum + level(10) * level(44) + wobble, 0]
        }),
      { scale: "logit" },
    )
  const explain = async (weights: Readonly<Record<number, number>>, seed: number): Promise<Explanation> =>
    await explainWithEvidence(model(weights), image, { regions: grid(8), fills: [0], target: 0, seed })

  it("next to nothing changes, and what was planted is found", async () => {
    const weights = { 20: 1.5, 21: 1, 36: 1.2 }
    const runs = await Promise.all([0, 1, 2, 3].map(async (seed) => await explain(weights, seed)))
    const pairs = runs.flatMap((a, i) => runs.slice(i + 1).map((b) => compareExplanations(a, b).changed.length))
    expect(pairs).toHaveLength(6)
    expect(pairs.reduce((sum, count) => sum + count, 0)).toBe(0)
    const moved = await explain({ 21: 1, 36: 1.2, 52: 1.5 }, 6)
    expect([...compareExplanations(runs[0]!, moved).changed].sort()).toEqual([20, 52])
  })
})

describe("normalLimit", () => {
  it("gives the deviations that a normal number exceeds with this chance", () => {
    expect(normalLimit(0.1)).toBeCloseTo(1.6449, 3)
    expect(normalLimit(0.05)).toBeCloseTo(1.96, 3)
    expect(normalLimit(0.05 / 64)).toBeCloseTo(3.36, 2)
    expect(normalLimit(0.001)).toBeCloseTo(3.2905, 3)
  })

  it("refuses what is no chance", () => {
    expect(() => normalLimit(0)).toThrow(new RangeError("chance must be above 0 and at most 1, got 0"))
  })
})
