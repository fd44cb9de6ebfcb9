import { fitImage } from "../image/fit-image.ts"
import type { Abortable, Classifier, Image, Preprocessing, Scores } from "../types.ts"
import { alternativeSettings } from "./alternative-settings.ts"
import { asProbabilities } from "./as-probabilities.ts"
import { checkAnswers, checkScale, checkSoftmax } from "./check-answers.ts"
import { checkLabelCount, labelNamesCheck } from "./check-labels.ts"
import { checkRepeats } from "./check-repeats.ts"
import { expectViews } from "./expect-views.ts"
import { checkFit } from "./judge-fit.ts"
import { judgeNames } from "./judge-names.ts"
import { type Contest, sampleSize } from "./judge-settings.ts"
import { judgeWiring } from "./judge-wiring.ts"
import type { ModelLayers } from "./layer-distance.ts"
import { rewire } from "./rewire.ts"
import { settingAsker } from "./setting-asker.ts"
import { settingChecks } from "./setting-checks.ts"
import type { Probe, WiringReport } from "./wiring-record.ts"

/** The options of `checkWiring`. */
export interface CheckWiringOptions {
  /** Another model whose answers are trusted, such as the embedded one: it says what pictures show, for the classes that both models have. */
  readonly reference?: Classifier | undefined
  /** The statistics of the model's first layers. */
  readonly layers?: ModelLayers | undefined
  /** The class names to check, instead of the classifier's own: there may be too many, too few, or they may be shifted. */
  readonly labels?: readonly string[] | undefined
  /** How many views are cut out of the pictures in all. @default 96 */
  readonly views?: number
  /** Pictures per call. @default 8 */
  readonly batchSize?: number
  /** The seed for choosing the views. @default 0 */
  readonly seed?: number
  readonly signal?: Abortable | undefined
  /** Called with how many pictures were scored so far, and what is being checked. */
  readonly onProgress?: ((asked: number, what: string) => void) | undefined
}

/**
 * Tries a model as declared and with other settings, and reports what is wrong with its wiring: what its scores are, its labels, its order of channels,
 * range, mean and standard deviation, layout and fit, and whether it gives the same answer twice, alone and in a batch.
 *
 * The settings are judged by the statistics of the first layers if these are given; by names (from a reference model or labelled pictures) if
 * enough of them are known; otherwise by how well the answers tell pictures apart.
 *
 * @throws RangeError without pictures; what the model throws; `signal.reason` on abort.
 *
 * @example
 * ```ts
 * import { functionModel } from "gridexplainer"
 * import { checkWiring } from "gridexplainer/wiring"
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
  const { reference, layers, views: count = 96, batchSize = 8, seed = 0, signal, onProgress } = options
  const declared = declaredSetting(classifier, probes)
  const labels = options.labels ?? classifier.labels
  const asking = { batchSize, signal }
  const pictures = await expectViews(probes, { reference, labels, size: declared.size, count, seed, ...asking })
  const images = pictures.views.map(({ image }) => image)
  const sample = sampleSize(images.length)

  const repeats = images.slice(0, 8).map((image) => seenAs(image, declared))
  const repeated = await checkRepeats(classifier, repeats, asking)
  const onAsked = (asked: number): void => onProgress?.(repeated.asked + asked, "trying settings")
  const asker = settingAsker(classifier, images, { ...asking, declared, onAsked })
  const raw = await asker.ask(declared, sample)
  const scale = scaleOf(raw, classifier)
  const contest: Contest = {
    declared,
    alternatives: alternativeSettings(declared),
    views: images.length,
    answers: async (setting, wanted) => asProbabilities(await asker.ask(setting, wanted), scale),
  }
  const names = await judgeNames(contest, pictures.expected)
  const judged = await judgeWiring(contest, { names, pictures, layers, ...asking })
  const fit = await checkFit(classifier, probes, { setting: judged.best, declared, labels, ...asking })
  const better = fit.better === undefined ? judged.best : { ...judged.best, fit: fit.better }
  return {
    format: "gridexplainer-wiring",
    version: 2,
    model: { name: classifier.name, classes: raw.columns, scale: classifier.scale },
    declared,
    ...(better === declared ? {} : { better }),
    checks: [
      checkAnswers(raw, scale),
      checkScale(raw, classifier.scale),
      checkSoftmax(await contest.answers(judged.best, sample)),
      checkLabelCount(labels, raw.columns),
      labelNamesCheck(names, { by: pictures.by, labels, columns: raw.columns }),
      ...settingChecks(judged, { declared, isDeclared: classifier.description?.preprocessing !== undefined }),
      fit.check,
      ...repeated.checks,
    ],
    pictures: probes.length,
    views: images.length,
    asked: asker.asked() + repeated.asked + judged.asked + fit.asked,
    seed,
  }
}

/** What the scores are, whatever is declared: numbers outside 0 to 1 are logits. */
function scaleOf(scores: Scores, { scale }: Classifier): Classifier["scale"] {
  if (scale === "probability" && checkScale(scores, "probability").state === "flagged") return "logit"
  return scale === "logit" && checkScale(scores, "logit").state === "flagged" ? "probability" : scale
}

/** A function does its own preprocessing: it gets pictures as they are. */
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

/** A view as the model sees it; grey views become RGB if the model takes RGB, so that all fit into one batch. */
function seenAs(image: Image, declared: Preprocessing): Image {
  const { size, fit, filter } = declared
  return rewire(fitImage(image, size, { fit, filter }).image, { from: declared, to: declared })
}
