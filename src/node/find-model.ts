import { type CatalogEntry, catalog } from "../models/catalog.ts"

/**
 * The catalog's entry of a name.
 *
 * @throws RangeError for another name, with the nearest one
 */
export function findModel(name: string): CatalogEntry {
  const entry = catalog.find((candidate) => candidate.name === name)
  if (entry !== undefined) return entry
  const near = catalog.find((candidate) => isNear(candidate.name, name))
  const names = catalog.map((candidate) => candidate.name).join(", ")
  throw new RangeError(
    `a model must be one of ${names}, or the path of a file, got ${name}${near === undefined ? "" : `: did you mean ${near.name}?`}`,
  )
}

/** Equal but for hyphens, case and one letter in four, or a part of the name. */
function isNear(name: string, written: string): boolean {
  const [right, wrong] = [name, written].map((text) => text.toLowerCase().replace(/[^a-z0-9]/g, ""))
  if (!right || !wrong) return false
  return (wrong.length >= 4 && right.includes(wrong)) || editDistance(right, wrong) <= right.length / 4
}

/** Levenshtein's distance: how many letters must be put in, taken out or changed. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries())
      next.push(Math.min(row[j + 1]! + 1, next[j]! + 1, row[j]! + Number(letter !== other)))
    row = next
  }
  return row[b.length]!
}
