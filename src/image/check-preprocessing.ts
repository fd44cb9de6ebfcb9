import type { Preprocessing } from "../types.ts"
import { checkSize } from "./check-size.ts"
import { kernels } from "./kernel-taps.ts"

/**
 * Throws unless the preprocessing is valid: known names, finite numbers, as many as there are channels, no division by 0.
 *
 * @throws RangeError that says what was expected and what came.
 */
export function checkPreprocessing(preprocessing: Preprocessing): void {
  const { size, fit, filter, layout, order, range, mean, std } = preprocessing
  const channels = order === "gray" ? 1 : 3
  checkSize(size, "preprocessing size")
  checkChoice("fit", fit, ["squash", "crop", "pad"])
  checkChoice("filter", filter, ["nearest", ...Object.keys(kernels)])
  checkChoice("layout", layout, ["NCHW", "NHWC"])
  checkChoice("order", order, ["RGB", "BGR", "gray"])
  checkNumbers("range", range, [2])
  checkNumbers("mean", mean, [1, channels])
  checkNumbers("std", std, [1, channels])
  if (range[0] === range[1]) throw new RangeError(`range must be two different numbers, got ${range[0]} twice`)
  if (std.includes(0)) throw new RangeError(`std must not hold 0, got [${std.join(", ")}]`)
}

function checkChoice(name: string, value: string, choices: readonly string[]): void {
  if (!choices.includes(value)) throw new RangeError(`${name} must be ${choices.join(" or ")}, got ${String(value)}`)
}

function checkNumbers(name: string, values: readonly number[], lengths: readonly number[]): void {
  if (Array.isArray(values) && lengths.includes(values.length) && values.every(Number.isFinite)) return
  const counts = [...new Set(lengths)].join(" or ")
  throw new RangeError(`${name} must be an array of ${counts} finite numbers, got ${JSON.stringify(values)}`)
}
