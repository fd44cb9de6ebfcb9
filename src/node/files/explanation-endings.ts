import type { Explanation } from "../../explanation.ts"
import type { View } from "../../reading/view.ts"
import type { ReportPictures } from "../../report/html/report-pictures.ts"
import type { DrawExplanationOptions } from "../pictures/draw-explanation.ts"

/** How an explanation is written to a file: drawings take what `drawExplanation` takes, reports the photo. */
export interface SaveExplanationOptions extends DrawExplanationOptions {
  /** A report without the picture and its name; their hashes stay. @default false */
  readonly redact?: boolean
  /** Pictures of a report that are at hand already, where there is no `photo`. */
  readonly pictures?: ReportPictures | undefined
}

/** Makes what a file holds of an explanation. */
type ExplanationWriter = (
  explanation: Explanation | View,
  options: SaveExplanationOptions,
) => Promise<string | Uint8Array>

/**
 * What an explanation can be saved as: a new ending is a line here, for the library and for the command. Each loads what it needs when it is used, since the
 * help of the command reads the names, too.
 */
export const explanationWriters: Readonly<Record<string, ExplanationWriter>> = {
  ".png": async (explanation, options) => {
    const { svgToPng } = await import("../pictures/svg-to-png.ts")
    return svgToPng(await draw(explanation, options))
  },
  ".svg": draw,
  ".html": writeReport,
  ".json": async (explanation) => (await import("../../report/serialize.ts")).serialize(explanation),
  ".csv": async (explanation) => (await import("../../report/to-csv.ts")).toCsv(explanation),
  ".md": async (explanation) => (await import("../../report/to-markdown.ts")).toMarkdown(explanation),
  ".npy": async (explanation) => (await import("../../report/to-npy.ts")).toNpy(explanation, { of: "map" }),
  ".effects.npy": async (explanation) => (await import("../../report/to-npy.ts")).toNpy(explanation, { of: "effects" }),
}

async function draw(
  explanation: Explanation | View,
  { redact: _, pictures: __, ...options }: SaveExplanationOptions,
): Promise<string> {
  const { drawExplanation } = await import("../pictures/draw-explanation.ts")
  return drawExplanation(explanation, options)
}

async function writeReport(
  explanation: Explanation | View,
  { photo, fill, redact = false, pictures: known }: SaveExplanationOptions,
): Promise<string> {
  const [{ report }, { reportPictures }] = await Promise.all([
    import("../../report/report.ts"),
    import("../pictures/report-pictures.ts"),
  ])
  const pictures = photo === undefined || redact ? known : await reportPictures(explanation, photo, { fill })
  return report(explanation, { pictures, redact })
}

/** Endings of files that an explanation can be saved as. */
export const explanationEndings: readonly string[] = Object.keys(explanationWriters)
