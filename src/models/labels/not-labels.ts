/** Why a text is not a list of labels; the sentence continues after the name of the list: `has no name for class 3`. */
export class NotLabels extends Error {}

/**
 * Names in the order of their numbers, which start at 0 or 1.
 *
 * @throws NotLabels for other numbers, a number given twice, and a gap
 */
export function byNumber(entries: readonly (readonly [number: number, name: string])[]): readonly string[] {
  const ordered = [...entries].sort(([a], [b]) => a - b)
  const first = ordered[0]![0]
  if (first > 1) throw new NotLabels(`numbers its classes from ${first}, not from 0 or 1`)
  ordered.forEach(([number], i) => {
    if (number === ordered[i - 1]?.[0]) throw new NotLabels(`has two names for class ${number}`)
    if (number !== first + i) throw new NotLabels(`has no name for class ${first + i}`)
  })
  return ordered.map(([, name]) => name)
}
