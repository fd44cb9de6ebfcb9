import { type AskingOptions, openRun } from "./asking/open-run.ts"
import { chooseQuestion, type QuestionOptions } from "./evidence/choose-question.ts"
import { type GatherOptions, gatherEvidence } from "./evidence/gather-evidence.ts"
import type { Explanation } from "./explanation.ts"
import type { TargetOption, TargetsOption } from "./scoring/resolve-targets.ts"
import type { Classifier, Image } from "./types.ts"

/** What is asked about a picture, and how. */
export interface ExplainOptions extends AskingOptions, QuestionOptions, Pick<GatherOptions, "onStage" | "onPartial"> {}

/**
 * Explains one answer of a classifier: hides regions of the picture, asks again, and records how the score changed, with what a reader needs to trust it:
 * the effect of each region hidden alone, the noise floor, an order of all regions from random masks, the smallest sets that are enough or needed, and how
 * faithful the map is compared with random ones. `{ evidence: "none" }` hides each region once and asks nothing else.
 *
 * @param options `target` is what to explain: the model's own answer (default), a class index, a label, the lead of one class over another, or a score
 * function. `regions` default to `grid(8)`, `evidence` to `"standard"`, `seed` to 0.
 *
 * @returns a plain record; `attributions[0].effects[i]` is in points of the score, plus where region `i` supports the answer.
 *
 * @throws RangeError or TypeError for an invalid picture, regions, fill, method or target; GridExplainerError when the model fails; `signal.reason` on abort.
 * After an abort that comes once the effects are known, a record is returned instead, and its `evidence.missing` says what was not done. Before that,
 * `onPartial` is given what is known so far.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * const image = { width: 2, height: 2, channels: 1, data: Uint8Array.of(255, 0, 0, 51) } as const
 * const sum = functionModel((images) => images.map(({ data }) => [(data[0]! + data[1]! + data[2]! + data[3]!) / 1020]))
 * const explanation = await explain(sum, image, { regions: grid(2), fill: 0, evidence: "none" })
 * explanation.target.score // => 0.3
 * explanation.attributions[0]!.effects // => [0.25, 0, 0, 0.05]
 * ```
 */
export async function explain(
  classifier: Classifier,
  image: Image,
  options: ExplainOptions & { readonly target?: TargetOption } = {},
): Promise<Explanation> {
  const { target = "predicted", ...rest } = options
  const [explanation] = await explainTargets(classifier, image, { ...rest, targets: [target] })
  return explanation!
}

/**
 * Explains several targets from the same pictures: `{ top: 3 }`, or a list of indices and labels. One record per target, in their order.
 *
 * They share the random masks and all pictures with one region hidden; masks that are chosen from the answers so far are chosen for the targets in turn.
 * Only sets, pairs and the curves of a map are asked for each target: see `callsOf`.
 *
 * @param options `targets` says what to explain; the rest is as for `explain`.
 * @throws as `explain` does.
 *
 * @example
 * ```ts
 * import { explainTargets, functionModel, grid } from "gridexplainer"
 * const image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(204, 51) } as const
 * const model = functionModel((images) => images.map(({ data }) => [data[0]! / 255, data[1]! / 255]))
 * const options = { regions: grid({ rows: 1, columns: 2 }), fill: 0, evidence: "none" } as const
 * const both = await explainTargets(model, image, { ...options, targets: { top: 2 } })
 * both.map(({ attributions }) => attributions[0]!.effects) // => [[0.8, 0], [0, 0.2]]
 * ```
 */
export async function explainTargets(
  classifier: Classifier,
  image: Image,
  options: ExplainOptions & { readonly targets: TargetsOption },
): Promise<readonly Explanation[]> {
  const { targets } = options
  const question = chooseQuestion(options)
  const count = "top" in targets ? targets.top : targets.length
  const { fills, method } = question
  const run = await openRun(classifier, image, {
    ...(method.regions === undefined ? {} : { regions: method.regions }),
    ...{ ...options, fills, targets },
    expected: (subject) => question.callsFor(subject, count),
  })
  return gatherEvidence(run, { ...options, question })
}
