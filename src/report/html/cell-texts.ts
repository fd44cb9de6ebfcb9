import type { Explanation } from "../../explanation.ts"
import { acrossFills } from "../../reading/across-fills.ts"
import { regionVerdict } from "../../reading/region-verdict.ts"
import type { RegionId } from "../../types.ts"
import { fillIn } from "../../words/fill-in.ts"
import { nameOf } from "../../words/sentences/sentence.ts"
import type { Stage } from "./stage.ts"

/** One number or name of a region, with its place in the record. */
export interface CellText {
  readonly text: string
  readonly path?: string
  /** The number itself, for sorting. */
  readonly value?: number
}

/** Everything that a report tells of one region. Columns that the record does not hold are absent. */
export interface CellTexts {
  readonly effect: CellText
  readonly range?: CellText
  readonly alone?: CellText
  readonly answerAlone?: CellText
  readonly fills?: CellText
  readonly verdict?: CellText
  readonly sets?: CellText
}

export type ColumnName = keyof CellTexts

/** Which columns the table of all values has. */
export function columnsOf({ evidence, design, topPerRegion }: Explanation): readonly ColumnName[] {
  const average = design === "random-masks"
  const hasAlone = evidence?.alone?.effects.some((effect) => effect !== null) === true
  return [
    "effect",
    ...(average ? (["range"] as const) : []),
    ...(average && hasAlone ? (["alone"] as const) : []),
    ...((average && hasAlone) || (design === "one-at-a-time" && topPerRegion !== undefined)
      ? (["answerAlone"] as const)
      : []),
    ...(average && (evidence?.fills.length ?? 0) > 1 ? (["fills"] as const) : []),
    ...(evidence === undefined || design === "all-but-one" ? [] : (["verdict"] as const)),
    ...(evidence?.sets === undefined ? [] : (["sets"] as const)),
  ]
}

/** What a report tells of one region. */
export function cellTexts(stage: Stage, region: RegionId): CellTexts {
  const { explanation, context, words } = stage
  const { evidence, design, effects } = explanation
  const { numbers } = context
  const kind = design === "random-masks" ? "average" : "alone"
  const effect = effects[region]!
  const own = {
    text: Number.isFinite(effect) ? numbers.signed(effect, kind) : "×",
    path: `effects[${region}]`,
    value: effect,
  }
  if (evidence === undefined) return { effect: own, ...answerAlone(stage, region) }
  const { average, sets } = evidence
  const fills = acrossFills(explanation, region)
  const alone = evidence.alone?.effects[region]
  const verdict = regionVerdict(explanation, region)
  return {
    effect: own,
    range: {
      text: rangeOf(stage, average.low[region]!, average.high[region]!),
      path: `evidence.average.low[${region}] evidence.average.high[${region}]`,
    },
    alone:
      alone == null
        ? { text: words.labels.notAsked }
        : { text: numbers.signed(alone, "alone"), path: `evidence.alone.effects[${region}]`, value: alone },
    ...answerAlone(stage, region),
    ...(fills === undefined
      ? {}
      : { fills: { text: rangeOf(stage, fills.lowest, fills.highest), path: "evidence.average.perFill" } }),
    verdict: { text: words.labels.verdicts[verdict], path: "evidence.noise" },
    sets: {
      text: [
        ...(sets?.enough?.regions.includes(region) === true ? [words.labels.inEnough] : []),
        ...(sets?.needed?.regions.includes(region) === true ? [words.labels.inNeeded] : []),
      ].join(words.comma),
      path: "evidence.sets",
    },
  }
}

function rangeOf({ context }: Stage, low: number, high: number): string {
  const [from, to] = [low, high].map((end) => context.numbers.signed(end, "average"))
  return `${from} … ${to}`
}

/** The model's first answer with only this region hidden. */
function answerAlone({ explanation, context, words }: Stage, region: RegionId): Pick<CellTexts, "answerAlone"> {
  const { evidence, design, topPerRegion } = explanation
  const fromAlone = design === "random-masks"
  const top = fromAlone ? evidence?.alone?.top[region] : topPerRegion?.[region]
  const path = fromAlone ? `evidence.alone.top[${region}]` : `topPerRegion[${region}]`
  if (top == null) return { answerAlone: { text: words.labels.notAsked } }
  const answer = { label: nameOf(top), score: context.numbers.classScore(top.score) }
  return { answerAlone: { text: fillIn(words.labels.thenAnswer, answer), path } }
}
