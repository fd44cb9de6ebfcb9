/** A text for one and for several. */
export interface Counted {
  readonly one: string
  readonly other: string
}

/** The values that fill the places of a text. */
export type Values = Readonly<Record<string, string | number>>

/** A text with its `{name}` places filled in. */
export function fillIn(template: string, values: Values = {}): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new RangeError(`the text "${template}" needs {${name}}`)
    return String(value)
  })
}

/** The text for one or for several. */
export function numbered({ one, other }: Counted, count: number): string {
  return count === 1 ? one : other
}

const NO_BREAK = "\u00a0"

/** Texts with the same names and any words. */
export type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> }

/** The same texts with a no-break space for each `~`, so that lines do not break inside `37 %` or `row 3, column 6`. */
export function tied<const T>(words: T): Texts<T> {
  const tie = (part: unknown): unknown => {
    if (typeof part === "string") return part.replaceAll("~", NO_BREAK)
    if (Array.isArray(part)) return part.map(tie)
    return Object.fromEntries(Object.entries(part as object).map(([key, value]) => [key, tie(value)]))
  }
  return tie(words) as Texts<T>
}

/**
 * Replaces no-break spaces in a text by ordinary ones: for terminals, plain text and data.
 *
 * @example
 * ```ts
 * import { untied } from "gridexplainer/render"
 * untied("37\u00a0%") // => "37 %"
 * ```
 */
export function untied(text: string): string {
  return text.replaceAll(NO_BREAK, " ")
}
