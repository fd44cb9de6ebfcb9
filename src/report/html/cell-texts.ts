import { falls, type View, viewMeaning } from "../../reading/view.ts"
import type { RegionId } from "../../types.ts"
import { type RegionText, regionTexts } from "../../words/region-texts.ts"
import type { Stage } from "./stage.ts"

/** Everything that a report says about one region. Columns that the record does not have are absent. */
export interface CellTexts {
  readonly effect: RegionText
  readonly range?: RegionText
  readonly alone?: RegionText
  readonly answerAlone?: RegionText
  readonly fills?: RegionText
  readonly verdict?: RegionText
  readonly sets?: RegionText
}

export type ColumnName = keyof CellTexts

/** The view of regions hidden alone, if this view hides others with them. */
function aloneBeside(view: View): View | undefined {
  return view.means === "average" || view.means === "around" ? viewMeaning(view, "alone") : undefined
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
    ...(answers === undefined || !falls(view.means) ? [] : (["answerAlone"] as const)),
    ...(view.low !== undefined && (attribution.perFill?.length ?? 0) > 1 ? (["fills"] as const) : []),
    ...(judged ? (["verdict"] as const) : []),
    ...(record.evidence?.sets === undefined ? [] : (["sets"] as const)),
  ]
}

/** What a report says about one region. */
export function cellTexts({ view, context }: Stage, region: RegionId): CellTexts {
  const { effect, range, other, answer, fills, verdict, sets } = regionTexts(context, region)
  return {
    effect: effect ?? { text: "×", path: `${view.path}.effects[${region}]`, value: Number.NaN },
    ...(range === undefined ? {} : { range }),
    ...(other === undefined ? {} : { alone: other }),
    ...(answer === undefined ? {} : { answerAlone: answer }),
    ...(fills === undefined ? {} : { fills }),
    ...(verdict === undefined ? {} : { verdict }),
    ...(sets === undefined ? {} : { sets }),
  }
}
