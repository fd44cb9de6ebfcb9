import { type CatalogEntry, catalog } from "../../models/catalog.ts"
import { nearest } from "../../nearest.ts"

/**
 * Finds the catalog's entry for a name.
 *
 * @throws RangeError for an unknown name, with the nearest known one
 */
export function findModel(name: string): CatalogEntry {
  const entry = catalog.find((candidate) => candidate.name === name)
  if (entry !== undefined) return entry
  const names = catalog.map((candidate) => candidate.name)
  const near = nearest(name, names)
  throw new RangeError(
    `a model must be one of ${names.join(", ")}, or the path of a file, got ${name}${near === undefined ? "" : `: did you mean ${near}?`}`,
  )
}
