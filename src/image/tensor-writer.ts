import type { Box, Channels, Edit, Image, PixelArray, Preprocessing } from "../types.ts"
import { checkEdit } from "./check-edit.ts"
import { checkImage } from "./check-image.ts"
import { checkPreprocessing } from "./check-preprocessing.ts"
import { isBytes, isSingle } from "./pixel-array.ts"

/** Writes pictures, and changes to them, into the float tensor that a model takes. */
export interface TensorWriter {
  /** The number of floats for one picture. */
  readonly length: number
  /** The shape of one picture, without the batch: `[3, 224, 224]`. */
  readonly shape: readonly number[]
  /** Writes a whole picture at `target[offset]` and on. */
  writeImage(target: Float32Array, offset: number, image: Image): void
  /** Writes only the changed pixels over a picture that starts at `target[offset]`. Allocates nothing. */
  writeEdit(target: Float32Array, offset: number, edit: Edit): void
}

/**
 * Turns pixels into a model's numbers: `(low + pixel / 255 * (high - low) - mean) / std`, computed in 64 bits and stored in 32.
 *
 * `channels` is the number of channels of the pictures to come. A grey picture gives an RGB model the same value three times; an RGB picture gives a grey
 * model its luma, `(299 R + 587 G + 114 B) / 1000` as in ITU-R BT.601 and Pillow, unrounded.
 *
 * @throws RangeError for invalid preprocessing and for pictures with alpha; the writer's functions throw it for pictures, edits and
 * targets that do not fit.
 *
 * @example
 * ```ts
 * import { tensorWriter } from "gridexplainer"
 * const writer = tensorWriter(
 *   { size: { width: 2, height: 1 }, fit: "squash", filter: "bilinear", layout: "NCHW", order: "RGB", range: [0, 1], mean: [0], std: [0.5] },
 *   3,
 * )
 * const tensor = new Float32Array(writer.length)
 * writer.writeImage(tensor, 0, { width: 2, height: 1, channels: 3, data: Uint8Array.of(255, 0, 0, 0, 0, 255) })
 * writer.shape // => [3, 1, 2]
 * tensor // => Float32Array.of(2, 0, 0, 0, 0, 2)
 * ```
 */
export function tensorWriter(preprocessing: Preprocessing, channels: Channels): TensorWriter {
  checkPreprocessing(preprocessing)
  if (channels !== 1 && channels !== 3) throw new RangeError(channelsProblem(channels))
  const { size, layout, order } = preprocessing
  const { width, height } = size
  const planes = order === "gray" ? 1 : 3
  const length = width * height * planes
  const channelStep = layout === "NCHW" ? width * height : 1
  const pixelStep = layout === "NCHW" ? 1 : planes
  const mixes = order === "gray" && channels === 3
  const scales = Array.from({ length: planes }, (_, plane) => scaleOf(preprocessing, plane))
  const tables = scales.map((scale) => Float32Array.from({ length: 256 }, (_, level) => normalised(level, scale)))

  function write(target: Float32Array, offset: number, edit: Edit): void {
    const { pixels } = edit
    for (let plane = 0; plane < planes; plane++) {
      const source = channels === 1 || mixes ? 0 : order === "BGR" ? 2 - plane : plane
      const to = { target, start: offset + plane * channelStep, width, step: pixelStep }
      const from = { box: edit.box, mask: edit.mask, source, channels }
      if (mixes) writeLuma(to, { ...from, pixels, scale: scales[plane]! })
      else if (isBytes(pixels)) writeLevels(to, { ...from, pixels, table: tables[plane]! })
      else if (isSingle(pixels)) writeSingles(to, { ...from, pixels, scale: scales[plane]! })
      else writeDoubles(to, { ...from, pixels, scale: scales[plane]! })
    }
  }

  function checkTarget(target: Float32Array, offset: number): void {
    if (target?.[Symbol.toStringTag] !== "Float32Array") throw new TypeError("target must be a Float32Array")
    if (Number.isSafeInteger(offset) && offset >= 0 && offset + length <= target.length) return
    throw new RangeError(
      `a picture takes ${length} floats, got a target of ${target.length} and offset ${String(offset)}`,
    )
  }

  const whole: Box = { left: 0, top: 0, width, height }
  const expected = { width, height, channels }
  return {
    length,
    shape: layout === "NCHW" ? [planes, height, width] : [height, width, planes],
    writeImage(target, offset, image) {
      checkTarget(target, offset)
      checkImage(image)
      checkSameKind(image, expected)
      write(target, offset, { box: whole, pixels: image.data })
    },
    writeEdit(target, offset, edit) {
      checkTarget(target, offset)
      checkEdit(edit, expected)
      write(target, offset, edit)
    },
  }
}

/** One plane of a picture in a tensor. */
interface To {
  readonly target: Float32Array
  /** The place of the picture's first pixel. */
  readonly start: number
  /** Pixels in a row of the picture. */
  readonly width: number
  /** Places from one pixel to the next. */
  readonly step: number
}

/** One channel of an edit. */
interface From<Pixels extends PixelArray = PixelArray> {
  readonly box: Box
  readonly mask: Uint8Array | undefined
  readonly pixels: Pixels
  readonly channels: number
  readonly source: number
}

interface Scaled {
  readonly scale: Scale
}

// One loop for each kind of array: a loop that meets several is many times slower, and a run writes millions of numbers.

function writeLevels(to: To, from: From<Uint8Array | Uint8ClampedArray> & { readonly table: Float32Array }): void {
  const { target, step } = to
  const { box, mask, pixels, channels, source, table } = from
  for (let y = 0, cell = 0; y < box.height; y++) {
    let place = placeOf(to, box, y)
    for (let x = 0; x < box.width; x++, cell++, place += step)
      if (mask === undefined || mask[cell] !== 0) target[place] = table[pixels[cell * channels + source]!]!
  }
}

function writeSingles(to: To, from: From<Float32Array> & Scaled): void {
  const { target, step } = to
  const { box, mask, pixels, channels, source, scale } = from
  for (let y = 0, cell = 0; y < box.height; y++) {
    let place = placeOf(to, box, y)
    for (let x = 0; x < box.width; x++, cell++, place += step)
      if (mask === undefined || mask[cell] !== 0) target[place] = normalised(pixels[cell * channels + source]!, scale)
  }
}

function writeDoubles(to: To, from: From<Float64Array> & Scaled): void {
  const { target, step } = to
  const { box, mask, pixels, channels, source, scale } = from
  for (let y = 0, cell = 0; y < box.height; y++) {
    let place = placeOf(to, box, y)
    for (let x = 0; x < box.width; x++, cell++, place += step)
      if (mask === undefined || mask[cell] !== 0) target[place] = normalised(pixels[cell * channels + source]!, scale)
  }
}

function writeLuma(to: To, { box, mask, pixels, channels, scale }: From & Scaled): void {
  for (let y = 0, cell = 0; y < box.height; y++) {
    let place = placeOf(to, box, y)
    for (let x = 0; x < box.width; x++, cell++, place += to.step)
      if (mask === undefined || mask[cell] !== 0) to.target[place] = normalised(luma(pixels, cell * channels), scale)
  }
}

function placeOf({ start, width, step }: To, { left, top }: Box, y: number): number {
  return start + ((top + y) * width + left) * step
}

/**
 * The formula for one plane: `(low + pixel / levels - mean) / std`. Dividing by `levels` = 255 / (high - low) avoids one rounding for the usual
 * ranges [0, 255], [0, 1] and [-1, 1].
 */
interface Scale {
  readonly low: number
  readonly levels: number
  readonly mean: number
  readonly std: number
}

function scaleOf({ range: [low, high], mean, std }: Preprocessing, plane: number): Scale {
  return {
    low,
    levels: 255 / (high - low),
    mean: mean.length === 1 ? mean[0]! : mean[plane]!,
    std: std.length === 1 ? std[0]! : std[plane]!,
  }
}

function normalised(pixel: number, { low, levels, mean, std }: Scale): number {
  return (low + pixel / levels - mean) / std
}

function luma(pixels: PixelArray, from: number): number {
  return (299 * pixels[from]! + 587 * pixels[from + 1]! + 114 * pixels[from + 2]!) / 1000
}

function checkSameKind(image: Image, expected: Pick<Image, "width" | "height" | "channels">): void {
  const kinds = [expected, image].map((it) => `${it.width}x${it.height} pixels with ${it.channels} channels`)
  if (kinds[0] !== kinds[1]) throw new RangeError(`the tensor takes a picture of ${kinds[0]}, got ${kinds[1]}`)
}

function channelsProblem(channels: number): string {
  return channels === 4
    ? "a tensor takes pictures with 1 or 3 channels, got 4: put the picture on a background with toRgb first"
    : `a tensor takes pictures with 1 or 3 channels, got ${String(channels)}`
}
