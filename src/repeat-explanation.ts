import { checkPicture } from "./asking/start-record.ts"
import type { EvidenceOptions } from "./evidence/evidence-options.ts"
import { explainWithEvidence } from "./evidence/explain-with-evidence.ts"
import { recordedPlan } from "./evidence/recorded-plan.ts"
import { explain } from "./explain.ts"
import type { Explanation } from "./explanation.ts"
import { describeFill } from "./fills/describe-fill.ts"
import { recordedFill } from "./fills/recorded-fill.ts"
import { type FillOption, resolveFill } from "./fills/resolve-fill.ts"
import { toModelSize } from "./image/to-model-size.ts"
import { recordedRegions } from "./regions/recorded-regions.ts"
import type { ScoreFunctionOption, TargetOption } from "./scoring/resolve-targets.ts"
import { scoreBatches } from "./scoring/score-batches.ts"
import type { Abortable, Classifier, DesignName, Fill, Image } from "./types.ts"

/** The record, how the model is asked, and what a record cannot hold. */
export interface RepeatExplanationOptions
  extends Pick<EvidenceOptions, "batchSize" | "signal" | "onProgress" | "onStage" | "picture"> {
  /** What is asked again. */
  readonly record: Explanation
  /** The record's fills in turn, where one of them is your own. */
  readonly fills?: readonly FillOption[]
  /** The score function, where the record explains one. */
  readonly target?: ScoreFunctionOption
}

/**
 * Asks a model again what a record says was asked: the same regions, fills, target, seed and evidence. The same model and picture give the same record.
 *
 * A record whose `evidence.missing` names stages that were not finished is asked for those as well.
 *
 * @param image the picture that was explained, as it was given to `explain`.
 *
 * @throws RangeError for a model of another number of classes or another input size, and for a fill or score function that the record
 * cannot hold and that was not given, or a method that is none of this package; else as `explain` and `explainWithEvidence` do.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid, repeatExplanation, viewOf } from "gridexplainer"
 * const image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(204, 51) } as const
 * const model = functionModel((images) => images.map(({ data }) => [data[0]! / 255]))
 * const record = await explain(model, image, { regions: grid({ rows: 1, columns: 2 }), fill: 0 })
 * const again = await repeatExplanation(model, image, { record })
 * viewOf(again).effects // => [0.8, 0]
 * ```
 */
export async function repeatExplanation(
  classifier: Classifier,
  image: Image,
  options: RepeatExplanationOptions,
): Promise<Explanation> {
  const { record, fills: ownFills, target: ownTarget, ...how } = options
  const { evidence, seed } = record
  const fills = fillsOf(record, ownFills)
  const common = { ...how, seed, regions: () => recordedRegions(record), target: targetOf(record, ownTarget) }
  const asked = evidence === undefined ? undefined : recordedPlan(record.plan)
  checkPicture(image)
  checkSize(classifier, image, record)
  await checkClasses(classifier, image, { classes: record.model.classes, signal: options.signal })
  const again =
    asked === undefined
      ? await explain(classifier, image, { ...common, fill: fills[0]!, design: designOf(record) })
      : await explainWithEvidence(classifier, image, { ...common, fills, evidence: asked })
  return shownAs(record, chosenAs(record, again))
}

function fillsOf({ fills: recorded }: Explanation, given: readonly FillOption[] | undefined): readonly Fill[] {
  if (given === undefined) return recorded.map(recordedFill)
  const fills = given.map(resolveFill)
  const [wanted, got] = [recorded, fills.map(describeFill)].map((list) => JSON.stringify(list))
  if (wanted !== got) throw new RangeError(`fills must be those of the record, ${wanted}, got ${got}`)
  return fills
}

function targetOf({ target }: Explanation, given: ScoreFunctionOption | undefined): TargetOption {
  if (target.chosenBy === "function") {
    if (given?.name === target.label) return given
    const got = given === undefined ? "nothing" : `"${given.name}"`
    throw new RangeError(
      `the record explains the score function "${target.label}", which it cannot hold: give it as target, got ${got}`,
    )
  }
  if (given !== undefined)
    throw new RangeError(`target is for records of a score function, got "${given.name}" for one of ${target.label}`)
  return target.chosenBy === "margin" ? { target: target.index, against: target.against.index } : target.index
}

function checkSize({ name, inputSize }: Classifier, image: Image, { seen: { size } }: Explanation): void {
  const { width, height } = inputSize ?? image
  if (width === size.width && height === size.height) return
  const what = inputSize === undefined ? "a picture" : "a model that takes pictures"
  const got = `${width} x ${height}${inputSize === undefined ? "" : ` of model "${name}"`}`
  throw new RangeError(`expected ${what} of ${size.width} x ${size.height} pixels, as in the record, got ${got}`)
}

/** Asks once more about the untouched picture where only an answer can tell, rather than a whole run in vain. */
async function checkClasses(
  classifier: Classifier,
  image: Image,
  { classes, signal }: { readonly classes: number; readonly signal: Abortable | undefined },
): Promise<void> {
  const got = classifier.labels?.length ?? (await classesOf(classifier, image, signal))
  if (got !== classes)
    throw new RangeError(`expected a model of ${classes} classes, as in the record, got ${got} of "${classifier.name}"`)
}

async function classesOf(classifier: Classifier, photo: Image, signal: Abortable | undefined): Promise<number> {
  const { image } = toModelSize(photo, classifier)
  const untouched = { variants: [{ hidden: [], edits: [] }], total: 1, batchSize: 1, signal }
  for await (const { scores } of scoreBatches(classifier, image, untouched)) return scores.columns
  return 0
}

/** The class was asked for by its index; how it was chosen stays, unless the model's own answer is another one now. */
function chosenAs({ target: before }: Explanation, again: Explanation): Explanation {
  const { target, top } = again
  if (target.chosenBy !== "index" || before.chosenBy === "margin" || before.chosenBy === "function") return again
  const isOther = before.chosenBy === "predicted" && top[0]!.index !== target.index
  return isOther ? again : { ...again, target: { ...target, chosenBy: before.chosenBy } }
}

/** The same effects stand in front again; a run that was stopped may not know them all. */
function shownAs({ shown }: Explanation, again: Explanation): Explanation {
  const wanted = again.attributions.find(({ method }) => method === shown)
  return wanted === undefined || wanted.effects.includes(null) ? again : { ...again, shown }
}

function designOf({ shown }: Explanation): DesignName {
  const name = designNames.find((one) => one === shown)
  if (name === undefined)
    throw new RangeError(`expected a record of ${designNames.join(" or ")}, or with evidence, got one of ${shown}`)
  return name
}

const designNames: readonly DesignName[] = ["one-at-a-time", "all-but-one"]
