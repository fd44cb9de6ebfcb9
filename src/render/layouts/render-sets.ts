import type { FoundSet } from "../../evidence-record.ts"
import type { Explanation } from "../../explanation.ts"
import { asSeen } from "../../reading/as-seen.ts"
import { type View, viewOf } from "../../reading/view.ts"
import { type Context, contextOf, joined, type Sentence } from "../../words/context.ts"
import { fillName, regionsWords } from "../../words/details.ts"
import { english } from "../../words/english.ts"
import { fillIn, numbered } from "../../words/fill-in.ts"
import { plainText } from "../../words/format.ts"
import { labelOf } from "../../words/label-of.ts"
import { titleOf } from "../../words/picture-words.ts"
import { enough, needed } from "../../words/sentences/sets.ts"
import { targetWords } from "../../words/target-words.ts"
import { answerLines, firstAnswer, leastColumn, stateHeading, statePicture } from "../draw/answer-lines.ts"
import { headline, paragraph, paragraphs } from "../draw/blocks.ts"
import { enoughLine } from "../draw/evidence-marks.ts"
import type { Rect } from "../draw/geometry.ts"
import { svgOf } from "../draw/page.ts"
import { setLines } from "../draw/set-lines.ts"
import { checkPicture, type DrawingOptions, type EmbeddedPicture, makeSketch } from "../draw/sketch.ts"

/** The pictures that the model was shown, at its input size. */
export interface RenderSetsOptions extends Pick<DrawingOptions, "theme"> {
  /** The picture as the model was given it. */
  readonly before: EmbeddedPicture
  /** With only the set that is enough shown; required if the record has one. */
  readonly enough?: EmbeddedPicture | undefined
  /** With the set that is needed hidden; required if the record has one. */
  readonly needed?: EmbeddedPicture | undefined
  /** Width of the drawing in pixels, from 200 to 8192. Default: the layout's own width. */
  readonly width?: number
}

const margin = 40
const gap = 36

/** A picture of the page: what was shown, what it is called, and what the model said. */
interface Shown {
  readonly picture: EmbeddedPicture
  readonly heading: string
  readonly lines: readonly [string, string]
  readonly set?: FoundSet
}

/**
 * Draws what keeps and what changes the answer: the picture as the model was given it, then with only the smallest set of regions that is enough, then
 * without the smallest set that is needed, each with what the model then answered.
 *
 * @throws {RangeError} for a record without such sets, and for pictures that are missing or not PNG or JPEG `data:` addresses.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { renderSets } from "gridexplainer/render"
 * const image = { width: 4, height: 4, channels: 1, data: Uint8Array.from({ length: 16 }, (_, i) => (i === 5 ? 255 : 0)) } as const
 * const dot = functionModel((images) => images.map(({ data }) => [data[5]! / 255, 1 - data[5]! / 255]))
 * const explanation = await explain(dot, image, { regions: grid(4), fills: [0] })
 * const picture = { href: "data:image/png;base64,iVBORw0KGgo=" }
 * renderSets(explanation, { before: picture, enough: picture, needed: picture }).includes("Only this one of 16 squares") // => true
 * ```
 */
export function renderSets(of: Explanation | View, options: RenderSetsOptions): string {
  const view = viewOf(of)
  const explanation = view.record
  const { theme: themeName = "light", width } = options
  const shown = statesOf(view, options)
  const sketch = makeSketch(view, { theme: themeName })
  const { theme } = sketch
  const id = `${sketch.id}-sets`
  const panels = panelsOf(explanation, shown.length)
  const room =
    panels.reduce((right, { left, width }) => Math.max(right, left + Math.max(width, leastColumn)), 0) - margin
  const labelTop = panels[0]!.top + panels[0]!.height + 14
  const sentences = paragraphs(
    sentencesOf(view).map(({ text }) => text),
    { room, size: 16, most: 3, fill: theme.ink },
  )
  const sentencesTop = labelTop + 72
  const details = paragraph(detailsOfSets(explanation), { room, size: 14, most: 3, fill: theme.quiet })
  const detailsTop = sentencesTop + sentences.height + 12
  const drawState = ({ picture, heading, lines, set }: Shown, i: number): string => {
    const panel = panels[i]!
    const { left } = panel
    return [
      stateHeading(heading, panel, theme),
      statePicture(picture, panel, id),
      set === undefined ? "" : outlineOf(explanation, { set, panel }),
      ...answerLines(lines, { left, top: labelTop, room: Math.max(panel.width, leastColumn), theme }),
    ].join("")
  }
  const title = titleOf(explanation)
  return svgOf(
    {
      width: room + 2 * margin,
      height: detailsTop + details.height + margin - 8,
      paper: theme.paper,
      title,
      description: sentencesOf(view)
        .map(({ text }) => text)
        .join(" "),
      id,
      body: [
        headline(title, room, theme).draw(margin, margin),
        ...shown.map(drawState),
        sentences.draw(margin, sentencesTop),
        details.draw(margin, detailsTop),
      ],
    },
    width,
  )
}

function sentencesOf(view: View): readonly Sentence[] {
  const { enough: middle, needed: right } = english.marksBeside
  const hasBoth = view.record.evidence?.sets?.enough !== null
  const context = contextOf(view, { form: "short", marks: { enough: hasBoth ? middle : right, needed: right } })
  return [enough, needed].flatMap((formula) => joined(formula(context)))
}

/** The untouched picture, and those of the sets that were found. */
function statesOf(view: View, { before, enough, needed }: RenderSetsOptions): readonly Shown[] {
  const explanation = view.record
  const sets = explanation.evidence?.sets
  if (sets === undefined || (sets.enough === null && sets.needed === null))
    throw new RangeError("layout sets needs a record with a set of regions that is enough or needed, got none")
  const { shown } = english
  const context = contextOf(view, { form: "short" })
  const { brief, score } = targetWords(explanation)
  const state = (name: "enough" | "needed", picture: EmbeddedPicture | undefined, set: FoundSet): Shown => {
    const count = set.regions.length
    return {
      picture: checked(name, picture),
      heading: fillIn(numbered(shown[name], count), { count, ...context.common }),
      lines: [
        fillIn(shown.score, { what: brief, score: context.numbers.targetScore(set.score) }),
        answerLine(context, set),
      ],
      set,
    }
  }
  return [
    {
      picture: checked("before", before),
      heading: shown.given,
      lines: [
        fillIn(shown.score, { what: brief, score: score(explanation.target.score) }),
        firstAnswer(explanation.top[0], explanation),
      ],
    },
    ...(sets.enough === null ? [] : [state("enough", enough, sets.enough)]),
    ...(sets.needed === null ? [] : [state("needed", needed, sets.needed)]),
  ]
}

function checked(name: string, picture: EmbeddedPicture | undefined): EmbeddedPicture {
  if (picture === undefined) throw new RangeError(`layout sets needs the picture ${name}, got none`)
  checkPicture(name, picture)
  return picture
}

/** `the model's first answer: cup, 34 %`. */
function answerLine({ view, numbers }: Context, { answer }: FoundSet): string {
  const { target } = view.record
  const { shown } = english
  if (answer.index === target.index && target.chosenBy !== "margin") return shown.firstStill
  return fillIn(shown.firstOther, { label: labelOf(answer), score: numbers.classScore(answer.score) })
}

function panelsOf({ seen: { size } }: Explanation, count: number): readonly Rect[] {
  const column = count === 2 ? 520 : 350
  const scale = Math.min(column / size.width, 560 / size.height)
  const [width, height] = [size.width * scale, size.height * scale]
  const step = Math.max(width, leastColumn) + gap
  return Array.from({ length: count }, (_, i) => ({ left: margin + i * step, top: margin + 36 + 46, width, height }))
}

/** The line around a set, on a picture of the model's input size. */
function outlineOf(explanation: Explanation, { set, panel }: { readonly set: FoundSet; readonly panel: Rect }): string {
  const regions = new Set(set.regions)
  return enoughLine(setLines((region) => regions.has(region), { explanation: asSeen(explanation), panel, inset: 2.7 }))
}

function detailsOfSets(explanation: Explanation): string {
  const [fill] = explanation.fills
  const { drawing } = english
  return [
    fillIn(drawing.model, { name: plainText(explanation.model.name) }),
    regionsWords(explanation),
    fillIn(drawing.restHidden, { fill: fillName(fill!) }),
  ].join(" · ")
}
