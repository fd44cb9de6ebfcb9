import { z } from "zod"
import type { Explanation } from "../explanation.ts"
import type { Box, Size } from "../types.ts"
import { attributionSchema, fitsRegions } from "./attribution-schema.ts"
import { evidenceSchema, fillSchema, namesRegionsThere, planSchema } from "./evidence-schema.ts"
import { laws } from "./laws/laws.ts"
import { recordBounds } from "./record-bounds.ts"
import { classScore, count, countFromOne, list, measure, sha256, size, text } from "./schema-parts.ts"
import { classesOf, targetSchema } from "./target-schema.ts"

const place = z.int().min(-recordBounds.side).max(recordBounds.side)
const side = z.int().min(1).max(recordBounds.side)
const box = z.strictObject({ left: place, top: place, width: side, height: side }).readonly()
const scale = z.enum(["probability", "logit"])
const fit = z.enum(["squash", "crop", "pad"])
const filter = z.enum(["nearest", "box", "bilinear", "hamming", "bicubic", "lanczos"])

const seenSize = size.refine(({ width, height }) => width * height <= recordBounds.seen, {
  error: ({ input }) => {
    const { width, height } = input as Size
    return `must have at most ${recordBounds.seen} pixels, got ${width} x ${height} = ${width * height}`
  },
})

const preprocessing = z
  .strictObject({
    size,
    fit,
    filter,
    layout: z.enum(["NCHW", "NHWC"]),
    order: z.enum(["RGB", "BGR", "gray"]),
    range: z.tuple([measure, measure]).readonly(),
    mean: list(measure),
    std: list(measure),
  })
  .readonly()

const layout = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("grid"), rows: countFromOne, columns: countFromOne }).readonly(),
  z
    .strictObject({ kind: z.literal("window"), rows: countFromOne, columns: countFromOne, window: size, stride: size })
    .readonly(),
  z.strictObject({ kind: z.literal("mask") }).readonly(),
])

const shape = z
  .strictObject({
    format: z.literal("gridexplainer-explanation"),
    version: z.literal(3),
    picture: z
      .strictObject({
        name: text.exactOptional(),
        size,
        fileSha256: sha256.exactOptional(),
        pixelsSha256: sha256.exactOptional(),
      })
      .readonly(),
    model: z
      .strictObject({
        name: text,
        classes: countFromOne,
        scale,
        independent: z.literal(true).exactOptional(),
        sha256: sha256.exactOptional(),
        runtime: text.exactOptional(),
        caution: text.exactOptional(),
        preprocessing: preprocessing.exactOptional(),
      })
      .readonly(),
    seen: z
      .strictObject({ size: seenSize, source: box, fit: fit.exactOptional(), filter: filter.exactOptional() })
      .readonly(),
    regions: z
      .strictObject({
        layout,
        boxes: z.array(box).min(1).max(recordBounds.list).readonly(),
        runs: z.array(count).max(recordBounds.values).readonly().exactOptional(),
      })
      .readonly(),
    seed: z.int(),
    versions: z.strictObject({ gridexplainer: text }).readonly(),
    fills: z.array(fillSchema).min(1).max(recordBounds.list).readonly(),
    target: targetSchema,
    top: list(classScore),
    attributions: z.array(attributionSchema).min(1).max(recordBounds.list).readonly(),
    shown: text,
    plan: planSchema,
    evidence: evidenceSchema.exactOptional(),
    together: z
      .strictObject({ targets: z.array(targetSchema).min(2).max(recordBounds.list).readonly(), place: count })
      .readonly()
      .refine(({ targets, place }) => place < targets.length, {
        path: ["place"],
        error: "must be the place of one of the targets",
      })
      .exactOptional(),
    asked: countFromOne,
  })
  .readonly()
  .refine(
    ({ attributions, fills, regions }) =>
      attributions.every((one) => fitsRegions(one, { regions: regions.boxes.length, fills: fills.length })),
    { path: ["attributions"], error: "must hold one number per region, and one per fill if there are several" },
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
      error: "must alternate between a region and a count, and cover the picture exactly",
    },
  )

function isInside(one: Box, { width, height }: Size): boolean {
  return one.left >= 0 && one.top >= 0 && one.left + one.width <= width && one.top + one.height <= height
}

function areRunsOf(runs: readonly number[], { width, height }: Size, regions: number): boolean {
  const pixels = runs.reduce((sum, value, i) => (i % 2 === 1 ? sum + value : sum), 0)
  return runs.length % 2 === 0 && pixels === width * height && runs.every((value, i) => i % 2 === 1 || value < regions)
}

/** The shape of an explanation's record, version 3, without the laws on its numbers: enough for a record that a run has just made. */
export const recordShape: z.ZodType<Explanation> = shape

/** An explanation's record, version 3, for zod: its shape, and the laws by which its numbers must agree. */
export const explanationSchema: z.ZodType<Explanation> = shape.check(({ value, issues }) => {
  if (issues.length > 0) return // Laws assume that the shape is right.
  for (const { find } of laws) {
    const found = find(value)
    if (found !== undefined)
      issues.push({
        code: "custom",
        input: value,
        path: [...found.at],
        message: `contradicts itself: ${found.problem}`,
      })
  }
})

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
  return { title: "GridExplainer explanation, version 3", ...z.toJSONSchema(shape) }
}
