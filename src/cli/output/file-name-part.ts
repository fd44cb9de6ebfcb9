/** The most bytes that a name from outside adds to the name of a file; file systems take 255 in all. */
const MOST_BYTES = 100

/**
 * Makes a label or the name of a picture safe for a file name on any system: without folders, characters that are special to a file
 * system or a terminal, and dots and spaces at its ends.
 */
export function fileNamePart(text: string): string {
  const plain = text
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu, "")
    .replace(/[\\/:*?"<>|]+/g, "-")
  return trimmed(clipped(trimmed(plain))) || "unnamed"
}

/** A file name that Windows does not reserve for a device: `con.png` becomes `con_.png`. */
export function withoutDeviceName(name: string): string {
  return name.replace(/^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i, "$1_")
}

function trimmed(text: string): string {
  return text.replace(/^[. ]+|[. ]+$/g, "")
}

function clipped(text: string): string {
  let bytes = 0
  let kept = ""
  for (const letter of text) {
    bytes += Buffer.byteLength(letter)
    if (bytes > MOST_BYTES) break
    kept += letter
  }
  return kept
}
