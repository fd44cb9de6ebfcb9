import { looksLike } from "../../models/onnx/looks-like.ts"

/** The kinds of picture that are read, by the names that `sniffFormat` gives them. */
export const pictureFormats = ["JPEG", "PNG", "WebP", "AVIF", "GIF", "TIFF"] as const

export type PictureFormat = (typeof pictureFormats)[number]

/** What files hold at which places, one letter a byte, from the formats' own descriptions; the first that fits counts. */
const signatures: readonly (readonly [
  what: string,
  ...places: readonly (readonly [offset: number, letters: string])[],
])[] = [
  ["JPEG", [0, "\xff\xd8\xff"]],
  ["PNG", [0, "\x89PNG\r\n\x1a\n"]],
  ["WebP", [0, "RIFF"], [8, "WEBP"]],
  ["GIF", [0, "GIF8"]],
  ["a camera raw picture", [0, "II*\0"], [8, "CR\x02"]],
  ["a camera raw picture", [4, "ftypcrx"]],
  ["a camera raw picture", [0, "FUJIFILMCCD-RAW"]],
  ["a camera raw picture", [0, "IIRO"]],
  ["a camera raw picture", [0, "IIU\0"]],
  ["TIFF", [0, "II*\0"]],
  ["TIFF", [0, "MM\0*"]],
  ["TIFF", [0, "II+\0\x08\0\0\0"]],
  ["TIFF", [0, "MM\0+\0\x08\0\0"]],
  ["a HEIC picture", [4, "ftyphei"]],
  ["a HEIC picture", [4, "ftyphev"]],
  ["a HEIC picture", [4, "ftypmif1"]],
  ["a HEIC picture", [4, "ftypmsf1"]],
  ["a video", [4, "ftyp"]],
  ["a video", [0, "RIFF"], [8, "AVI "]],
  ["a video", [0, "\x1aE\xdf\xa3"]],
  ["a video", [0, "\0\0\x01\xba"]],
  ["a JPEG XL picture", [0, "\xff\x0a"]],
  ["a JPEG XL picture", [0, "\0\0\0\x0cJXL "]],
  ["a JPEG 2000 picture", [0, "\0\0\0\x0cjP  "]],
  ["a JPEG XR picture", [0, "II\xbc\x01"]],
  ["a Windows icon", [0, "\0\0\x01\0"]],
  ["a Windows cursor", [0, "\0\0\x02\0"]],
  ["a Photoshop picture", [0, "8BPS"]],
  ["a DICOM picture", [128, "DICM"]],
  ["an OpenEXR picture", [0, "v/1\x01"]],
  ["a QOI picture", [0, "qoif"]],
  ["a FITS picture", [0, "SIMPLE  ="]],
  ["a Git LFS pointer; the picture itself was not downloaded", [0, "version https://git-lfs"]],
  ["a ZIP archive", [0, "PK\x03\x04"]],
]

const SVG = /^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*(<!doctype svg[^>]*>\s*)?<svg\b/is

/**
 * What some bytes are, by their beginning and never by a file name: one of `pictureFormats`, or words for what came instead, such as
 * `"a BMP picture"`, `"an SVG drawing"` or `"of an unknown kind"`.
 */
export function sniffFormat(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 512))
  if (isAvif(head)) return "AVIF"
  const known = signatures.find(([, ...places]) =>
    places.every(([offset, letters]) => head.startsWith(letters, offset)),
  )
  if (known !== undefined) return known[0]
  if (SVG.test(head.replace(/^\xef\xbb\xbf/, ""))) return "an SVG drawing"
  if (/^P[1-7]\s/.test(head)) return "a Netpbm picture"
  return looksLike(bytes) ?? "of an unknown kind"
}

/** An ISO media file says what may read it: its main brand, and behind that a list of all others. */
function isAvif(head: string): boolean {
  if (!head.startsWith("ftyp", 4)) return false
  const size = head.charCodeAt(2) * 256 + head.charCodeAt(3)
  const brands = head.slice(8, size).match(/.{4}/gs) ?? []
  const main = brands[0] ?? ""
  // The four bytes behind the main brand are its version, no brand.
  return main === "avif" || main === "avis" || (/^m[is]f1$/.test(main) && brands.slice(2).includes("avif"))
}

/** What to do about something that is no picture of a kind that is read; keys are words in what `sniffFormat` says. */
const advice: readonly (readonly [words: RegExp, advice: string])[] = [
  [/HEIC/, "Save it as JPEG first; iPhones do so with Settings > Camera > Formats > Most Compatible."],
  [/camera raw/, "Develop it to JPEG or PNG first."],
  [/DICOM/, "Export it as PNG first, with the window that a reader would choose."],
  [/SVG/, "Export it as PNG first, as large as it should be looked at."],
  [/PDF/, "Export the page as PNG first."],
  [/video|MNG/, "Save one picture of it as PNG first."],
  [/Git LFS/, "Run: git lfs pull"],
  [/HTML|JSON|XML|text/, "If it was downloaded, open it in an editor to see what the server said."],
  [/archive/, "Unpack it first."],
  [/array|HDF5/, "Save it as PNG first."],
  [/picture|icon|cursor/, "Save it as PNG or JPEG first."],
  [/empty/, "Copy or download it again."],
]

/** The next step for somebody who gave `what`, in the words of `sniffFormat`. */
export function adviceForStranger(what: string): string {
  return advice.find(([words]) => words.test(what))?.[1] ?? "Check that it is the file you mean."
}
