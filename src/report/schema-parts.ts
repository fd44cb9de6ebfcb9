import { z } from "zod"
import type { ClassScore, Size } from "../types.ts"
import { recordBounds } from "./record-bounds.ts"

/** Names, labels and sentences of a record, for zod. */
export const text: z.ZodString = z.string().max(recordBounds.text)

/** Whole numbers from 0, and from 1. */
export const count: z.ZodInt = z.int().min(0).max(recordBounds.count)
export const countFromOne: z.ZodInt = z.int().min(1).max(recordBounds.count)

/** Scores, effects and numbers computed from them. */
export const measure: z.ZodNumber = z.number().min(-recordBounds.number).max(recordBounds.number)

/** A list of such items, up to the length that a record's lists may have. */
export function list<Item extends z.ZodType>(item: Item): z.ZodReadonly<z.ZodArray<Item>> {
  return z.array(item).max(recordBounds.list).readonly()
}

/** SHA-256 in lower-case hex. */
export const sha256: z.ZodString = z.string().regex(/^[0-9a-f]{64}$/)

const side = z.int().min(1).max(recordBounds.side)

/** Width and height in pixels. */
export const size: z.ZodType<Size> = z.strictObject({ width: side, height: side }).readonly()

/** The fields of a class with its score. */
export const classFields: {
  readonly index: z.ZodInt
  readonly label: z.ZodString
  readonly score: z.ZodNumber
} = { index: count, label: text, score: measure }
export const classScore: z.ZodType<ClassScore> = z.strictObject(classFields).readonly()
