import { GridExplainerError } from "../errors.ts"
import { recordBounds } from "./record-bounds.ts"

/**
 * What JSON text holds, as far as a record could: nothing is made of text with more values than any record has, nor is what holds longer texts and lists than
 * any record does gone on with.
 *
 * @throws SyntaxError for text that is not JSON; GridExplainerError `RECORD_INVALID` for what is too large
 */
export function readJson(text: string): unknown {
  checkValues(text)
  return JSON.parse(text)
}

/** Throws for what is nested, named or listed beyond what a record can be. */
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

/** The runs of masks are the only long list, and hold numbers alone. */
function isNumbers(list: readonly unknown[]): boolean {
  return list.every((one) => typeof one === "number")
}

/** Each value but the first of its list or object follows a comma or an opening bracket. */
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
