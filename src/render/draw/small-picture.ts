import type { RegionId } from "../../types.ts"
import { paragraph, stack, type TextBlock } from "./blocks.ts"
import { enoughLine } from "./evidence-marks.ts"
import { placeBox, type Rect } from "./geometry.ts"
import { placeImage } from "./place-image.ts"
import { setLines } from "./set-lines.ts"
import type { EmbeddedPicture, Sketch } from "./sketch.ts"
import { textWidth } from "./text-metrics.ts"

/** One picture that the model was shown, and what it said of it. */
export interface SmallPicture {
  readonly picture: EmbeddedPicture
  /** What is outlined on it: all that is shown, or all that is hidden. */
  readonly regions: readonly RegionId[]
  /** The heading above this picture and those after it; "" if it belongs to the one before. */
  readonly heading: string
  /** How many regions are hidden, written before what the model said. */
  readonly hidden?: string
  readonly said: string
  /** Whether the answer stayed as it was. */
  readonly isKept: boolean
}

/** Draws a thin line around what is shown, or what is hidden: blur is hard to see on a small picture. */
export function drawSmall({ picture, regions }: SmallPicture, { explanation }: Sketch, panel: Rect): string {
  const outlined = new Set(regions)
  const whole = placeBox({ left: 0, top: 0, ...explanation.seen.size }, explanation, panel)
  const lines = setLines((region) => outlined.has(region), { explanation, panel, inset: 1.4 })
  return placeImage(picture, { whole, panel }) + enoughLine(lines, 1.4)
}

/** Captions of pictures in one row: how many regions are hidden and what was said, on one line in all captions, or on two lines in all. */
export function smallCaptions(
  row: readonly SmallPicture[],
  { sketch: { theme }, width: room, size }: { readonly sketch: Sketch; readonly width: number; readonly size: number },
): readonly TextBlock[] {
  const isLine = row.every(({ hidden = "", said }) => textWidth(`${hidden} ${said}`, size) <= room)
  return row.map(({ hidden, said, isKept }) => {
    const lines = hidden === undefined ? [said] : isLine ? [`${hidden} ${said}`] : [hidden, said]
    // So it can be seen at a glance where the answer changes.
    const fill = isKept ? theme.quiet : theme.ink
    return stack(
      lines.map((words) => paragraph(words, { room, size, most: 3, fill })),
      0,
    )
  })
}
