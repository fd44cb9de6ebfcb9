import type { Explanation } from "../../explanation.ts"
import type { FillDescription } from "../../types.ts"
import { type Contradiction, first, type Law } from "./law.ts"
import { saidProblem } from "./said-problem.ts"

/** What holds of the fills: those that were tried, and what the model makes of hidden pictures. */
export const trialLaws: readonly Law[] = [
  { name: "trials-of-the-fills", find: otherFills },
  { name: "trials-as-answered", find: otherAnswers },
  { name: "missingness-of-the-fills", find: otherMissingness },
]

function otherFills({ evidence, fills, plan }: Explanation): Contradiction | undefined {
  const trials = evidence?.trials
  if (trials === undefined) return undefined
  const at = ["evidence", "trials"]
  if (plan.trial !== true) return { at, problem: "fills were tried, but the plan does not say so" }
  const tried = trials.map(({ fill }) => keyOf(fill))
  const twice = tried.find((key, i) => tried.indexOf(key) < i)
  if (twice !== undefined) return { at, problem: `${twice} was tried twice` }
  const untried = fills.find((fill) => !tried.includes(keyOf(fill)))
  return untried && { at: ["fills"], problem: `${keyOf(untried)} hid, but is not among the fills that were tried` }
}

function otherAnswers(record: Explanation): Contradiction | undefined {
  const trials = record.evidence?.trials ?? []
  return first(
    trials.map(({ everything, halves }, i) => {
      const at = ["evidence", "trials", i]
      if (halves.length !== 2)
        return { at: [...at, "halves"], problem: `a picture has two halves, not ${halves.length}` }
      const said = [everything, ...halves]
      const problem = said.map((one) => saidProblem(record, one)).find((one) => one !== undefined)
      // For several targets, the first builds of this version recorded the first target's scores for all.
      const target = record.together?.targets[0]
      if (target !== undefined && said.every((one) => saidProblem({ ...record, target }, one) === undefined))
        return undefined
      return problem === undefined ? undefined : { at, problem }
    }),
  )
}

/** How many classes count as usual: the top ones of the untouched picture. */
const USUAL = 5

function otherMissingness({ evidence, fills, top }: Explanation): Contradiction | undefined {
  const found = evidence?.missingness ?? []
  const usual = new Set(top.slice(0, USUAL).map(({ index }) => index))
  if (found.length > 0 && found.length !== fills.length)
    return { at: ["evidence", "missingness"], problem: `there is one a fill, but ${found.length} for ${fills.length}` }
  return first(
    found.map(({ fill, odd, pictures, alarm }, i) => {
      const at = ["evidence", "missingness", i]
      if (keyOf(fill) !== keyOf(fills[i]!))
        return { at, problem: `it is of ${keyOf(fill)}, but fill ${i} is ${keyOf(fills[i]!)}` }
      if (odd === null) return alarm ? { at, problem: "there is an alarm, but no odd class" } : undefined
      if (odd.count < 1 || odd.count > pictures)
        return { at, problem: `${odd.count} of ${pictures} pictures cannot be called "${odd.label}"` }
      return usual.has(odd.index)
        ? { at, problem: `"${odd.label}" is one of the first classes, and so not odd` }
        : undefined
    }),
  )
}

function keyOf(fill: FillDescription): string {
  return JSON.stringify(fill)
}
