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

/** How the model is asked about a picture, whatever the question. */
export interface AskingOptions {
  /** Cuts the picture into regions. @default grid(8) */
  readonly regions?: Segmenter
  /** The seed of everything that is drawn at random, a whole number from 0 to 2^32 - 1. @default 0 */
  readonly seed?: number
  /** Pictures per model call. The result never depends on it. @default the model's own batch size, or measured on the first calls */
  readonly batchSize?: number | undefined
  /** Stops the run, which then throws `signal.reason`; `explain` may return an unfinished record instead. */
  readonly signal?: Abortable | undefined
  /** Called after every model call. */
  readonly onProgress?: ((progress: Progress) => void) | undefined
  /** What the record says about the file; the fingerprint of the pixels is added here. */
  readonly picture?: PictureFacts
  /**
   * Stands between the run and the model: gets the `Ask` for these regions and returns the one to use instead, such as one that stores answers and
   * replays them. The untouched picture is asked about before that.
   */
  readonly wrapAsk?: (ask: Ask, regions: Regions) => Ask
}

/** What a run is opened with. */
export interface RunOptions extends AskingOptions {
  /** What replaces hidden pixels; at least one fill. */
  readonly fills: readonly FillOption[]
  /** What is explained: a list of targets, or the `top` best classes. */
  readonly targets: TargetsOption
  /** How many pictures will be asked about, for progress. */
  readonly expected?: (subject: RunSubject) => number
}

/** The size of a run: what `planEvidence` and `callsOf` count with. */
export interface RunSubject {
  /** How many regions the picture has. */
  readonly regions: number
  /** How many fills there are. */
  readonly fills: number
  /** Rows and columns, if the regions are a grid. */
  readonly grid?: { readonly rows: number; readonly columns: number } | undefined
  /** The shortest side of a region in pixels, if it is known. */
  readonly side?: number | undefined
}

/** What is explained, and the scale of its score: a probability may be divided and taken as a factor. */
export interface RunTarget extends Target {
  readonly scale: ScoreScale
}

/** Everything that methods and evidence need: the picture as the model sees it, its regions and fills, the targets, and the `Ask` to use. */
export interface Run {
  readonly classifier: Classifier
  /** The picture as it was given. */
  readonly picture: Image
  /** As the model sees it. */
  readonly image: Image
  readonly regions: Regions
  /** The middle of each region, in widths of a region. */
  readonly positions: readonly Position[]
  readonly subject: RunSubject
  readonly fills: readonly Fill[]
  /** One painter per fill, for the picture as the model sees it. */
  readonly painters: readonly FillPainter[]
  readonly targets: readonly RunTarget[]
  /** How many classes the model has. */
  readonly classes: number
  /** The best classes of the untouched picture, best first. */
  readonly top: readonly ClassScore[]
  readonly seed: number
  /** Asks about sets of hidden regions, for all targets at once. */
  readonly ask: Ask
  /** An `Ask` for other regions of the same picture. */
  readonly askAbout: (regions: Regions) => Ask
  /** How many pictures the model was asked about so far. */
  readonly asked: () => number
  /** The start of each record, with its fills and best classes. */
  readonly record: RecordStart & { readonly fills: readonly FillDescription[]; readonly top: readonly ClassScore[] }
}

/**
 * Begins a run: checks the picture, resizes it to the model's input, cuts it into regions, prepares the fills, and asks about the untouched picture, whose
 * answer decides the targets. Everything that is explained, repeated or checked begins here.
 *
 * @throws RangeError or TypeError for an invalid picture, seed, fills, regions or targets; what the model throws; `signal.reason` on abort.
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
 * The size of a run with these regions and this many fills, for `callsOf` and `planEvidence`.
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
