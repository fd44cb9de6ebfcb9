import type { Explanation } from "../explanation.ts"
import { version } from "../version.ts"
import { english, type Words } from "../words/english.ts"
import { readDataBlock } from "./data-block.ts"
import { hashOf, pictureHash } from "./hash-of.ts"
import { pictureNames } from "./html/embedded-pictures.ts"
import { storedPicture } from "./html/stored-pictures.ts"
import { pageDifferences } from "./page-differences.ts"
import { picturesOfReport } from "./pictures-of-report.ts"
import { recordOfReport } from "./record-of-report.ts"
import { report } from "./report.ts"
import { type Seal, sealSchema, sealWith, unsealed } from "./seal.ts"

/** One thing that was looked at. */
export interface ReportCheck {
  /** `record`: the numbers; `pictures`; `page`: sentences, tables and drawings, computed again; `file`: every byte. */
  readonly name: "report" | "record" | "pictures" | "page" | "file"
  /** `unknown`: another version wrote the report, so its page was not computed again. */
  readonly state: "fits" | "differs" | "unknown"
  /** What was found, one line each. */
  readonly lines: readonly string[]
}

/** Whether the parts of a report belong together. */
export interface ReportVerification {
  readonly fits: boolean
  readonly checks: readonly ReportCheck[]
}

/**
 * Finds out whether a report is as it was written: its numbers, each sentence and table cell computed from them, its pictures, and every other byte. It cannot
 * know who wrote it: whoever changes a number and writes a whole new report has a report that fits.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { report, verifyReport } from "gridexplainer/report"
 * const image = { width: 2, height: 2, channels: 1, data: Uint8Array.of(255, 0, 0, 51) } as const
 * const model = functionModel((images) => images.map(({ data }) => [(data[0]! + data[3]!) / 510]))
 * const html = await report(await explain(model, image, { regions: grid(2), fill: 0, evidence: "none" }))
 * const [whole, changed] = [await verifyReport(html), await verifyReport(html.replace("60.0\u00a0%", "90.0\u00a0%"))]
 * whole.fits // => true
 * changed.fits // => false
 * ```
 */
export async function verifyReport(
  html: string,
  options: { readonly words?: Words } = {},
): Promise<ReportVerification> {
  const read = readReport(html)
  if (typeof read === "string") return verdict([{ name: "report", state: "differs", lines: [read] }])
  const { explanation, json, seal } = read
  const { words = english } = options
  return verdict([
    await checkRecord(explanation, { json, seal }),
    await checkPictures(html, seal),
    await checkPage(html, { ...read, words }),
    await checkFile(html, seal),
  ])
}

function verdict(checks: readonly ReportCheck[]): ReportVerification {
  return { fits: checks.every(({ state }) => state !== "differs"), checks }
}

function check(name: ReportCheck["name"], problems: readonly string[], fine: string): ReportCheck {
  return problems.length === 0 ? { name, state: "fits", lines: [fine] } : { name, state: "differs", lines: problems }
}

/** What a report carries: its record, and the text of that as it was written. */
interface Read {
  readonly explanation: Explanation
  readonly json: string
  readonly seal: Seal
}

/** The record and the seal of a report; or what is wrong with them. */
function readReport(html: string): Read | string {
  try {
    const seal = sealSchema.safeParse(JSON.parse(readDataBlock("seal", html) ?? "null"))
    const explanation = recordOfReport(html)
    const json = readDataBlock("explanation", html) ?? ""
    return seal.success ? { explanation, json, seal: seal.data } : "the seal of the report is missing or damaged"
  } catch (error) {
    if (error instanceof SyntaxError) return "the seal of the report is damaged"
    if (error instanceof Error) return error.message
    throw error
  }
}

/** The seal holds the record as it was written, in whatever version. */
async function checkRecord(
  { regions }: Explanation,
  { json, seal: { explanationSha256 } }: { readonly json: string; readonly seal: Seal },
): Promise<ReportCheck> {
  const own = await hashOf(JSON.stringify(JSON.parse(json)))
  const problems = own === explanationSha256 ? [] : [`expected SHA-256 ${explanationSha256}, got ${own}`]
  return check("record", problems, `${regions.boxes.length} effects and all else that was measured`)
}

async function checkPictures(html: string, { pictures }: Seal): Promise<ReportCheck> {
  const problems: string[] = []
  for (const name of pictureNames) {
    const href = storedPicture(html, name)
    const own = href === undefined ? undefined : await pictureHash({ href }).catch(() => "no base 64 text")
    if (own !== pictures[name])
      problems.push(`${name}: expected ${pictures[name] ?? "no picture"}, got ${own ?? "no picture"}`)
  }
  const count = Object.keys(pictures).length
  return check("pictures", problems, count === 0 ? "left out" : `${count} pictures`)
}

/** Differences that are named; the others are counted. */
const MOST = 8

async function checkPage(
  html: string,
  { explanation, json, seal, words }: Read & { readonly words: Words },
): Promise<ReportCheck> {
  const { version: stored } = JSON.parse(json) as { readonly version: unknown }
  if (stored !== explanation.version) {
    const line = `its record is of version ${String(stored)}; this program writes version ${explanation.version}, and did not compute the page again`
    return { name: "page", state: "unknown", lines: [line] }
  }
  if (seal.writtenBy !== version || seal.language !== words.language) {
    const who = `version ${seal.writtenBy} in language ${seal.language}`
    const line = `written by ${who}; this is version ${version}, which did not compute it again`
    return { name: "page", state: "unknown", lines: [line] }
  }
  const again = await report(explanation, { pictures: picturesOfReport(html), words }).catch((error: unknown) => {
    if (error instanceof RangeError) return error.message
    throw error
  })
  const differences = pageDifferences(again, html)
  const rest = differences.length - MOST
  const named = [...differences.slice(0, MOST), ...(rest > 0 ? [`and ${rest} more`] : [])]
  return check("page", named, "every sentence, table and drawing, computed again from the record")
}

async function checkFile(html: string, { documentSha256 }: Seal): Promise<ReportCheck> {
  const own = await hashOf(sealWith(html, unsealed))
  const problems = own === documentSha256 ? [] : [`expected SHA-256 ${documentSha256}, got ${own}`]
  return check("file", problems, "every byte is as it was written")
}
