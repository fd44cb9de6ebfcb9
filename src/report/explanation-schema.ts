import { z } from "zod"
import type { Explanation } from "../explanation.ts"
import type { Box, Size } from "../types.ts"
import { attributionSchema, fitsRegions } from "./attribution-schema.ts"
import { evidenceSchema, fillSchema, namesRegionsThere, planSchema } from "./evidence-schema.ts"
import { classesOf, targetSchema } from "./target-schema.ts"

const count = z.int().min(1)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const size = z.strictObject({ width: count, height: count }).readonly()
const box = z.strictObject({ left: z.int(), top: z.int(), width: count, height: count }).readonly()
const scale = z.enum(["probability", "logit"])
const fit = z.enum(["squash", "crop", "pad"])
const filter = z.enum(["nearest", "box", "bilinear", "hamming", "bicubic", "lanczos"])
const classScore = { index: z.int().min(0), label: z.string(), score: z.number() }
const classScores = z.array(z.strictObject(classScore).readonly()).readonly()

const preprocessing = z
  .strictObject({
    size,
    fit,
    filter,
    layout: z.enum(["NCHW", "NHWC"]),
    order: z.enum(["RGB", "BGR", "gray"]),
    range: z.tuple([z.number(), z.number()]).readonly(),
    mean: z.array(z.number()).readonly(),
    std: z.array(z.number()).readonly(),
  })
  .readonly()

const layout = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("grid"), rows: count, columns: count }).readonly(),
  z.strictObject({ kind: z.literal("window"), rows: count, columns: count, window: size, stride: size }).readonly(),
  z.strictObject({ kind: z.literal("mask") }).readonly(),
])

const schema = z
  .strictObject({
    format: z.literal("gridexplainer-explanation"),
    version: z.literal(3),
    picture: z
      .strictObject({
        name: z.string().exactOptional(),
        size,
        fileSha256: sha256.exactOptional(),
        pixelsSha256: sha256.exactOptional(),
      })
      .readonly(),
    model: z
      .strictObject({
        name: z.string(),
        classes: count,
        scale,
        sha256: sha256.exactOptional(),
        runtime: z.string().exactOptional(),
        caution: z.string().exactOptional(),
        preprocessing: preprocessing.exactOptional(),
      })
      .readonly(),
    seen: z.strictObject({ size, source: box, fit: fit.exactOptional(), filter: filter.exactOptional() }).readonly(),
    regions: z
      .strictObject({
        layout,
        boxes: z.array(box).min(1).readonly(),
        runs: z.array(z.int().min(0)).readonly().exactOptional(),
      })
      .readonly(),
    seed: z.int(),
    versions: z.strictObject({ gridexplainer: z.string() }).readonly(),
    fills: z.array(fillSchema).min(1).readonly(),
    target: targetSchema,
    top: classScores,
    attributions: z.array(attributionSchema).min(1).readonly(),
    shown: z.string(),
    plan: planSchema,
    evidence: evidenceSchema.exactOptional(),
    together: z
      .strictObject({ targets: z.array(targetSchema).min(2).readonly(), place: z.int().min(0) })
      .readonly()
      .refine(({ targets, place }) => place < targets.length, {
        path: ["place"],
        error: "must be the place of one of the targets",
      })
      .exactOptional(),
    asked: count,
  })
  .readonly()
  .refine(
    ({ attributions, fills, regions }) =>
      attributions.every((one) => fitsRegions(one, { regions: regions.boxes.length, fills: fills.length })),
    { path: ["attributions"], error: "must hold one number a region, and one a fill where there are several" },
  )
  .refine(({ attributions }) => new Set(attributions.map(({ method }) => method)).size === attributions.length, {
    path: ["attributions"],
    error: "must name each method once",
  })
  .refine(({ attributions, shown }) => attributions.some(({ method }) => method === shown), {
    path: ["shown"],
    error: "must be the method of one of the attributions",
  })
  .refine(({ regions: { layout, boxes } }) => layout.kind === "mask" || layout.rows * layout.columns === boxes.length, {
    path: ["regions", "layout"],
    error: "must have as many rows and columns as there are boxes",
  })
  .refine(
    ({ model, target, top, attributions }) =>
      [...classesOf(target), ...top, ...attributions.flatMap(({ answers }) => answers ?? [])].every(
        (one) => one === null || one.index < model.classes,
      ),
    {
      path: ["target"],
      error: "and every class named must be one of the model's classes",
    },
  )
  .refine(({ evidence, regions }) => evidence === undefined || namesRegionsThere(evidence, regions.boxes.length), {
    path: ["evidence"],
    error: "must name only regions that are there",
  })
  .refine(({ regions, seen }) => regions.boxes.every((one) => isInside(one, seen.size)), {
    path: ["regions", "boxes"],
    error: "must lie inside the picture that the model saw",
  })
  .refine(
    ({ regions, seen }) => regions.runs === undefined || areRunsOf(regions.runs, seen.size, regions.boxes.length),
    {
      path: ["regions", "runs"],
      error: "must name a region and a count by turns, and cover the picture exactly",
    },
  )

function isInside(one: Box, { width, height }: Size): boolean {
  return one.left >= 0 && one.top >= 0 && one.left + one.width <= width && one.top + one.height <= height
}

function areRunsOf(runs: readonly number[], { width, height }: Size, regions: number): boolean {
  const pixels = runs.reduce((sum, value, i) => (i % 2 === 1 ? sum + value : sum), 0)
  return runs.length % 2 === 0 && pixels === width * height && runs.every((value, i) => i % 2 === 1 || value < regions)
}

/** The shape of an explanation's record, version 3, for zod. */
export const explanationSchema: z.ZodType<Explanation> = schema

/**
 * The shape of an explanation's record as JSON Schema (draft 2020-12), for readers in other languages.
 *
 * @example
 * ```ts
 * import { explanationJsonSchema } from "gridexplainer/report"
 * explanationJsonSchema().type // => "object"
 * ```
 */
export function explanationJsonSchema(): Record<string, unknown> {
  return { title: "GridExplainer explanation, version 3", ...z.toJSONSchema(schema) }
}
