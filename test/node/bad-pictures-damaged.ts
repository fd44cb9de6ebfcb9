import { readFileSync } from "node:fs"
import type { BadPicture } from "./bad-pictures.ts"
import { letters, makePng, makeTiff, placeOf, pngChunk } from "./support/make-files.ts"

const picture = (name: string): Buffer => readFileSync(new URL(`pictures/${name}`, import.meta.url))

/** The first part of a test picture, as an interrupted copy leaves it. */
const part = (name: string, share: number): Uint8Array => {
  const whole = picture(name)
  return whole.subarray(0, Math.floor(whole.length * share))
}

/** A file with something changed. */
function changed(file: Buffer, change: (file: Buffer) => unknown): Buffer {
  const copy = Buffer.from(file)
  change(copy)
  return copy
}

const signature = letters("\x89PNG\r\n\x1a\n")
const afterHeader = (name: string, marker: string | Buffer): Uint8Array => {
  const whole = picture(name)
  return whole.subarray(0, whole.indexOf(marker, 0, "latin1"))
}

/** Pictures that end before they should. */
export const shortPictures: readonly BadPicture[] = [
  { what: "a PNG of which only the signature came", file: "signature.png", content: signature },
  { what: "a PNG cut behind its header", file: "header.png", content: picture("rgb.png").subarray(0, 33) },
  { what: "a PNG cut in its pixels", file: "half.png", content: part("rgb.png", 0.5) },
  { what: "an interlaced PNG cut in its pixels", file: "interlaced.png", content: part("interlaced.png", 0.6) },
  { what: "a JPEG of which only the signature came", file: "signature.jpg", content: letters("\xff\xd8\xff") },
  { what: "a JPEG cut before its pixels", file: "header.jpg", content: afterHeader("444.jpg", "\xff\xda") },
  { what: "a JPEG cut in its pixels", file: "half.jpg", content: part("444.jpg", 0.7) },
  { what: "a progressive JPEG without its last scans", file: "coarse.jpg", content: part("progressive.jpg", 0.7) },
  { what: "a WebP cut in its pixels", file: "half.webp", content: part("lossy.webp", 0.6) },
  { what: "an AVIF cut in its pixels", file: "half.avif", content: part("444.avif", 0.7) },
  {
    what: "an AVIF of which only the first box came",
    file: "header.avif",
    content: picture("444.avif").subarray(0, 32),
  },
  { what: "a GIF cut in its pixels", file: "half.gif", content: part("still.gif", 0.7) },
  { what: "a GIF of which only the header came", file: "header.gif", content: picture("still.gif").subarray(0, 13) },
  { what: "a TIFF cut in its pixels", file: "half.tif", content: part("rgb.tif", 0.5) },
  { what: "a TIFF that ends before its directory", file: "header.tif", content: makeTiff().subarray(0, 20) },
]

/** Pictures whole in length that contradict themselves. */
export const damagedPictures: readonly BadPicture[] = [
  {
    what: "a PNG whose pixels do not match their checksum",
    file: "checksum.png",
    content: changed(makePng(), (file) => file.writeUInt8(file.at(-13)! ^ 1, file.length - 13)),
  },
  {
    what: "a PNG whose header does not match its checksum",
    file: "header-checksum.png",
    content: changed(makePng(), (file) => file.writeUInt8(9, placeOf(file, "IHDR") + 3)),
  },
  { what: "a PNG without width", file: "no-width.png", content: makePng({ width: 0 }) },
  { what: "a PNG without height", file: "no-height.png", content: makePng({ height: 0 }) },
  { what: "a PNG with 3 bits a pixel", file: "three-bits.png", content: makePng({ depth: 3 }) },
  { what: "a PNG of a colour type that there is not", file: "colour-type.png", content: makePng({ colour: 5 }) },
  {
    what: "a PNG of palette colours without a palette",
    file: "no-palette.png",
    content: makePng({ colour: 3, pixels: Buffer.alloc(9) }),
  },
  {
    what: "a PNG whose pixels are not packed as they should",
    file: "not-packed.png",
    content: makePng({ pixels: letters("not packed") }),
  },
  {
    what: "a PNG whose first chunk says that it is huge",
    file: "length.png",
    content: changed(makePng(), (file) => file.writeUInt32BE(0x7fffffff, 8)),
  },
  {
    what: "a PNG that has no pixels",
    file: "no-pixels.png",
    content: Buffer.concat([makePng().subarray(0, 33), pngChunk("IEND", "")]),
  },
  {
    what: "a JPEG behind the signature of a PNG",
    file: "wrong-signature.png",
    content: Buffer.concat([signature, picture("444.jpg")]),
  },
  {
    what: "an SVG drawing behind the signature of a JPEG",
    file: "svg.jpg",
    content: letters("\xff\xd8\xff<svg width='4'/>"),
  },
  {
    what: "a JPEG without height",
    file: "no-height.jpg",
    content: changed(picture("444.jpg"), (file) => file.writeUInt16BE(0, frameOf(file) + 5)),
  },
  {
    what: "a JPEG without its quantization tables",
    file: "no-quantization.jpg",
    content: withoutSegments(picture("444.jpg"), 0xdb),
  },
  {
    what: "the first half of a JPEG with an end mark behind it",
    file: "cut.jpg",
    content: Buffer.concat([part("444.jpg", 0.5), Buffer.of(0xff, 0xd9)]),
  },
  {
    what: "a JPEG that says it is twice as high as it is",
    file: "twice-as-high.jpg",
    content: changed(picture("444.jpg"), (file) =>
      file.writeUInt16BE(2 * file.readUInt16BE(frameOf(file) + 5), frameOf(file) + 5),
    ),
  },
  {
    what: "a TIFF that holds a JPEG with a hole in it",
    file: "hole.tif",
    content: changed(picture("jpeg.tif"), (file) =>
      file.fill(0x31, file.indexOf(Buffer.of(0xff, 0xda)) + 20, file.indexOf(Buffer.of(0xff, 0xda)) + 120),
    ),
  },
  {
    what: "a lossless JPEG, as in DICOM files",
    file: "lossless.jpg",
    content: changed(picture("444.jpg"), (file) => file.writeUInt8(0xc3, frameOf(file) + 1)),
  },
  {
    what: "a WebP whose pixels are broken",
    file: "broken.webp",
    content: changed(picture("lossy.webp"), (file) => file.fill(0xff, 20, 40)),
  },
  {
    what: "a WebP that says it is longer than it is",
    file: "length.webp",
    content: changed(picture("lossy.webp"), (file) => file.writeUInt32LE(1e6, 4)),
  },
  { what: "a GIF without a frame", file: "no-frame.gif", content: letters("GIF89a\x01\0\x01\0\0\0\0;") },
  { what: "a script that begins like a GIF", file: "script.gif", content: "GIF89a=1;alert(document.domain)//" },
  {
    what: "an AVIF without a picture in it",
    file: "empty.avif",
    content: letters("\0\0\0\x18ftypavif\0\0\0\0avifmif1"),
  },
  { what: "a TIFF without width", file: "no-width.tif", content: makeTiff({ width: 0, pixels: Buffer.alloc(12) }) },
  {
    what: "a TIFF whose directory lies outside it",
    file: "outside.tif",
    content: changed(makeTiff(), (file) => file.writeUInt32LE(0x7ffffff0, 4)),
  },
  {
    what: "a TIFF whose pixels lie outside it",
    file: "pixels-outside.tif",
    content: makeTiff({ tags: { 273: 0x7ffffff0 } }),
  },
  { what: "a TIFF packed in a way that nobody knows", file: "packing.tif", content: makeTiff({ compression: 50_000 }) },
  { what: "a TIFF of fractions", file: "fractions.tif", content: makeTiff({ sampleFormat: 3, bits: 32 }) },
  {
    what: "a TIFF of fractions that are no numbers (NaN)",
    file: "nan.tif",
    content: makeTiff({ sampleFormat: 3, bits: 32, pixels: Buffer.alloc(48, 0xff) }),
  },
  { what: "a TIFF of whole numbers of 32 bits", file: "integers.tif", content: makeTiff({ bits: 32 }) },
  { what: "a TIFF of signed numbers", file: "signed.tif", content: makeTiff({ sampleFormat: 2, bits: 16 }) },
  { what: "a TIFF of complex numbers", file: "complex.tif", content: makeTiff({ sampleFormat: 6, bits: 64 }) },
  { what: "a TIFF of seven channels, as satellites send", file: "channels.tif", content: makeTiff({ channels: 7 }) },
]

/** Where the frame header of a baseline JPEG begins. */
function frameOf(jpeg: Buffer): number {
  return jpeg.indexOf(Buffer.of(0xff, 0xc0))
}

/** A JPEG without the segments of one kind. */
function withoutSegments(jpeg: Buffer, marker: number): Buffer {
  for (let at = jpeg.indexOf(Buffer.of(0xff, marker)); at !== -1; at = jpeg.indexOf(Buffer.of(0xff, marker)))
    jpeg = Buffer.concat([jpeg.subarray(0, at), jpeg.subarray(at + 2 + jpeg.readUInt16BE(at + 2))])
  return jpeg
}
