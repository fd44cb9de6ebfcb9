import { InvalidArgumentError } from "commander"

/** Reads a whole number of at least `least`. */
export function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text)
    if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= least) return value
    throw new InvalidArgumentError(`It must be a whole number of at least ${least}.`)
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
