import type { NoiseFloor } from "../../evidence-record.ts"
import type { Explanation } from "../../explanation.ts"
import { isSamePixels } from "../../measured.ts"
import { type Contradiction, first, isNear, type Law, ofEvidence, shown } from "./law.ts"
import { impossibleEffect, impossibleScore, isWithin, scoreRange } from "./score-range.ts"

/** Laws for the noise. */
export const noiseLaws: readonly Law[] = [
  { name: "noise-checked-as-planned", find: ofEvidence("noise", otherChecks) },
  { name: "noise-in-range", find: ofEvidence("noise", outOfRange) },
  { name: "repeat-as-checked", find: ofEvidence("noise", otherRepeat) },
  { name: "floors-as-measured", find: ofEvidence("noise", otherFloor) },
]

const at = ["evidence", "noise"]

function otherChecks(
  { checks, again, againAround, around }: NoiseFloor,
  { plan }: Explanation,
): Contradiction | undefined {
  const names = checks.map(({ name }) => name)
  const twice = names.find((name, i) => names.indexOf(name) < i)
  if (twice !== undefined) return { at: [...at, "checks"], problem: `the check ${twice} is there twice` }
  const free = names.find((name) => plan.noise?.checks.includes(name) !== true)
  if (free !== undefined) return { at: [...at, "checks"], problem: `the check ${free} is not in the plan` }
  if ((againAround === undefined) !== (around === undefined))
    return {
      at: [...at, "around"],
      problem: "a floor for regions with those around them goes with effects that were measured again",
    }
  const changed = [...(again ?? []), ...(againAround ?? [])].find(
    ({ name }) => isSamePixels(name) || !names.includes(name),
  )
  return (
    changed && {
      at: [...at, "again"],
      problem: `effects were measured again with the change ${changed.name}, which was not checked`,
    }
  )
}

function outOfRange(
  { checks, again = [], againAround = [] }: NoiseFloor,
  { target, model }: Explanation,
): Contradiction | undefined {
  const range = scoreRange(target, model)
  const odd = checks.find(({ score }) => !isWithin(score, range))
  if (odd !== undefined) return { at: [...at, "checks"], problem: impossibleScore(odd.score) }
  const scores = new Map(checks.map(({ name, score }) => [name, score]))
  const moved = [...again, ...againAround].find(
    ({ name, effect }) => !isWithin((scores.get(name) ?? 0) - effect, range),
  )
  return (
    moved && {
      at: [...at, "again"],
      problem: impossibleEffect(moved.effect),
    }
  )
}

/** `repeat` is the largest difference between scores of exactly the same pixels. */
function otherRepeat({ checks, repeat }: NoiseFloor, { target }: Explanation): Contradiction | undefined {
  const scores = [target.score, ...checks.filter(({ name }) => isSamePixels(name)).map(({ score }) => score)]
  const widest = Math.max(...scores) - Math.min(...scores)
  if (isNear(repeat, widest, target.score)) return undefined
  return {
    at: [...at, "repeat"],
    problem: `it is ${shown(repeat)}, but scores of the same pixels differ by ${shown(widest)}`,
  }
}

/**
 * An effect must exceed four times the largest difference for the same picture; the floor for effects on average follows from the floor alone and the masks.
 */
function otherFloor(noise: NoiseFloor, { plan, regions }: Explanation): Contradiction | undefined {
  const { alone, average, around, repeat } = noise
  return first([
    ...[["alone", alone] as const, ["around", around ?? 4 * repeat] as const].map(([name, floor]) =>
      floor >= 4 * repeat || isNear(floor, 4 * repeat)
        ? undefined
        : {
            at: [...at, name],
            problem: `a floor of ${shown(floor)} lies below what the same pixels did, four times ${shown(repeat)}`,
          },
    ),
    otherAverage(average, (2 * alone) / Math.sqrt(plan.average?.masks ?? regions.boxes.length)),
  ])
}

function otherAverage(floor: number, wanted: number): Contradiction | undefined {
  if (isNear(floor, wanted)) return undefined
  return { at: [...at, "average"], problem: `it is ${shown(floor)}, but the floor alone makes ${shown(wanted)} of it` }
}
