import { readFileSync, symlinkSync } from "node:fs"
import { deflateSync } from "node:zlib"
import sharp from "sharp"
import type { BadPicture } from "./bad-pictures.ts"
import { letters, makePng, makeTiff, packedText, pngChunk } from "./support/make-files.ts"

const picture = (name: string): Buffer => readFileSync(new URL(`pictures/${name}`, import.meta.url))
const flat = () => sharp({ create: { width: 16, height: 16, channels: 3, background: "#c63" } })

/** Pictures that look wrong, or are rare, and are read all the same. */
export const oddPictures: readonly BadPicture[] = [
  { what: "a picture of one pixel", file: "pixel.png", content: makePng({ width: 1, height: 1 }) },
  { what: "a picture of 1 x 60 000 pixels", file: "column.png", content: makePng({ width: 1, height: 60_000 }) },
  { what: "a picture of 60 000 x 1 pixels", file: "row.png", content: makePng({ width: 60_000, height: 1 }) },
  { what: "black and white, one bit a pixel", file: "fax.tif", content: picture("bits.tif") },
  { what: "a grey JPEG", file: "grey.jpg", content: picture("grey.jpg") },
  { what: "a progressive JPEG", file: "progressive.jpg", content: picture("progressive.jpg") },
  { what: "a JPEG that lies on its side (EXIF)", file: "sideways.jpg", content: picture("orientation-6.jpg") },
  { what: "a CMYK JPEG", file: "print.jpg", content: picture("cmyk.jpg") },
  {
    what: "a CMYK JPEG with the colour profile of its press",
    file: "press.jpg",
    content: () => flat().toColourspace("cmyk").withIccProfile("cmyk").jpeg().toBuffer(),
  },
  {
    what: "a JPEG without its Huffman tables, as in films",
    file: "frame.jpg",
    content: withoutTables(picture("444.jpg")),
  },
  { what: "a JPEG with junk between its segments", file: "junk.jpg", content: withJunk(picture("444.jpg")) },
  {
    what: "a JPEG with a ZIP archive behind it",
    file: "polyglot.jpg",
    content: Buffer.concat([picture("444.jpg"), letters("PK\x03\x04")]),
  },
  { what: "a JPEG under the name of a PNG", file: "really-jpeg.png", content: picture("444.jpg") },
  { what: "a PNG without an ending", file: "photo", content: picture("rgb.png") },
  { what: "a PNG with 16 bits a channel", file: "deep.png", content: picture("rgb-16.png") },
  {
    what: "an X-ray picture of 12 bits in a PNG of 16, nearly black",
    file: "x-ray.png",
    content: makePng({
      depth: 16,
      pixels: deflateSync(Buffer.from("00000001000300060009000c000e000fff", "hex")),
      width: 8,
      height: 1,
    }),
  },
  { what: "a PNG that is transparent in places", file: "cut-out.png", content: picture("rgba.png") },
  {
    what: "a PNG of palette colours, one of them transparent",
    file: "palette.png",
    content: picture("palette-transparent.png"),
  },
  { what: "an interlaced PNG", file: "interlaced.png", content: picture("interlaced.png") },
  {
    what: "an animated PNG",
    file: "animated.png",
    content: makePng({ chunks: [pngChunk("acTL", letters("\0\0\0\x0c\0\0\0\0"))] }),
  },
  {
    what: "a PNG with 2 billion letters of text, packed into 2 million",
    file: "texts.png",
    content: makePng({ chunks: Array<Buffer>(100).fill(packedText(20e6)) }),
  },
  {
    what: "a PNG with the colour profile of another screen",
    file: "display-p3.png",
    content: picture("display-p3.png"),
  },
  {
    what: "a PNG whose colour profile is broken",
    file: "broken-profile.png",
    content: makePng({ chunks: [pngChunk("iCCP", Buffer.concat([letters("p\0\0"), deflateSync(Buffer.alloc(200))]))] }),
  },
  { what: "an animated GIF", file: "animated.gif", content: picture("animated.gif") },
  { what: "an animated WebP", file: "animated.webp", content: picture("animated.webp") },
  { what: "a WebP without loss, with transparency", file: "cut-out.webp", content: picture("alpha-lossless.webp") },
  { what: "an AVIF", file: "photo.avif", content: picture("420.avif") },
  {
    what: "an AVIF with 10 bits a channel",
    file: "deep.avif",
    content: () => flat().avif({ bitdepth: 10 }).toBuffer(),
  },
  { what: "an animated AVIF", file: "animated.avif", content: asSequence(picture("444.avif")) },
  { what: "a TIFF of three pages", file: "pages.tif", content: picture("pages.tif") },
  { what: "a TIFF whose pages lead in a circle", file: "circle.tif", content: makeTiff({ next: 20 }) },
  { what: "a TIFF with a mask behind its colours", file: "mask.tif", content: picture("spare-channel.tif") },
  {
    what: "a TIFF with the bytes of each number turned round",
    file: "motorola.tif",
    content: picture("big-endian.tif"),
  },
  { what: "a CMYK TIFF with 16 bits a channel", file: "print.tif", content: picture("cmyk-16.tif") },
  { what: "a link to a picture", file: "link.png", place: (path) => symlinkSync("photo", path) },
  { what: "a name with a leading dash, as a path", file: "-photo.png", content: picture("rgb.png") },
  { what: "a name with spaces, quotes and other scripts", file: 'it\'s 写真 "1".png', content: picture("rgb.png") },
  { what: "a name with a line break", file: "two\nlines.png", content: picture("rgb.png") },
]

/** Bytes that belong to nothing, which browsers and Pillow pass over. */
function withJunk(jpeg: Buffer): Uint8Array {
  const at = jpeg.indexOf(Buffer.of(0xff, 0xdb))
  return Buffer.concat([jpeg.subarray(0, at), letters("junk"), jpeg.subarray(at)])
}

/** Decoders know the tables that the standard recommends. */
function withoutTables(jpeg: Buffer): Uint8Array {
  const start = jpeg.indexOf(Buffer.of(0xff, 0xc4))
  return Buffer.concat([jpeg.subarray(0, start), jpeg.subarray(jpeg.indexOf(Buffer.of(0xff, 0xda)))])
}

function asSequence(avif: Buffer): Uint8Array {
  avif.write("avis", 8)
  return avif
}
