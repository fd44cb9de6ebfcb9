import type { Explanation } from "../../explanation.ts"
import type { Box, Size } from "../../types.ts"
import { overlap } from "./geometry.ts"

/** A part of a picture. */
export interface GivenPart {
  /** Of the whole picture. */
  readonly whole: Size
  readonly box: Box
}

/**
 * The record as if its picture were only the part that the model was given, so that nothing else is drawn. It is the record itself if the model was given the
 * whole picture, with or without bars.
 */
export function givenPart(record: Explanation): { readonly explanation: Explanation; readonly part?: GivenPart } {
  const { picture, seen } = record
  const whole = { left: 0, top: 0, ...picture.size }
  const box = overlap(seen.source, whole)
  const isAll = box.width === whole.width && box.height === whole.height
  if (isAll || box.width === 0 || box.height === 0) return { explanation: record }
  const source = { ...seen.source, left: seen.source.left - box.left, top: seen.source.top - box.top }
  const size = { width: box.width, height: box.height }
  return {
    explanation: { ...record, picture: { ...picture, size }, seen: { ...seen, source } },
    part: { whole: picture.size, box },
  }
}
