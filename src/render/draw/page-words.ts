import type { SetMarks } from "../../words/context.ts"
import { answersOf, detailsOf, givenPart } from "../../words/details.ts"
import { english } from "../../words/english.ts"
import { evidenceWords, titleOf } from "../../words/picture-words.ts"
import { paragraph, paragraphs, stack, type TextBlock, warning } from "./blocks.ts"
import type { Letters } from "./letters.ts"
import type { Sketch } from "./sketch.ts"

/** What words of a page need to know. */
export interface WordsPlace {
  readonly sketch: Sketch
  readonly said: SaidOnPage
  readonly letters: Letters
  readonly room: number
}

/** The headline in large letters, the answer under it, and what must be read first. */
export function headWords({ sketch, said, letters, room }: WordsPlace): TextBlock {
  const { view, theme } = sketch
  const { title, sub } = letters
  const { headline, first } = said
  const answer = [titleOf(view), ...answersOf(view.record)].join(" · ")
  const large = paragraph(headline ?? answer, { room, size: title, most: 5, fill: theme.ink })
  const below = paragraph(headline === undefined ? "" : answer, { room, size: sub, most: 2, fill: theme.quiet })
  return stack([large, below, warning(first, { room, theme })], Math.round(sub / 4))
}

/** What else was found, in up to three sentences. */
export function sentenceWords({ sketch, said, letters, room }: WordsPlace): TextBlock {
  const options = { room, size: letters.words, most: 5, fill: sketch.theme.ink }
  return paragraphs(said.others, options)
}

/** What else must be known. */
export function noteWords({ sketch, said, letters, room }: WordsPlace): TextBlock {
  const options = { room, size: letters.small, most: 4, fill: sketch.theme.ink }
  return paragraphs(said.notes, options)
}

/** What was done, in small letters. */
export function doneWords({ sketch, letters, room }: WordsPlace): TextBlock {
  const { view, theme } = sketch
  const unseen = givenPart(view.record)
  return paragraph(detailsOf(view, { unseen, answer: false }), {
    room,
    size: letters.small,
    most: 4,
    fill: theme.quiet,
  })
}

/** How sets are marked on this map, for sentences about them. */
export function marksOn({ enough }: Sketch): SetMarks {
  return enough === undefined ? {} : { enough: english.marks.enough }
}

/** What a page says in sentences. */
export interface SaidOnPage {
  /** What must be read first; "" if there is nothing. */
  readonly first: string
  readonly headline: string | undefined
  /** Three at most. */
  readonly others: readonly string[]
  readonly notes: readonly string[]
}

/** The words of a map, with no more decimals than its squares. */
export function saidOn(sketch: Sketch): SaidOnPage {
  const { view, decimals } = sketch
  const { warning: first, sentences, notes } = evidenceWords(view, { decimals, marks: marksOn(sketch) })
  const [headline, ...others] = sentences.map(({ text }) => text)
  return { first: first?.text ?? "", headline, others: others.slice(0, 3), notes: notes.map(({ text }) => text) }
}
