import { InvalidArgumentError, Option } from "commander"
import type { IsolateLimits } from "../../models/onnx/index.ts"
import { didYouMean, listed } from "../guessing/did-you-mean.ts"

/** Reads a whole number from `least` to `most`. */
export function wholeNumber({
  least,
  most,
}: {
  readonly least: number
  readonly most?: number
}): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= least && value <= (most ?? value)) return value
    throw new InvalidArgumentError(
      most === undefined
        ? `It must be a whole number of at least ${least}.`
        : `It must be a whole number from ${least} to ${most}.`,
    )
  }
}

/** Reads one of a few words, and knows near misses of them. */
export function oneOf(choices: readonly string[]): (text: string) => string {
  return (text) => {
    if (choices.includes(text)) return text
    throw new InvalidArgumentError(`It must be ${listed(choices)}.${didYouMean(text, choices)}`)
  }
}

/** An option that takes one of a few words. */
export function choiceOption(flags: string, description: string, choices: readonly string[]): Option {
  return new Option(flags, description).choices(choices).argParser(oneOf(choices))
}

/** Reads one more value of an option that may be repeated. */
export function collected<Value>(
  read: (text: string) => Value,
): (text: string, before: readonly Value[] | undefined) => readonly Value[] {
  return (text, before) => [...(before ?? []), read(text)]
}

/** Reads the one path of an option; a second one would silently take the place of the first. */
export function onlyPath(instead: string): (text: string, before: string | undefined) => string {
  return (text, before) => {
    if (before === undefined) return text
    throw new InvalidArgumentError(`It is the second, after '${before}': ${instead}.`)
  }
}

/** Reads `--output` of the commands that write several files of a picture. */
export const outputPath: ReturnType<typeof onlyPath> = onlyPath(
  "for several files give a folder and their endings, as in --output out/ --format html,csv",
)

/** Reads words with commas between them: `png,json`. */
export function listOf(choices: readonly string[]): (text: string) => readonly string[] {
  return (text) => {
    const words = text.split(",").map((word) => word.trim().replace(/^\./, "").toLowerCase())
    const wrong = words.find((word) => !choices.includes(word))
    if (wrong === undefined) return [...new Set(words)]
    throw new InvalidArgumentError(
      `It must be ${listed(choices)}, or several with commas between.${didYouMean(wrong, choices)}`,
    )
  }
}

/** Reads `8` or `6x9`: rows and columns. */
export function rowsAndColumns(text: string): { readonly rows: number; readonly columns: number } {
  const [first, second] = pair(text) ?? []
  if (first === undefined || second === undefined)
    throw new InvalidArgumentError(
      "It must be rows and columns of at least 1: 8 for 8 x 8, or 6x9 for 6 rows and 9 columns.",
    )
  return { rows: first, columns: second }
}

/** Reads `56` or `56x40`: width and height in pixels. */
export function widthAndHeight(text: string): { readonly width: number; readonly height: number } {
  const [first, second] = pair(text) ?? []
  if (first === undefined || second === undefined)
    throw new InvalidArgumentError(
      "It must be pixels, at least 1: 56 for 56 x 56, or 56x40 for a width of 56 and a height of 40.",
    )
  return { width: first, height: second }
}

/** Reads a class: a number is an index, everything else a label. */
export function classOf(text: string): number | string {
  return /^\d+$/.test(text) ? Number(text) : text
}

/** Reads `#rrggbb` as levels of red, green and blue. */
export function rgbOf(text: string): readonly [number, number, number] {
  const [, red = "", green = "", blue = ""] = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text) ?? []
  if (red !== "") return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)]
  throw new InvalidArgumentError("It must be a colour such as '#ffffff', in quotation marks because of the #.")
}

/** Reads a number of pixels: `80000000`, or `80M`. */
export function pixelCount(text: string): number {
  const [, digits = "", million = ""] = /^(\d{1,10})(M?)$/i.exec(text) ?? []
  const count = Number(digits) * (million === "" ? 1 : 1e6)
  if (digits !== "" && count >= 1 && count <= 1e9) return count
  throw new InvalidArgumentError("It must be a number of pixels from 1 to 1000M, such as 80M for 80 million.")
}

/** Reads `120s`, `2GB` (of 2^30 bytes), `500MB` or both with a comma between: seconds per call, and memory. */
export function isolateLimits(text: string): IsolateLimits {
  const limits: { seconds?: number; megabytes?: number } = {}
  for (const part of text.split(",")) {
    const [, digits = "", unit = ""] = /^(\d{1,6}(?:\.\d{1,3})?)(s|MB|GB)$/i.exec(part.trim()) ?? []
    const kind = unit.toLowerCase() === "s" ? "seconds" : "megabytes"
    const value = Number(digits) * (unit.toLowerCase() === "gb" ? 1024 : 1)
    if (!(value > 0) || limits[kind] !== undefined)
      throw new InvalidArgumentError("It must be seconds a call, memory or both: 120s, 2GB, or 120s,500MB.")
    limits[kind] = value
  }
  return limits
}

/** Reads the name of a preset, or JSON such as `{"order":"RGB","range":[0,1]}`. */
export function presetOrJson(text: string): unknown {
  if (!text.trimStart().startsWith("{")) return text
  try {
    return JSON.parse(text)
  } catch {
    throw new InvalidArgumentError('It must be the name of a preset, or JSON such as {"order":"RGB","range":[0,1]}.')
  }
}

function pair(text: string): readonly [number, number] | undefined {
  const [, first = "", second = first] = /^(\d{1,6})(?:x(\d{1,6}))?$/i.exec(text) ?? []
  return Number(first) >= 1 && Number(second) >= 1 ? [Number(first), Number(second)] : undefined
}
