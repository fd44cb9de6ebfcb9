import { z } from "zod"
import { type Evidence, type EvidencePlan, evidenceStages, noiseCheckNames } from "../evidence-record.ts"
import type { FillDescription } from "../types.ts"
import { classScore, count, list, measure, text } from "./schema-parts.ts"

const numbers = list(measure)
/** The shape of a fill's description, for zod. */
export const fillSchema: z.ZodType<FillDescription> = z
  .strictObject({
    name: text,
    options: z
      .record(text, z.union([measure, text, numbers]))
      .readonly()
      .exactOptional(),
  })
  .readonly()
const curve = z.strictObject({ mostFirst: numbers, leastFirst: numbers, gain: measure }).readonly()
const stage = z.enum(evidenceStages)
const said = z.strictObject({ score: measure, answer: classScore }).readonly()

const noiseCheck = z.enum(noiseCheckNames)

const again = list(z.strictObject({ name: noiseCheck, region: count, effect: measure }).readonly())

const noise = z
  .strictObject({
    checks: list(z.strictObject({ name: noiseCheck, score: measure }).readonly()),
    repeat: measure.min(0),
    again: again.exactOptional(),
    alone: measure.min(0),
    average: measure.min(0),
    againAround: again.exactOptional(),
    around: measure.min(0).exactOptional(),
  })
  .readonly()

const foundSet = z
  .strictObject({
    regions: list(count),
    score: measure,
    answer: classScore,
    exact: z.boolean(),
    confirmed: z.boolean(),
  })
  .readonly()

const two = z.tuple([measure, measure]).readonly()

const faithfulness = z
  .strictObject({
    hidden: list(count),
    fill: fillSchema,
    unit: measure.positive(),
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
    odd: z.strictObject({ index: count, label: text, count }).readonly().nullable(),
    alarm: z.boolean(),
  })
  .readonly()

const strip = z
  .strictObject({
    regions: list(count),
    hidden: list(count),
    said: list(said),
  })
  .readonly()
  .refine(({ hidden, said }) => hidden.length === said.length, {
    path: ["said"],
    error: "must hold one answer per step",
  })
  .refine(
    ({ hidden, regions }) =>
      hidden.every((many, i) => many > (hidden[i - 1] ?? 0)) && (hidden.at(-1) ?? 0) === regions.length,
    { path: ["hidden"], error: "must rise to the number of regions" },
  )

/** The shape of the evidence, for zod. */
export const evidenceSchema: z.ZodType<Evidence> = z
  .strictObject({
    trials: list(z.strictObject({ fill: fillSchema, everything: said, halves: list(said) }).readonly()).exactOptional(),
    noise: noise.exactOptional(),
    strip: strip.exactOptional(),
    shifted: z
      .strictObject({ rows: count, columns: count, effects: numbers, vanished: list(count) })
      .readonly()
      .exactOptional(),
    sets: z.strictObject({ enough: foundSet.nullable(), needed: foundSet.nullable() }).readonly().exactOptional(),
    pairs: list(
      z.strictObject({ regions: z.tuple([count, count]).readonly(), together: measure, alone: two }).readonly(),
    ).exactOptional(),
    faithfulness: faithfulness.exactOptional(),
    missingness: list(missingness),
    calls: z.partialRecord(stage, count).readonly(),
    missing: list(stage),
  })
  .readonly()

/** The shape of the plan, for zod. */
export const planSchema: z.ZodType<EvidencePlan> = z
  .strictObject({
    level: z.enum(["none", "quick", "standard", "thorough"]).exactOptional(),
    trial: z.literal(true).exactOptional(),
    noise: z
      .strictObject({ checks: list(noiseCheck), effects: count })
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
      .strictObject({ hidden: list(count) })
      .readonly()
      .exactOptional(),
    shifted: z.literal(true).exactOptional(),
    sets: z.strictObject({ budget: count }).readonly().exactOptional(),
    pairs: z.strictObject({ candidates: count }).readonly().exactOptional(),
    faithfulness: z
      .strictObject({ hidden: list(count), randomOrders: count, pixels: z.boolean() })
      .readonly()
      .exactOptional(),
  })
  .readonly()

/** Whether all regions that the evidence names exist. */
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
