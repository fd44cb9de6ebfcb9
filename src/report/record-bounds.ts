import { mostRegions } from "../regions/record-regions.ts"

/** How large a record may be: no run makes a larger one, and reading it could take endless memory and time. */
export const recordBounds = {
  /** Characters of a name, a label or a sentence. */
  text: 4096,
  /** Regions, and entries of any other list except the runs of masks. */
  list: mostRegions as number,
  /** Fields of an object. */
  fields: 256,
  /** Lists in lists. */
  depth: 32,
  /** Numbers, texts, lists and objects in all. */
  values: 4_194_304,
  /** Pixels of a side. */
  side: 1_000_000,
  /** Pixels of the picture that the model saw. */
  seen: 50_000_000,
  /** Any count. */
  count: 1_000_000_000,
  /** Scores and effects, so that sums of them stay finite. */
  number: 1e100,
} as const
