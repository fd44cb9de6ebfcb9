import type { Size } from "../types.ts"
import { textWidth } from "./text-metrics.ts"

/**
 * How the numbers of a grid are written: the largest size from `least` to `most` at which the widest of them fits the smallest cell,
 * with as many decimals as that allows; absent where not even whole numbers fit.
 */
export function fitNumbers(
  write: (decimals: number) => readonly string[],
  cell: Size,
  { least, most, decimals }: { least: number; most: number; decimals: number },
): { readonly size: number; readonly texts: readonly string[] } | undefined {
  for (let digits = decimals; digits >= 0; digits--) {
    const texts = write(digits)
    const widest = texts.reduce((width, text) => Math.max(width, textWidth(text, 1)), 0)
    const size = Math.min(most, (cell.width * 0.73) / widest, cell.height * 0.5)
    if (size >= (digits === 0 ? least : least * 1.15)) return { size, texts }
  }
  return undefined
}
