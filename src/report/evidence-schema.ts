import { z } from "zod"
import { type Evidence, type EvidencePlan, evidenceStages } from "../evidence-record.ts"
import type { FillDescription } from "../types.ts"

const count = z.int().min(0)
const numbers = z.array(z.number()).readonly()
const classScore = z.strictObject({ index: count, label: z.string(), score: z.number() }).readonly()
/** What a fill is called, for zod. */
export const fillSchema: z.ZodType<FillDescription> = z
  .strictObject({
    name: z.string(),
    options: z
      .record(z.string(), z.union([z.number(), z.string(), z.array(z.number()).readonly()]))
      .readonly()
      .exactOptional(),
  })
  .readonly()
const curve = z.strictObject({ mostFirst: numbers, leastFirst: numbers, gain: z.number() }).readonly()
const stage = z.enum(evidenceStages)
const said = z.strictObject({ score: z.number(), answer: classScore }).readonly()

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

const again = z.array(z.strictObject({ name: noiseCheck, region: count, effect: z.number() }).readonly()).readonly()

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
    again: again.exactOptional(),
    alone: z.number().min(0),
    average: z.number().min(0),
    againAround: again.exactOptional(),
    around: z.number().min(0).exactOptional(),
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

const strip = z
  .strictObject({
    regions: z.array(count).readonly(),
    hidden: z.array(count).readonly(),
    said: z.array(said).readonly(),
  })
  .readonly()
  .refine(({ hidden, said }) => hidden.length === said.length, { path: ["said"], error: "must hold one answer a step" })
  .refine(
    ({ hidden, regions }) =>
      hidden.every((many, i) => many > (hidden[i - 1] ?? 0)) && (hidden.at(-1) ?? 0) === regions.length,
    { path: ["hidden"], error: "must rise to the number of regions" },
  )

/** The shape of what stands behind the effects, for zod. */
export const evidenceSchema: z.ZodType<Evidence> = z
  .strictObject({
    trials: z
      .array(z.strictObject({ fill: fillSchema, everything: said, halves: z.array(said).readonly() }).readonly())
      .readonly()
      .exactOptional(),
    noise: noise.exactOptional(),
    strip: strip.exactOptional(),
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
    level: z.enum(["none", "quick", "standard", "thorough"]).exactOptional(),
    trial: z.literal(true).exactOptional(),
    noise: z
      .strictObject({ checks: z.array(noiseCheck).readonly(), effects: count })
      .readonly()
      .exactOptional(),
    alone: z
      .strictObject({ most: count, fills: z.enum(["first", "all"]) })
      .readonly()
      .exactOptional(),
    around: z.enum(["always", "needed"]).exactOptional(),
    average: z
      .strictObject({ masks: count, randomShare: z.number().min(0).max(1).exactOptional() })
      .readonly()
      .exactOptional(),
    strip: z
      .strictObject({ hidden: z.array(count).readonly() })
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
export function namesRegionsThere({ sets, pairs, shifted, noise, strip: hidden }: Evidence, regions: number): boolean {
  const named = [
    ...(sets?.enough?.regions ?? []),
    ...(sets?.needed?.regions ?? []),
    ...(pairs ?? []).flatMap(({ regions: pair }) => pair),
    ...(shifted?.vanished ?? []),
    ...[...(noise?.again ?? []), ...(noise?.againAround ?? [])].map(({ region }) => region),
    ...(hidden?.regions ?? []),
  ]
  return named.every((id) => id < regions)
}
