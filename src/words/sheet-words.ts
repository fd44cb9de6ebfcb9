import type { Explanation } from "../explanation.ts"
import { type View, viewOf } from "../reading/view.ts"
import { detailParts, fadedPart, seesAll } from "./details.ts"
import { plainText } from "./format.ts"
import { targetWords } from "./target-words.ts"

/** What a sheet shows: `coffee.png: 3 answers`, `12 pictures`. */
export function headingOfSheet(explanations: readonly (Explanation | View)[]): string {
  const first = viewOf(explanations[0]!).record
  const name = plainText(first.picture.name ?? "")
  const count = explanations.length
  const few = { pictures: variety(explanations, pictureKey), targets: variety(explanations, targetKey) }
  if (few.pictures > 1) return `${count} pictures`
  const of = name === "" ? "One picture" : name
  if (few.targets > 1) return `${of}: ${few.targets} answers`
  const fills = variety(explanations, fillKey)
  const what = `${of}: ${targetWords(first).name}`
  return fills > 1 ? `${what}, ${fills} fills` : what
}

/** What tells one picture of the sheet from the others, for each: a file name, a grid, a fill, or nothing where the title says it. */
export function tileHeadings(explanations: readonly (Explanation | View)[]): readonly string[] {
  const pictures = variety(explanations, pictureKey) > 1
  const facts = explanations.map((explanation) => detailParts(explanation, { unseen: "", answer: false }))
  const shared = sharedBy(facts)
  return explanations
    .map((one) => viewOf(one))
    .map(({ record: { picture } }, i) =>
      [
        ...(pictures ? [plainText(picture.name ?? "")] : []),
        ...facts[i]!.filter((fact) => !shared.includes(fact)).map(brief),
      ].join(" · "),
    )
}

/** What is true of all pictures of the sheet. */
export function sheetDetails(explanations: readonly (Explanation | View)[]): string {
  const facts = explanations.map((explanation) => detailParts(explanation, { unseen: "" }))
  const faded = explanations.some((explanation) => !seesAll(viewOf(explanation).record)) ? [fadedPart] : []
  const scale = explanations.length > 1 ? ["one colour scale for all"] : []
  return [...sharedBy(facts), ...faded, ...scale].join(" · ")
}

/** Without what can be guessed: a tile is narrow. */
function brief(fact: string): string {
  return fact.replace(/^Model: /, "").replace(/, (hidden|shown) (one at a time|at random in \d+ pictures)$/, "")
}

function sharedBy([first = [], ...others]: readonly (readonly string[])[]): readonly string[] {
  return first.filter((fact) => others.every((facts) => facts.includes(fact)))
}

function variety(explanations: readonly (Explanation | View)[], key: (view: View) => string): number {
  return new Set(explanations.map((one) => key(viewOf(one)))).size
}

function pictureKey({ record: { picture } }: View): string {
  return picture.pixelsSha256 ?? picture.name ?? ""
}

function targetKey({ record: { target } }: View): string {
  return JSON.stringify([target.index ?? target.label, target.chosenBy === "margin" ? target.against.index : ""])
}

function fillKey({ fills }: View): string {
  return JSON.stringify(fills)
}
