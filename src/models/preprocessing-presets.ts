import { nearest } from "../nearest.ts"
import type { Preprocessing, Size } from "../types.ts"

/** Preprocessing without what the model file states: the size and the layout. */
export type PreprocessingPreset = Omit<Preprocessing, "size" | "layout">

const imageNetMean = [0.485, 0.456, 0.406]
const imageNetStd = [0.229, 0.224, 0.225]
const plain = { fit: "squash", filter: "bilinear", order: "RGB", mean: [0], std: [1] } as const

/** The names of {@link preprocessingPresets}. */
export type PresetName = "keras-caffe" | "keras-tf" | "keras-torch" | "torchvision" | "zero-one" | "raw"

/**
 * The preprocessing that families of models were trained with, by name.
 *
 * The three `keras-` presets are the modes of `keras.applications.imagenet_utils.preprocess_input`, with the bilinear squash of
 * `image_dataset_from_directory`; `load_img` with a `target_size` squashes too, but picks the nearest pixel: in that case override `filter`.
 * `torchvision` holds the mean and std of its ImageNet weights. Its transforms resize to 256 and crop the middle 224; here the whole
 * centre square is shown, because what is cropped away cannot be explained.
 *
 * @example
 * ```ts
 * import { preprocessingPresets } from "gridexplainer"
 * preprocessingPresets["keras-caffe"].order // => "BGR"
 * preprocessingPresets["keras-tf"].range // => [-1, 1]
 * ```
 */
export const preprocessingPresets: Readonly<Record<PresetName, PreprocessingPreset>> = {
  "keras-caffe": { ...plain, order: "BGR", range: [0, 255], mean: [103.939, 116.779, 123.68] },
  "keras-tf": { ...plain, range: [-1, 1] },
  "keras-torch": { ...plain, range: [0, 1], mean: imageNetMean, std: imageNetStd },
  torchvision: { ...plain, fit: "crop", range: [0, 1], mean: imageNetMean, std: imageNetStd },
  "zero-one": { ...plain, range: [0, 1] },
  raw: { ...plain, range: [0, 255] },
}

/** All preset names, for help texts and messages. */
export const presetNames: readonly PresetName[] = Object.keys(preprocessingPresets) as PresetName[]

/** Preprocessing by name, or field by field: a preset with changes, or `order` and `range` with whatever else is needed. */
export type PreprocessingOption = PresetName | PreprocessingFields

/** Preprocessing field by field; what is left out comes from `preset`, from the file, or from the defaults. */
export interface PreprocessingFields extends Partial<Preprocessing> {
  /** The preset that fills in the fields that are left out. */
  readonly preset?: PresetName
}

/** What a model file states about its input. */
export interface InputFacts {
  readonly size?: Size
  readonly layout?: Preprocessing["layout"]
  readonly channels?: 1 | 3
}

/**
 * Combines what the caller says with what the model file states. Nothing is guessed: without a preset, `order` and `range` must be
 * given, and so must a size or layout that the file does not state. Defaults are then `fit` squash, `filter` bilinear, `mean` 0 and `std` 1.
 *
 * A preset with one mean for all channels also works for models with one channel, which then see grey pictures.
 *
 * @throws RangeError for an unknown preset (with the nearest name), a missing field, or one that contradicts the file.
 *
 * @example
 * ```ts
 * import { resolvePreprocessing } from "gridexplainer"
 * const facts = { size: { width: 224, height: 224 }, layout: "NCHW" } as const
 * resolvePreprocessing("torchvision", facts).fit // => "crop"
 * resolvePreprocessing({ preset: "torchvision", fit: "squash" }, facts).fit // => "squash"
 * resolvePreprocessing({ order: "RGB", range: [0, 255], mean: [127], std: [128] }, facts).layout // => "NCHW"
 * ```
 */
export function resolvePreprocessing(option: PreprocessingOption, facts: InputFacts): Preprocessing {
  const { preset, ...given }: PreprocessingFields = typeof option === "string" ? { preset: option } : (option ?? {})
  const known: Partial<Preprocessing> = preset === undefined ? {} : { ...presetOf(preset), ...orderOf(preset, facts) }
  checkFields(given, preset)
  const { order, range } = { ...known, ...given }
  if (order === undefined || range === undefined) {
    throw new RangeError(
      `preprocessing must name a preset (${presetNames.join(", ")}) or give order and range, got ${JSON.stringify(option)}`,
    )
  }
  checkChannels(order, facts)
  return {
    ...plain,
    ...known,
    ...given,
    order,
    range,
    size: agreed("size", [given.size, facts.size], ({ width, height }) => `${width}x${height}`),
    layout: agreed("layout", [given.layout, facts.layout], (layout) => layout),
  }
}

const fields: readonly string[] = ["size", "fit", "filter", "layout", "order", "range", "mean", "std"]

function checkFields(given: Partial<Preprocessing>, preset: PresetName | undefined): void {
  const unknown = Object.keys(given).find((field) => !fields.includes(field))
  if (unknown !== undefined)
    throw new RangeError(`preprocessing has the fields preset, ${fields.join(", ")}, got ${unknown}`)
  if (preset === undefined || given.order === undefined || (given.mean !== undefined && given.std !== undefined)) return
  const { order, mean, std } = presetOf(preset)
  if (given.order !== order && mean.length + std.length > 2)
    throw new RangeError(
      `preprocessing must give mean and std in the new order as well when it changes that of ${preset}`,
    )
}

function presetOf(name: PresetName): PreprocessingPreset {
  if (Object.hasOwn(preprocessingPresets, name)) return preprocessingPresets[name]
  const near = nearest(String(name), presetNames)
  const hint = near === undefined ? "" : `; did you mean ${near}?`
  throw new RangeError(`preprocessing must be one of ${presetNames.join(", ")}, got ${String(name)}${hint}`)
}

function orderOf(name: PresetName, { channels }: InputFacts): Partial<Preprocessing> {
  const { mean, std } = preprocessingPresets[name]
  return channels === 1 && mean.length === 1 && std.length === 1 ? { order: "gray" } : {}
}

function checkChannels(order: Preprocessing["order"], { channels }: InputFacts): void {
  if (channels === undefined || (order === "gray") === (channels === 1)) return
  const right =
    channels === 1 ? "gray, because the model takes 1 channel" : "RGB or BGR, because the model takes 3 channels"
  throw new RangeError(`preprocessing order must be ${right}, got ${order}`)
}

/** The one value that caller and file agree on. */
function agreed<T>(name: string, [given, fixed]: readonly (T | undefined)[], show: (value: T) => string): T {
  if (given !== undefined && fixed !== undefined && show(given) !== show(fixed)) {
    throw new RangeError(`preprocessing ${name} must be ${show(fixed)}, as the model file says, got ${show(given)}`)
  }
  const value = given ?? fixed
  if (value === undefined)
    throw new RangeError(`preprocessing must give a ${name}, because the model file leaves it open`)
  return value
}
