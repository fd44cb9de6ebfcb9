import { z } from "zod"
import type { Attribution, RegionEffects } from "../explanation.ts"

const count = z.int().min(0)
const numbers = z.array(z.number()).readonly()
const effects = {
  effects: z.array(z.number().nullable()).readonly(),
  low: numbers.exactOptional(),
  high: numbers.exactOptional(),
}
const classScore = z.strictObject({ index: count, label: z.string(), score: z.number() }).readonly()

/** The shape of one number a region, for zod. */
export const attributionSchema: z.ZodType<Attribution> = z
  .strictObject({
    method: z.string().min(1),
    means: z.enum(["alone", "shown-alone", "around", "average"]),
    ...effects,
    order: z.array(count).readonly().exactOptional(),
    answers: z.array(classScore.nullable()).readonly().exactOptional(),
    hiddenScore: z.number().exactOptional(),
    perFill: z.array(z.strictObject(effects).readonly()).readonly().exactOptional(),
    masks: z
      .strictObject({ total: count, random: count, length: z.number().min(0), spread: z.number().min(0) })
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

/** Whether all lists are as long as there are regions, the order names each region once, and there is one list a fill. */
export function fitsRegions(
  { order, answers, perFill = [], ...own }: Attribution,
  { regions, fills }: { readonly regions: number; readonly fills: number },
): boolean {
  const lists = [own, ...perFill].flatMap(({ effects, low, high }: RegionEffects) => [effects, low, high])
  return (
    [...lists, order, answers].every((list) => list === undefined || list.length === regions) &&
    new Set(order).size === (order?.length ?? 0) &&
    (order ?? []).every((id) => id < regions) &&
    (perFill.length === 0 || perFill.length === fills)
  )
}
