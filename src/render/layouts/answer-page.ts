import type { Size } from "../../types.ts"
import { captionOf, titleOf } from "../../words/picture-words.ts"
import { stack, type TextBlock } from "../draw/blocks.ts"
import { legendBlock } from "../draw/draw-legend.ts"
import { type Letters, lettersFor } from "../draw/letters.ts"
import { inPrecisionOf } from "../draw/one-scale.ts"
import type { Page } from "../draw/page.ts"
import { doneWords, headWords, marksOn, noteWords, type SaidOnPage, saidOn, sentenceWords } from "../draw/page-words.ts"
import { gap, indentOf, type PictureRow, type Pictures, pictureRow } from "../draw/picture-row.ts"
import { signNotes } from "../draw/sign-notes.ts"
import type { Sketch } from "../draw/sketch.ts"
import { smallPictures } from "../draw/small-pictures.ts"

export interface AnswerPageOptions {
  /** Whether the photo stands beside its map. */
  readonly photo: boolean
  /** Width of the drawing in pixels. */
  readonly width?: number | undefined
}

/** The size of a slide; pages that fit well get this shape. */
const slide = { width: 1600, height: 900 } as const
/** The narrowest page; a narrower drawing is this page, scaled down. */
const leastPage = 360
/** Pages of at least this width have room for words beside the pictures. */
const wide = 1000
/** Pages of at least this width have room for a map beside its photo. */
const twoPictures = 620

/** A picture with a wider shape is placed above its map. */
const panorama = 2.6

/** Pictures on a wide page are at least this high, even if the page becomes higher than a slide. */
const leastHeight = 250
const mostHeight = 640
/** How many halvings find the best height to a few pixels. */
const halvings = 7
/** Small pictures are at least this high, and up to the other height if the page has room to spare. */
const leastSmall = 116
const mostSmall = 170
/** Width of words beside pictures. */
const sideWidth = 400
const mostSide = 620
/** The largest width of a legend, since a longer bar says no more. */
const mostLegend = 440
/** Between the parts of a page, and before its small print. */
const between = 24

/** What all parts of a page share. */
interface Frame {
  readonly sketch: Sketch
  readonly said: SaidOnPage
  readonly letters: Letters
  /** Between the margins. */
  readonly room: number
  readonly pictures: Pictures
}

/** How large pictures are drawn, and where words stand. */
interface Plan {
  /** Where the legend and the sentences go: beside the pictures or under them. */
  readonly words: "beside" | "under"
  /** Where the notes go: under the sentences or at the foot of the page. */
  readonly notes: "beside" | "foot"
  readonly size: Size
  /** How high small pictures are at most. */
  readonly small: number
}

/**
 * The answer on one page: the headline, and the answer that it is about; the photo and its map, with the legend and some sentences; in small pictures what the
 * model was shown; then what else must be known. It has the shape of a slide if everything fits; on a narrow page everything is stacked.
 */
export function answerPage(drawn: Sketch, { photo, width = slide.width }: AnswerPageOptions): Page {
  const page = Math.min(slide.width, Math.max(leastPage, width))
  const margin = page >= wide ? 48 : page >= twoPictures ? 36 : 18
  const { size } = drawn.explanation.picture
  const isBeside = page >= twoPictures && size.width / size.height < panorama
  const pictures = !photo ? "map" : isBeside ? "beside" : "above"
  const said = saidOn(drawn)
  const frame: Frame = { sketch: drawn, said, letters: lettersFor(page), room: page - 2 * margin, pictures }
  const most = page >= wide ? (page * slide.height) / slide.width - 2 * margin : undefined
  const plan = most === undefined ? narrowPlan(frame) : widePlan(frame, most)
  const sketch = inPrecisionOf(drawn, { left: 0, top: 0, ...plan.size })
  const own = { ...frame, sketch, said: saidOn(sketch) }
  const spare = Math.max(0, (most ?? 0) - partsOf(own, plan).height)
  const small = Math.min(mostSmall, plan.small + spare)
  const { body, foot, height: least } = partsOf(own, { ...plan, small })
  const height = Math.max(most ?? 0, least)
  return {
    width: page,
    height: height + 2 * margin,
    paper: sketch.theme.paper,
    title: titleOf(sketch.view),
    description: captionOf(sketch.view, { ...sketch, marks: marksOn(sketch) }),
    id: sketch.id,
    body: [body.draw(margin, margin), foot.draw(margin, margin + height - foot.height)],
  }
}

function narrowPlan(frame: Frame): Plan {
  const size = sizeWithin(frame, { width: mostWidth(frame, "under"), height: 460 })
  return { words: "under", notes: "foot", size, small: leastSmall }
}

const arrangements = [
  { words: "beside", notes: "beside" },
  { words: "beside", notes: "foot" },
  { words: "under", notes: "foot" },
] as const

/** The plan with the largest pictures on a page no higher than `most`; if there is none, the plan with the lowest page. */
function widePlan(frame: Frame, most: number): Plan {
  const plans = arrangements.map((one) => largestFit(frame, one, most))
  const [best] = [...plans].sort(
    (a, b) =>
      Number(b.fits) - Number(a.fits) || (a.fits ? b.plan.size.height - a.plan.size.height : a.height - b.height),
  )
  return best!.plan
}

/** The largest pictures of an arrangement that fit on the page, found by halving; otherwise the smallest. */
function largestFit(
  frame: Frame,
  arrangement: (typeof arrangements)[number],
  most: number,
): { readonly plan: Plan; readonly height: number; readonly fits: boolean } {
  const largest = sizeWithin(frame, { width: mostWidth(frame, arrangement.words), height: mostHeight })
  const of = (height: number): { readonly plan: Plan; readonly height: number; readonly fits: boolean } => {
    const plan = { ...arrangement, small: leastSmall, size: sizeWithin(frame, { ...largest, height }) }
    const { height: whole } = partsOf(frame, plan)
    return { plan, height: whole, fits: whole <= most }
  }
  let low = Math.min(leastHeight, largest.height)
  let high = largest.height
  let found = of(high)
  if (found.fits || high - low < 1) return found
  found = of(low)
  if (!found.fits) return found
  for (let i = 0; i < halvings; i++) {
    const middle = of((low + high) / 2)
    if (middle.fits) {
      found = middle
      low = (low + high) / 2
    } else high = (low + high) / 2
  }
  return found
}

/** A picture of the right shape. */
function sizeWithin({ sketch }: Frame, most: Size): Size {
  const { width, height } = sketch.explanation.picture.size
  const scale = Math.min(most.width / width, most.height / height)
  return { width: Math.max(1, width * scale), height: Math.max(1, height * scale) }
}

function mostWidth({ room, pictures, sketch }: Frame, words: Plan["words"]): number {
  const side = room - indentOf(sketch) - (words === "beside" ? sideWidth + gap : 0)
  return pictures === "beside" ? (side - gap) / 2 : side
}

/** The top and the foot of the page, and their total height. */
function partsOf(
  frame: Frame,
  plan: Plan,
): { readonly body: TextBlock; readonly foot: TextBlock; readonly height: number } {
  const { sketch, letters, room } = frame
  const tried = smallPictures(sketch, { room, height: plan.small, letters })
  const body = stack([headWords(frame), middleOf(frame, plan), tried], between)
  const foot = stack([...(plan.notes === "foot" ? [noteWords(frame)] : []), doneWords(frame)], Math.round(between / 4))
  return { body, foot, height: body.height + between + foot.height }
}

/** The pictures, with their words. */
function middleOf(frame: Frame, { words, notes, size }: Plan): TextBlock {
  const { sketch, pictures, letters } = frame
  const row = pictureRow(sketch, { pictures, size, letters, room: frame.room })
  if (words === "under") return stack([row, underWords(frame, row)], between)
  const room = Math.min(mostSide, frame.room - row.width - gap)
  const own = { ...frame, room }
  const side = stack(
    [legendOf(frame, row, room), sentenceWords(own), ...(notes === "beside" ? [noteWords(own)] : [])],
    Math.round(between * 0.7),
  )
  return {
    height: Math.max(row.height, row.top + side.height),
    draw: (left, top) => row.draw(left, top) + side.draw(left + row.width + gap, top + row.top),
  }
}

/** The sentences under the photo and the legend under the map, if both have room there; otherwise stacked. */
function underWords(frame: Frame, row: PictureRow): TextBlock {
  const { room } = frame
  const column = row.map.left - gap
  if (frame.pictures !== "beside" || column < sideWidth || room - row.map.left < sideWidth)
    return stack([legendOf(frame, row, room), sentenceWords(frame)], Math.round(between / 2))
  const sentences = sentenceWords({ ...frame, room: column })
  const legend = legendOf(frame, row, room - row.map.left)
  return {
    height: Math.max(sentences.height, legend.height),
    draw: (left, top) => sentences.draw(left, top) + legend.draw(left + row.map.left, top),
  }
}

function legendOf({ sketch, letters }: Frame, row: PictureRow, room: number): TextBlock {
  const width = Math.min(mostLegend, room)
  return legendBlock(sketch, { width, marks: signNotes(sketch, row.map), size: Math.max(13, letters.small - 1) })
}
