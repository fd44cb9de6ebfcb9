import type { Edit } from "../types.ts"

/**
 * Throws unless an edit's mask, if any, has one byte per pixel. `name` stands for the edit in the message.
 *
 * @throws TypeError for another kind of array, RangeError for another length.
 */
export function checkMask({ box, mask }: Pick<Edit, "box" | "mask">, name: string = "edit"): void {
  if (mask === undefined) return
  if (mask[Symbol.toStringTag] !== "Uint8Array") throw new TypeError(`${name} mask must be a Uint8Array`)
  const area = box.width * box.height
  if (mask.length !== area)
    throw new RangeError(`${name} mask must be ${area} bytes (width x height), got ${mask.length}`)
}
