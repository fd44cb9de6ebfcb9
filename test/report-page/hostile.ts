import type { Page } from "playwright"
import type { Said } from "../../src/evidence-record.ts"
import { explain } from "../../src/explain.ts"
import type { Explanation } from "../../src/explanation.ts"
import { functionModel } from "../../src/models/function-model.ts"
import { grid } from "../../src/regions/grid.ts"
import type { FillDescription } from "../../src/types.ts"
import { plainText } from "../../src/words/format.ts"
import { labelOf } from "../../src/words/label-of.ts"

const image = { width: 4, height: 4, channels: 1, data: Uint8Array.from({ length: 16 }, (_, i) => 16 * i) } as const

const model = functionModel((images) =>
  images.map(({ data }) => {
    const bright = (data[0]! + data[15]! + data[5]!) / 765
    return [bright, 1 - bright, 0, 0, 0, 0] // The last is none of the first five.
  }),
)

/** A small record with evidence. */
export function smallRecord(): Promise<Explanation> {
  return explain(model, image, { regions: grid(2), evidence: "standard", picture: { name: "cat.png" } })
}

/** The record with a text wherever a text from outside may stand. */
export function withText(record: Explanation, words: string): Explanation {
  const named = <T extends { readonly label: string }>(one: T): T => ({ ...one, label: words })
  const { evidence } = record
  if (evidence === undefined) throw new Error("expected a record with evidence")
  const { sets, missingness, trials = [], strip, faithfulness } = evidence
  const place = ({ name }: FillDescription): number => record.fills.findIndex((fill) => fill.name === name)
  const renamed = (fill: FillDescription): FillDescription => ({
    ...{ name: words, options: { color: words, place: place(fill) } },
  })
  const said = (one: Said): Said => ({ ...one, answer: named(one.answer) })
  const rename = <T extends { readonly answer: { readonly label: string } } | null>(set: T): T =>
    set === null ? set : { ...set, answer: named(set.answer) }
  return {
    ...record,
    picture: { ...record.picture, name: words },
    model: { ...record.model, name: words, runtime: words, caution: words },
    versions: { gridexplainer: words },
    fills: record.fills.map(renamed),
    attributions: record.attributions.map((one) =>
      one.answers === undefined ? one : { ...one, answers: one.answers.map((answer) => answer && named(answer)) },
    ),
    target: { ...record.target, label: words },
    top: record.top.map(named),
    evidence: {
      ...evidence,
      ...(strip === undefined ? {} : { strip: { ...strip, said: strip.said.map(said) } }),
      ...(faithfulness === undefined ? {} : { faithfulness: { ...faithfulness, fill: renamed(faithfulness.fill) } }),
      trials: trials.map((one) => ({
        ...one,
        fill: renamed(one.fill),
        everything: said(one.everything),
        halves: one.halves.map(said),
      })),
      ...(sets === undefined ? {} : { sets: { enough: rename(sets.enough), needed: rename(sets.needed) } }),
      missingness: missingness.map((one) => ({
        ...one,
        ...{ fill: renamed(one.fill), alarm: true, odd: { index: 5, label: words, count: 1 } },
      })),
    },
  }
}

/** A page as tags with the names of their attributes, what ran in it, and its texts by where their numbers stand. */
interface Seen {
  readonly ran: boolean
  readonly tags: readonly string[]
  readonly texts: Readonly<Record<string, string>>
}

const look = `(() => {
  for (const shape of document.querySelectorAll("#map-front [data-region]")) shape.dispatchEvent(new FocusEvent("focus"))
  for (const name of ["pointerover", "mouseover", "focus", "click"])
    for (const element of document.querySelectorAll("h1, dd, th, [data-formula]")) element.dispatchEvent(new Event(name))
  return {
    ran: window.__ran !== undefined,
    tags: [...document.querySelectorAll("*")].map((one) => [one.localName, ...one.getAttributeNames()].join(" ")),
    texts: {
      ...Object.fromEntries([...document.querySelectorAll("[data-path]")].map((one) => [one.dataset.path, one.textContent])),
      ...Object.fromEntries([...document.querySelectorAll("[data-formula]")].map((one) => [one.dataset.formula, one.textContent])),
      title: document.title,
      heading: document.querySelector("h1")?.textContent ?? "",
      chosen: document.querySelector("#chosen dl")?.textContent ?? "",
    },
  }
})()`

/** The build of a page: what a text must not change. */
export async function tagsOf(page: Page): Promise<readonly string[]> {
  return (await page.evaluate<Seen>(look)).tags
}

/** What is wrong with the page of a record that holds one text everywhere; nothing where it is shown as text and does nothing. */
export async function harmOf(
  page: Page,
  { model, target }: Explanation,
  tags: readonly string[],
): Promise<readonly string[]> {
  const seen = await page.evaluate<Seen>(look)
  const label = labelOf(target)
  const plain = plainText(model.name)
  const shown: Readonly<Record<string, string>> = {
    ...{ title: label, heading: label, "top[0].label": label, "attributions[0].answers[0]": label, chosen: label },
    ...{
      "model.name": plain,
      "model.caution": plain,
      "picture.name": plain,
      "model.runtime": plain,
      "versions.gridexplainer": plain,
    },
    ...{ missingness: plain, fills: plain, fillsInTurn: plain },
  }
  return [
    ...(seen.ran ? ["ran"] : []),
    ...(seen.tags.join("\n") === tags.join("\n") ? [] : [`other tags: ${difference(tags, seen.tags)}`]),
    ...Object.entries(shown).flatMap(([place, text]) =>
      oneSpace(seen.texts[place] ?? "").includes(oneSpace(text)) ? [] : [`${place}: ${seen.texts[place] ?? "nothing"}`],
    ),
  ]
}

function difference(expected: readonly string[], got: readonly string[]): string {
  const at = expected.findIndex((one, i) => one !== got[i])
  return `expected ${expected[at]}, got ${got[at]}`
}

/** A title has its spaces brought together. */
function oneSpace(words: string): string {
  return words.replace(/\s+/g, " ").trim()
}
