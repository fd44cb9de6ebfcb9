import type { Locator } from "playwright"
import sharp from "sharp"
import type { Image } from "../../src/types.ts"

/** What the browser paints in place of a picture, one pixel for each of its own. */
export async function rendered(
  element: Locator,
  { width, height }: { readonly width: number; readonly height: number },
): Promise<Uint8Array> {
  await element.evaluate(alone, `${width}px`)
  const png = await element.screenshot({ timeout: 20_000 })
  return sharp(png).removeAlpha().resize(width, height, { fit: "fill" }).raw().toBuffer()
}

/** Between pixels, edges would be blurred; and nothing may show through. */
function alone({ style }: { readonly style?: object }, width: string): void {
  const place = { position: "fixed", left: 0, top: 0, zIndex: 9, margin: 0, background: "white" }
  Object.assign(style!, { ...place, width, maxWidth: "none", maxHeight: "none" })
}

/** Levels of red, green and blue, from 0 to 255. */
export function levelsOf({ data, channels }: Image): readonly number[] {
  return Array.from({ length: (data.length / channels) * 3 }, (_, i) =>
    Math.round(data[Math.floor(i / 3) * channels + Math.min(i % 3, channels - 1)]!),
  )
}

/** By how many levels two pictures differ, on average over the pixels that count. */
export function meanDifference(
  one: ArrayLike<number>,
  other: ArrayLike<number>,
  counts: (pixel: number) => boolean,
): number {
  const channels = Array.from({ length: one.length }, (_, i) => i).filter((i) => counts(Math.floor(i / 3)))
  return channels.reduce((sum, i) => sum + Math.abs(one[i]! - other[i]!), 0) / channels.length
}
