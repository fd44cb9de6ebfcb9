import { looksLike } from "../../models/onnx/looks-like.ts"

/** The picture formats that can be read, by the names that `sniffFormat` gives them. */
export const pictureFormats = ["JPEG", "PNG", "WebP", "AVIF", "GIF", "TIFF"] as const

export type PictureFormat = (typeof pictureFormats)[number]

/** The bytes by which formats are known, one letter per byte, and where they lie, from the formats' own descriptions; the first that fits counts. */
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
  ["a camera raw picture", [0, "IIRS"]],
  ["a camera raw picture", [0, "MMOR"]],
  ["a camera raw picture", [0, "FOVb"]],
  ["a camera raw picture", [0, "\0MRM"]],
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
  ["a video", [4, "moov"]],
  ["a video", [4, "mdat"]],
  ["a video", [0, "RIFF"], [8, "AVI "]],
  ["a sound", [0, "RIFF"], [8, "WAVE"]],
  ["an animated Windows cursor", [0, "RIFF"], [8, "ACON"]],
  ["a video", [0, "FLV\x01"]],
  ["a video", [0, "0&\xb2u\x8ef\xcf\x11"]],
  ["a video or sound", [0, "OggS"]],
  ["a video", [0, "\x1aE\xdf\xa3"]],
  ["a video", [0, "\0\0\x01\xba"]],
  ["a video", [0, "\0\0\x01\xb3"]],
  ["an MNG or JNG picture", [0, "\x8aMNG\r\n\x1a\n"]],
  ["an MNG or JNG picture", [0, "\x8bJNG\r\n\x1a\n"]],
  ["a JPEG XL picture", [0, "\xff\x0a"]],
  ["a JPEG XL picture", [0, "\0\0\0\x0cJXL "]],
  ["a JPEG 2000 picture", [0, "\0\0\0\x0cjP  "]],
  ["a JPEG XR picture", [0, "II\xbc\x01"]],
  ["a JPEG 2000 picture", [0, "\xff\x4f\xff\x51"]],
  ["a Photoshop picture", [0, "8BPS"]],
  ["a DICOM picture", [128, "DICM"]],
  ["a DICOM picture", [0, "\x08\0\x05\0"], [4, "CS"]],
  ["a DICOM picture", [0, "\x02\0\0\0UL"]],
  ["a DICOM picture", [0, "\x08\0\0\0\x04\0\0\0"]],
  ["a NIfTI picture", [344, "n+1\0"]],
  ["a NIfTI picture", [344, "ni1\0"]],
  ["an NRRD picture", [0, "NRRD000"]],
  ["a GIMP picture", [0, "gimp xcf"]],
  ["a DDS picture", [0, "DDS "]],
  ["a KTX picture", [0, "\xabKTX "]],
  ["a Radiance picture", [0, "#?RADIANCE"]],
  ["a Radiance picture", [0, "#?RGBE"]],
  ["an SGI picture", [0, "\x01\xda\0"]],
  ["an SGI picture", [0, "\x01\xda\x01"]],
  ["a Sun raster picture", [0, "\x59\xa6\x6a\x95"]],
  ["a Windows metafile drawing", [0, "\xd7\xcd\xc6\x9a"]],
  ["a Windows metafile drawing", [0, "\x01\0\0\0"], [40, " EMF"]],
  ["a PostScript drawing", [0, "%!PS"]],
  ["a PostScript drawing", [0, "\xc5\xd0\xd3\xc6"]],
  ["an Apple icon", [0, "icns"]],
  ["a BPG picture", [0, "BPG\xfb"]],
  ["a FLIF picture", [0, "FLIF"]],
  ["a DjVu picture", [0, "AT&TFORM"]],
  ["an Amiga picture", [0, "FORM"], [8, "ILBM"]],
  ["an X pixmap picture", [0, "/* XPM */"]],
  ["an OpenEXR picture", [0, "v/1\x01"]],
  ["a QOI picture", [0, "qoif"]],
  ["a FITS picture", [0, "SIMPLE  ="]],
  ["a Git LFS pointer; the picture itself was not downloaded", [0, "version https://git-lfs"]],
  ["a ZIP archive", [0, "PK\x03\x04"]],
]

const SVG = /^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*(<!doctype svg[^>]*>\s*)?<svg\b/is

/**
 * The format of some bytes, by their beginning and never by a file name: one of `pictureFormats`, or words for anything else, such as
 * `"a BMP picture"`, `"an SVG drawing"` or `"of an unknown kind"`.
 */
export function sniffFormat(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 512))
  if (isAvif(head)) return "AVIF"
  const known = signatures.find(([, ...places]) =>
    places.every(([offset, letters]) => head.startsWith(letters, offset)),
  )
  if (known !== undefined) return known[0]
  const structured = structuredFormat(bytes)
  if (structured !== undefined) return structured
  if (SVG.test(head.replace(/^\xef\xbb\xbf/, ""))) return "an SVG drawing"
  if (/^P[1-7]\s/.test(head)) return "a Netpbm picture"
  if (/^#define\s+\S+_width\s+\d/.test(head)) return "an X bitmap picture"
  return looksLike(bytes) ?? "of an unknown kind"
}

/**
 * Formats that all begin with small numbers, so those numbers must make sense together. A TGA with colours begins like a Windows
 * cursor, and one with a palette nearly like an icon.
 */
function structuredFormat(bytes: Uint8Array): string | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (String.fromCharCode(...bytes.subarray(-18)) === "TRUEVISION-XFILE.\0") return "a TGA picture"
  if (isIconFile(view)) return bytes[2] === 1 ? "a Windows icon" : "a Windows cursor"
  if (isTga(view)) return "a TGA picture"
  return isPcx(view) ? "a PCX picture" : undefined
}

/** Two zero bytes, 1 for icons or 2 for cursors, a count, a list of that many pictures, and after it the first of them. */
function isIconFile(view: DataView): boolean {
  if (view.byteLength < 6 || view.getUint16(0) !== 0) return false
  const [kind, count] = [view.getUint16(2, true), view.getUint16(4, true)]
  if ((kind !== 1 && kind !== 2) || count === 0) return false
  return view.byteLength < 22 || (view.getUint8(9) === 0 && view.getUint32(18, true) >= 6 + 16 * count)
}

/** A TGA has no signature, only its header: palette, kind, size and depth must fit one another. */
function isTga(view: DataView): boolean {
  if (view.byteLength < 18) return false
  const [hasPalette, kind, depth] = [view.getUint8(1), view.getUint8(2), view.getUint8(16)]
  const [width, height, descriptor] = [view.getUint16(12, true), view.getUint16(14, true), view.getUint8(17)]
  const depths: Readonly<Record<number, readonly number[]>> = { 1: [8, 16], 2: [15, 16, 24, 32], 3: [8, 16] }
  const isKind = (kind & ~8) !== 0 && (depths[kind & ~8]?.includes(depth) ?? false)
  const palette = [view.getUint16(5, true) > 0, [15, 16, 24, 32].includes(view.getUint8(7))]
  const isPalette = hasPalette === 1 ? palette.every(Boolean) : hasPalette === 0 && (kind & 7) !== 1
  return isKind && isPalette && width > 0 && height > 0 && (descriptor & 0xc0) === 0 && (descriptor & 15) <= 8
}

/** Maker, version, packing and bits per pixel, and a frame whose corners are in the right order. */
function isPcx(view: DataView): boolean {
  if (view.byteLength < 12 || view.getUint8(0) !== 10) return false
  const [version, packing, bits] = [view.getUint8(1), view.getUint8(2), view.getUint8(3)]
  const [left, top, right, bottom] = [4, 6, 8, 10].map((at) => view.getUint16(at, true))
  return version <= 5 && packing <= 1 && [1, 2, 4, 8].includes(bits) && right! >= left! && bottom! >= top!
}

/** An ISO media file states its main brand, followed by a list of all compatible ones. */
function isAvif(head: string): boolean {
  if (!head.startsWith("ftyp", 4)) return false
  const size = head.charCodeAt(2) * 256 + head.charCodeAt(3)
  const brands = head.slice(8, size).match(/.{4}/gs) ?? []
  const main = brands[0] ?? ""
  // The four bytes after the main brand are its version, not a brand.
  return main === "avif" || main === "avis" || (/^m[is]f1$/.test(main) && brands.slice(2).includes("avif"))
}

/** What to do about something that is not a supported picture, by words in the text of `sniffFormat`. */
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
  [/sound/, "Name a picture instead."],
  [/picture|drawing|icon|cursor/, "Save it as PNG or JPEG first."],
  [/empty/, "Copy or download it again."],
]

/** The next step for a user whose file is `what`, in the words of `sniffFormat`. */
export function adviceForStranger(what: string): string {
  return advice.find(([words]) => words.test(what))?.[1] ?? "Check that it is the file you mean."
}
