import type { Fill, FillDescription } from "../types.ts"

/** What the record says of a fill. */
export function describeFill({ name, options }: Fill): FillDescription {
  return options === undefined ? { name } : { name, options }
}
