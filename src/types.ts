/**
 * The nouns of GridExplainer. Every stage exchanges these records; nothing here contains logic.
 *
 * The road: image -> regions -> variants -> scores -> attribution -> explanation.
 */

/** Width and height in pixels, both whole and at least 1. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** A rectangle of whole pixels; `left` and `top` count from 0 at the upper left corner. */
export interface Box extends Size {
  readonly left: number
  readonly top: number
}

/** Storage for pixels: bytes from a file, or floats if a fill or a caller made fractions. */
export type PixelArray = Uint8Array | Uint8ClampedArray | Float32Array | Float64Array

/** 1 = grey, 3 = RGB, 4 = RGB and alpha. */
export type Channels = 1 | 3 | 4

/**
 * A picture: `data[(y * width + x) * channels + c]`.
 * Values are sRGB levels from 0 to 255 if they come from a file; floats that you make yourself may use any range that the model expects.
 */
export interface Image extends Size {
  readonly channels: Channels
  readonly data: PixelArray
}

/** The place of a region in its list, from 0. */
export type RegionId = number

/** A part of the picture that is hidden as a whole. */
export interface Region {
  readonly id: RegionId
  readonly box: Box
  /** `box.width * box.height` bytes, 1 where the pixel belongs to the region; absent when the whole box does. */
  readonly mask?: Uint8Array
}

/** How regions were laid out, so that a record can say so and a picture can draw it. */
export type RegionLayout =
  | { readonly kind: "grid"; readonly rows: number; readonly columns: number }
  | {
      readonly kind: "window"
      readonly rows: number
      readonly columns: number
      readonly window: Size
      /** Steps between neighbouring windows, in pixels. */
      readonly stride: Size
    }
  | { readonly kind: "mask" }

/** Regions of one picture; together they cover every pixel at least once. */
export interface Regions {
  readonly size: Size
  readonly layout: RegionLayout
  readonly list: readonly Region[]
}

/** Cuts a picture into regions. */
export type Segmenter = (image: Image) => Regions

/** New pixels for a box of the picture: `pixels[(y * box.width + x) * channels + c]`, used where `mask` is absent or 1. */
export interface Edit {
  readonly box: Box
  readonly mask?: Uint8Array
  readonly pixels: PixelArray
}

/** The picture with something hidden: which regions, and the pixels that hide them. No edits means the untouched picture. */
export interface Variant {
  readonly hidden: readonly RegionId[]
  readonly edits: readonly Edit[]
}

/** A fill in the record: its name, and the options that it was made with. */
export interface FillDescription {
  readonly name: string
  readonly options?: Readonly<Record<string, number | string | readonly number[]>>
}

/** What a fill is told besides the picture. */
export interface FillContext {
  readonly seed: number
}

/** Gives the pixels that hide a region: `box.width * box.height * image.channels` values. */
export type FillPainter = (region: Region) => PixelArray

/** What replaces hidden pixels. `prepare` runs once per picture, the painter that it returns once per region. */
export interface Fill extends FillDescription {
  prepare(image: Image, context: FillContext): FillPainter
}

/** Which regions a variant hides, and which ones it must leave visible where regions overlap. */
export interface HiddenSet {
  readonly hidden: readonly RegionId[]
  readonly shown?: readonly RegionId[]
  /** How far each of `hidden` is hidden, from 0 (not at all) to 1 (fully); absent if all are fully hidden. Where regions overlap, the last one counts. */
  readonly strength?: readonly number[]
}

/** Whether a model's numbers are probabilities (0 to 1) or unbounded logits. */
export type ScoreScale = "probability" | "logit"

/** Scores of several variants: `data[row * columns + classIndex]`. */
export interface Scores {
  readonly rows: number
  readonly columns: number
  readonly data: Float32Array | Float64Array
}

/** How a picture is brought to the model's size: stretched, its centre cut out, or bars added. */
export type Fit = "squash" | "crop" | "pad"

/** Resampling filters, named and computed as in Pillow. */
export type ResizeFilter = "nearest" | "box" | "bilinear" | "hamming" | "bicubic" | "lanczos"

/** Everything between a picture and the numbers that a model takes, as data. */
export interface Preprocessing {
  readonly size: Size
  readonly fit: Fit
  readonly filter: ResizeFilter
  /** N sample, C channel, H row, W column. */
  readonly layout: "NCHW" | "NHWC"
  readonly order: "RGB" | "BGR" | "gray"
  /** What levels 0 and 255 become before `mean` and `std` are applied. */
  readonly range: readonly [number, number]
  /** Subtracted per channel, in the order of `order` and the units of `range`. */
  readonly mean: readonly number[]
  /** Divides per channel, after `mean`. */
  readonly std: readonly number[]
}

/** The part of `AbortSignal` that is used, so that the core needs no DOM types. */
export interface Abortable {
  readonly aborted: boolean
  throwIfAborted(): void
  addEventListener(type: "abort", listener: () => void, options?: { readonly once?: boolean }): void
  removeEventListener(type: "abort", listener: () => void): void
}

export interface ScoreOptions {
  readonly signal?: Abortable | undefined
}

/** What a record says about the model, if it is known. */
export interface ModelDescription {
  /** Fingerprint of the model file, lower-case hex. */
  readonly sha256?: string
  /** The runtime with its version: `onnxruntime-node 1.30.0 (cpu)`. */
  readonly runtime?: string
  readonly preprocessing?: Preprocessing
  /** What it must not be used for, according to its publisher, in one sentence. */
  readonly caution?: string
}

/**
 * A model that is asked about variants of one picture. The core knows nothing else about a model.
 *
 * `score` gets a picture of exactly `inputSize` (of any size if that is absent) and returns one row per variant, in their order.
 */
export interface Classifier {
  readonly name: string
  readonly labels?: readonly string[]
  readonly scale: ScoreScale
  /** The only picture size that the model takes; absent when it takes any. */
  readonly inputSize?: Size
  /** How a picture of another size is brought to `inputSize`. Default: squash, bilinear. */
  readonly resize?: { readonly fit: Fit; readonly filter: ResizeFilter }
  /** How many variants a call should hold; if absent, any number works, and the best is measured. */
  readonly batchSize?: number
  /** Whether the model computes elsewhere, in a thread or on a server, so that a second call can wait there: the next batch is prepared meanwhile. */
  readonly overlaps?: boolean
  readonly description?: ModelDescription
  score(image: Image, variants: readonly Variant[], options?: ScoreOptions): Promise<Scores>
  /** Frees the model's resources. After that, every call fails. */
  dispose?(): void | Promise<void>
}

/** How far a run has come. Times are in milliseconds; they are for people and never affect results. */
export interface Progress {
  readonly done: number
  readonly total: number
  readonly elapsed: number
  /** Time left, estimated from the pace so far; absent before the first answer. */
  readonly remaining?: number
}

/** A class and its score. `label` is the model's name for it, or `class 12` if it has none. */
export interface ClassScore {
  readonly index: number
  readonly label: string
  readonly score: number
}
