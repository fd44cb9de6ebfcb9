import type { Explanation } from "../explanation.ts"
import type { View } from "../reading/view.ts"
import type { FillDescription, RegionId } from "../types.ts"
import { english, type Words } from "./english.ts"
import { type Counted, fillIn, numbered, type Values } from "./fill-in.ts"
import { plainText } from "./format.ts"
import { labelOf } from "./label-of.ts"
import { type Numbers, numbersOf } from "./numbers.ts"

/** `short` for pictures, terminal and Markdown, `long` for reports. */
export type Form = "short" | "long"

/** A text, or one for each form. */
export type Formed<T> = T | { readonly short: T; readonly long: T }

/** What is added in brackets after a set of regions in a sentence: how the picture or terminal marks the set. */
export interface SetMarks {
  readonly enough?: string
  readonly needed?: string
}

/** What all sentences about a record need. */
export interface Context {
  readonly view: View
  readonly words: Words
  readonly form: Form
  readonly numbers: Numbers
  readonly marks: SetMarks
  /** Values that most sentences are filled with. */
  readonly common: {
    readonly total: number
    /** `squares`. */
    readonly noun: string
    /** `square`. */
    readonly singular: string
    /** `espresso`, `the score of “espresso”`. */
    readonly subject: string
    /** `score`. */
    readonly quantity: string
  }
}

export interface ContextOptions {
  /** The language. @default english */
  readonly words?: Words | undefined
  readonly form: Form
  readonly marks?: SetMarks | undefined
  /** The most decimals for the effects in front. */
  readonly decimals?: number | undefined
}

export function contextOf(view: View, { words = english, form, marks = {}, decimals }: ContextOptions): Context {
  const { target, regions } = view.record
  const kind = kindOf(target)
  const nouns = words.nouns[regions.layout.kind]
  return {
    ...{ view, words, form, marks, numbers: numbersOf(view, words, { decimals }) },
    common: {
      total: view.effects.length,
      noun: nouns.other,
      singular: nouns.one,
      subject: fillIn(formed(words.subjects[kind], form), namesOf(target)),
      quantity: formed(words.quantities[kind], form),
    },
  }
}

/** The text in this form. */
export function formed<T extends string | Counted>(text: Formed<T>, form: Form): T {
  return typeof text === "object" && "short" in text ? text[form] : text
}

/** The kind of target: a class, a lead, or a function. */
export function kindOf({ chosenBy }: Explanation["target"]): "class" | "margin" | "function" {
  return chosenBy === "margin" || chosenBy === "function" ? chosenBy : "class"
}

/** The values `label` and `other` of a target. */
export function namesOf(target: Explanation["target"]): { readonly label: string; readonly other: string } {
  return { label: labelOf(target), other: target.chosenBy === "margin" ? labelOf(target.against) : "" }
}

/**
 * The place of a region, for use on its own: `row 3, column 5`, or `region 7 of 20` if regions have no rows. Rows and columns count from 1. Its spaces are
 * U+00A0, so that no line breaks inside it.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { regionPlace } from "gridexplainer/render"
 * const image = { width: 2, height: 2, channels: 3, data: new Uint8Array(12) } as const
 * const explanation = await explain(functionModel((images) => images.map(() => [1])), image, { regions: grid(2), evidence: "none" })
 * regionPlace(explanation, 2) // => "row\u00a02,\u00a0column\u00a01"
 * ```
 */
export function regionPlace(
  { regions: { layout, boxes } }: Pick<Explanation, "regions">,
  region: RegionId,
  words: Words = english,
): string {
  if (layout.kind === "mask") return fillIn(words.places.mask, { number: region + 1, total: boxes.length })
  const { columns } = layout
  return fillIn(words.places.grid, { row: Math.floor(region / columns) + 1, column: (region % columns) + 1 })
}

/**
 * The name of a region in a sentence: `the square at row 3, column 5`.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { regionName } from "gridexplainer/render"
 * const image = { width: 2, height: 2, channels: 3, data: new Uint8Array(12) } as const
 * const explanation = await explain(functionModel((images) => images.map(() => [1])), image, { regions: grid(2), evidence: "none" })
 * regionName(explanation, 2) // => "the square at row\u00a02,\u00a0column\u00a01"
 * ```
 */
export function regionName(record: Pick<Explanation, "regions">, region: RegionId, words: Words = english): string {
  return fillIn(words.regions[record.regions.layout.kind], { place: regionPlace(record, region, words) })
}

/** The place of a region in a context: `row 3, column 5`. */
export function placeOf({ words, view }: Pick<Context, "words" | "view">, region: RegionId): string {
  return regionPlace(view.record, region, words)
}

/** The name of a region in a context: `the square at row 3, column 5`. */
export function regionOf({ words, view }: Pick<Context, "words" | "view">, region: RegionId): string {
  return regionName(view.record, region, words)
}

/** The name of a fill in a sentence: `blur`, `the colour #808080`. */
export function fillOf({ words }: Pick<Context, "words">, fill: FillDescription): string {
  const { name, options } = fill
  const color = options?.color
  const code = Array.isArray(color)
    ? `#${color.map((level: number) => Math.round(level).toString(16).padStart(2, "0")).join("")}`
    : String(color)
  const known = Object.entries(words.fills).find(([key]) => key === name && key !== "own")
  return known === undefined
    ? fillIn(words.fills.own, { name: plainText(name) })
    : fillIn(known[1], { color: plainText(code) })
}

/** A list in a sentence: `blur, noise and the colour #808080`. */
export function listOf({ words }: Pick<Context, "words">, items: readonly string[]): string {
  const last = items.at(-1) ?? ""
  return items.length < 2 ? last : fillIn(words.and, { first: items.slice(0, -1).join(words.comma), last })
}

/** A sentence, made from one template and numbers of the record; or several sentences that are read as one. */
export interface Sentence {
  /** The name of its template. */
  readonly name: string
  /** The sentence itself. */
  readonly text: string
  /** The paths of its numbers in the record, such as `evidence.noise.average`. */
  readonly paths: readonly string[]
}

export type SentenceName = keyof Words["sentences"]

/** Makes the sentence of a template; `count` chooses the text for one or for several, and fills `{count}`. */
export function say(
  context: Context,
  name: SentenceName,
  {
    values,
    count = 0,
    paths,
  }: { readonly values?: Values; readonly count?: number; readonly paths: readonly string[] },
): readonly [Sentence] {
  const template = formed<string | Counted>(context.words.sentences[name], context.form)
  const text = typeof template === "string" ? template : numbered(template, count)
  return [{ name, text: fillIn(text, { ...context.common, ...verbs(context), count, ...values }), paths }]
}

/** Joins several sentences about one thing into one; an empty list stays empty. */
export function joined(sentences: readonly Sentence[]): readonly Sentence[] {
  const [first] = sentences
  if (first === undefined) return []
  const paths = [...new Set(sentences.flatMap((one) => one.paths))]
  return [{ name: first.name, text: sentences.map(({ text }) => text).join(" "), paths }]
}

function verbs({ words, form }: Context): Values {
  return { lowers: formed(words.lowers, form), raises: formed(words.raises, form) }
}

/** `lowers`, or `raised`. */
export function verbOf({ words, form }: Context, direction: "lowers" | "raises"): string {
  return formed(words[direction], form)
}
