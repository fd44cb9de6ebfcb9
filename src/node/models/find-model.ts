import { type CatalogEntry, catalog } from "../../models/catalog.ts"
import { editDistance } from "../../models/edit-distance.ts"

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
