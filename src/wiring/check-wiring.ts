import { fitImage } from "../image/fit-image.ts"
import type { Abortable, Classifier, Preprocessing, Scores } from "../types.ts"
import type { Expected } from "./affinity.ts"
import { alternativeSettings, sameLevels } from "./alternative-settings.ts"
import { asProbabilities } from "./as-probabilities.ts"
import { askPictures } from "./ask-pictures.ts"
import { checkAnswers, checkScale, checkSoftmax } from "./check-answers.ts"
import { checkLabelCount, labelNamesCheck } from "./check-labels.ts"
import { checkRepeats } from "./check-repeats.ts"
import { expectedFromLabels, expectedFromReference } from "./expected-answers.ts"
import { checkFit } from "./judge-fit.ts"
import { judgeNames, type NamesVerdict } from "./judge-names.ts"
import { type Contest, judgeByLayers, judgeByNames, judgeBySpread, sampleSize, type Verdict } from "./judge-settings.ts"
import { rewire } from "./rewire.ts"
import { settingAsker } from "./setting-asker.ts"
import { settingChecks } from "./setting-checks.ts"
import { type View, viewsOf } from "./views-of.ts"
import type { Probe, WiringCheck, WiringReport } from "./wiring-record.ts"

export interface CheckWiringOptions {
  /** Another model whose answers are to be trusted, such as the embedded one: it says what pictures show, as far as the classes are the same. */
  readonly reference?: Classifier | undefined
  /** The statistics of the model's first layers, as `layerStatistics` makes them: a classifier that has the same preprocessing. */
  readonly layers?: { readonly classifier: Classifier; readonly channels: readonly number[] } | undefined
  /** The names that people gave to the classes, in place of the classifier's own: they may be too many, too few or shifted. */
  readonly labels?: readonly string[] | undefined
  /** Views that are cut out of the pictures, in all. @default 96 */
  readonly views?: number
  /** Pictures a call. @default 8 */
  readonly batchSize?: number
  /** Draws the views. @default 0 */
  readonly seed?: number
  readonly signal?: Abortable | undefined
  /** Told how many pictures were scored so far, and what is looked at. */
  readonly onProgress?: ((asked: number, what: string) => void) | undefined
}

/** Views of labelled pictures stay close to the whole; others are cut freely, since nobody says what is on them. */
const shares = { labelled: [0.8, 1], free: [0.3, 0.9] } as const

/**
 * Tries a model as it was declared and otherwise, and tells what is wrong with its wiring: what its scores are, its names, its order of channels,
 * range, mean and standard deviation, layout and fit, and whether it answers the same twice, alone and among others.
 *
 * The settings are judged by the statistics of the first layers where they are given, by names (of a reference, or of labelled pictures) where
 * enough of them are known, else by how well the answers tell pictures apart.
 *
 * @throws RangeError without pictures; what the model throws; what `signal` was aborted with.
 *
 * @example
 * ```ts
 * import { checkWiring } from "gridexplainer/node"
 * const square = (level: number) => ({ width: 1, height: 1, channels: 1, data: Uint8Array.of(level) }) as const
 * const bright = functionModel((images) => images.map(({ data }) => [data[0]! / 255, 1 - data[0]! / 255]), { inputSize: { width: 1, height: 1 } })
 * const report = await checkWiring(bright, [0, 50, 100, 150, 200, 220, 240, 255].map((level) => ({ image: square(level) })))
 * report.checks.find(({ name }) => name === "scale")?.state // => "ok"
 * ```
 */
export async function checkWiring(
  classifier: Classifier,
  probes: readonly Probe[],
  options: CheckWiringOptions = {},
): Promise<WiringReport> {
  if (probes.length === 0) throw new RangeError("check needs at least one picture, got none")
  const { batchSize = 8, seed = 0, signal, onProgress } = options
  const declared = declaredSetting(classifier, probes)
  const labels = options.labels ?? classifier.labels
  const plan = { ...options, declared, labels, batchSize, seed }
  const { views, expected, by } = await expectations(probes, plan)
  let before = 0
  const asker = settingAsker(
    classifier,
    views.map(({ image }) => image),
    { batchSize, signal, declared, onAsked: (asked) => onProgress?.(before + asked, "trying settings") },
  )
  const raw = await asker.ask(declared, sampleSize(views.length))
  const repeated = await checkRepeats(
    classifier,
    views.slice(0, 8).map(({ image }) => seenAs(image, declared)),
    { batchSize, signal },
  )
  before = repeated.asked
  const contest: Contest = {
    declared,
    alternatives: alternativeSettings(declared),
    views: views.length,
    answers: async (setting, count) => asProbabilities(await asker.ask(setting, count), scaleOf(raw, classifier)),
  }
  const names = await judgeNames(contest, expected)
  const judged = await judge(contest, { names, expected, by, plan, views })
  const fit = await checkFit(classifier, probes, { setting: judged.best, declared, labels, batchSize, signal })
  const checks: WiringCheck[] = [
    checkAnswers(raw, scaleOf(raw, classifier)),
    checkScale(raw, classifier.scale),
    checkSoftmax(asProbabilities(raw, scaleOf(raw, classifier))),
    checkLabelCount(labels, raw.columns),
    labelNamesCheck(names, { by, labels, columns: raw.columns }),
    ...settingChecks(judged, { declared, isDeclared: classifier.description?.preprocessing !== undefined }),
    fit.check,
    ...repeated.checks,
  ]
  const better = fit.better === undefined ? judged.best : { ...judged.best, fit: fit.better }
  return {
    format: "gridexplainer-wiring",
    version: 1,
    model: { name: classifier.name, classes: raw.columns, scale: classifier.scale },
    declared,
    ...(better === declared ? {} : { better }),
    checks,
    pictures: probes.length,
    views: views.length,
    asked: asker.asked() + repeated.asked + judged.asked + fit.asked,
    seed,
  }
}

type Plan = CheckWiringOptions & {
  readonly declared: Preprocessing
  readonly labels: readonly string[] | undefined
  readonly batchSize: number
  readonly seed: number
}

/** What is known about the pictures: a reference's answers, or else the labels that people gave. */
async function expectations(
  probes: readonly Probe[],
  plan: Plan,
): Promise<{ readonly views: readonly View[]; readonly expected: readonly Expected[]; readonly by: string }> {
  const { reference, labels, declared, views: count = 96, seed, batchSize, signal } = plan
  const free = viewsOf(probes, { size: declared.size, count, share: shares.free, seed })
  const places = reference?.labels
  if (reference !== undefined && places !== undefined) {
    const images = free.map(
      ({ image }) => fitImage(image, reference.inputSize ?? declared.size, reference.resize).image,
    )
    const answers = asProbabilities(await askPictures(reference, images, { batchSize, signal }), reference.scale)
    const expected = expectedFromReference(answers, { referenceLabels: places, labels })
    const known = expected.filter(({ size }) => size > 0).length
    if (known >= Math.max(8, free.length / 4)) return { views: free, expected, by: `the answers of ${reference.name}` }
  }
  if (labels === undefined || probes.every(({ label }) => label === undefined))
    return { views: free, expected: free.map(() => new Map<number, number>()), by: "nothing" }
  const views = viewsOf(probes, { size: declared.size, count, share: shares.labelled, seed })
  const names = views.map(({ picture }) => probes[picture]!.label)
  return { views, expected: expectedFromLabels(names, labels), by: "the labels of the pictures" }
}

interface Judged extends Verdict {
  /** What can be said of the order of the channels: layers alone say nothing. */
  readonly tellsOrder: boolean
  readonly asked: number
}

/** Levels by the layers where there are any, then everything by names or by spread. */
async function judge(
  contest: Contest,
  facts: {
    readonly names: NamesVerdict
    readonly expected: readonly Expected[]
    readonly by: string
    readonly plan: Plan
    readonly views: readonly View[]
  },
): Promise<Judged> {
  const { names, expected, by, plan, views } = facts
  const { layers, declared, batchSize, signal } = plan
  const first =
    layers === undefined
      ? undefined
      : settingAsker(
          layers.classifier,
          views.map(({ image }) => image),
          { declared, batchSize, signal },
        )
  const byLayers =
    first === undefined || layers === undefined
      ? undefined
      : await judgeByLayers(first, {
          channels: layers.channels,
          declared,
          alternatives: contest.alternatives.filter(
            (one) => one.layout !== declared.layout || !sameLevels(one, declared),
          ),
          views: sampleSize(views.length),
        })
  const asked = first?.asked() ?? 0
  const alternatives =
    byLayers === undefined
      ? contest.alternatives
      : [declared, ...contest.alternatives].filter((one) => isOrderOf(one, byLayers.best))
  const next: Contest = { ...contest, declared: byLayers?.best ?? declared, alternatives }
  if (names.state === "fit") {
    const byNames = await judgeByNames(next, { expected, shift: names.shift, by })
    return { best: byNames.best, told: toldBy(byLayers, byNames, declared), tellsOrder: true, asked }
  }
  if (byLayers !== undefined) return { ...byLayers, tellsOrder: false, asked }
  return { ...(await judgeBySpread(next)), tellsOrder: true, asked }
}

/** The same levels and layout, the other order of channels. */
function isOrderOf(one: Preprocessing, best: Preprocessing): boolean {
  return one.order !== best.order && one.layout === best.layout && sameLevels(one, best)
}

/** What is told last is what decided. */
function toldBy(byLayers: Verdict | undefined, byNames: Verdict, declared: Preprocessing): string {
  if (byLayers === undefined) return byNames.told
  return byNames.best === byLayers.best && byLayers.best !== declared
    ? byLayers.told
    : `${byLayers.told}; ${byNames.told}`
}

/** What the scores are, whatever they are said to be: numbers outside 0 to 1 are logits. */
function scaleOf(scores: Scores, { scale }: Classifier): Classifier["scale"] {
  if (scale === "probability" && checkScale(scores, "probability").state === "flagged") return "logit"
  return scale === "logit" && checkScale(scores, "logit").state === "flagged" ? "probability" : scale
}

/** A function's wiring is its own affair: it gets pictures as they are. */
function declaredSetting(classifier: Classifier, probes: readonly Probe[]): Preprocessing {
  const { description, inputSize, resize = { fit: "squash", filter: "bilinear" } } = classifier
  const { width, height, channels } = probes[0]!.image
  return (
    description?.preprocessing ?? {
      ...resize,
      size: inputSize ?? { width, height },
      layout: "NCHW",
      order: channels === 1 ? "gray" : "RGB",
      range: [0, 255],
      mean: [0],
      std: [1],
    }
  )
}

/** As the model sees a view; grey views become colour ones where it takes colour, so that all fit into one batch. */
function seenAs(image: View["image"], declared: Preprocessing): View["image"] {
  const { size, fit, filter } = declared
  return rewire(fitImage(image, size, { fit, filter }).image, { from: declared, to: declared })
}
