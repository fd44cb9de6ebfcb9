import { scoreTolerance } from "../../check-scores.ts"
import type { Explanation } from "../../explanation.ts"
import type { ClassScore } from "../../types.ts"
import { type Contradiction, first, isNear, type Law, shown } from "./law.ts"
import { namedClasses } from "./named-classes.ts"
import { impossibleScore, isWithin, scoreRange } from "./score-range.ts"

/** Laws for classes, their names and their scores in the untouched picture. */
export const classLaws: readonly Law[] = [
  { name: "one-label-a-class", find: twoLabels },
  { name: "probabilities-from-0-to-1", find: noProbability },
  { name: "top-best-first", find: unsorted },
  { name: "top-names-each-class-once", find: namedTwice },
  { name: "top-adds-up-to-1-at-most", find: sumTooLarge },
  { name: "target-as-in-top", find: (record) => otherThanInTop(record, record.target, ["target"]) },
  { name: "target-in-range", find: outOfRange },
  { name: "together-holds-the-target", find: otherThanTogether },
]

function twoLabels(record: Explanation): Contradiction | undefined {
  const labels = new Map<number, string>()
  for (const { index, label, at } of namedClasses(record)) {
    const known = labels.get(index)
    if (known !== undefined && known !== label)
      return { at, problem: `class ${index} is called "${label}" here and "${known}" elsewhere` }
    labels.set(index, label)
  }
  return undefined
}

function noProbability(record: Explanation): Contradiction | undefined {
  if (record.model.scale !== "probability") return undefined
  for (const { score, at } of namedClasses(record))
    if (score !== undefined && !(score >= -scoreTolerance && score <= 1 + scoreTolerance))
      return { at, problem: `the model's scores are probabilities, but one is ${shown(score)}` }
  return undefined
}

function unsorted({ top }: Explanation): Contradiction | undefined {
  const place = top.findIndex(({ score }, i) => i > 0 && score > top[i - 1]!.score)
  if (place < 0) return undefined
  const [before, after] = [top[place - 1]!.score, top[place]!.score].map(shown)
  return { at: ["top", place], problem: `the best class comes first, but ${after} comes after ${before}` }
}

function namedTwice({ top }: Explanation): Contradiction | undefined {
  const place = top.findIndex(({ index }, i) => top.findIndex((one) => one.index === index) < i)
  return place < 0 ? undefined : { at: ["top", place], problem: `class ${top[place]!.index} is named twice` }
}

function sumTooLarge({ model, top, target }: Explanation): Contradiction | undefined {
  if (model.scale !== "probability" || model.independent === true) return undefined
  const isApart =
    target.chosenBy !== "margin" && target.chosenBy !== "function" && !top.some(({ index }) => index === target.index)
  const sum = top.reduce((all, { score }) => all + score, isApart ? target.score : 0)
  return sum <= 1 + scoreTolerance
    ? undefined
    : { at: ["top"], problem: `probabilities add up to 1, but these add up to ${shown(sum)}` }
}

function outOfRange({ target, model }: Explanation): Contradiction | undefined {
  if (isWithin(target.score, scoreRange(target, model))) return undefined
  return { at: ["target", "score"], problem: impossibleScore(target.score) }
}

/** The explained class has the same score as in the list of the best classes, or a lower score than all of those. */
function otherThanInTop(
  { top, model }: Explanation,
  target: Explanation["target"],
  at: Contradiction["at"],
): Contradiction | undefined {
  if (target.chosenBy === "function") return undefined
  if (target.chosenBy === "predicted" && target.index !== top[0]?.index)
    return { at, problem: `it is the model's own answer, but "${top[0]?.label}" comes first` }
  const { index, label, score } = target
  const own = target.chosenBy === "margin" ? score + target.against.score : score
  const classes = [{ index, label, score: own }, ...(target.chosenBy === "margin" ? [target.against] : [])]
  return first(classes.map((one) => unlike(one, { top, classes: model.classes, at })))
}

function unlike(
  { index, label, score }: ClassScore,
  {
    top,
    classes,
    at,
  }: { readonly top: Explanation["top"]; readonly classes: number; readonly at: Contradiction["at"] },
): Contradiction | undefined {
  const same = top.find((one) => one.index === index)
  if (same !== undefined)
    return isNear(same.score, score)
      ? undefined
      : { at, problem: `"${label}" has ${shown(score)} here and ${shown(same.score)} in top` }
  const last = top.at(-1)
  if (last === undefined) return undefined
  if (top.length === classes) return { at, problem: `top names all ${classes} classes, but not class ${index}` }
  if (score <= last.score || isNear(score, last.score)) return undefined
  return { at, problem: `"${label}" has ${shown(score)}, more than the last of top, and is not among them` }
}

function otherThanTogether(record: Explanation): Contradiction | undefined {
  const { together, target, top } = record
  if (together === undefined) return undefined
  const { targets, place } = together
  const own = targets[place]!
  if (
    own.label !== target.label ||
    own.score !== target.score ||
    own.index !== target.index ||
    own.chosenBy !== target.chosenBy
  )
    return {
      at: ["together", "targets", place],
      problem: `it is "${own.label}" with ${shown(own.score)}, but target is "${target.label}" with ${shown(target.score)}`,
    }
  return first(
    targets.map((one, i) => {
      const at = ["together", "targets", i]
      if (targets.every(({ chosenBy }) => chosenBy === "top") && top[i] !== undefined && top[i].index !== one.index)
        return { at, problem: `it is the best class number ${i + 1}, but top has "${top[i].label}" there` }
      return otherThanInTop(record, one, at)
    }),
  )
}
