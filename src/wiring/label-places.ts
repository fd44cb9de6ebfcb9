/** The place of each class in a list of labels, found by any of its names. */
export interface LabelPlaces {
  /** The place of the class that this label names; undefined if the list does not have it. */
  find(label: string): number | undefined
}

/**
 * Finds classes by name, however lists are written: upper case, underscores, a WordNet id in front (`n02123045 tabby`), synonyms after
 * commas (`tabby, tabby cat`). A whole label takes precedence over a synonym, and the first of two classes with
 * the same name over the second. A number is a place.
 */
export function labelPlaces(labels: readonly string[]): LabelPlaces {
  const places = new Map<string, number>()
  const enter = (name: string, index: number): void => {
    if (!places.has(name)) places.set(name, index)
  }
  for (const [index, label] of labels.entries()) for (const name of namesOf(label).slice(0, 1)) enter(name, index)
  for (const [index, label] of labels.entries()) for (const name of namesOf(label)) enter(name, index)
  return {
    find(label) {
      const name = namesOf(label).find((one) => places.has(one))
      if (name !== undefined) return places.get(name)
      const index = /^\d+$/.test(label) ? Number(label) : undefined
      return index !== undefined && index < labels.length ? index : undefined
    },
  }
}

/** The whole label first, then its synonyms. */
function namesOf(label: string): readonly string[] {
  const [whole, ...parts] = [label, ...label.split(",")].map((name) =>
    name
      .toLowerCase()
      .replace(/^n\d{8}\b/, "")
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim(),
  )
  return [whole!, ...parts].filter((name) => name !== "")
}
