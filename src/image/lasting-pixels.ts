import type { PixelArray } from "../types.ts"

/**
 * Pixels of edits that whoever made them will never change: what a model's adapter makes of them may be kept and used again. Nothing else may be taken for lasting,
 * since callers of a model may use the memory of an edit for the next one.
 */
export const lastingPixels: Pick<WeakSet<PixelArray>, "add" | "has"> = new WeakSet<PixelArray>()
