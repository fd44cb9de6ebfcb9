import type { EffectMeaning, Explanation, MarginTarget } from "../explanation.ts"
import { type View, viewOf } from "../reading/view.ts"
import type { ClassScore, FillDescription, ScoreScale } from "../types.ts"
import { formatScore, plainText } from "./format.ts"
import { labelOf } from "./label-of.ts"

/** What the run was, in a line: model, regions, fill, the model's own answer where another class was asked about, and `unseen` where a part was cut off. */
export function detailsOf(explanation: Explanation | View, options: DetailsOptions): string {
  return detailParts(explanation, options).join(" · ")
}

export interface DetailsOptions {
  /** Said where the model was not given the whole picture; nothing where it is empty. */
  readonly unseen: string
  /** Whether the model's own answer is named where another class was asked about. @default true */
  readonly answer?: boolean
}

/** The facts of `detailsOf`, one by one. */
export function detailParts(of: Explanation | View, { unseen, answer = true }: DetailsOptions): readonly string[] {
  const view = viewOf(of)
  const explanation = view.record
  return [
    ...(answer ? answersOf(explanation) : []),
    `Model: ${plainText(explanation.model.name)}`,
    `${regionsWords(explanation)}, ${howHidden[view.means](view)}`,
    fillsOf(view),
    ...(unseen === "" || seesAll(explanation) ? [] : [unseen]),
    ...(hasBars(explanation) ? ["squares in the bars that were added for the model are not drawn"] : []),
  ]
}

/** `8 × 8 squares`. */
export function regionsWords({ regions: { layout, boxes } }: Explanation): string {
  if (layout.kind === "mask") return `${boxes.length} regions`
  if (layout.kind === "grid") return `${layout.rows} × ${layout.columns} squares`
  return `${boxes.length} windows of ${layout.window.width} × ${layout.window.height} pixels`
}

const howHidden: Readonly<Record<EffectMeaning, (view: View) => string>> = {
  alone: () => "hidden one at a time",
  "shown-alone": () => "shown one at a time",
  average: ({ attribution: { masks } }) =>
    masks === undefined ? "hidden at random" : `hidden at random in ${masks.total} pictures`,
}

/** Effects on average come from all fills, others from one. */
function fillsOf({ fills }: View): string {
  return `${fills.length === 1 ? "fill" : "fills"}: ${fills.map(fillName).join(", ")}`
}

/** What the model answered as far as the title does not say it: the scores behind a margin, and its own answer where another class was asked about. */
export function answersOf({ top, target, model }: Explanation): readonly string[] {
  const named = ({ label, score }: ClassScore): string => `${plainText(label)}, ${formatScore(score, model.scale)}`
  const answer = top[0]
  return [
    ...(target.chosenBy === "margin" ? [`The scores: ${scoresOf(target, model.scale)}`] : []),
    ...(target.chosenBy === "function" ? [`${labelOf(target)} is worked out from the model's scores`] : []),
    ...(answer === undefined || answer.index === target.index ? [] : [`The model's first answer: ${named(answer)}`]),
  ]
}

/** `wolf 62.1 %, husky 26.9 %`. */
function scoresOf({ against, ...target }: MarginTarget, scale: ScoreScale): string {
  const own = { ...target, score: target.score + against.score }
  return [own, against].map((one) => `${labelOf(one)} ${formatScore(one.score, scale)}`).join(", ")
}

/** `cell-mean`, `color #000000`. */
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

/** Which part of the picture the model was not given, for a drawing, which fades it. */
export const fadedPart = "the faded part was not given to the model"

/** Which part of the picture the model was given, where nothing can be faded. */
export function givenPart({ picture: { size }, seen: { source } }: Explanation): string {
  return `the model was given the middle ${source.width} × ${source.height} of ${size.width} × ${size.height} pixels`
}

/** Whether the model was given the whole picture. */
export function seesAll({ picture, seen: { source } }: Explanation): boolean {
  const right = source.left + source.width
  const bottom = source.top + source.height
  return source.left <= 0 && source.top <= 0 && right >= picture.size.width && bottom >= picture.size.height
}
