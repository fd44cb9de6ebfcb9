import type { Explanation } from "../../explanation.ts"
import { classesOf } from "../target-schema.ts"
import type { Contradiction } from "./law.ts"

/** A class that a record names somewhere. */
export interface NamedClass {
  readonly at: Contradiction["at"]
  readonly index: number
  readonly label: string
  /** Absent if no score is given, or the score is a difference. */
  readonly score?: number
}

/** All classes that a record names, wherever they are. */
export function* namedClasses(record: Explanation): Generator<NamedClass> {
  const { target, top, attributions, evidence = {}, together } = record
  for (const [i, one] of top.entries()) yield { at: ["top", i], ...one }
  yield* ofTarget(target, ["target"])
  for (const [i, one] of (together?.targets ?? []).entries()) yield* ofTarget(one, ["together", "targets", i])
  for (const [a, { answers = [] }] of attributions.entries())
    for (const [i, one] of answers.entries()) if (one !== null) yield { at: ["attributions", a, "answers", i], ...one }
  yield* ofEvidence(evidence)
}

function* ofTarget(target: Explanation["target"], at: Contradiction["at"]): Generator<NamedClass> {
  for (const { index, label, score } of classesOf(target))
    yield target.chosenBy === "margin" && index === target.index ? { at, index, label } : { at, index, label, score }
}

function* ofEvidence({
  trials,
  strip,
  sets,
  missingness,
}: Partial<NonNullable<Explanation["evidence"]>>): Generator<NamedClass> {
  for (const [i, { everything, halves }] of (trials ?? []).entries())
    for (const { answer } of [everything, ...halves]) yield { at: ["evidence", "trials", i], ...answer }
  for (const [i, { answer }] of (strip?.said ?? []).entries()) yield { at: ["evidence", "strip", "said", i], ...answer }
  for (const name of ["enough", "needed"] as const) {
    const set = sets?.[name]
    if (set != null) yield { at: ["evidence", "sets", name], ...set.answer }
  }
  for (const [i, { odd }] of (missingness ?? []).entries())
    if (odd !== null) yield { at: ["evidence", "missingness", i], index: odd.index, label: odd.label }
}
