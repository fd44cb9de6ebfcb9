import type { Explanation } from "../explanation.ts"
import { scaleOf } from "../reading/scale-of.ts"
import { type View, viewAlone, viewMeaning, viewOf } from "../reading/view.ts"
import { fillName } from "../words/details.ts"
import { effectUnit } from "../words/format.ts"
import { csvRow } from "./csv-row.ts"

/**
 * Writes an explanation as a table for spreadsheets and data frames: CSV as in RFC 4180, a header and then one row per region.
 *
 * Numbers have every digit that was measured: an `effect` of 0.09 is 9 points if `unit` says `points of 1`. `row`, `column` and `region` count
 * from 1; `left`, `top`, `width` and `height` are pixels of the model's input. `method` says how `effect` was found: `random-masks` is an effect on average.
 * The `average_` columns and those after them come from evidence. `alone_effect`, and the model's top class after it, are those with only this region hidden
 * or, if `method` is `all-but-one`, with only this region shown. What the record does not have is left empty. Text is in quotation marks, and an apostrophe is
 * put in front of text that a spreadsheet would run as a formula.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { toCsv } from "gridexplainer/report"
 * const image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(204, 51) } as const
 * const model = functionModel((images) => images.map(({ data }) => [data[0]! / 255]), { labels: ["light"] })
 * const [head, first] = toCsv(await explain(model, image, { regions: grid({ rows: 1, columns: 2 }), fill: 0, evidence: "none" })).split("\r\n")
 * head!.slice(0, 34) // => '"region","row","column","left","to'
 * first // => '1,1,1,0,0,1,1,0.8,"one-at-a-time","points of 1","unknown",,,,0.8,"light",0,,'
 * ```
 */
export function toCsv(of: Explanation | View): string {
  const view = viewOf(of)
  const columns = columnsOf(view)
  const rows = view.effects.map((_, region) => csvRow(columns.map(({ cell }) => cell(region))))
  return [csvRow(columns.map(({ name }) => name)), ...rows].join("")
}

interface Column {
  readonly name: string
  readonly cell: (region: number) => string | number | boolean | null | undefined
}

function columnsOf(view: View): readonly Column[] {
  const { record, attribution, regions } = view
  const { evidence } = record
  const { layout, boxes } = record.regions
  const average = viewMeaning(view, "average")
  const alone = viewAlone(view)
  const unit = effectUnit(scaleOf(record))
  const place = (part: (columns: number, region: number) => number) => (region: number) =>
    layout.kind === "mask" ? undefined : part(layout.columns, region) + 1
  return [
    { name: "region", cell: (region) => region + 1 },
    { name: "row", cell: place((columns, region) => Math.floor(region / columns)) },
    { name: "column", cell: place((columns, region) => region % columns) },
    ...(["left", "top", "width", "height"] as const).map((name): Column => ({ name, cell: (i) => boxes[i]![name] })),
    { name: "effect", cell: (region) => attribution.effects[region] },
    { name: "method", cell: () => attribution.method },
    { name: "unit", cell: () => (unit === "points" ? "points of 1" : unit) },
    { name: "verdict", cell: (region) => regions[region]!.verdict },
    { name: "average_effect", cell: (region) => average?.attribution.effects[region] },
    { name: "average_low", cell: (region) => average?.low?.[region] },
    { name: "average_high", cell: (region) => average?.high?.[region] },
    { name: "alone_effect", cell: (region) => alone.attribution.effects[region] },
    { name: "alone_answer", cell: (region) => alone.regions[region]!.answer?.label },
    { name: "alone_answer_score", cell: (region) => alone.regions[region]!.answer?.score },
    { name: "in_enough_set", cell: (region) => isIn(evidence?.sets?.enough, region) },
    { name: "in_needed_set", cell: (region) => isIn(evidence?.sets?.needed, region) },
    ...(average === undefined ? [] : fillColumns(average)),
  ]
}

/** Effects on average with each fill. Fills may share a name, so they are numbered. */
function fillColumns({ record, attribution: { perFill = [] } }: View): readonly Column[] {
  return perFill.map(({ effects }, i) => ({
    name: `average_effect_fill_${i + 1} (${fillName(record.fills[i]!)})`,
    cell: (region) => effects[region],
  }))
}

/** Undefined if no set was looked for; if there is no such set, no region is in it. */
function isIn(set: { readonly regions: readonly number[] } | null | undefined, region: number): boolean | undefined {
  return set === undefined ? undefined : (set?.regions.includes(region) ?? false)
}
