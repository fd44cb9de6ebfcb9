import { GridExplainerError } from "../errors.ts"
import type { Explanation } from "../explanation.ts"
import { explanationSchema } from "./explanation-schema.ts"
import { checkExtent, readJson } from "./read-json.ts"
import { recordProblem } from "./record-problem.ts"
import { upgradeRecord } from "./upgrade-record.ts"

/**
 * Reads an explanation from the JSON text that `serialize` wrote, and checks everything.
 *
 * @throws GridExplainerError `RECORD_INVALID` if the text is not JSON, is another program's file, or has an unknown version, an invalid
 * field, or two fields that contradict each other; the message says which.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { parse, serialize } from "gridexplainer/report"
 * const image = { width: 1, height: 1, channels: 1, data: Uint8Array.of(51) } as const
 * const model = functionModel((images) => images.map(({ data }) => [data[0]! / 255]))
 * const text = serialize(await explain(model, image, { regions: grid(1), fill: 0, evidence: "none" }))
 * parse(text).target.score // => 0.2
 * ```
 */
export function parse(text: string): Explanation {
  const value = parseJson(text)
  const { format, version } = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>
  if (format !== "gridexplainer-explanation")
    throw invalid(
      `expected an explanation (a JSON object with "format": "gridexplainer-explanation"), got ${describe(value)}`,
    )
  checkExtent(value)
  if (version !== 1 && version !== 2 && version !== 3)
    throw invalid(`expected version 1, 2 or 3 of the explanation format, got ${JSON.stringify(version)}`, {
      nextStep: "Open it with the version of gridexplainer that wrote it, or install a newer one",
    })
  const result = explanationSchema.safeParse(upgradeRecord(value as Record<string, unknown>))
  if (!result.success) throw recordProblem(result.error)
  return result.data
}

function parseJson(text: string): unknown {
  try {
    return readJson(text.replace(/^\ufeff/, "")) // Some editors add a byte order mark.
  } catch (cause) {
    if (cause instanceof GridExplainerError) throw cause
    throw invalid(
      `expected an explanation as JSON text, got ${text.trim() === "" ? "nothing" : "text that is not JSON"}`,
      { cause },
    )
  }
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return "an array"
  if (typeof value !== "object" || value === null) return JSON.stringify(value).slice(0, 60)
  return `an object with the fields ${keysOf(value).join(", ") || "(none)"}`
}

function keysOf(value: object): readonly string[] {
  return Object.keys(value)
    .slice(0, 6)
    .map((key) => (key.length > 40 ? `${key.slice(0, 39)}…` : key))
}

function invalid(
  problem: string,
  options?: { readonly nextStep?: string; readonly cause?: unknown },
): GridExplainerError {
  return new GridExplainerError("RECORD_INVALID", problem, options)
}
