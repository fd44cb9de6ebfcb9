import type { FoundSet } from "../../evidence-record.ts"
import type { Explanation } from "../../explanation.ts"
import { keepsAnswer } from "../../keeps-answer.ts"
import { aloneFirst, descending } from "../../region-orders.ts"
import { type Contradiction, first, type Law, shown } from "./law.ts"
import { packageMethod } from "./package-methods.ts"
import { saidProblem } from "./said-problem.ts"

/** What holds of sets of regions, and of the strongest hidden one after another. */
export const setLaws: readonly Law[] = [
  { name: "sets-name-each-region-once", find: namedTwice },
  { name: "sets-as-answered", find: otherAnswer },
  { name: "strip-in-an-order-of-the-record", find: otherOrder },
  { name: "strip-as-planned", find: otherSteps },
  { name: "strip-as-answered", find: otherStripAnswer },
]

function setsOf({ evidence }: Explanation): readonly { readonly name: "enough" | "needed"; readonly set: FoundSet }[] {
  return (["enough", "needed"] as const).flatMap((name) => {
    const set = evidence?.sets?.[name]
    return set == null ? [] : [{ name, set }]
  })
}

function namedTwice(record: Explanation): Contradiction | undefined {
  const strip = record.evidence?.strip
  const lists = [
    ...setsOf(record).map(({ name, set }) => ({ at: ["evidence", "sets", name], regions: set.regions })),
    ...(strip === undefined ? [] : [{ at: ["evidence", "strip", "regions"], regions: strip.regions }]),
  ]
  return first(
    lists.map(({ at, regions }) => {
      const known = new Set<number>()
      const twice = regions.find((region) => known.size === known.add(region).size)
      return twice === undefined ? undefined : { at, problem: `region ${twice} is named twice` }
    }),
  )
}

function otherAnswer(record: Explanation): Contradiction | undefined {
  return first(
    setsOf(record).map(({ name, set }) => {
      const at = ["evidence", "sets", name]
      const keeps = keepsOf(record)?.({ score: set.score, best: set.answer })
      if (keeps === undefined)
        return { at, problem: "sets keep or change the model's own answer, and that is not what is explained" }
      const problem = saidProblem(record, set)
      if (problem !== undefined) return { at, problem }
      if (name === "needed" && set.regions.length === 0) return { at, problem: "with nothing hidden the answer stays" }
      if (keeps === (name === "enough")) return undefined
      return {
        at,
        problem: `with this set ${name === "enough" ? "shown alone" : "hidden"} the answer is "${set.answer.label}" with ${shown(set.score)}`,
      }
    }),
  )
}

/** Whether an answer is still the same, as a run judges it. */
function keepsOf({ target, top, model: { classes, scale } }: Explanation): ReturnType<typeof keepsAnswer> {
  return keepsAnswer(target, { top, classes, scale })
}

/** Regions are hidden in the order of an attribution, as in earlier versions, or beginning with those that lower the score alone. */
function otherOrder(record: Explanation): Contradiction | undefined {
  const { evidence, attributions, target } = record
  const regions = evidence?.strip?.regions
  if (regions === undefined) return undefined
  const begins = (order: readonly number[]): boolean => regions.every((region, i) => region === order[i])
  const orders = attributions.map((one) => one.order ?? descending(one.effects))
  const alone = attributions.find(({ method }) => packageMethod(method)?.means === "alone")
  const keeps = keepsOf(record)
  const measured =
    alone === undefined
      ? []
      : orders.map((order) =>
          aloneFirst(order, { alone, untouched: target.score, floor: evidence?.noise?.alone ?? 0, keeps }),
        )
  if ([...orders, ...measured].some(begins)) return undefined
  return {
    at: ["evidence", "strip", "regions"],
    problem: "what lowers the score most is hidden first, but by its effects the record has another order",
  }
}

function otherSteps({ evidence, plan, regions }: Explanation): Contradiction | undefined {
  const strip = evidence?.strip
  if (strip === undefined) return undefined
  const planned = (plan.strip?.hidden ?? []).filter((count) => count <= regions.boxes.length)
  if (planned.join() === strip.hidden.join()) return undefined
  return {
    at: ["evidence", "strip", "hidden"],
    problem: `steps of ${strip.hidden.join(", ") || "none"}, but the plan has ${planned.join(", ") || "none"}`,
  }
}

function otherStripAnswer(record: Explanation): Contradiction | undefined {
  return first(
    (record.evidence?.strip?.said ?? []).map((one, i) => {
      const problem = saidProblem(record, one)
      return problem === undefined ? undefined : { at: ["evidence", "strip", "said", i], problem }
    }),
  )
}
