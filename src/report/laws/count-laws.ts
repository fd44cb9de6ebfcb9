import type { Evidence, EvidenceStage } from "../../evidence-record.ts"
import type { Explanation } from "../../explanation.ts"
import { type Contradiction, first, type Law } from "./law.ts"
import { packageMethod } from "./package-methods.ts"

/** Laws for how often the model was asked, and for what was left out. */
export const countLaws: readonly Law[] = [
  { name: "asked-as-counted", find: otherSum },
  { name: "no-stage-asked-more-than-it-holds", find: tooMany },
  { name: "no-part-both-missing-and-there", find: bothMissingAndThere },
  { name: "every-planned-part-there-or-missing", find: neither },
]

/** The total is the untouched picture plus all stages; more only if a stage was stopped. Without stages, no more than the effects needed. */
function otherSum({ asked, evidence, attributions, regions, fills }: Explanation): Contradiction | undefined {
  const at = ["asked"]
  if (evidence === undefined) {
    const [{ method, perFill, effects }] = attributions as readonly [Explanation["attributions"][number]]
    const extra = packageMethod(method)?.extra
    if (extra === undefined || attributions.length > 1) return undefined
    const known = effects.filter((effect) => effect !== null).length
    const most = 1 + (regions.boxes.length + extra) * Math.max(1, perFill?.length ?? fills.length)
    return asked <= most && asked >= 1
      ? undefined
      : { at, problem: `${asked} pictures were asked about, but ${known} effects take ${most} at most` }
  }
  const sum = 1 + Object.values(evidence.calls).reduce((all, count) => all + count, 0)
  if (asked === sum || (asked > sum && evidence.missing.length > 0)) return undefined
  return { at, problem: `${asked} pictures were asked about, but the untouched one and all stages make ${sum}` }
}

/** Known answers are not asked for again, so fewer pictures may have been asked about, never more. */
function tooMany(record: Explanation): Contradiction | undefined {
  const { evidence, together } = record
  if (evidence === undefined) return undefined
  const targets = together?.targets.length ?? 1
  const most = mostAsked(record, evidence)
  return first(
    Object.entries(evidence.calls).map(([stage, count]) => {
      const limit = most[stage as EvidenceStage]
      if (limit === undefined || count <= limit * targets || evidence.missing.includes(stage as EvidenceStage))
        return undefined
      return {
        at: ["evidence", "calls", stage],
        problem: `${count} pictures were asked about, but what it holds takes ${limit * targets} at most`,
      }
    }),
  )
}

function mostAsked(
  { attributions, regions, plan, fills }: Explanation,
  evidence: Evidence,
): Partial<Record<EvidenceStage, number>> {
  const { trials, noise, strip, shifted, faithfulness } = evidence
  const masks = attributions.find(({ method }) => packageMethod(method)?.means === "average")?.masks?.total
  const candidates = plan.pairs?.candidates ?? 0
  const curves = faithfulness === undefined ? 0 : 3 + faithfulness.random.length / 2
  return {
    ...(trials === undefined ? {} : { trial: 3 * trials.length }),
    ...(noise === undefined
      ? {}
      : { noise: noise.checks.length + (noise.again?.length ?? (plan.noise?.effects ?? 0) * noise.checks.length) }),
    alone: regions.boxes.length * Math.max(fills.length, trials?.length ?? 1),
    ...(masks === undefined ? {} : { average: masks }),
    ...(strip === undefined ? {} : { strip: strip.hidden.length }),
    ...(shifted === undefined ? {} : { shifted: shifted.effects.length }),
    ...(plan.sets === undefined ? {} : { sets: plan.sets.budget }),
    ...(plan.pairs === undefined ? {} : { pairs: (candidates * (candidates - 1)) / 2 + candidates }),
    ...(faithfulness === undefined ? {} : { faithfulness: 2 * faithfulness.hidden.length * curves }),
  }
}

/** Parts that are present completely or not at all. */
const parts = ["strip", "shifted", "sets", "pairs", "faithfulness"] as const

function bothMissingAndThere({ evidence }: Explanation): Contradiction | undefined {
  if (evidence === undefined) return undefined
  const both = parts.find((part) => evidence.missing.includes(part) && evidence[part] !== undefined)
  if (both !== undefined) return { at: ["evidence", "missing"], problem: `${both} is said to be missing, and is there` }
  const twice = evidence.missing.find((stage, i) => evidence.missing.indexOf(stage) < i)
  return twice && { at: ["evidence", "missing"], problem: `${twice} is named twice` }
}

function neither({ evidence, plan }: Explanation): Contradiction | undefined {
  if (evidence === undefined) return undefined
  const gone = (["strip", "faithfulness"] as const).find(
    (part) => plan[part] !== undefined && evidence[part] === undefined && !evidence.missing.includes(part),
  )
  return gone && { at: ["evidence", gone], problem: "it was planned, and is neither there nor said to be missing" }
}
