import { badReply } from "../check-scores.ts"
import { GridExplainerError } from "../errors.ts"
import { applyEdits } from "../image/apply-edits.ts"
import type { Classifier, Image, Scores } from "../types.ts"
import { checkScale } from "./check-scale.ts"
import { checkedClassifier } from "./checked-classifier.ts"

/** Your model: some pictures in, one row of scores for each out, in their order. */
export type ScoreFunction = (
  images: readonly Image[],
) => readonly ArrayLike<number>[] | Promise<readonly ArrayLike<number>[]>

/** The options of `functionModel`. */
export type FunctionModelOptions = Partial<Omit<Classifier, "score">>

/**
 * Makes a classifier of any function: a remote service, another runtime, a formula.
 *
 * The function gets whole pictures with the hidden pixels already painted, so their levels may be fractional.
 * Without `inputSize` it is asked at the picture's own size.
 *
 * `score` throws GridExplainerError: `MODEL_FAILED` with the cause if the function throws, `BAD_REPLY` for anything but one new row of numbers per picture, and
 * what {@link checkedClassifier} throws.
 *
 * @param options `name` (default "function"), `scale` (default "probability": every score must then lie from 0 to 1), `labels`, `inputSize`, `resize`,
 * `batchSize`, `dispose`.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * const brightness = functionModel((images) => images.map(({ data }) => [(data[0]! + data[1]!) / 510]), { labels: ["bright"] })
 * const image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(255, 0) } as const
 * const explanation = await explain(brightness, image, { regions: grid({ rows: 1, columns: 2 }), fill: 0, evidence: "none" })
 * explanation.target.score // => 0.5
 * explanation.attributions[0]!.effects // => [0.5, 0]
 * ```
 */
export function functionModel(score: ScoreFunction, options: FunctionModelOptions = {}): Classifier {
  const { name = "function", scale = "probability", ...rest } = options
  if (typeof score !== "function") throw new TypeError(`score must be a function, got ${kindOf(score)}`)
  checkScale(scale)
  return checkedClassifier({
    ...rest,
    name,
    scale,
    async score(image, variants) {
      const pictures = variants.map(({ edits }) => applyEdits(image, edits))
      let reply: unknown
      try {
        reply = score(pictures)
        if (!Array.isArray(reply)) reply = await reply // A list is read at once, since the function may reuse its memory.
      } catch (cause) {
        throw modelFailed(name, cause)
      }
      return toScores(name, reply)
    },
  })
}

function modelFailed(name: string, cause: unknown): GridExplainerError {
  const reason = cause instanceof Error ? cause.message || cause.name : String(cause)
  return new GridExplainerError("MODEL_FAILED", `model "${name}" failed: ${reason}`, { cause })
}

/** A function without types may return anything. */
function toScores(name: string, reply: unknown): Scores {
  const bad = (problem: string): GridExplainerError => badReply(`model "${name}" must answer ${problem}`)
  if (!Array.isArray(reply)) throw bad(`a list with one row of scores for every picture, got ${kindOf(reply)}`)
  const rows: readonly unknown[] = reply
  const columns = isRow(rows[0]) ? rows[0].length : 0
  const data = new Float64Array(rows.length * columns)
  for (const [i, row] of rows.entries()) {
    if (!isRow(row)) throw bad(`one row of scores for every picture, got ${kindOf(row)} for picture ${i}`)
    if (row.length !== columns)
      throw bad(`as many scores for every picture, got ${columns} for picture 0 and ${row.length} for picture ${i}`)
    // One array that is filled again and again holds the last picture's scores for all of them.
    const same = rows.findIndex((other) => sharesMemory(other, row))
    if (same < i)
      throw bad(
        `a new row for every picture, got the same one for pictures ${same} and ${i}: copy it before filling it again`,
      )
    for (let k = 0; k < columns; k++) {
      const value = row[k]
      if (typeof value !== "number") throw bad(`numbers, got ${kindOf(value)} for picture ${i}, class ${k}`)
      data[i * columns + k] = value
    }
  }
  return { rows: rows.length, columns, data }
}

function sharesMemory(one: unknown, other: unknown): boolean {
  if (!ArrayBuffer.isView(one) || !ArrayBuffer.isView(other)) return one === other
  return one.buffer === other.buffer && one.byteOffset === other.byteOffset
}

function isRow(value: unknown): value is ArrayLike<unknown> {
  return typeof value === "object" && value !== null && "length" in value && typeof value.length === "number"
}

/** What a value is, in words: `text "0.5"`, `null`, `an object`. */
function kindOf(value: unknown): string {
  if (typeof value === "string")
    return `the text ${JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}...` : value)}`
  if (value === null || value === undefined || typeof value === "boolean") return String(value)
  if (typeof value === "number" || typeof value === "bigint") return `the ${typeof value} ${value}`
  return Array.isArray(value) ? "a list" : `${typeof value === "object" ? "an" : "a"} ${typeof value}`
}
