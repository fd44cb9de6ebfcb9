import type { Explanation } from "../explanation.ts"
import { version } from "../version.ts"
import { english, type Words } from "../words/english.ts"
import { codeProblem } from "./code-problem.ts"
import { readDataBlock } from "./data-block.ts"
import { hashOf, pictureHash } from "./hash-of.ts"
import { pictureNames } from "./html/embedded-pictures.ts"
import { storedPicture } from "./html/stored-pictures.ts"
import { pageDifferences } from "./page-differences.ts"
import { picturesOfReport } from "./pictures-of-report.ts"
import { recordOfReport } from "./record-of-report.ts"
import { reportBy } from "./report.ts"
import { type Seal, sealSchema, sealWith, unsealed } from "./seal.ts"

/** One thing that was checked. */
export interface ReportCheck {
  /**
   * What was checked. `report`: whether it is a report at all; `record`: the numbers; `pictures`: the pictures; `code`: the style, the script and the policy,
   * and that nothing else could run or load; `page`: sentences, tables and drawings, computed again; `file`: every byte.
   */
  readonly name: "report" | "record" | "pictures" | "code" | "page" | "file"
  /** `unknown`: it could not be checked, because another version, or one in another language, wrote the report and this version writes its page differently. */
  readonly state: "fits" | "differs" | "unknown"
  /** What was found, one line each. */
  readonly lines: readonly string[]
}

/** Whether the parts of a report belong together. */
export interface ReportVerification {
  /** `fits`: all parts belong together. `unchecked`: all parts but the page, which was NOT checked. `differs`: something is not as it was written. */
  readonly verdict: "fits" | "unchecked" | "differs"
  /** Whether all parts were checked and belong together. */
  readonly fits: boolean
  readonly checks: readonly ReportCheck[]
}

/**
 * Finds out whether a report is as it was written: its numbers and whether they agree with each other, each sentence and table cell computed from them, its
 * pictures, its style, script and policy, and every other byte. It cannot know who wrote the report, nor whether the model really said so: anybody can write a
 * whole new report with numbers that agree, and it will fit. `repeatExplanation` asks the model again.
 *
 * @param report the bytes of the file, or its text
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
  report: string | Uint8Array,
  options: { readonly words?: Words } = {},
): Promise<ReportVerification> {
  const html = typeof report === "string" ? report : decoded(report)
  if (html === undefined) return noReport("the file holds bytes that are not text")
  const read = readReport(html)
  if (typeof read === "string") return noReport(read)
  const { explanation, json, seal } = read
  const { words = english } = options
  return verdict([
    await checkRecord(explanation, { json, seal }),
    await checkPictures(html, seal),
    await checkCode(html),
    await checkPage(html, { ...read, words }),
    await checkFile(html, seal),
  ])
}

function noReport(why: string): ReportVerification {
  return verdict([{ name: "report", state: "differs", lines: [why] }])
}

/** The text of bytes if it can be encoded to exactly the same bytes; undefined if any byte would be dropped or replaced. */
function decoded(bytes: Uint8Array): string | undefined {
  const { TextDecoder } = globalThis as {
    readonly TextDecoder?: new (
      label: string,
      options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
    ) => { decode(bytes: Uint8Array): string }
  }
  try {
    return new TextDecoder!("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function verdict(checks: readonly ReportCheck[]): ReportVerification {
  const has = (wanted: ReportCheck["state"]): boolean => checks.some(({ state }) => state === wanted)
  const found = has("differs") ? "differs" : has("unknown") ? "unchecked" : "fits"
  return { verdict: found, fits: found === "fits", checks }
}

function check(name: ReportCheck["name"], problems: readonly string[], fine: string): ReportCheck {
  return problems.length === 0 ? { name, state: "fits", lines: [fine] } : { name, state: "differs", lines: problems }
}

/** What a report contains: its record, and the text of the record as it was written. */
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

/** The seal covers the record as it was written, in any version. */
async function checkRecord(
  { regions }: Explanation,
  { json, seal: { explanationSha256 } }: { readonly json: string; readonly seal: Seal },
): Promise<ReportCheck> {
  const own = await hashOf(JSON.stringify(JSON.parse(json)))
  const problems = own === explanationSha256 ? [] : [`expected SHA-256 ${explanationSha256}, got ${own}`]
  return check("record", problems, `${regions.boxes.length} effects and everything else that was measured`)
}

async function checkPictures(html: string, { pictures }: Seal): Promise<ReportCheck> {
  const problems: string[] = []
  for (const name of pictureNames) {
    const href = storedPicture(html, name)
    const own = href === undefined ? undefined : await pictureHash({ href }).catch(() => "text that is not base64")
    if (own !== pictures[name])
      problems.push(`${name}: expected ${pictures[name] ?? "no picture"}, got ${own ?? "no picture"}`)
  }
  const count = Object.keys(pictures).length
  return check("pictures", problems, count === 0 ? "left out" : `${count} pictures`)
}

async function checkCode(html: string): Promise<ReportCheck> {
  const problem = await codeProblem(html)
  const fine = "the style, script and policy of a known version, and nothing else that could run or load"
  return check("code", problem === undefined ? [] : [problem], fine)
}

/** The most differences that are named; the others are counted. */
const MOST = 8

async function checkPage(
  html: string,
  { explanation, json, seal, words }: Read & { readonly words: Words },
): Promise<ReportCheck> {
  const unchecked = (why: string): ReportCheck => ({ name: "page", state: "unknown", lines: [`NOT checked: ${why}`] })
  const { version: stored } = JSON.parse(json) as { readonly version: unknown }
  if (stored !== explanation.version)
    return unchecked(
      `its record is of version ${String(stored)}, and this program writes version ${explanation.version}`,
    )
  const writer = `version ${seal.writtenBy} in language ${seal.language}`
  if (seal.language !== words.language) return unchecked(`written by ${writer}; this is language ${words.language}`)
  const pictures = picturesOfReport(html)
  const again = await reportBy(seal.writtenBy, explanation, { pictures, words }).catch((error: unknown) => {
    if (error instanceof RangeError) return error.message
    throw error
  })
  const differences = pageDifferences(again, html)
  if (differences.length > 0 && seal.writtenBy !== version)
    return unchecked(`written by ${writer}; this is version ${version}, which writes it differently`)
  const rest = differences.length - MOST
  const named = [...differences.slice(0, MOST), ...(rest > 0 ? [`and ${rest} more`] : [])]
  return check("page", named, "every sentence, table and drawing, computed again from the record")
}

async function checkFile(html: string, { documentSha256 }: Seal): Promise<ReportCheck> {
  const own = await hashOf(sealWith(html, unsealed))
  const problems = own === documentSha256 ? [] : [`expected SHA-256 ${documentSha256}, got ${own}`]
  return check("file", problems, "every byte is as it was written")
}
