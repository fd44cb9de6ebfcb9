import { looksLike } from "../models/onnx/looks-like.ts"

/** What picture files begin with, one letter a byte, from the formats' own descriptions. */
const PICTURES: readonly (readonly [what: string, letters: string, offset?: number])[] = [
  ["JPEG", "\xff\xd8\xff"],
  ["PNG", "\x89PNG\r\n\x1a\n"],
  ["WebP", "WEBP", 8],
  ["an AVIF picture", "ftypavi", 4],
  ["a HEIC picture", "ftyphei", 4],
  ["a HEIC picture", "ftypmif1", 4],
  ["a video", "ftyp", 4],
  ["a JPEG XL picture", "\xff\x0a"],
  ["a JPEG XL picture", "\0\0\0\x0cJXL "],
  ["a JPEG 2000 picture", "\0\0\0\x0cjP  "],
  ["a Windows icon", "\0\0\x01\0"],
  ["a Photoshop picture", "8BPS"],
  ["a DICOM picture", "DICM", 128],
]

const SVG = /^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*(<!doctype svg[^>]*>\s*)?<svg\b/is

/**
 * What some bytes are, by their beginning and never by a file name: `"JPEG"`, `"PNG"` or `"WebP"`, which are read, or words for what
 * came instead, such as `"a GIF picture"`, `"an SVG drawing"` or `"of an unknown kind"`.
 */
export function sniffFormat(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 512))
  const picture = PICTURES.find(([, letters, offset = 0]) => head.startsWith(letters, offset))
  if (picture !== undefined) return picture[0]
  if (SVG.test(head.replace(/^\xef\xbb\xbf/, ""))) return "an SVG drawing"
  return looksLike(bytes) ?? "of an unknown kind"
}
