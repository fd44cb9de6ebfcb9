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
  readonly letters: Letters
  readonly room: number
}

/** The headline in large letters, the answer under it, and what must be read before all else. */
export function headWords({ sketch, letters, room }: WordsPlace): TextBlock {
  const { view, theme } = sketch
  const { title, sub } = letters
  const { headline, first } = saidOf(sketch)
  const answer = [titleOf(view), ...answersOf(view.record)].join(" · ")
  const large = paragraph(headline ?? answer, { room, size: title, most: 5, fill: theme.ink })
  const below = paragraph(headline === undefined ? "" : answer, { room, size: sub, most: 2, fill: theme.quiet })
  return stack([large, below, warning(first, { room, theme })], Math.round(sub / 4))
}

/** What else was found, in up to three sentences. */
export function sentenceWords({ sketch, letters, room }: WordsPlace): TextBlock {
  const options = { room, size: letters.words, most: 5, fill: sketch.theme.ink }
  return paragraphs(saidOf(sketch).others, options)
}

/** What else must be known. */
export function noteWords({ sketch, letters, room }: WordsPlace): TextBlock {
  const options = { room, size: letters.small, most: 4, fill: sketch.theme.ink }
  return paragraphs(saidOf(sketch).notes, options)
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

function saidOf(sketch: Sketch): {
  readonly first: string
  readonly headline: string | undefined
  readonly others: readonly string[]
  readonly notes: readonly string[]
} {
  const { view, decimals } = sketch
  const { warning: first, sentences, notes } = evidenceWords(view, { decimals, marks: marksOn(sketch) })
  const [headline, ...others] = sentences.map(({ text }) => text)
  return { first: first?.text ?? "", headline, others: others.slice(0, 3), notes: notes.map(({ text }) => text) }
}
