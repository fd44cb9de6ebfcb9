import { inflateSync } from "node:zlib"
import type { Size } from "../../../types.ts"
import { systemCode } from "../../files/system-problem.ts"

export interface TrimmedPng {
  /** What the header says; absent where it is not one. */
  readonly size?: Size
  /** A PNG with the same pixels. */
  readonly bytes: Uint8Array
  /** Pictures of an animation; 1 where there is none. */
  readonly frames: number
  /** The packed colour profile is larger than any that is used, when unpacked. */
  readonly hasHugeProfile: boolean
}

/** Bytes of an unpacked colour profile. Those of printing presses have about 3 million. */
const MAX_PROFILE = 2 ** 23

/** What changes pixels or how they stand, besides the chunks that begin with a capital letter and must be kept. */
const kept: ReadonlySet<string> = new Set(["tRNS", "iCCP", "eXIf", "gAMA", "cHRM", "sRGB", "sBIT"])

/**
 * Leaves out every chunk that says nothing about pixels: packed texts of a few kilobytes can keep a decoder busy for many seconds.
 *
 * What is damaged is passed on as it is, for the decoder to judge.
 */
export function trimPng(bytes: Uint8Array): TrimmedPng {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isHeader = bytes.length >= 24 && String.fromCharCode(...bytes.subarray(12, 16)) === "IHDR"
  const size = isHeader ? { width: view.getUint32(16), height: view.getUint32(20) } : undefined
  const pieces: Uint8Array[] = []
  let [start, at, frames, hasHugeProfile] = [0, 8, 1, false]
  while (at + 12 <= bytes.length) {
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const end = at + 12 + view.getUint32(at)
    if (end > bytes.length) break
    const content = bytes.subarray(at + 8, end - 4)
    if (name === "acTL" && content.length === 8) frames = Math.max(1, view.getUint32(at + 8))
    if (name === "iCCP") hasHugeProfile ||= unpacksBeyond(content)
    if (!/^[A-Z]/.test(name) && !kept.has(name)) {
      pieces.push(bytes.subarray(start, at))
      start = end
    }
    at = end
  }
  const trimmed = pieces.length === 0 ? bytes : Buffer.concat([...pieces, bytes.subarray(start)])
  return { ...(size && { size }), bytes: trimmed, frames, hasHugeProfile }
}

/** An iCCP chunk is a name, a zero, the number of the only method, and the packed profile. */
function unpacksBeyond(content: Uint8Array): boolean {
  try {
    inflateSync(content.subarray(content.indexOf(0) + 2), { maxOutputLength: MAX_PROFILE })
    return false
  } catch (error) {
    return systemCode(error) === "ERR_BUFFER_TOO_LARGE"
  }
}
