import { z } from "zod"
import type { Evidence, EvidencePlan } from "../evidence-record.ts"

const count = z.int().min(0)
const numbers = z.array(z.number()).readonly()
const classScore = z.strictObject({ index: count, label: z.string(), score: z.number() }).readonly()
/** What a fill is called, for zod. */
export const fillSchema = z
  .strictObject({
    name: z.string(),
    options: z
      .record(z.string(), z.union([z.number(), z.string(), z.array(z.number()).readonly()]))
      .readonly()
      .exactOptional(),
  })
  .readonly()
const curve = z.strictObject({ mostFirst: numbers, leastFirst: numbers, gain: z.number() }).readonly()
const stage = z.enum(["noise", "average", "alone", "shifted", "sets", "pairs", "faithfulness"])

const noiseCheck = z.enum([
  "again",
  "again-in-a-batch",
  "shift-left",
  "shift-right",
  "shift-up",
  "shift-down",
  "level-up",
  "level-down",
  "other-filter",
])

const noise = z
  .strictObject({
    checks: z
      .array(
        z
          .strictObject({
            name: noiseCheck,
            score: z.number(),
          })
          .readonly(),
      )
      .readonly(),
    repeat: z.number().min(0),
    again: z
      .array(z.strictObject({ name: noiseCheck, region: count, effect: z.number() }).readonly())
      .readonly()
      .exactOptional(),
    alone: z.number().min(0),
    average: z.number().min(0),
  })
  .readonly()

const foundSet = z
  .strictObject({
    regions: z.array(count).readonly(),
    score: z.number(),
    answer: classScore,
    exact: z.boolean(),
    confirmed: z.boolean(),
  })
  .readonly()

const two = z.tuple([z.number(), z.number()]).readonly()

const faithfulness = z
  .strictObject({
    hidden: z.array(count).readonly(),
    fill: fillSchema,
    unit: z.number().positive(),
    own: curve,
    pixels: curve.exactOptional(),
    centreFirst: curve,
    random: numbers,
  })
  .readonly()

const missingness = z
  .strictObject({
    fill: fillSchema,
    pictures: count,
    odd: z.strictObject({ index: count, label: z.string(), count }).readonly().nullable(),
    alarm: z.boolean(),
  })
  .readonly()

/** The shape of what stands behind the effects, for zod. */
export const evidenceSchema: z.ZodType<Evidence> = z
  .strictObject({
    noise: noise.exactOptional(),
    shifted: z
      .strictObject({ rows: count, columns: count, effects: numbers, vanished: z.array(count).readonly() })
      .readonly()
      .exactOptional(),
    sets: z.strictObject({ enough: foundSet.nullable(), needed: foundSet.nullable() }).readonly().exactOptional(),
    pairs: z
      .array(
        z.strictObject({ regions: z.tuple([count, count]).readonly(), together: z.number(), alone: two }).readonly(),
      )
      .readonly()
      .exactOptional(),
    faithfulness: faithfulness.exactOptional(),
    missingness: z.array(missingness).readonly(),
    calls: z.partialRecord(stage, count).readonly(),
    missing: z.array(stage).readonly(),
  })
  .readonly()

/** The shape of what was asked, for zod. */
export const planSchema: z.ZodType<EvidencePlan> = z
  .strictObject({
    level: z.enum(["quick", "standard", "thorough"]).exactOptional(),
    noise: z
      .strictObject({ checks: z.array(noiseCheck).readonly(), effects: count })
      .readonly()
      .exactOptional(),
    average: z
      .strictObject({ masks: count, randomShare: z.number().min(0).max(1).exactOptional() })
      .readonly()
      .exactOptional(),
    alone: z
      .strictObject({ most: count, fills: z.enum(["first", "all"]) })
      .readonly()
      .exactOptional(),
    shifted: z.literal(true).exactOptional(),
    sets: z.strictObject({ budget: count }).readonly().exactOptional(),
    pairs: z.strictObject({ candidates: count }).readonly().exactOptional(),
    faithfulness: z
      .strictObject({ hidden: z.array(count).readonly(), randomOrders: count, pixels: z.boolean() })
      .readonly()
      .exactOptional(),
  })
  .readonly()

/** Whether all regions named are there. */
export function namesRegionsThere({ sets, pairs, shifted, noise }: Evidence, regions: number): boolean {
  const named = [
    ...(sets?.enough?.regions ?? []),
    ...(sets?.needed?.regions ?? []),
    ...(pairs ?? []).flatMap(({ regions: pair }) => pair),
    ...(shifted?.vanished ?? []),
    ...(noise?.again ?? []).map(({ region }) => region),
  ]
  return named.every((id) => id < regions)
}
