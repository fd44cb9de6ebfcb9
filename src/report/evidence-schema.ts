import { z } from "zod"
import type { Evidence } from "../evidence-record.ts"

const count = z.int().min(0)
const numbers = z.array(z.number()).readonly()
const perhaps = z.array(z.number().nullable()).readonly()
const classScore = z.strictObject({ index: count, label: z.string(), score: z.number() }).readonly()
const fill = z
  .strictObject({
    name: z.string(),
    options: z
      .record(z.string(), z.union([z.number(), z.string(), z.array(z.number()).readonly()]))
      .readonly()
      .exactOptional(),
  })
  .readonly()
const intervals = { effects: numbers, low: numbers, high: numbers }
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

const average = z
  .strictObject({
    ...intervals,
    design: z.literal("smooth-masks"),
    masks: count,
    random: count,
    order: z.array(count).readonly(),
    perFill: z.array(z.strictObject(intervals).readonly()).readonly(),
    length: z.number().min(0),
    spread: z.number().min(0),
  })
  .readonly()

const alone = z
  .strictObject({
    effects: perhaps,
    top: z.array(classScore.nullable()).readonly(),
    otherFills: z.array(perhaps).readonly().exactOptional(),
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
    fill,
    unit: z.number().positive(),
    own: curve,
    pixels: curve.exactOptional(),
    centreFirst: curve,
    random: numbers,
  })
  .readonly()

const missingness = z
  .strictObject({
    fill,
    pictures: count,
    odd: z.strictObject({ index: count, label: z.string(), count }).readonly().nullable(),
    alarm: z.boolean(),
  })
  .readonly()

/** The shape of what stands behind the effects, for zod. */
export const evidenceSchema: z.ZodType<Evidence> = z
  .strictObject({
    level: z.enum(["quick", "standard", "thorough", "custom"]),
    fills: z.array(fill).min(1).readonly(),
    noise,
    average,
    alone: alone.exactOptional(),
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

/** Whether all lists are as long as there are regions, and all regions named are there. */
export function holdsOneARegion(evidence: Evidence, regions: number): boolean {
  const { average, alone, sets, pairs, shifted } = evidence
  const lists = [average, ...average.perFill].flatMap(({ effects, low, high }) => [effects, low, high])
  const aloneLists = alone === undefined ? [] : [alone.effects, alone.top, ...(alone.otherFills ?? [])]
  const named = [
    ...(sets?.enough?.regions ?? []),
    ...(sets?.needed?.regions ?? []),
    ...(pairs ?? []).flatMap(({ regions: pair }) => pair),
    ...(shifted?.vanished ?? []),
    ...(evidence.noise.again ?? []).map(({ region }) => region),
  ]
  return (
    [...lists, ...aloneLists].every(({ length }) => length === regions) &&
    average.order.length === regions &&
    new Set(average.order).size === regions &&
    [...average.order, ...named].every((id) => id < regions)
  )
}
