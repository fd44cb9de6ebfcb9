import type { PixelArray } from "../types.ts"

/**
 * Pixels of pictures and edits that whoever made them will never change: what a model's adapter makes of them may be kept and used again. Nothing else may be taken for
 * lasting, since callers of a model may use the memory of one picture or edit for the next.
 */
export const lastingPixels: Pick<WeakSet<PixelArray>, "add" | "has"> = new WeakSet<PixelArray>()
