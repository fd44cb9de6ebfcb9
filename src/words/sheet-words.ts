import type { Explanation } from "../explanation.ts"
import { chanceFact } from "../reading/facts/chance-fact.ts"
import { regionFact, strongestFact } from "../reading/facts/effect-facts.ts"
import { strongestRegion } from "../reading/strongest-region.ts"
import { type View, viewOf } from "../reading/view.ts"
import { contextOf, placeOf } from "./context.ts"
import { detailParts, seesAll } from "./details.ts"
import { english, type Words } from "./english.ts"
import { fillIn } from "./fill-in.ts"
import { plainText } from "./format.ts"
import { targetWords } from "./target-words.ts"

/** What a sheet shows: `coffee.png: 3 answers`, `12 pictures`. */
export function headingOfSheet(views: readonly View[], { sheet }: Words = english): string {
  const { record } = views[0]!
  const count = views.length
  if (variety(views, pictureKey) > 1) return fillIn(sheet.pictures, { count })
  const picture = plainText(record.picture.name ?? "") || sheet.onePicture
  const answers = variety(views, targetKey)
  if (answers > 1) return fillIn(sheet.answers, { picture, count: answers })
  const fills = variety(views, fillKey)
  const { name } = targetWords(record)
  return fillIn(fills > 1 ? sheet.fills : sheet.what, { picture, name, count: fills })
}

/** For each picture of the sheet, what tells it from the others: a file name, a grid, a fill, or "" if the title says it. */
export function tileHeadings(views: readonly View[]): readonly string[] {
  const pictures = variety(views, pictureKey) > 1
  const facts = views.map((view) => detailParts(view, { unseen: "", answer: false }))
  const shared = sharedBy(facts)
  return views.map(({ record }, i) =>
    [
      ...(pictures ? [plainText(record.picture.name ?? "")] : []),
      ...facts[i]!.filter((fact) => !shared.includes(fact)).map(brief),
    ].join(" · "),
  )
}

/** What is true of all pictures of the sheet. */
export function sheetDetails(views: readonly View[], words: Words = english): string {
  const facts = views.map((view) => detailParts(view, { unseen: "" }))
  const faded = views.some(({ record }) => !seesAll(record)) ? [words.drawing.faded] : []
  const scale = views.length > 1 ? [words.sheet.oneScale] : []
  return [...sharedBy(facts), ...faded, ...scale].join(" · ")
}

/** The line under a map of a sheet: `row 3, column 5: +5.5 points (+3.6 to +7.3)`, or that it is no better than chance, or that nothing is measurable. */
export function strongestLine(
  what: Explanation | View,
  { decimals, words = english }: { readonly decimals?: number | undefined; readonly words?: Words } = {},
): string {
  const view = viewOf(what)
  const context = contextOf(view, { words, form: "short", decimals })
  const { numbers } = context
  const { outcome, warns } = chanceFact(view)
  if (warns) return outcome === "doubt" ? words.sheet.doubt : words.sheet.fails
  if (!view.effects.some(Number.isFinite)) return words.noValue
  if (strongestFact(view) === undefined) return view.judged ? words.legend.noneMeasurable : words.sheet.noSingle
  const region = strongestRegion(view)
  const { effect, range, scores } = regionFact(view, region)
  const values = { place: placeOf(context, region), effect: numbers.signedSize(effect) }
  if (range !== undefined) {
    const [low, high] = [numbers.signed(view.low![region]!), numbers.signed(view.high![region]!)]
    return fillIn(words.region.lineRange, { ...values, range: fillIn(words.between.short, { low, high }) })
  }
  if (scores === undefined || view.judged) return fillIn(words.region.line, values)
  const [from, to] = scores.map((score) => numbers.targetScore(score, "exact"))
  return fillIn(words.region.lineScores, { ...values, from: from!, to: to! })
}

/** A fact without what can be guessed: a tile is narrow. */
function brief(fact: string): string {
  return fact.replace(/^Model: /, "").replace(/, (hidden|shown) (one at a time|at random in \d+ pictures)$/, "")
}

function sharedBy([first = [], ...others]: readonly (readonly string[])[]): readonly string[] {
  return first.filter((fact) => others.every((facts) => facts.includes(fact)))
}

function variety(views: readonly View[], key: (view: View) => string): number {
  return new Set(views.map(key)).size
}

function pictureKey({ record: { picture } }: View): string {
  return picture.pixelsSha256 ?? picture.name ?? ""
}

function targetKey({ record: { target } }: View): string {
  return JSON.stringify([target.index ?? target.label, target.chosenBy === "margin" ? target.against.index : ""])
}

function fillKey({ fills }: View): string {
  return JSON.stringify(fills[0])
}
