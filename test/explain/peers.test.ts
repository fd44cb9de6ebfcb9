import { expect, test } from "vitest"
import type { Explanation, Fill, Image } from "../../src/index.ts"
import { cropImage, explain, featureMask, saliencyMap, slidingWindow } from "../../src/index.ts"
import { viewOf } from "../../src/reading/view.ts"
import { describeWithShared } from "../support/describe-with-shared.ts"
import { type PeerModels, peerImage, peerModel } from "../support/peer-models.ts"
import { largestDifference, numbersOf, type PeerArray } from "../support/peers.ts"

interface Case {
  readonly name: string
  readonly model: string
  readonly output: string
  readonly image: string
  readonly target: number
  readonly score: number
  readonly map: PeerArray
}

type Baseline = number | readonly [number, number, number] | { readonly image: string }

interface OcclusionCase extends Case {
  readonly options: {
    readonly sliding_window_shapes: readonly [number, number, number]
    readonly strides: readonly [number, number, number] | null
    readonly baselines: Baseline
  }
  readonly windowScores: readonly number[]
}

interface AblationCase extends Case {
  readonly options: { readonly baselines: Baseline }
  readonly feature_mask: PeerArray
  readonly featureScores: readonly number[]
}

interface SaliencyCase extends Case {
  readonly options: { readonly size: number; readonly value: number }
  readonly windowScores: readonly number[]
}

interface XpliqueCase extends Case {
  readonly options: {
    readonly patch_size: number | readonly [number, number]
    readonly patch_stride: number | readonly [number, number]
    readonly occlusion_value: number
  }
  readonly windowScores: readonly number[]
}

const files = [
  "data/peers/models.json",
  "data/peers/captum-occlusion.json",
  "data/peers/captum-feature-ablation.json",
  "data/peers/saliency-occlusion.json",
  "data/peers/xplique-occlusion.json",
] as const

function casesOf<T>(file: unknown): readonly T[] {
  return (file as { readonly cases: readonly T[] }).cases
}

await describeWithShared("against other libraries (numbers in ../shared)", files, (data) => {
  const models = data[0] as PeerModels
  const occlusion = casesOf<OcclusionCase>(data[1])
  const ablation = casesOf<AblationCase>(data[2])
  const saliency = casesOf<SaliencyCase>(data[3])
  const xplique = casesOf<XpliqueCase>(data[4])

  /** What is left of the score when a region is hidden. */
  const hiddenScores = (one: Explanation): number[] => viewOf(one).effects.map((effect) => one.target.score - effect)

  const fillOf = (baseline: Baseline): number | readonly [number, number, number] | Fill =>
    typeof baseline === "object" && "image" in baseline ? pictureFill(peerImage(models, baseline.image)) : baseline

  test("the test's own models answer what the peers were given", async () => {
    for (const { model, image, logits, probabilities } of models.answers) {
      const picture = peerImage(models, image)
      const ask = async (output: string): Promise<number[]> => {
        const scores = await peerModel(models, model, output).score(picture, [{ hidden: [], edits: [] }])
        return Array.from(scores.data)
      }
      await expect(ask("logits")).resolves.toSatisfy((got: number[]) => largestDifference(got, logits) < 1e-12)
      await expect(ask("probabilities")).resolves.toSatisfy(
        (got: number[]) => largestDifference(got, probabilities) < 1e-12,
      )
    }
  })

  const spatial = occlusion.filter((one) => one.options.sliding_window_shapes[0] === models.models[one.model]!.shape[0])
  test.each(spatial)("Captum Occlusion: $name", async (one) => {
    const image = peerImage(models, one.image)
    const [, height, width] = one.options.sliding_window_shapes
    const [, down, across] = one.options.strides ?? [1, 1, 1]
    const explanation = await explain(peerModel(models, one.model, one.output), image, {
      target: one.target,
      regions: slidingWindow({ size: { width, height }, stride: { width: across, height: down } }),
      fill: fillOf(one.options.baselines),
    })
    expect(explanation.target.score).toBeCloseTo(one.score, 12)
    const { rows, columns } = explanation.regions.layout as { rows: number; columns: number }
    // Captum asks column by column.
    const byColumn = viewOf(explanation).effects.map(
      (_, i) => hiddenScores(explanation)[(i % rows) * columns + Math.floor(i / rows)]!,
    )
    expect(largestDifference(byColumn, one.windowScores)).toBeLessThan(1e-12)
    const pixels = image.width * image.height
    const firstChannel = numbersOf(one.map).subarray(0, pixels)
    expect(largestDifference(saliencyMap(viewOf(explanation)), firstChannel)).toBeLessThan(1e-6)
  })

  const shared = ablation.filter((one) => one.feature_mask.shape[0] === 1)
  test.each(shared)("Captum FeatureAblation: $name", async (one) => {
    const image = peerImage(models, one.image)
    const explanation = await explain(peerModel(models, one.model, one.output), image, {
      target: one.target,
      regions: featureMask(numbersOf(one.feature_mask)),
      fill: fillOf(one.options.baselines),
    })
    expect(largestDifference(hiddenScores(explanation), one.featureScores)).toBeLessThan(1e-12)
    const firstChannel = numbersOf(one.map).subarray(0, image.width * image.height)
    expect(largestDifference(saliencyMap(viewOf(explanation)), firstChannel)).toBeLessThan(1e-12)
  })

  test.each(saliency)("PAIR saliency Occlusion, with overlap summed: $name", async (one) => {
    const explanation = await explain(peerModel(models, one.model, one.output), peerImage(models, one.image), {
      target: one.target,
      regions: slidingWindow({ size: one.options.size, stride: 1 }),
      fill: one.options.value,
    })
    expect(largestDifference(saliencyMap(viewOf(explanation), { overlap: "sum" }), numbersOf(one.map))).toBeLessThan(
      1e-12,
    )
  })

  const covered = xplique.filter((one) => one.name === "overlap is summed" || one.name === "grey")
  test.each(covered)("Xplique Occlusion where its patches cover the picture: $name", async (one) => {
    const explanation = await explain(peerModel(models, one.model, one.output), peerImage(models, one.image), {
      target: one.target,
      regions: slidingWindow({ size: one.options.patch_size as number, stride: one.options.patch_stride as number }),
      fill: one.options.occlusion_value,
    })
    expect(largestDifference(saliencyMap(viewOf(explanation), { overlap: "sum" }), numbersOf(one.map))).toBeLessThan(
      1e-5,
    )
  })
})

/** Captum's "a picture as baseline": hidden pixels come from the same place of another picture. */
function pictureFill(other: Image): Fill {
  return { name: "picture", prepare: () => (region) => cropImage(other, region.box).data }
}
