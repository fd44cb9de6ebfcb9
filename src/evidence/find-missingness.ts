import type { Missingness } from "../evidence-record.ts"
import type { ClassScore, FillDescription } from "../types.ts"

/** What the model called one picture with regions hidden. */
export interface HiddenAnswer {
  /** The fill that hid them, by its place in the list. */
  readonly fill: number
  /** Share of the picture that was hidden, from 0 to 1. */
  readonly share: number
  readonly best: ClassScore
}

export interface MissingnessOptions {
  /** The top five classes of the untouched picture. */
  readonly untouched: readonly ClassScore[]
  /** The fill to judge, by its place in the list. */
  readonly fillIndex: number
  readonly fill: FillDescription
}

/** With fewer pictures than this, a share says little. */
const fewest = 8
/** One odd class for this share of the pictures, or more, raises the alarm. */
const often = 1 / 3

/**
 * Looks at pictures that are at least half hidden with one fill, for a class that the model names again and again although it is not among
 * the top classes of the untouched picture: it may be the model's name for the fill itself (missingness bias, Jain 2022, arXiv 2204.08945).
 * The alarm needs at least 8 pictures, a third of them called the same odd class. Of classes that come equally often, the lowest index is named.
 *
 * With the embedded model, 15 photos, three fills and 32 random half-hidden pictures each, the alarm goes off for 9 of 45; there the model keeps its answer
 * in at most 6 % of the pictures. With only 8 of the pictures it goes off in 26 % of cases instead of 20 %.
 */
export function findMissingness(
  answers: readonly HiddenAnswer[],
  { untouched, fillIndex, fill }: MissingnessOptions,
): Missingness {
  const usual = new Set(untouched.slice(0, 5).map(({ index }) => index))
  const looked = answers.filter((answer) => answer.fill === fillIndex && answer.share >= 0.5)
  const odd = mostFrequent(looked.map(({ best }) => best).filter(({ index }) => !usual.has(index)))
  return {
    fill,
    pictures: looked.length,
    odd,
    alarm: odd !== null && looked.length >= fewest && odd.count >= often * looked.length,
  }
}

function mostFrequent(classes: readonly ClassScore[]): Missingness["odd"] {
  const counts = new Map<number, NonNullable<Missingness["odd"]>>()
  for (const { index, label } of classes)
    counts.set(index, { index, label, count: (counts.get(index)?.count ?? 0) + 1 })
  return [...counts.values()].sort((a, b) => b.count - a.count || a.index - b.index)[0] ?? null
}
