import type { Explanation } from "../explanation.ts"
import { inFront, type View, viewMeaning, viewOf } from "../reading/view.ts"
import { checkPicture } from "../render/draw/sketch.ts"
import { version } from "../version.ts"
import { english, type Words } from "../words/english.ts"
import { codeHash } from "./code-hash.ts"
import { hashOf, pictureHash } from "./hash-of.ts"
import { type EmbeddedPictures, pictureNames } from "./html/embedded-pictures.ts"
import { page } from "./html/page.ts"
import { script } from "./html/script.ts"
import { type Stage, stageOf } from "./html/stage.ts"
import { style } from "./html/style.ts"
import { inSchemaOrder } from "./in-schema-order.ts"
import { redacted } from "./redacted.ts"
import { type Seal, sealWith, unsealed } from "./seal.ts"

/** The options of `report`. */
export interface ReportOptions {
  /** The pictures to show. Without them, the report has the map on a grey area, and the hashes of the picture. */
  readonly pictures?: EmbeddedPictures | undefined
  /** Leaves out the picture and its name; its hashes stay. @default false */
  readonly redact?: boolean
  /** The language of all texts. @default english */
  readonly words?: Words
}

/**
 * Writes an explanation as one HTML file that can be read, sent, printed and checked: it needs no network and no script, and contains its record.
 * The same explanation gives the same bytes.
 *
 * @throws RangeError for pictures that are not PNG or JPEG `data:` addresses, and for a record with numbers that are not finite; GridExplainerError
 * `HOST_UNSUPPORTED` on a host without Web Crypto, such as a page without https.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { report } from "gridexplainer/report"
 * const image = { width: 2, height: 2, channels: 1, data: Uint8Array.of(255, 0, 0, 51) } as const
 * const model = functionModel((images) => images.map(({ data }) => [(data[0]! + data[3]!) / 510]), { labels: ["bright"] })
 * const html = await report(await explain(model, image, { regions: grid(2), fill: 0, evidence: "none" }))
 * html.includes("The model has one class, “bright”, and gave it a score of 60.0\u00a0%.") // => true
 * ```
 */
export function report(of: Explanation | View, options: ReportOptions = {}): Promise<string> {
  return reportBy(version, of, options)
}

/** Writes a report in the name of another version, to compare it with the report that was written then. */
export async function reportBy(writtenBy: string, of: Explanation | View, options: ReportOptions): Promise<string> {
  const { redact = false, words = english } = options
  const explanation = inFront(viewOf(of))
  const pictures = redact ? undefined : options.pictures
  for (const name of pictureNames) checkPicture(`pictures.${name}`, pictures?.[name])
  const record = inSchemaOrder(redact ? redacted(explanation) : explanation)
  const json = JSON.stringify(record)
  const seal: Seal = {
    ...{ format: "gridexplainer-report", version: 1, language: words.language, writtenBy },
    explanationSha256: await hashOf(json),
    pictures: await pictureHashes(pictures),
    documentSha256: unsealed,
  }
  const view = viewOf(record)
  const stage = stageOf(view, { words, pictures })
  const html = page(stage, {
    ...{ seal, json, alone: aloneStage(stage) },
    allowed: { style: await codeHash(style), script: await codeHash(script) },
  })
  return sealWith(html, await hashOf(html))
}

/** The map of effects alone, if the record has them for all regions and another map is in front: of larger parts, or on average. */
function aloneStage(stage: Stage): Stage | undefined {
  const { view, words, pictures } = stage
  const alone = viewMeaning(view, "alone", { complete: true })
  if (alone === undefined || !["around", "average"].includes(view.means)) return undefined
  return stageOf(alone, { words, pictures })
}

async function pictureHashes(pictures: EmbeddedPictures | undefined): Promise<Seal["pictures"]> {
  const hashes: Partial<Record<keyof EmbeddedPictures, string>> = {}
  for (const name of pictureNames) {
    const picture = pictures?.[name]
    if (picture !== undefined) hashes[name] = await pictureHash(picture)
  }
  return hashes
}
