import type { Fill, FillDescription } from "../types.ts"

/** The name and options of a fill, for the record. */
export function describeFill({ name, options }: Fill): FillDescription {
  return options === undefined ? { name } : { name, options }
}
