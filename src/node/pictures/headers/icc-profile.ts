export interface IccProfile {
  /** Its colour space: `RGB`, `CMYK`, `GRAY`, ... */
  readonly space: string
  /** Its name for people, such as `Display P3`; empty if it has none. */
  readonly name: string
}

/** Longer names are of no use in a message. */
const MAX_NAME = 60

/**
 * Reads what a colour profile says of itself; both fields are empty for bytes that are not a profile.
 *
 * The offsets are those of ICC.1:2022, and of ICC.1:2001 for the older form of a name.
 */
export function iccProfile(bytes: Uint8Array): IccProfile {
  if (letters(bytes, 36, 4) !== "acsp") return { space: "", name: "" }
  return { space: letters(bytes, 16, 4).trim(), name: profileName(bytes) }
}

function profileName(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const number = (at: number): number => (at + 4 <= bytes.length ? view.getUint32(at) : 0)
  const tags = Math.min(number(128), 100)
  for (let i = 0; i < tags; i++) {
    const tag = 132 + 12 * i
    if (letters(bytes, tag, 4) !== "desc") continue
    const at = number(tag + 4)
    const kind = letters(bytes, at, 4)
    if (kind === "desc") return readable(letters(bytes, at + 12, number(at + 8)))
    if (kind === "mluc") return readable(wideLetters(bytes, at + number(at + 24), number(at + 20)))
  }
  return ""
}

function letters(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + Math.min(length, 2 * MAX_NAME)))
}

function wideLetters(bytes: Uint8Array, at: number, length: number): string {
  const two = bytes.subarray(at, at + Math.min(length, 4 * MAX_NAME))
  return String.fromCharCode(...Array.from({ length: two.length >> 1 }, (_, i) => two[2 * i]! * 256 + two[2 * i + 1]!))
}

/** Names come from a stranger's file: nothing in them may control a terminal. */
function readable(text: string): string {
  return text
    .replace(/\0.*$/s, "")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, "")
    .trim()
    .slice(0, MAX_NAME)
}
