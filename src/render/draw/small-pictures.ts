import type { Size } from "../../types.ts"
import { setWords, stripWords } from "../../words/tried-words.ts"
import { stack, type TextBlock, text } from "./blocks.ts"
import type { Letters } from "./letters.ts"
import type { Sketch } from "./sketch.ts"
import { drawSmall, type SmallPicture, smallCaptions } from "./small-picture.ts"
import { wrapText } from "./text-metrics.ts"

export interface SmallPicturesOptions {
  readonly room: number
  /** The largest height of a picture if all are in one row. */
  readonly height: number
  readonly letters: Letters
}

const gap = 16
/** Space between the sets and the strip if they are in one row. */
const groupGap = 36
/** The least shorter side at which a picture still shows something. */
const leastSide = 100
/** Wide pictures are no wider than this if they are wrapped into rows. */
const leastColumn = 156

/**
 * Small pictures of what the model was shown, with its answer under each: only the set that is enough, without the set that is needed, then the strongest
 * regions hidden one after another. They are in one row if there is room; without height if there are none.
 */
export function smallPictures(sketch: Sketch, { room, height, letters }: SmallPicturesOptions): TextBlock {
  const groups = groupsOf(sketch)
  const count = groups.flat().length
  if (count === 0) return { height: 0, draw: () => "" }
  const { size } = sketch.explanation.picture
  const shape = size.width / size.height
  const between = (count - 1) * gap + (groups.length - 1) * (groupGap - gap)
  const inOne = Math.min(height * shape, (room - between) / count)
  if (Math.min(inOne, inOne / shape) >= Math.min(leastSide, height)) {
    const sized = { width: inOne, height: inOne / shape }
    return rowBlock(groups, { sketch, size: sized, letters, room })
  }
  const column = Math.min(leastColumn, Math.max(leastSide, leastSide * shape))
  const columns = Math.max(2, Math.floor((room + gap) / (column + gap)))
  const width = (room - (columns - 1) * gap) / columns
  const rows = groups.flatMap((group) => rowsOf(group, columns))
  return stack(
    rows.map((row) => rowBlock([row], { sketch, size: { width, height: width / shape }, letters, room })),
    14,
  )
}

/** The sets, and the strip. */
function groupsOf(sketch: Sketch): readonly (readonly SmallPicture[])[] {
  return [[...ofSet(sketch, "enough"), ...ofSet(sketch, "needed")], ofStrip(sketch)].filter(({ length }) => length > 0)
}

function ofSet({ view, tried }: Sketch, name: "enough" | "needed"): readonly SmallPicture[] {
  const picture = tried[name]
  const set = view.record.evidence?.sets?.[name]
  const words = setWords(view, name)
  return picture === undefined || !set || words === undefined ? [] : [{ picture, regions: set.regions, ...words }]
}

function ofStrip({ view, tried }: Sketch): readonly SmallPicture[] {
  const words = stripWords(view)
  const { regions = [], hidden = [] } = view.record.evidence?.strip ?? {}
  if (words === undefined) return []
  return (tried.strip ?? []).slice(0, hidden.length).map((picture, i) => ({
    ...{ picture, regions: regions.slice(0, hidden[i]), ...words.steps[i]! },
    heading: i === 0 ? words.heading : "",
  }))
}

function rowsOf<Item>(group: readonly Item[], columns: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(group.length / columns) }, (_, i) =>
    group.slice(i * columns, (i + 1) * columns),
  )
}

interface RowOptions {
  readonly sketch: Sketch
  readonly size: Size
  readonly letters: Letters
  readonly room: number
}

/** Groups of pictures of one size in a row, each under its heading and over its caption. */
function rowBlock(
  groups: readonly (readonly SmallPicture[])[],
  { sketch, size, letters, room }: RowOptions,
): TextBlock {
  const row = groups.flat()
  const letter = letters.small
  const captions = smallCaptions(row, { sketch, width: size.width, size: letter })
  const below = 5
  const lefts = groups.flatMap((group, g) => {
    const before = groups.slice(0, g).reduce((sum, { length }) => sum + length * (size.width + gap) + groupGap - gap, 0)
    return group.map((_, i) => before + i * (size.width + gap))
  })
  // A heading reaches to the next one.
  const roomAt = (i: number): number => {
    const next = row.findIndex(({ heading }, k) => k > i && heading !== "")
    return next < 0 ? room - lefts[i]! : lefts[next]! - gap / 2 - lefts[i]!
  }
  const step = Math.round(letter * 1.4)
  const headings = row.map(({ heading }, i) =>
    heading === "" ? [] : wrapText(heading, letter, { width: roomAt(i), most: 2 }),
  )
  const lines = Math.max(...headings.map(({ length }) => length))
  const headingRoom = lines === 0 ? 0 : Math.round(letter * 0.2) + lines * step
  return {
    height: headingRoom + size.height + below + Math.max(...captions.map(({ height }) => height)),
    draw: (left, top) =>
      row
        .map((one, i) => {
          const panel = { left: left + lefts[i]!, top: top + headingRoom, ...size }
          const own = headings[i]!
          const base = top + letter + (lines - own.length) * step
          const place = { left: panel.left, size: letter, fill: sketch.theme.quiet }
          return [
            ...own.map((words, k) => text(words, { ...place, base: base + k * step })),
            drawSmall(one, sketch, panel),
            captions[i]!.draw(panel.left, panel.top + size.height + below),
          ].join("")
        })
        .join(""),
  }
}
