import type { Faithfulness, HidingCurve } from "../../evidence-record.ts"
import type { Explanation } from "../../explanation.ts"
import { type Contradiction, first, isNear, type Law, ofEvidence, shown } from "./law.ts"
import { impossibleScore, isWithin, scoreRange } from "./score-range.ts"

/** Laws for the curves that judge the order of a map. */
export const curveLaws: readonly Law[] = [
  { name: "curves-as-planned", find: ofEvidence("faithfulness", otherPlan) },
  { name: "unit-of-gains", find: ofEvidence("faithfulness", otherUnit) },
  { name: "gains-of-their-curves", find: ofEvidence("faithfulness", otherGain) },
  { name: "random-orders-in-pairs", find: ofEvidence("faithfulness", otherRandom) },
]

const at = ["evidence", "faithfulness"]

function otherPlan(
  { hidden, pixels, random, fill }: Faithfulness,
  { plan, fills, regions }: Explanation,
): Contradiction | undefined {
  const planned = plan.faithfulness
  if (planned === undefined) return { at, problem: "curves are there, but not in the plan" }
  if (hidden.join() !== planned.hidden.join())
    return {
      at: [...at, "hidden"],
      problem: `steps of ${hidden.join(", ")}, but the plan has ${planned.hidden.join(", ")}`,
    }
  const odd = hidden.find((count) => count < 1 || count > regions.boxes.length)
  if (odd !== undefined)
    return { at: [...at, "hidden"], problem: `${odd} of ${regions.boxes.length} regions cannot be hidden` }
  if (random.length !== planned.randomOrders)
    return {
      at: [...at, "random"],
      problem: `there are ${random.length} random orders, but ${planned.randomOrders} were planned`,
    }
  if (pixels !== undefined && !planned.pixels)
    return { at: [...at, "pixels"], problem: "a curve by pixels is there, but not in the plan" }
  const [own, wanted] = [fill, fills[0]].map((one) => JSON.stringify(one))
  return own === wanted ? undefined : { at: [...at, "fill"], problem: `it is ${own}, but the first fill is ${wanted}` }
}

/** A probability counts as a share of the untouched one; a score without a natural zero counts in points. */
function otherUnit({ unit }: Faithfulness, { target, model }: Explanation): Contradiction | undefined {
  const scale = target.chosenBy === "function" ? target.scale : target.chosenBy === "margin" ? "logit" : model.scale
  const wanted = scale === "probability" && target.score > 0 ? target.score : 1
  return isNear(unit / wanted, 1)
    ? undefined
    : {
        at: [...at, "unit"],
        problem: `gains are divided by ${shown(unit)}, but the untouched score makes it ${shown(wanted)}`,
      }
}

function otherGain(
  { own, pixels, centreFirst, hidden, unit }: Faithfulness,
  { target, model }: Explanation,
): Contradiction | undefined {
  const range = scoreRange(target, model)
  const curves: readonly (readonly [string, HidingCurve])[] = [
    ["own", own],
    ["centreFirst", centreFirst],
    ...(pixels === undefined ? [] : [["pixels", pixels] as const]),
  ]
  return first(
    curves.map(([name, { mostFirst, leastFirst, gain }]) => {
      const place = [...at, name]
      if (mostFirst.length !== hidden.length || leastFirst.length !== hidden.length)
        return {
          at: place,
          problem: `${hidden.length} steps have as many scores, not ${mostFirst.length} and ${leastFirst.length}`,
        }
      const odd = [...mostFirst, ...leastFirst].find((score) => !isWithin(score, range))
      if (odd !== undefined) return { at: place, problem: impossibleScore(odd) }
      const mean = (scores: readonly number[]): number =>
        scores.reduce((sum, score) => sum + Math.min(score, target.score), 0) / unit / scores.length
      const wanted = mean(leastFirst) - mean(mostFirst)
      if (isNear(gain, wanted, mean(mostFirst))) return undefined
      return { at: [...place, "gain"], problem: `it is ${shown(gain)}, but its curves make it ${shown(wanted)}` }
    }),
  )
}

/** What one order hides first its reverse hides last, so the gain of one is minus that of the other. */
function otherRandom({ random }: Faithfulness): Contradiction | undefined {
  const place = random.findIndex((gain, i) => (i % 2 === 0 ? random.length === i + 1 : !isNear(gain, -random[i - 1]!)))
  if (place < 0) return undefined
  return {
    at: [...at, "random", place],
    problem: `an order and its reverse have gains of ${shown(random[place]!)} and ${shown(random[place - 1] ?? 0)}`,
  }
}
