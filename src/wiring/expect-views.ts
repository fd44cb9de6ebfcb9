import { fitImage } from "../image/fit-image.ts"
import type { Abortable, Classifier, Size } from "../types.ts"
import type { Expected } from "./affinity.ts"
import { asProbabilities } from "./as-probabilities.ts"
import { askPictures } from "./ask-pictures.ts"
import { expectedFromLabels, expectedFromReference } from "./expected-answers.ts"
import { type View, viewsOf } from "./views-of.ts"
import type { Authority, Probe } from "./wiring-record.ts"

/** What a model is asked about, and what it should answer. */
export interface ExpectedViews {
  readonly views: readonly View[]
  /** One per view; empty if nobody says what it shows. */
  readonly expected: readonly Expected[]
  /** Who says what the views show. */
  readonly by: Authority
}

export interface ExpectViewsOptions {
  readonly reference: Classifier | undefined
  readonly labels: readonly string[] | undefined
  /** The model's input size. */
  readonly size: Size
  /** Views in all. */
  readonly count: number
  readonly seed: number
  readonly batchSize: number
  readonly signal?: Abortable | undefined
}

/** Views of labelled pictures contain most of the picture; others are cut freely, since nobody says what they show. */
const shares = { labelled: [0.8, 1], free: [0.3, 0.9] } as const

/** At least this many views, and this share of them, must show classes that both models have. */
const leastKnown = { views: 8, share: 0.25 }

/** Cuts views, and finds out what they show: from a reference model with the same classes, or else from the labels of the pictures. */
export async function expectViews(probes: readonly Probe[], options: ExpectViewsOptions): Promise<ExpectedViews> {
  const { reference, labels } = options
  const free = viewsOf(probes, { ...options, share: shares.free })
  const expected = reference === undefined ? undefined : await askReference(reference, free, options)
  if (reference !== undefined && expected !== undefined) return { views: free, expected, by: { model: reference.name } }
  if (labels === undefined || probes.every(({ label }) => label === undefined))
    return { views: free, expected: free.map(() => new Map<number, number>()), by: "nobody" }
  const views = viewsOf(probes, { ...options, share: shares.labelled })
  const names = views.map(({ picture }) => probes[picture]!.label)
  return { views, expected: expectedFromLabels(names, labels), by: "labels" }
}

/** Undefined if these views show too few classes that both models have. */
async function askReference(
  reference: Classifier,
  views: readonly View[],
  { labels, size, batchSize, signal }: ExpectViewsOptions,
): Promise<readonly Expected[] | undefined> {
  if (reference.labels === undefined) return undefined
  const images = views.map(({ image }) => fitImage(image, reference.inputSize ?? size, reference.resize).image)
  const answers = asProbabilities(await askPictures(reference, images, { batchSize, signal }), reference.scale)
  const expected = expectedFromReference(answers, { referenceLabels: reference.labels, labels })
  const known = expected.filter((one) => one.size > 0).length
  return known >= Math.max(leastKnown.views, leastKnown.share * views.length) ? expected : undefined
}
