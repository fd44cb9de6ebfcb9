import type { Explanation } from "../explanation.ts"
import { strongestFirst } from "../reading/strongest-first.ts"
import { type View, viewOf } from "../reading/view.ts"
import { type Context, contextOf } from "../words/context.ts"
import { detailParts, givenPart } from "../words/details.ts"
import { english } from "../words/english.ts"
import { fillIn } from "../words/fill-in.ts"
import { evidenceWords, meaningOf, titleOf } from "../words/picture-words.ts"
import { type RegionTexts, regionTexts } from "../words/region-texts.ts"
import { markdownCode } from "./markdown-code.ts"
import { markdownText } from "./markdown-text.ts"

/**
 * Writes an explanation as a page of Markdown: what is explained, what the model must not be used for, what the evidence says, a table of all regions, the
 * strongest first, and what the run was.
 *
 * Labels and names of files and models are written as text: none becomes markup, HTML or a link.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { toMarkdown } from "gridexplainer/report"
 * const image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(204, 51) } as const
 * const model = functionModel((images) => images.map(({ data }) => [data[0]! / 255]), { labels: ["*light*"] })
 * const lines = toMarkdown(await explain(model, image, { regions: grid({ rows: 1, columns: 2 }), fill: 0, evidence: "none" })).split("\n")
 * lines[0] // => "# \\*light\\*, 80.0\u00a0%"
 * lines.filter((line) => line.startsWith("| row\u00a01,\u00a0column\u00a01")).length // => 1
 * ```
 */
export function toMarkdown(of: Explanation | View): string {
  const view = viewOf(of)
  const context = contextOf(view, { form: "short" })
  const { drawing, markdown } = english
  const { warning, sentences, notes } = evidenceWords(view)
  const { caution } = view.record.model
  return `${[
    `# ${markdownText(titleOf(view))}`,
    ...(caution === undefined ? [] : [`> ${markdownText(caution)}`]),
    ...(warning === undefined ? [] : [`> **${markdownText(warning.text)}**`]),
    ...sentences.map(({ text }) => markdownText(text)),
    fillIn(drawing.list, context.common),
    tableOf(context),
    markdownText(meaningOf(view, markdown)),
    ...notes.map(({ text }) => markdownText(text)),
    detailsOf(view),
  ].join("\n\n")}\n`
}

function tableOf(context: Context): string {
  const rows = strongestFirst(context.view.effects).map((region) => regionTexts(context, region))
  const columns = columnsOf(context).filter(
    ({ cell, always }) => always === true || rows.some((one) => cell(one) !== ""),
  )
  const lines = [
    columns.map(({ heading }) => heading),
    columns.map(({ right }) => (right === true ? "---:" : "---")),
    ...rows.map((one) => columns.map(({ cell }) => markdownText(cell(one)))),
  ]
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n")
}

interface Column {
  readonly heading: string
  readonly cell: (texts: RegionTexts) => string
  readonly right?: true
  /** Whether the column stays even if all its cells are empty. */
  readonly always?: true
}

function columnsOf({ view, words, numbers, common }: Context): readonly Column[] {
  const { columns } = words.markdown
  const isOwn = view.low !== undefined
  const sure: Column = { heading: columns.sure, cell: ({ range }) => range?.text ?? "" }
  const other: Column = {
    heading: isOwn || view.means === "around" ? columns.alone : columns.average,
    cell: ({ other: one }) => one?.text ?? "",
    right: true,
  }
  return [
    { heading: common.singular, cell: ({ place }) => place, always: true },
    { heading: numbers.unit, cell: ({ effect }) => effect?.text ?? words.noValue, right: true, always: true },
    ...(isOwn ? [sure, other] : [other, sure]),
    { heading: columns.effect, cell: ({ change, verdict }) => verdict?.text ?? change ?? "" },
    { heading: columns.fills, cell: ({ fills }) => fills?.text ?? "" },
    { heading: columns.agree, cell: ({ agree }) => agree ?? "" },
    { heading: columns.sets, cell: ({ sets }) => sets?.text ?? "" },
  ]
}

/** The facts of the run, one per line. */
function detailsOf(view: View): string {
  const { picture, model, asked, seed, versions } = view.record
  const { name, size, fileSha256, pixelsSha256 } = picture
  const { markdown: names } = english
  const hash = (template: string, value: string | undefined): readonly string[] =>
    value === undefined ? [] : [fillIn(template, { hash: markdownCode(value) })]
  return [
    ...detailParts(view, { unseen: givenPart(view.record) }).map(markdownText),
    ...(model.runtime === undefined ? [] : [fillIn(names.runtime, { runtime: markdownCode(model.runtime) })]),
    ...hash(names.modelHash, model.sha256),
    name === undefined
      ? fillIn(names.noName, { ...size })
      : fillIn(names.picture, { name: markdownCode(name), ...size }),
    ...hash(names.fileHash, fileSha256),
    ...hash(names.pixelsHash, pixelsSha256),
    fillIn(names.asked, { asked, seed }),
    fillIn(names.madeBy, { version: markdownText(versions.gridexplainer) }),
  ]
    .map((line) => `- ${line}`)
    .join("\n")
}
