import type { EitherPair } from "../../evidence-record.ts"
import type { Attribution, Explanation } from "../../explanation.ts"
import { type Contradiction, first, isNear, type Law, shown } from "./law.ts"
import { impossibleEffect, isWithin, scoreRange } from "./score-range.ts"

/** Laws for pairs, and for the shifted grid. */
export const pairLaws: readonly Law[] = [
  { name: "pairs-take-more-together", find: noExcess },
  { name: "pairs-as-alone", find: otherAlone },
  { name: "shifted-by-half-a-cell", find: otherGrid },
  { name: "vanished-as-shifted", find: otherVanished },
]

function noExcess({ evidence, target, model }: Explanation): Contradiction | undefined {
  const pairs = evidence?.pairs ?? []
  const range = scoreRange(target, model)
  return first(
    pairs.map((pair, i) => {
      const at = ["evidence", "pairs", i]
      const {
        together,
        alone,
        regions: [one, other],
      } = pair
      if (one >= other) return { at, problem: `regions ${one} and ${other} are not two, the lower first` }
      if (![together, ...alone].every((effect) => isWithin(target.score - effect, range)))
        return { at, problem: impossibleEffect(together) }
      if (!(excess(pair) > 0))
        return { at, problem: `hiding both takes ${shown(together)}, no more than ${alone.map(shown).join(" and ")}` }
      const before = pairs[i - 1]
      return before !== undefined && excess(before) < excess(pair)
        ? { at, problem: "the pair with the largest excess comes first" }
        : undefined
    }),
  )
}

/** A member that raises the score when hidden counts as 0. */
function excess({ together, alone: [one, other] }: EitherPair): number {
  return together - Math.max(0, one) - Math.max(0, other)
}

/** The attribution of effects of regions alone, if there is exactly one. */
function aloneOf({ attributions }: Explanation): Attribution | undefined {
  const found = attributions.filter(({ means }) => means === "alone")
  return found.length === 1 ? found[0] : undefined
}

function otherAlone(record: Explanation): Contradiction | undefined {
  const effects = aloneOf(record)?.effects ?? []
  return first(
    (record.evidence?.pairs ?? []).flatMap(({ regions, alone }, i) =>
      regions.map((region, j) => {
        const effect = effects[region] ?? alone[j]!
        if (isNear(effect, alone[j]!)) return undefined
        return {
          at: ["evidence", "pairs", i, "alone", j],
          problem: `it is ${shown(alone[j]!)}, but the effect of region ${region} alone is ${shown(effect)}`,
        }
      }),
    ),
  )
}

function otherGrid({ evidence, regions: { layout }, target, model, plan }: Explanation): Contradiction | undefined {
  const shifted = evidence?.shifted
  if (shifted === undefined) return undefined
  const at = ["evidence", "shifted"]
  if (layout.kind !== "grid" || plan.shifted !== true) return { at, problem: "it is of grids, where the plan has it" }
  const { rows, columns, effects } = shifted
  if (rows !== layout.rows + 1 || columns !== layout.columns + 1)
    return {
      at,
      problem: `a grid of ${layout.rows} x ${layout.columns} has one more row and column when it is shifted, not ${rows} x ${columns}`,
    }
  if (effects.length !== rows * columns)
    return { at, problem: `${rows} x ${columns} cells cannot have ${effects.length} effects` }
  const odd = effects.find((effect) => !isWithin(target.score - effect, scoreRange(target, model)))
  return odd === undefined ? undefined : { at, problem: impossibleEffect(odd) }
}

/** An effect alone of at least the floor vanished if no shifted cell over it has an effect of the same sign; all such regions, and no others, are named. */
function otherVanished(record: Explanation): Contradiction | undefined {
  const {
    evidence,
    regions: { layout },
  } = record
  const shifted = evidence?.shifted
  const effects = aloneOf(record)?.effects
  if (shifted === undefined || effects === undefined || layout.kind !== "grid") return undefined
  const floor = evidence?.noise?.alone ?? 0
  const isLarge = (size: number): boolean => size > 0 && size >= floor
  const seenAgain = (region: number, sign: number): boolean => {
    const corner = Math.floor(region / layout.columns) * shifted.columns + (region % layout.columns)
    // The borders of the shifted grid run through the middle of each cell, and cut it into four.
    return [0, 1, shifted.columns, shifted.columns + 1].some((step) => isLarge(sign * shifted.effects[corner + step]!))
  }
  const vanished = effects.flatMap((effect, region) =>
    effect !== null && isLarge(Math.abs(effect)) && !seenAgain(region, Math.sign(effect)) ? [region] : [],
  )
  if (vanished.join() === shifted.vanished.join()) return undefined
  return {
    at: ["evidence", "shifted", "vanished"],
    problem: `it names ${shifted.vanished.join(", ") || "none"}, but by the effects it is ${vanished.join(", ") || "none"}`,
  }
}
