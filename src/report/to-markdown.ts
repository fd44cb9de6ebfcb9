import type { Explanation } from "../explanation.ts"
import { scaleOf } from "../reading/scale-of.ts"
import { strongestFirst } from "../reading/strongest-first.ts"
import { type View, viewOf } from "../reading/view.ts"
import { detailParts, givenPart } from "../words/details.ts"
import { evidenceWords } from "../words/evidence-words.ts"
import { findingOf } from "../words/finding.ts"
import { effectUnit } from "../words/format.ts"
import { nounOf, singularOf } from "../words/name-regions.ts"
import { type RegionFacts, regionFacts } from "../words/region-facts.ts"
import { meaningOf, notesOf, titleOf, warningOf } from "../words/words.ts"
import { markdownCode } from "./markdown-code.ts"
import { markdownText } from "./markdown-text.ts"

/**
 * Writes an explanation as a page of Markdown: what is explained, what the evidence says, a table of all regions, the strongest first, and what the run was.
 *
 * Labels, names of files and of models stand there as text: none becomes markup, HTML or a link.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { toMarkdown } from "gridexplainer/report"
 * const image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(204, 51) } as const
 * const model = functionModel((images) => images.map(({ data }) => [data[0]! / 255]), { labels: ["*light*"] })
 * const lines = toMarkdown(await explain(model, image, { regions: grid({ rows: 1, columns: 2 }), fill: 0 })).split("\n")
 * lines[0] // => "# \\*light\\*, 80.0 %"
 * lines.filter((line) => line.startsWith("| row 1, column 1")).length // => 1
 * ```
 */
export function toMarkdown(of: Explanation | View): string {
  const view = viewOf(of)
  const warning = warningOf(view)
  const { sentences } = evidenceWords(view)
  const said = sentences.length > 0 ? sentences.map(({ text }) => text) : [findingOf(view)]
  return `${[
    `# ${markdownText(titleOf(view))}`,
    ...(warning === "" ? [] : [`> **${markdownText(warning)}**`]),
    ...said.map(markdownText),
    `${view.effects.length} ${nounOf(view.record)}, strongest first:`,
    tableOf(view),
    markdownText(meaningOf(view, { plus: "Plus", minus: "minus" })),
    ...notesOf(view).map(markdownText),
    detailsOf(view),
  ].join("\n\n")}\n`
}

function tableOf(view: View): string {
  const factsOf = regionFacts(view)
  const facts = strongestFirst(view.effects).map(factsOf)
  const columns = columnsOf(view).filter(({ cell, always }) => always === true || facts.some((one) => cell(one) !== ""))
  const rows = [
    columns.map(({ heading }) => heading),
    columns.map(({ right }) => (right === true ? "---:" : "---")),
    ...facts.map((one) => columns.map(({ cell }) => markdownText(cell(one)))),
  ]
  return rows.map((cells) => `| ${cells.join(" | ")} |`).join("\n")
}

interface Column {
  readonly heading: string
  readonly cell: (facts: RegionFacts) => string
  readonly right?: true
  /** Stays where all its cells are empty. */
  readonly always?: true
}

function columnsOf({ record, low }: View): readonly Column[] {
  const average = low !== undefined
  const sure: Column = { heading: "90 % sure", cell: ({ judged }) => judged?.interval ?? "" }
  const other: Column = {
    heading: average ? "alone" : "on average",
    cell: ({ judged }) => judged?.other ?? "",
    right: true,
  }
  return [
    { heading: singularOf(record), cell: ({ place }) => place, always: true },
    { heading: effectUnit(scaleOf(record)), cell: ({ effect = "no value" }) => effect, right: true, always: true },
    ...(average ? [sure, other] : [other, sure]),
    { heading: "effect", cell: ({ change, judged }) => judged?.verdict ?? change },
    { heading: "fills", cell: ({ judged }) => judged?.fills?.range ?? "" },
    { heading: "fills that agree", cell: ({ judged }) => judged?.fills?.agree ?? "" },
    { heading: "sets", cell: ({ judged }) => judged?.sets.join(", ") ?? "" },
  ]
}

/** What the run was, a line each. */
function detailsOf(view: View): string {
  const { picture, model, asked, seed, versions } = view.record
  const { name, size, fileSha256, pixelsSha256 } = picture
  return [
    ...detailParts(view, { unseen: givenPart(view.record) }).map(markdownText),
    ...(model.runtime === undefined ? [] : [`Runtime: ${markdownCode(model.runtime)}`]),
    ...(model.sha256 === undefined ? [] : [`SHA-256 of the model: ${markdownCode(model.sha256)}`]),
    `Picture: ${name === undefined ? "" : `${markdownCode(name)}, `}${size.width} × ${size.height} pixels`,
    ...(fileSha256 === undefined ? [] : [`SHA-256 of the picture's file: ${markdownCode(fileSha256)}`]),
    ...(pixelsSha256 === undefined ? [] : [`SHA-256 of its pixels: ${markdownCode(pixelsSha256)}`]),
    `Pictures asked about: ${asked}; seed: ${seed}`,
    `Made by GridExplainer ${markdownText(versions.gridexplainer)}`,
  ]
    .map((line) => `- ${line}`)
    .join("\n")
}
