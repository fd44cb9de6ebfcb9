import type { Explanation } from "../explanation.ts"
import { inFront, type View, viewOf } from "../reading/view.ts"
import type { EmbeddedPictures } from "../report/html/embedded-pictures.ts"
import type { DrawExplanationOptions } from "./draw-explanation.ts"
import type { PictureCodec } from "./picture-codec.ts"

/** How an explanation becomes a file: drawings take the options of `drawExplanation`, reports the photo. */
export interface EncodeExplanationOptions extends DrawExplanationOptions {
  /** Encodes pictures, and turns drawings into PNGs. */
  readonly codec: Pick<PictureCodec, "encode" | "rasterize">
  /** Leaves the picture and its name out of what is written; their hashes stay. Drawings, which show the picture, are refused. @default false */
  readonly redact?: boolean
  /** Pictures for a report that exist already, if there is no `photo`. */
  readonly pictures?: EmbeddedPictures | undefined
}

type Writer = (explanation: Explanation | View, options: EncodeExplanationOptions) => Promise<string | Uint8Array>

/** A new kind of file is a line here. Each loads what it needs when it is used, since the command's help reads only the names. */
const writers: Readonly<Record<string, Writer>> = {
  ".png": async (explanation, options) => options.codec.rasterize(await draw(explanation, options)),
  ".svg": draw,
  ".html": writeReport,
  ".json": async (explanation) => (await import("../report/serialize.ts")).serialize(explanation),
  ".csv": async (explanation) => (await import("../report/to-csv.ts")).toCsv(explanation),
  ".md": async (explanation) => (await import("../report/to-markdown.ts")).toMarkdown(explanation),
  ".npy": async (explanation) => (await import("../report/to-npy.ts")).toNpy(explanation, { of: "map" }),
  ".effects.npy": async (explanation) => (await import("../report/to-npy.ts")).toNpy(explanation, { of: "effects" }),
}

async function draw(
  explanation: Explanation | View,
  { redact: _, pictures: __, ...options }: EncodeExplanationOptions,
): Promise<string> {
  const { drawExplanation } = await import("./draw-explanation.ts")
  return drawExplanation(explanation, options)
}

async function writeReport(
  explanation: Explanation | View,
  { codec, photo, fill, redact = false, pictures: known }: EncodeExplanationOptions,
): Promise<string> {
  const [{ report }, { reportPictures }] = await Promise.all([
    import("../report/report.ts"),
    import("./report-pictures.ts"),
  ])
  const pictures = photo === undefined || redact ? known : await reportPictures(explanation, photo, { codec, fill })
  return report(explanation, { pictures, redact })
}

const drawings: ReadonlySet<string> = new Set([".png", ".svg"])
const others = Object.keys(writers).filter((ending) => !drawings.has(ending))

/** The file endings that an explanation can be saved with: `.png`, `.svg`, `.html` and so on. */
export const explanationEndings: readonly string[] = Object.keys(writers)

/**
 * The contents of a file with this ending: `.png` and `.svg` draw the explanation, `.html` is a report that can be read, sent, printed and checked, `.md` a
 * page of Markdown, `.json` the record, `.csv` a table with a row per region, `.npy` the saliency map for NumPy and `.effects.npy` the effects.
 *
 * @throws RangeError for any other ending, for invalid options, and for a drawing with `redact`; what the codec throws
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { encodeExplanation } from "gridexplainer/pictures"
 * const image = { width: 2, height: 2, channels: 3, data: new Uint8Array(12) } as const
 * const model = functionModel((images) => images.map(() => [1]))
 * const explanation = await explain(model, image, { regions: grid(2), evidence: "none" })
 * const codec = { encode: async () => Uint8Array.of(1), rasterize: async () => Uint8Array.of(2) } // A page would use a canvas.
 * await encodeExplanation(explanation, ".png", { codec }) // => Uint8Array.of(2)
 * ```
 */
export async function encodeExplanation(
  explanation: Explanation | View,
  ending: string,
  options: EncodeExplanationOptions,
): Promise<string | Uint8Array> {
  const write = writers[ending.toLowerCase()]
  if (write === undefined)
    throw new RangeError(`an explanation is saved as ${explanationEndings.join(", ")}, got ${ending}`)
  if (options.redact !== true) return write(explanation, options)
  if (drawings.has(ending.toLowerCase()))
    throw new RangeError(`a drawing shows the picture: ${ending} does not go with redact, ${others.join(", ")} do`)
  const { redacted } = await import("../report/redacted.ts")
  return write(redacted(inFront(viewOf(explanation))), options)
}
