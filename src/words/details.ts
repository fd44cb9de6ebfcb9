import type { Explanation } from "../explanation.ts"
import { type View, viewOf } from "../reading/view.ts"
import type { ClassScore, FillDescription } from "../types.ts"
import { english, type Words } from "./english.ts"
import { fillIn, numbered } from "./fill-in.ts"
import { plainText } from "./format.ts"
import { labelOf } from "./label-of.ts"
import { scoreOf } from "./target-words.ts"

/** The facts of the run, in one line: model, regions, fill, the model's own answer if another class was asked about, and `unseen` if a part was cropped off. */
export function detailsOf(what: Explanation | View, options: DetailsOptions): string {
  return detailParts(what, options).join(" · ")
}

export interface DetailsOptions {
  /** What is said if the model was not given the whole picture; "" says nothing. */
  readonly unseen: string
  /** Whether the model's own answer is named if another class was asked about. @default true */
  readonly answer?: boolean
  /** The language. @default english */
  readonly words?: Words
}

/** The facts of `detailsOf`, as a list. */
export function detailParts(
  what: Explanation | View,
  { unseen, answer = true, words = english }: DetailsOptions,
): readonly string[] {
  const view = viewOf(what)
  const { record, fills } = view
  const { drawing } = words
  const names = fills.map(fillName).join(words.comma)
  return [
    ...(answer ? answersOf(record, words) : []),
    fillIn(drawing.model, { name: plainText(record.model.name) }),
    fillIn(drawing.asked, { regions: regionsWords(record, words), how: howAsked(view, words) }),
    fillIn(numbered(drawing.fill, fills.length), { fills: names }),
    ...(unseen === "" || seesAll(record) ? [] : [unseen]),
    ...(hasBars(record) ? [drawing.bars] : []),
  ]
}

function howAsked(view: View, { drawing: { how } }: Words): string {
  const { masks } = view.attribution
  return view.means === "average" && masks === undefined
    ? how.random
    : fillIn(how[view.means], { masks: masks?.total ?? 0 })
}

/** `8 × 8 squares`. */
export function regionsWords({ regions: { layout, boxes } }: Explanation, { drawing }: Words = english): string {
  const count = boxes.length
  if (layout.kind === "grid") return fillIn(drawing.grid, { rows: layout.rows, columns: layout.columns })
  return layout.kind === "mask"
    ? fillIn(drawing.mask, { count })
    : fillIn(drawing.window, { count, width: layout.window.width, height: layout.window.height })
}

/** The model's answers that the title does not state: the scores behind a margin, and its own answer if another class was asked about. */
export function answersOf({ top, target, model }: Explanation, words: Words = english): readonly string[] {
  const { drawing } = words
  const answer = top[0]
  const scored = (template: string, one: ClassScore): string =>
    fillIn(template, { label: labelOf(one), score: scoreOf(one.score, model.scale, words) })
  const scores = (): readonly string[] => {
    if (target.chosenBy !== "margin") return []
    const own = scored(drawing.scoreOf, { ...target, score: target.score + target.against.score })
    return [fillIn(drawing.scores, { own, other: scored(drawing.scoreOf, target.against) })]
  }
  return [
    ...scores(),
    ...(target.chosenBy === "function" ? [fillIn(drawing.workedOut, { label: labelOf(target) })] : []),
    ...(answer === undefined || answer.index === target.index
      ? []
      : [fillIn(drawing.firstAnswer, { answer: scored(drawing.answer, answer) })]),
  ]
}

/** A fill by the name with which it is chosen: `cell-mean`, `color #000000`. */
export function fillName({ name, options }: FillDescription): string {
  const levels = options?.color
  const isColor =
    Array.isArray(levels) && levels.every((level) => Number.isInteger(level) && level >= 0 && level <= 255)
  const code = isColor ? ` #${levels.map((level: number) => level.toString(16).padStart(2, "0")).join("")}` : ""
  return `${plainText(name)}${code}`
}

function hasBars({ picture: { size }, seen: { source }, regions }: Explanation): boolean {
  return regions.layout.kind === "grid" && (source.width > size.width || source.height > size.height)
}

/** Which part of the picture the model was given, in words, for output that cannot show it. */
export function givenPart({ picture: { size }, seen: { source } }: Explanation, { drawing }: Words = english): string {
  const whole = { wholeWidth: size.width, wholeHeight: size.height }
  return fillIn(drawing.given, { width: source.width, height: source.height, ...whole })
}

/** Whether the model was given the whole picture. */
export function seesAll({ picture, seen: { source } }: Explanation): boolean {
  const right = source.left + source.width
  const bottom = source.top + source.height
  return source.left <= 0 && source.top <= 0 && right >= picture.size.width && bottom >= picture.size.height
}
