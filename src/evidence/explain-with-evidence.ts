import { prepareRun, type Run } from "../asking/prepare-run.ts"
import { checkPicture, startRecord } from "../asking/start-record.ts"
import type { EvidencePlan } from "../evidence-record.ts"
import type { Explanation } from "../explanation.ts"
import { describeFill } from "../fills/describe-fill.ts"
import { pixelsSha256 } from "../image/pixels-sha256.ts"
import { checkSeed } from "../random.ts"
import type { Classifier, Image } from "../types.ts"
import type { EvidenceOptions } from "./evidence-options.ts"
import { gatherEvidence } from "./gather-evidence.ts"

/**
 * Explains one answer with all that is needed to trust it: the effect of each region on average with an interval, its effect alone, the noise floor, smallest sets
 * that are enough or needed, and how faithful the order is beside random ones.
 *
 * Effects on average stand in front, since they point at the right regions with fewer model calls: see docs/benchmarks.md. `viewOf` reads those alone.
 *
 * @throws RangeError or TypeError for a picture, grid, fill or target that cannot be; GridExplainerError when the model fails; what `signal` was aborted with,
 * unless the effects on average were known by then: a record then comes back whose `evidence.missing` says what was not done.
 *
 * @example
 * ```ts
 * import { explainWithEvidence, functionModel, grid } from "gridexplainer"
 * const image = { width: 4, height: 4, channels: 1, data: Uint8Array.from({ length: 16 }, (_, i) => (i === 5 ? 255 : 0)) } as const
 * const dot = functionModel((images) => images.map(({ data }) => [data[5]! / 255, 1 - data[5]! / 255]))
 * const explanation = await explainWithEvidence(dot, image, { regions: grid(4), fills: [0], evidence: "quick" })
 * explanation.attributions[0]!.order![0] // => 5
 * explanation.evidence!.missing // => []
 * ```
 */
export async function explainWithEvidence(
  classifier: Classifier,
  image: Image,
  options: EvidenceOptions = {},
): Promise<Explanation> {
  const { seed = 0 } = options
  checkPicture(image)
  checkSeed(seed)
  const run = await prepareRun(classifier, image, options)
  const { attributions, evidence } = await gatherEvidence(run, options)
  const start = startRecord(classifier, {
    image,
    facts: options.picture,
    pixelsSha256: await pixelsSha256(image),
    classes: run.classes,
    seen: run.seen,
    regions: run.regions,
    seed,
  })
  return {
    ...start,
    fills: run.fills.map(describeFill),
    target: run.target,
    top: run.top,
    attributions,
    shown: attributions[0]!.method,
    plan: partsOf(run.plan),
    evidence,
    asked: run.asked(),
  }
}

/** The plan as the record holds it: an object of parts. */
function partsOf(plan: Run["plan"]): EvidencePlan {
  return {
    ...(plan.level === "custom" ? {} : { level: plan.level }),
    noise: { checks: plan.noise, effects: plan.effectNoise },
    average: { masks: plan.masks, ...(plan.randomShare === undefined ? {} : { randomShare: plan.randomShare }) },
    ...(plan.alone === 0 ? {} : { alone: { most: plan.alone, fills: plan.aloneFills } }),
    ...(plan.shifted ? { shifted: true } : {}),
    ...(plan.sets === 0 ? {} : { sets: { budget: plan.sets } }),
    ...(plan.pairs < 2 ? {} : { pairs: { candidates: plan.pairs } }),
    ...(plan.hidden.length === 0
      ? {}
      : { faithfulness: { hidden: plan.hidden, randomOrders: plan.randomOrders, pixels: plan.pixels } }),
  }
}
