import type { Size } from "../../types.ts"
import { textWidth } from "./text-metrics.ts"

export interface FitNumbersOptions {
  /** Font sizes, in the cell's units. */
  readonly least: number
  readonly most: number
  /** Decimals if there is room. */
  readonly decimals: number
  /** How much of a cell's width a number may take. @default 0.73 */
  readonly share?: number
  /** What the edges of letters add to a number's width, in font sizes. @default 0 */
  readonly edge?: number
}

export interface FittedNumbers {
  /** Font size. */
  readonly size: number
  readonly texts: readonly string[]
  readonly decimals: number
}

/**
 * How the numbers of a grid are written: the largest size from `least` to `most` at which the widest of them fits the smallest cell,
 * with as many decimals as that allows; undefined if not even whole numbers fit.
 */
export function fitNumbers(
  write: (decimals: number) => readonly string[],
  cell: Size,
  { least, most, decimals, share = 0.73, edge = 0 }: FitNumbersOptions,
): FittedNumbers | undefined {
  for (let digits = decimals; digits >= 0; digits--) {
    const texts = write(digits)
    const widest = edge + texts.reduce((width, text) => Math.max(width, textWidth(text, 1)), 0)
    const size = Math.min(most, (cell.width * share) / widest, cell.height * 0.5)
    if (size >= (digits === 0 ? least : least * 1.15)) return { size, texts, decimals: digits }
  }
  return undefined
}
