import { GridExplainerError } from "../errors.ts"
import { recordBounds } from "./record-bounds.ts"

/**
 * Parses JSON text within the limits of a record: text with more values than any record has is not parsed, and a result with longer texts or lists than
 * any record has is refused.
 *
 * @throws SyntaxError for text that is not JSON; GridExplainerError `RECORD_INVALID` for what is too large
 */
export function readJson(text: string): unknown {
  checkValues(text)
  return JSON.parse(text)
}

/** Throws for a value whose nesting, texts or lists exceed what a record can have. */
export function checkExtent(value: unknown): void {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value: one, depth } = next
    if (typeof one === "string") atMost("text", one.length, recordBounds.text)
    if (typeof one !== "object" || one === null) continue
    atMost("depth", depth, recordBounds.depth)
    const values: readonly unknown[] = Array.isArray(one) ? one : Object.values(one)
    if (Array.isArray(one)) atMost("list", one.length, isNumbers(one) ? recordBounds.values : recordBounds.list)
    else atMost("fields", values.length, recordBounds.fields)
    for (const inner of values) if (typeof inner !== "number") open.push({ value: inner, depth: depth + 1 })
  }
}

/** Whether a list holds numbers only, like the runs of masks, which are the only long list. */
function isNumbers(list: readonly unknown[]): boolean {
  return list.every((one) => typeof one === "number")
}

/** Counts values: each one follows a comma or an opening bracket. */
function checkValues(text: string): void {
  let values = 0
  for (let i = 0; i < text.length; i++) {
    const sign = text.charCodeAt(i)
    if (sign === COMMA || sign === BRACKET || sign === BRACE) values++
  }
  atMost("values", values, recordBounds.values)
}

const [COMMA, BRACKET, BRACE] = [",", "[", "{"].map((sign) => sign.charCodeAt(0))

const units = {
  text: "signs in a text",
  list: "entries in a list",
  fields: "fields in an object",
  depth: "lists in lists",
  values: "values",
} as const

function atMost(what: keyof typeof units, got: number, most: number): void {
  if (got > most)
    throw new GridExplainerError("RECORD_INVALID", `a record has at most ${most} ${units[what]}, got ${got}`)
}
