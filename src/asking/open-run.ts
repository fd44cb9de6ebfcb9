import { describeFill } from "../fills/describe-fill.ts"
import { type FillOption, resolveFill } from "../fills/resolve-fill.ts"
import { pixelsSha256 } from "../image/pixels-sha256.ts"
import type { Position } from "../method.ts"
import { checkSeed } from "../random.ts"
import { grid } from "../regions/grid.ts"
import { regionPositions } from "../regions/region-positions.ts"
import { topClasses } from "../scoring/class-score.ts"
import { resolveTargets, type TargetsOption } from "../scoring/resolve-targets.ts"
import { stopwatch } from "../scoring/stopwatch.ts"
import type { Target } from "../scoring/target-score.ts"
import type {
  Abortable,
  Classifier,
  ClassScore,
  Fill,
  FillDescription,
  FillPainter,
  Image,
  Progress,
  Regions,
  ScoreScale,
  Segmenter,
} from "../types.ts"
import type { Ask } from "./ask.ts"
import { checkRegions } from "./check-regions.ts"
import { createAsk } from "./create-ask.ts"
import { firstAnswer, seePicture } from "./first-answer.ts"
import { type PictureFacts, type RecordStart, startRecord } from "./start-record.ts"

/** How a picture is asked about, whatever is asked. */
export interface AskingOptions {
  /** What is hidden as a whole. @default grid(8) */
  readonly regions?: Segmenter
  /** Seeds everything that is drawn at random. @default 0 */
  readonly seed?: number
  /** Pictures a model call. The result never depends on it. @default the model's own batch size, else measured on the first calls */
  readonly batchSize?: number | undefined
  /** Stops the run before its next model call. */
  readonly signal?: Abortable | undefined
  /** Called after every model call. */
  readonly onProgress?: ((progress: Progress) => void) | undefined
  /** What the record says about the file; fingerprints of pixels are made here. */
  readonly picture?: PictureFacts
  /**
   * Stands between the run and the model: gets what asks about these regions, and gives what is asked instead, such as one that keeps answers and
   * gives them again. The untouched picture is asked about before.
   */
  readonly wrapAsk?: (ask: Ask, regions: Regions) => Ask
}

export interface RunOptions extends AskingOptions {
  readonly fills: readonly FillOption[]
  readonly targets: TargetsOption
  /** How many pictures will be asked about, for progress. */
  readonly expected?: (subject: RunSubject) => number
}

/** What a run is about, in numbers. */
export interface RunSubject {
  /** Regions of the picture. */
  readonly regions: number
  /** How many fills there are. */
  readonly fills: number
  /** Rows and columns where the regions are a grid. */
  readonly grid?: { readonly rows: number; readonly columns: number } | undefined
  /** The shortest side of a region in pixels, where it is known. */
  readonly side?: number | undefined
}

/** What is explained, and whether its score is a share, which may be divided and taken as a factor. */
export interface RunTarget extends Target {
  readonly scale: ScoreScale
}

/** Everything that methods and evidence need: the picture as the model sees it, its regions and fills, the targets, and whom to ask. */
export interface Run {
  readonly classifier: Classifier
  /** The picture as it was given. */
  readonly picture: Image
  /** As the model sees it. */
  readonly image: Image
  readonly regions: Regions
  readonly positions: readonly Position[]
  readonly subject: RunSubject
  readonly fills: readonly Fill[]
  readonly painters: readonly FillPainter[]
  readonly targets: readonly RunTarget[]
  readonly classes: number
  /** The best classes of the untouched picture, best first. */
  readonly top: readonly ClassScore[]
  readonly seed: number
  readonly ask: Ask
  /** The same for other regions of the picture. */
  readonly askAbout: (regions: Regions) => Ask
  /** Pictures that the model was asked about so far. */
  readonly asked: () => number
  /** The start of each record, with its fills and best classes. */
  readonly record: RecordStart & { readonly fills: readonly FillDescription[]; readonly top: readonly ClassScore[] }
}

/**
 * Begins a run: checks the picture, brings it to the model's size, cuts it into regions, prepares what hides them, and asks about the untouched picture, whose
 * answer says what the targets are. Everything that is explained, repeated or checked begins here.
 *
 * @throws RangeError or TypeError for a picture, seed, fills, regions or targets that cannot be; what the model throws; what `signal` was aborted with.
 *
 * @example
 * ```ts
 * import { functionModel, grid, openRun } from "gridexplainer"
 * const image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(204, 51) } as const
 * const model = functionModel((images) => images.map(({ data }) => [data[0]! / 255, data[1]! / 255]))
 * const run = await openRun(model, image, { regions: grid({ rows: 1, columns: 2 }), fills: [0], targets: [0, 1] })
 * const [answer] = await run.ask([{ hidden: [0] }])
 * answer!.scores // => [0, 0.2]
 * run.asked() // => 2
 * ```
 */
export async function openRun(classifier: Classifier, picture: Image, options: RunOptions): Promise<Run> {
  const { regions: segment = grid(8), seed = 0, batchSize, signal, onProgress, wrapAsk } = options
  const { image, seen } = seePicture(classifier, picture)
  checkSeed(seed)
  const fills = options.fills.map(resolveFill)
  if (fills.length === 0) throw new RangeError("fills must name at least one fill, got none")
  const regions = segment(image)
  checkRegions(regions, image)
  const painters = fills.map((fill) => fill.prepare(image, { seed }))
  const subject = subjectOf(regions, fills.length)

  const total = options.expected?.(subject) ?? 1
  const watch = stopwatch()
  let asked = 0
  const onAsked = (pictures: number): void => {
    asked += pictures
    onProgress?.(watch.progress(asked, Math.max(asked, total)))
  }
  const [untouched, sha256] = await Promise.all([firstAnswer(classifier, image, { signal }), pixelsSha256(picture)])
  onAsked(1)
  const targets = resolveTargets(classifier, untouched, options.targets).map(
    (target): RunTarget => ({ ...target, scale: scaleOf(target.record, classifier.scale) }),
  )
  const source = { image, targets, batchSize, signal, onAsked, painters }
  const askAbout = (some: Regions): Ask => {
    const ask = createAsk(classifier, { ...source, regions: some })
    return wrapAsk === undefined ? ask : wrapAsk(ask, some)
  }
  const classes = untouched.columns
  const top = topClasses(classifier, untouched, { row: 0, count: 5 })
  const facts = { image: picture, facts: options.picture, pixelsSha256: sha256, untouched, seen, regions, seed }
  return {
    ...{ classifier, picture, image, regions, subject, fills, painters, targets, classes, top, seed, askAbout },
    positions: regionPositions(regions),
    ask: askAbout(regions),
    asked: () => asked,
    record: { ...startRecord(classifier, facts), fills: fills.map(describeFill), top },
  }
}

/**
 * Counts what a run is about: what `callsOf` and `planEvidence` take.
 *
 * @example
 * ```ts
 * import { grid, subjectOf } from "gridexplainer"
 * const image = { width: 4, height: 4, channels: 1, data: new Uint8Array(16) } as const
 * subjectOf(grid(2)(image), 3) // => { regions: 4, fills: 3, side: 2, grid: { kind: "grid", rows: 2, columns: 2 } }
 * ```
 */
export function subjectOf({ list, layout }: Regions, fills: number): RunSubject {
  const side = list.reduce((least, { box }) => Math.min(least, box.width, box.height), Number.POSITIVE_INFINITY)
  return { regions: list.length, fills, side, ...(layout.kind === "grid" ? { grid: layout } : {}) }
}

function scaleOf(target: Target["record"], scale: ScoreScale): ScoreScale {
  if (target.chosenBy === "margin") return "logit"
  if (target.chosenBy === "function") return target.scale === "probability" ? "probability" : "logit"
  return scale
}
