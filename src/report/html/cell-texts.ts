import { acrossFills } from "../../reading/across-fills.ts"
import { type View, viewMeaning } from "../../reading/view.ts"
import type { RegionId } from "../../types.ts"
import { fillIn } from "../../words/fill-in.ts"
import { numberKind } from "../../words/noise-numbers.ts"
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

/** What hiding single regions did, where the view tells of something else. */
function aloneBeside(view: View): View | undefined {
  return view.baseline === undefined ? viewMeaning(view, "alone") : undefined
}

/** Which columns the table of all values has. */
export function columnsOf(view: View): readonly ColumnName[] {
  const { attribution, judged, record } = view
  const alone = aloneBeside(view)
  const answers = (alone ?? view).attribution.answers
  return [
    "effect",
    ...(view.low === undefined ? [] : (["range"] as const)),
    ...(alone === undefined ? [] : (["alone"] as const)),
    ...(answers === undefined || view.means === "shown-alone" ? [] : (["answerAlone"] as const)),
    ...(view.low !== undefined && (attribution.perFill?.length ?? 0) > 1 ? (["fills"] as const) : []),
    ...(judged ? (["verdict"] as const) : []),
    ...(record.evidence?.sets === undefined ? [] : (["sets"] as const)),
  ]
}

/** What a report tells of one region. */
export function cellTexts(stage: Stage, region: RegionId): CellTexts {
  const { view, context, words } = stage
  const { effects, low, high, path, judged, regions, record } = view
  const { numbers } = context
  const effect = effects[region]!
  const own = {
    text: Number.isFinite(effect) ? numbers.signed(effect, numberKind[view.means]) : "×",
    path: `${path}.effects[${region}]`,
    value: effect,
  }
  if (!judged) return { effect: own, ...answerAlone(stage, region) }
  const sets = record.evidence?.sets
  const fills = acrossFills(view, region)
  const beside = aloneBeside(view)
  const alone = beside?.attribution.effects[region]
  return {
    effect: own,
    ...(low === undefined || high === undefined
      ? {}
      : {
          range: {
            text: rangeOf(stage, low[region]!, high[region]!),
            path: `${path}.low[${region}] ${path}.high[${region}]`,
          },
        }),
    alone:
      alone == null
        ? { text: words.labels.notAsked }
        : { text: numbers.signed(alone, "alone"), path: `${beside!.path}.effects[${region}]`, value: alone },
    ...answerAlone(stage, region),
    ...(fills === undefined
      ? {}
      : { fills: { text: rangeOf(stage, fills.lowest, fills.highest), path: `${path}.perFill` } }),
    verdict: { text: words.labels.verdicts[regions[region]!.verdict], path: "evidence.noise" },
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
function answerAlone({ view, context, words }: Stage, region: RegionId): Pick<CellTexts, "answerAlone"> {
  const { regions, path } = aloneBeside(view) ?? view
  const { answer } = regions[region]!
  if (answer === undefined) return { answerAlone: { text: words.labels.notAsked } }
  const values = { label: nameOf(answer), score: context.numbers.classScore(answer.score) }
  return { answerAlone: { text: fillIn(words.labels.thenAnswer, values), path: `${path}.answers[${region}]` } }
}
