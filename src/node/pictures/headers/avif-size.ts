import type { Size } from "../../../types.ts"

/** The properties of a picture lie in the first kilobytes, before the pixels. */
const HEAD = 2 ** 16

/**
 * The largest size that an AVIF states for one of its pictures or tiles; undefined if it states none.
 *
 * It is in a box of the kind `ispe`: four bytes of flags, width and height (ISO/IEC 23008-12, 6.5.3).
 */
export function avifSize(bytes: Uint8Array): Size | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD))
  const sizes: Size[] = []
  for (let at = head.indexOf("ispe"); at !== -1 && at + 16 <= head.length; at = head.indexOf("ispe", at + 4))
    sizes.push({ width: head.readUInt32BE(at + 8), height: head.readUInt32BE(at + 12) })
  return sizes.sort((a, b) => b.width * b.height - a.width * a.height)[0]
}
