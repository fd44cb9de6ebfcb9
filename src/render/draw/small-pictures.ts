import type { RegionId } from "../../types.ts"
import { setWords, stripWords } from "../../words/tried-words.ts"
import { paragraph, stack, type TextBlock, text } from "./blocks.ts"
import { enoughLine } from "./evidence-marks.ts"
import { placeBox, type Rect } from "./geometry.ts"
import type { Letters } from "./letters.ts"
import { placeImage } from "./place-image.ts"
import { setLines } from "./set-lines.ts"
import type { EmbeddedPicture, Sketch } from "./sketch.ts"
import { fitLine, textWidth } from "./text-metrics.ts"

/** One picture that the model was shown. */
interface Small {
  readonly picture: EmbeddedPicture
  /** What is outlined on it: all that is shown, or all that is hidden. */
  readonly regions: readonly RegionId[]
  /** Before what was said, on a line of its own where one holds not both. */
  readonly hidden?: string
  readonly said: string
  /** Over this picture and those after it; "" where it belongs to the one before. */
  readonly heading: string
}

export interface SmallPicturesOptions {
  readonly room: number
  /** Of a picture at most. */
  readonly height: number
  readonly letters: Letters
}

const gap = 16
/** Pictures narrower than this show nothing. */
const leastWidth = 112

/**
 * Small pictures of what the model was shown, with its answer under each: only the set that is enough, without the one that is needed, then the strongest regions hidden
 * one after another. In one row where there is room; no height where there are none.
 */
export function smallPictures(sketch: Sketch, options: SmallPicturesOptions): TextBlock {
  const groups = groupsOf(sketch)
  const all = groups.flat()
  if (all.length === 0) return { height: 0, draw: () => "" }
  const { room, height } = options
  const { size } = sketch.explanation.picture
  const most = (height * size.width) / size.height
  const inOne = (room - (all.length - 1) * gap) / all.length
  const isRow = Math.min(most, inOne) >= Math.min(leastWidth, most)
  const columns = isRow ? all.length : Math.max(2, Math.floor((room + gap) / (leastWidth * 1.35 + gap)))
  const width = Math.min(most, (room - (columns - 1) * gap) / columns)
  const rows = isRow ? [all] : groups.flatMap((group) => rowsOf(group, columns))
  const blocks = rows.map((row) => rowBlock(row, { sketch, width, letters: options.letters, room }))
  return stack(blocks, 14)
}

/** The sets, and the strip. */
function groupsOf({ view, tried }: Sketch): readonly (readonly Small[])[] {
  const { sets, strip } = view.record.evidence ?? {}
  const ofSet = (name: "enough" | "needed"): readonly Small[] => {
    const picture = tried[name]
    const words = setWords(view, name)
    if (picture === undefined || words === undefined) return []
    return [{ picture, regions: sets![name]!.regions, ...words }]
  }
  const words = stripWords(view)
  const steps =
    words === undefined || strip === undefined
      ? []
      : (tried.strip ?? []).flatMap((picture, i): readonly Small[] => {
          const count = strip.hidden[i]
          if (count === undefined) return []
          const heading = i === 0 ? words.heading : ""
          return [{ picture, regions: strip.regions.slice(0, count), ...words.steps[i]!, heading }]
        })
  return [[...ofSet("enough"), ...ofSet("needed")], steps].filter((group) => group.length > 0)
}

function rowsOf(group: readonly Small[], columns: number): readonly (readonly Small[])[] {
  return Array.from({ length: Math.ceil(group.length / columns) }, (_, i) =>
    group.slice(i * columns, (i + 1) * columns),
  )
}

function rowBlock(
  row: readonly Small[],
  {
    sketch,
    width,
    letters,
    room,
  }: { readonly sketch: Sketch; readonly width: number; readonly letters: Letters; readonly room: number },
): TextBlock {
  const { explanation, theme } = sketch
  const { size } = explanation.picture
  const { small } = letters
  const height = (width * size.height) / size.width
  const isLine = row.every(({ hidden = "", said }) => textWidth(`${hidden} ${said}`, small) <= width)
  const said = row.map((one) => captionOf(one, { isLine, width, small, fill: theme.ink }))
  const hasHeading = row.some(({ heading }) => heading !== "")
  const headingRoom = hasHeading ? Math.round(small * 1.6) : 0
  const below = 5
  return {
    height: headingRoom + height + below + Math.max(...said.map((block) => block.height)),
    draw: (left, top) =>
      row
        .map((one, i) => {
          const x = left + i * (width + gap)
          const panel = { left: x, top: top + headingRoom, width, height }
          // A heading reaches to the next one.
          const next = row.findIndex(({ heading }, k) => k > i && heading !== "")
          const reach = next < 0 ? room - (x - left) : (next - i) * (width + gap) - gap / 2
          const heading = fitLine(one.heading, small, reach)
          return [
            one.heading === "" ? "" : text(heading, { left: x, base: top + small, size: small, fill: theme.quiet }),
            picture(one, { sketch, panel }),
            said[i]!.draw(x, panel.top + height + below),
          ].join("")
        })
        .join(""),
  }
}

/** What the model said, under all that was hidden: on one line in each of a row, or on two in each. */
function captionOf(
  { hidden, said }: Small,
  {
    isLine,
    width: room,
    small: size,
    fill,
  }: { readonly isLine: boolean; readonly width: number; readonly small: number; readonly fill: string },
): TextBlock {
  const lines = hidden === undefined ? [said] : isLine ? [`${hidden} ${said}`] : [hidden, said]
  return stack(
    lines.map((words) => paragraph(words, { room, size, most: 3, fill })),
    0,
  )
}

/** With a thin line round what is shown, or what is hidden: blur is hard to see on a small picture. */
function picture(
  { picture, regions }: Small,
  { sketch: { explanation }, panel }: { readonly sketch: Sketch; readonly panel: Rect },
): string {
  const outlined = new Set(regions)
  const whole = placeBox({ left: 0, top: 0, ...explanation.seen.size }, explanation, panel)
  return (
    placeImage(picture, { whole, panel }) +
    enoughLine(
      setLines((region) => outlined.has(region), { explanation, panel, inset: 1.4 }),
      1.4,
    )
  )
}
