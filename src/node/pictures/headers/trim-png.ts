import { inflateSync } from "node:zlib"
import type { Size } from "../../../types.ts"
import { systemCode } from "../../files/system-problem.ts"

export interface TrimmedPng {
  /** The size that the header states; absent if there is no valid header. */
  readonly size?: Size
  /** A PNG with the same pixels. */
  readonly bytes: Uint8Array
  /** How many pictures an animation has; 1 if there is none. */
  readonly frames: number
  /** Whether the compressed colour profile, once unpacked, is larger than any in real use. */
  readonly hasHugeProfile: boolean
}

/** The most bytes of an unpacked colour profile. Those of printing presses have about 3 million. */
const MAX_PROFILE = 2 ** 23

/** Chunks that change pixels or their orientation, besides those that begin with a capital letter and must be kept. */
const kept: ReadonlySet<string> = new Set(["tRNS", "iCCP", "eXIf", "gAMA", "cHRM", "sRGB", "sBIT"])

/**
 * Leaves out every chunk that says nothing about pixels, and whatever follows the end: compressed texts of a few kilobytes, or millions of
 * empty chunks, can keep a decoder busy for many seconds.
 *
 * A damaged file is passed on unchanged, for the decoder to judge.
 */
export function trimPng(bytes: Uint8Array): TrimmedPng {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isHeader = bytes.length >= 24 && String.fromCharCode(...bytes.subarray(12, 16)) === "IHDR"
  const size = isHeader ? { width: view.getUint32(16), height: view.getUint32(20) } : undefined
  const pieces: Uint8Array[] = []
  let [start, at, frames, hasProfile, hasHugeProfile, end] = [0, 8, 1, false, false, bytes.length]
  while (at + 12 <= bytes.length) {
    const name = nameOf(bytes, at)
    const next = at + 12 + view.getUint32(at)
    if (next > bytes.length) break
    if (name === "acTL" && next - at === 20) frames = Math.max(1, view.getUint32(at + 8))
    const isSecondProfile = name === "iCCP" && hasProfile
    if (name === "iCCP" && !hasProfile) {
      hasProfile = true
      hasHugeProfile = unpacksBeyond(bytes.subarray(at + 8, next - 4))
    }
    if (isSecondProfile || !(isCritical(bytes, at) || kept.has(name))) {
      if (at > start) pieces.push(bytes.subarray(start, at))
      start = next
    }
    at = next
    if (name === "IEND") {
      end = next
      break
    }
  }
  const isTrimmed = pieces.length > 0 || end < bytes.length
  const trimmed = isTrimmed ? Buffer.concat([...pieces, bytes.subarray(start, end)]) : bytes
  return { ...(size && { size }), bytes: trimmed, frames, hasHugeProfile }
}

function nameOf(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(bytes[at + 4]!, bytes[at + 5]!, bytes[at + 6]!, bytes[at + 7]!)
}

/** Chunks whose name begins with a capital letter, without which there is no picture. */
function isCritical(bytes: Uint8Array, at: number): boolean {
  return bytes[at + 4]! >= 65 && bytes[at + 4]! <= 90
}

/** An iCCP chunk is a name, a zero, the number of the only method, and the compressed profile. */
function unpacksBeyond(content: Uint8Array): boolean {
  try {
    inflateSync(content.subarray(content.indexOf(0) + 2), { maxOutputLength: MAX_PROFILE })
    return false
  } catch (error) {
    return systemCode(error) === "ERR_BUFFER_TOO_LARGE"
  }
}
