import type { PixelArray } from "../types.ts"

/**
 * Pixels of pictures and edits that will never change: what a model's adapter makes of them may be kept and used again. Nothing else may be assumed to last,
 * since callers of a model may reuse the memory of one picture or edit for the next.
 */
export const lastingPixels: Pick<WeakSet<PixelArray>, "add" | "has"> = new WeakSet<PixelArray>()
