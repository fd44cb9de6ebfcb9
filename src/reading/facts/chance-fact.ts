import { faithfulnessVerdict } from "../faithfulness-verdict.ts"
import { movesTheAnswer } from "../strongest-region.ts"
import type { View } from "../view.ts"
import type { Fact } from "./effect-facts.ts"

/**
 * How the order of a map compares with random orders.
 *
 * - `holds`: no random order did as well. `ties`: at most a fifth did as well, none better.
 * - `doubt`: at most a quarter did as well or better. `fails`: more did.
 * - `nothing`: the map claims nothing, so no order could be better.
 * - `untested`: nothing was compared.
 */
export type ChanceOutcome = "holds" | "ties" | "doubt" | "fails" | "nothing" | "untested"

export interface ChanceFact extends Fact {
  readonly outcome: ChanceOutcome
  /** Whether a reader must know this before the map. */
  readonly warns: boolean
  /** How many random orders did less well, equally well, equally well or better, and in all. */
  readonly better: number
  readonly equal: number
  readonly worse: number
  readonly of: number
  /** Whether it does better than starting in the middle of the picture; undefined if that should not be said. */
  readonly beatsCentre: boolean | undefined
}

/** The share of random orders that may do as well or better before a doubtful map fails. */
const MANY = 1 / 4

/** The one verdict on whether a map does better than chance: for pictures, terminal and reports. */
export function chanceFact(view: View): ChanceFact {
  const { faithfulness } = view.record.evidence ?? {}
  if (faithfulness === undefined || faithfulness.random.length === 0)
    return {
      ...{ outcome: "untested", warns: false, better: 0, equal: 0, worse: 0, of: 0, beatsCentre: undefined },
      paths: ["evidence.faithfulness"],
    }
  const { better, equal, of, beatsCentre, holds } = faithfulnessVerdict(faithfulness)
  const worse = of - better
  const ordered = holds ? (equal === 0 ? "holds" : "ties") : worse <= of * MANY ? "doubt" : "fails"
  /** An estimate without intervals claims an order but no numbers. */
  const isOrder = view.means === "average" && !view.judged
  const outcome = movesTheAnswer(view) || isOrder ? ordered : "nothing"
  return {
    ...{ outcome, better, equal, worse, of },
    warns: outcome === "doubt" || outcome === "fails",
    beatsCentre: outcome === "nothing" ? undefined : beatsCentre,
    paths: ["evidence.faithfulness.own.gain", "evidence.faithfulness.random", "evidence.faithfulness.centreFirst.gain"],
  }
}
