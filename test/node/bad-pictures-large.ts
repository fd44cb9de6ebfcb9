import { readFileSync, truncateSync, writeFileSync } from "node:fs"
import { deflateSync } from "node:zlib"
import type { BadPicture } from "./bad-pictures.ts"
import { letters, makePng, makeTiff, pngChunk } from "./support/make-files.ts"

const picture = (name: string): Buffer => readFileSync(new URL(`pictures/${name}`, import.meta.url))

/** Pictures that would take more memory or time than a picture is worth. */
export const largePictures: readonly BadPicture[] = [
  {
    what: "a PNG of 109 KB with 900 million pixels",
    file: "bomb.png",
    content: async () => makePng({ width: 30_000, height: 30_000 }),
  },
  {
    what: "a PNG that says it has the most pixels that one can have",
    file: "most.png",
    content: makePng({ width: 2 ** 31 - 1, height: 2 ** 31 - 1, pixels: letters("x") }),
  },
  { what: "a PNG of one row of 50 million pixels", file: "row.png", content: makePng({ width: 50e6, height: 1 }) },
  {
    what: "a PNG of one column of 100 000 pixels",
    file: "column.png",
    content: makePng({ width: 1, height: 100_000 }),
  },
  { what: "a JPEG that says it has 60 000 x 60 000 pixels", file: "bomb.jpg", content: withSize("444.jpg") },
  { what: "a WebP that says it has 16 000 x 16 000 pixels", file: "bomb.webp", content: withSize("lossless.webp") },
  { what: "an AVIF that says it has 30 000 x 30 000 pixels", file: "bomb.avif", content: withSize("444.avif") },
  { what: "a GIF that says it has 65 535 x 65 535 pixels", file: "bomb.gif", content: withSize("still.gif") },
  {
    what: "a TIFF that says it has 200 000 x 200 000 pixels",
    file: "bomb.tif",
    content: makeTiff({ width: 200_000, height: 200_000, pixels: letters("x") }),
  },
  {
    what: "a TIFF whose single tile would take a terabyte",
    file: "tile.tif",
    content: makeTiff({ tags: { 322: 2 ** 20, 323: 2 ** 20, 324: 8, 325: 12 } }),
  },
  { what: "a TIFF of 20 000 pages", file: "pages.tif", content: makeTiff({ pages: 20_000 }) },
  {
    what: "a PNG whose colour profile unpacks to 20 million bytes",
    file: "profile.png",
    content: makePng({
      chunks: [pngChunk("iCCP", Buffer.concat([letters("p\0\0"), deflateSync(Buffer.alloc(20e6))]))],
    }),
  },
  {
    what: "a file of more than 64 MB",
    file: "large.jpg",
    place: (path) => {
      writeFileSync(path, letters("\xff\xd8\xff"))
      truncateSync(path, 2 ** 26 + 1)
    },
  },
]

/** A test picture whose header promises far more. */
function withSize(name: string): Buffer {
  const file = picture(name)
  const jpeg = file.indexOf(Buffer.of(0xff, 0xc0))
  const frame = file.indexOf(Buffer.of(0x2c, 0, 0, 0, 0))
  if (name.endsWith(".jpg")) for (const at of [5, 7]) file.writeUInt16BE(60_000, jpeg + at)
  if (name.endsWith(".webp")) file.writeUInt32LE(15_999 | (15_999 << 14), file.indexOf("VP8L") + 9)
  if (name.endsWith(".avif")) for (const at of [8, 12]) file.writeUInt32BE(30_000, file.indexOf("ispe") + at)
  if (name.endsWith(".gif")) for (const at of [6, 8, frame + 5, frame + 7]) file.writeUInt16LE(65_535, at)
  return file
}
