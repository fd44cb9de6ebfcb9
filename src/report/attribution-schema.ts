import { z } from "zod"
import type { Attribution, RegionEffects } from "../explanation.ts"
import { classScore, count, list, measure, text } from "./schema-parts.ts"

const numbers = list(measure)
const effects = {
  effects: list(measure.nullable()),
  low: numbers.exactOptional(),
  high: numbers.exactOptional(),
}

/** The shape of one number per region, for zod. */
export const attributionSchema: z.ZodType<Attribution> = z
  .strictObject({
    method: text.min(1),
    means: z.enum(["alone", "shown-alone", "around", "average"]),
    ...effects,
    order: list(count).exactOptional(),
    answers: list(classScore.nullable()).exactOptional(),
    hiddenScore: measure.exactOptional(),
    perFill: list(z.strictObject(effects).readonly()).exactOptional(),
    masks: z
      .strictObject({ total: count, random: count, length: measure.min(0), spread: measure.min(0) })
      .readonly()
      .exactOptional(),
  })
  .readonly()
  .refine(({ means, hiddenScore }) => (means === "shown-alone") === (hiddenScore !== undefined), {
    path: ["hiddenScore"],
    error: "must be there for regions shown alone, and for nothing else",
  })
  .refine(
    (one) =>
      [one, ...(one.perFill ?? [])].every(
        ({ low, high }) =>
          (low === undefined) === (one.high === undefined) && (high === undefined) === (one.low === undefined),
      ),
    { path: ["low"], error: "and high must be there together, for each fill as for all" },
  )

/** Whether every list has one entry per region, the order names each region once, and there is at most one list per fill. */
export function fitsRegions(
  { order, answers, perFill = [], ...own }: Attribution,
  { regions, fills }: { readonly regions: number; readonly fills: number },
): boolean {
  const lists = [own, ...perFill].flatMap(({ effects, low, high }: RegionEffects) => [effects, low, high])
  return (
    [...lists, order, answers].every((list) => list === undefined || list.length === regions) &&
    new Set(order).size === (order?.length ?? 0) &&
    (order ?? []).every((id) => id < regions) &&
    perFill.length <= fills // Fewer if the run was stopped.
  )
}
