import type { FunctionScale } from "../explanation.ts"

// Controls, format characters (writing direction, zero width, tags), letters without a shape, lone halves of surrogate pairs, and the last block's specials.
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\ufff0-\uffff]/gu

/**
 * Makes text from outside (a label, a file name) safe for a picture or a terminal: one line without control characters,
 * direction overrides, invisible characters or broken surrogates.
 *
 * @example
 * ```ts
 * import { plainText } from "gridexplainer/render"
 * plainText("tabby\u001b[31m\n cat") // => "tabby[31m cat"
 * ```
 */
export function plainText(text: string): string {
  return text.replace(/\s+/g, " ").replace(invisible, "").replace(/ +/g, " ").trim()
}

/**
 * Writes a score: in per cent with one decimal, a logit with two, any other number with three, or with `decimals`. A score that is only nearly 0 or
 * 100 % is written as `<0.1 %` or `>99.9 %`.
 *
 * @throws {RangeError} if the score is not finite.
 * @example
 * ```ts
 * import { formatScore } from "gridexplainer/render"
 * formatScore(0.9412, "probability") // => "94.1 %"
 * formatScore(0.99999, "probability") // => ">99.9 %"
 * formatScore(0.9412, "probability", { decimals: 0 }) // => "94 %"
 * formatScore(-1.5, "logit") // => "−1.50"
 * formatScore(1e30, "logit") // => "1.00e30"
 * ```
 */
export function formatScore(score: number, scale: FunctionScale, options: { readonly decimals?: number } = {}): string {
  assertFinite(score)
  const { decimals = effectDecimals(scale) } = options
  if (scale !== "probability") return fixed(score, decimals)
  const percent = fixed(score * 100, decimals)
  const step = 10 ** -decimals
  if (Number(percent) === 100 && score < 1) return `>${(100 - step).toFixed(decimals)} %`
  if (Number(percent) === 0 && score !== 0) return `<${step.toFixed(decimals)} %`
  return `${percent} %`
}

/**
 * Writes an effect with its sign, in points of probability (one decimal), logits (two) or other units (three), without the unit. An effect that rounds to 0 has
 * no sign.
 *
 * @throws {RangeError} if the effect is not finite.
 * @example
 * ```ts
 * import { formatEffect } from "gridexplainer/render"
 * formatEffect(0.329, "probability") // => "+32.9"
 * formatEffect(-0.014, "probability", { decimals: 0 }) // => "−1"
 * formatEffect(0.0001, "probability") // => "0.0"
 * ```
 */
export function formatEffect(
  effect: number,
  scale: FunctionScale,
  options: { readonly decimals?: number } = {},
): string {
  assertFinite(effect)
  const text = fixed(scale === "probability" ? effect * 100 : effect, options.decimals ?? effectDecimals(scale))
  return Number(text) > 0 ? `+${text}` : text
}

/** Decimals of an effect if there is room for them. */
export function effectDecimals(scale: FunctionScale): number {
  return { probability: 1, logit: 2, number: 3 }[scale]
}

/** The unit of effects. */
export function effectUnit(scale: FunctionScale): "points" | "logits" | "units" {
  return ({ probability: "points", logit: "logits", number: "units" } as const)[scale]
}

/** A number with this many decimals; from a thousand million on, three digits and a power of ten. */
export function fixed(value: number, decimals: number): string {
  const size = Math.abs(value)
  const digits = size < 1e9 ? size.toFixed(decimals) : size.toExponential(2).replace("e+", "e")
  return value < 0 && Number(digits) !== 0 ? `−${digits}` : digits
}

function assertFinite(value: number): void {
  if (!Number.isFinite(value)) throw new RangeError(`expected a finite number, got ${value}`)
}
