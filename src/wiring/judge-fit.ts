import { fitImage } from "../image/fit-image.ts"
import type { Abortable, Classifier, Fit, Preprocessing } from "../types.ts"
import { affinity } from "./affinity.ts"
import { asProbabilities } from "./as-probabilities.ts"
import { askPictures } from "./ask-pictures.ts"
import { expectedFromLabels } from "./expected-answers.ts"
import { pairedDifference } from "./paired.ts"
import { rewire } from "./rewire.ts"
import type { Probe, WiringCheck } from "./wiring-record.ts"

/** How many labelled pictures with other proportions than the model's are needed. */
const leastPictures = 12

/** Proportions that differ by less than this factor look the same squashed, cropped or padded. */
const leastDifference = 1.1

const margin = { mean: 0.03, t: 2.5 }

export interface CheckFitOptions {
  /** The best setting apart from the fit. */
  readonly setting: Preprocessing
  readonly declared: Preprocessing
  readonly labels: readonly string[] | undefined
  readonly batchSize: number
  readonly signal?: Abortable | undefined
}

/**
 * Whether squashed, cropped or padded pictures are recognized best. Only pictures of known classes can tell: another model's answers would favour the fit
 * of that model. Pictures with the model's own proportions tell nothing.
 */
export async function checkFit(
  classifier: Classifier,
  probes: readonly Probe[],
  { setting, declared, labels = [], batchSize, signal }: CheckFitOptions,
): Promise<{ readonly check: WiringCheck; readonly better?: Fit; readonly asked: number }> {
  const { width, height } = setting.size
  const all = expectedFromLabels(
    probes.map(({ label }) => label),
    labels,
  )
  const usable = probes.flatMap(({ image }, i) => {
    const ratio = (image.width / image.height) * (height / width)
    return all[i]!.size > 0 && Math.max(ratio, 1 / ratio) >= leastDifference ? [i] : []
  })
  if (usable.length < leastPictures) {
    const finding = { kind: "too-few-pictures", pictures: usable.length, needed: leastPictures } as const
    return { check: { name: "fit", state: "untold", finding }, asked: 0 }
  }
  const expected = usable.map((i) => all[i]!)
  const scoreWith = async (fit: Fit): Promise<Float64Array> => {
    const images = usable.map((i) => {
      const seen = fitImage(probes[i]!.image, setting.size, { fit, filter: setting.filter }).image
      return rewire(seen, { from: declared, to: setting })
    })
    return affinity(
      asProbabilities(await askPictures(classifier, images, { batchSize, signal }), classifier.scale),
      expected,
    )
  }
  const own = await scoreWith(declared.fit)
  let next: { fit: Fit; mean: number; t: number } = { fit: declared.fit, mean: 0, t: 0 }
  for (const fit of (["squash", "crop", "pad"] as const).filter((one) => one !== declared.fit)) {
    const found = pairedDifference(await scoreWith(fit), own)
    if (next.fit === declared.fit || found.mean > next.mean) next = { fit, ...found }
  }
  const value = own.reduce((sum, one) => sum + one, 0) / own.length
  const finding = {
    kind: "fit",
    declared: declared.fit,
    next: next.fit,
    agreement: value,
    nextAgreement: value + next.mean,
    pictures: usable.length,
  } as const
  const asked = 3 * usable.length
  if (next.mean < margin.mean || next.t < margin.t) return { check: { name: "fit", state: "ok", finding }, asked }
  return { check: { name: "fit", state: "flagged", finding, remedy: { fit: next.fit } }, better: next.fit, asked }
}
