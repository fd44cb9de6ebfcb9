import { openRun } from "./asking/open-run.ts"
import { asksAlone, chooseQuestion } from "./evidence/choose-question.ts"
import { gatherEvidence } from "./evidence/gather-evidence.ts"
import type { ExplainOptions } from "./explain.ts"
import type { Explanation } from "./explanation.ts"
import { describeFill } from "./fills/describe-fill.ts"
import { recordedFill } from "./fills/recorded-fill.ts"
import { type FillOption, resolveFill } from "./fills/resolve-fill.ts"
import type { Method } from "./methods/method.ts"
import { type MethodName, type MethodOption, methodNames } from "./methods/resolve-method.ts"
import { recordedRegions } from "./regions/recorded-regions.ts"
import type { ScoreFunctionOption, TargetOption } from "./scoring/resolve-targets.ts"
import type { Classifier, Fill, Image } from "./types.ts"

/** The record, how the model is asked, and what a record cannot hold. */
export interface RepeatExplanationOptions
  extends Pick<ExplainOptions, "batchSize" | "signal" | "onProgress" | "onStage" | "picture" | "wrapAsk"> {
  /** The record whose questions are asked again. */
  readonly record: Explanation
  /** All of the record's fills, in its order; needed if one of them is your own. */
  readonly fills?: readonly FillOption[]
  /** The score function; needed if the record explains one. */
  readonly target?: ScoreFunctionOption
  /** The method; needed if it is your own. */
  readonly method?: Method
}

/**
 * Asks a model the questions of a record again: the same regions, fills, targets, seed, method and plan. The same model and picture give the same record.
 *
 * If the record's `evidence.missing` names stages that were not finished, they are asked as well.
 *
 * @param image the picture that was explained, as it was given to `explain`.
 *
 * @throws RangeError for a model with another number of classes or input size, and for a fill, score function or method that the record
 * cannot hold and that was not given; otherwise as `explain` does.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid, repeatExplanation } from "gridexplainer"
 * const image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(204, 51) } as const
 * const model = functionModel((images) => images.map(({ data }) => [data[0]! / 255]))
 * const options = { regions: grid({ rows: 1, columns: 2 }), fill: 0, evidence: "none" } as const
 * const record = await explain(model, image, options)
 * const again = await repeatExplanation(model, image, { record })
 * again.attributions[0]!.effects // => [0.8, 0]
 * ```
 */
export async function repeatExplanation(
  classifier: Classifier,
  image: Image,
  options: RepeatExplanationOptions,
): Promise<Explanation> {
  const { record, fills, target, method, ...how } = options
  const { plan, seed, together = { targets: [record.target], place: 0 } } = record
  const question = chooseQuestion({
    evidence: plan,
    ...(isMeasured(record) ? {} : { method: methodOf(record, method) }),
    fills: fillsOf(record, fills),
  })
  const targets = together.targets.map((one) => targetOf(one, target))
  checkSize(classifier, image, record)
  checkClasses(classifier, record, classifier.labels?.length)
  const run = await openRun(classifier, image, {
    ...{ ...how, seed, targets, fills: question.fills },
    regions: () => recordedRegions(record),
    expected: (subject) => question.callsFor(subject, targets.length),
  })
  checkClasses(classifier, record, run.classes)
  const again = (await gatherEvidence(run, { ...how, question }))[together.place]!
  return shownAs(record, chosenAs(record, again))
}

/** Whether what was measured stands first, and no method was named: one that hides regions alone takes that part out of the plan. */
function isMeasured({ attributions: [front], plan, regions: { boxes } }: Explanation): boolean {
  return asksAlone[front!.means] && (plan.alone?.most ?? 0) >= boxes.length
}

function methodOf({ attributions: [front] }: Explanation, given: Method | undefined): MethodOption {
  const name = front!.method
  if (given !== undefined) {
    if (given.name === name) return given
    throw new RangeError(`method must be that of the record, "${name}", got "${given.name}"`)
  }
  if ((methodNames as readonly string[]).includes(name)) return name as MethodName
  throw new RangeError(`the record was made by the method "${name}", which it cannot hold: give the method itself`)
}

/** The record's fills; if fills were tried, in the order of the trial. */
function fillsOf({ fills: hid, evidence }: Explanation, given: readonly FillOption[] | undefined): readonly Fill[] {
  const recorded = evidence?.trials?.map(({ fill }) => fill) ?? hid
  if (given === undefined) return recorded.map(recordedFill)
  const fills = given.map(resolveFill)
  const [wanted, got] = [recorded, fills.map(describeFill)].map((list) => JSON.stringify(list))
  if (wanted !== got) throw new RangeError(`fills must be those of the record, ${wanted}, got ${got}`)
  return fills
}

function targetOf(target: Explanation["target"], given: ScoreFunctionOption | undefined): TargetOption {
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

/** Checked before a whole run is wasted; for a model without labels, its first answer tells the number of classes. */
function checkClasses({ name }: Classifier, { model: { classes } }: Explanation, got: number | undefined): void {
  if (got === undefined || got === classes) return
  throw new RangeError(`expected a model of ${classes} classes, as in the record, got ${got} of "${name}"`)
}

/** The classes were asked for by index. How they were chosen is kept, unless the model's own answer is now another one. */
function chosenAs({ target: before, together }: Explanation, again: Explanation): Explanation {
  const chosen = (target: Explanation["target"], was: Explanation["target"]): Explanation["target"] => {
    if (target.chosenBy !== "index" || was.chosenBy === "margin" || was.chosenBy === "function") return target
    const isOther = was.chosenBy === "predicted" && again.top[0]!.index !== target.index
    return isOther ? target : { ...target, chosenBy: was.chosenBy }
  }
  const targets = again.together?.targets.map((target, i) => chosen(target, together!.targets[i]!))
  return {
    ...again,
    target: chosen(again.target, before),
    ...(targets === undefined ? {} : { together: { ...again.together!, targets } }),
  }
}

/** Puts the attribution in front that the record has in front; a stopped run may not have it. */
function shownAs({ shown }: Explanation, again: Explanation): Explanation {
  return again.attributions.some(({ method }) => method === shown) ? { ...again, shown } : again
}
