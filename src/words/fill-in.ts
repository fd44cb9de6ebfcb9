/** A text with its `{name}` places filled in. */
export function fillIn(template: string, values: Readonly<Record<string, string | number>> = {}): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new RangeError(`the text "${template}" needs {${name}}`)
    return String(value)
  })
}

/** The text for one or for several. */
export function numbered({ one, other }: { readonly one: string; readonly other: string }, count: number): string {
  return count === 1 ? one : other
}
