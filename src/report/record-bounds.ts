import { mostRegions } from "../regions/record-regions.ts"

/** How large a record may be: what is larger was made by no run, and would take memory and time without end. */
export const recordBounds = {
  /** Signs of a name, a label, a sentence. */
  text: 4096,
  /** Regions, and entries of any other list but the runs of masks. */
  list: mostRegions as number,
  /** Fields of an object. */
  fields: 256,
  /** Lists in lists. */
  depth: 32,
  /** Numbers, texts, lists and objects in all. */
  values: 4_194_304,
  /** Pixels of a side. */
  side: 1_000_000,
  /** Pixels of what the model saw. */
  seen: 50_000_000,
  /** Whatever is counted. */
  count: 1_000_000_000,
  /** Scores and effects, so that sums of them stay finite. */
  number: 1e100,
} as const
