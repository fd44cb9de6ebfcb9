import { crc32, deflateSync } from "node:zlib"

/** Bytes of a text, one a letter. */
export function letters(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

export interface PngOptions {
  readonly width?: number
  readonly height?: number
  /** Bits a level. */
  readonly depth?: number
  /** 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGBA. */
  readonly colour?: number
  /** Chunks between the header and the pixels. */
  readonly chunks?: readonly Uint8Array[]
  /** Packed rows; black by default. */
  readonly pixels?: Uint8Array
}

/** A PNG of black pixels, as small as it gets: one bit of grey each. */
export function makePng(options: PngOptions = {}): Buffer {
  const { width = 8, height = 8, depth = 1, colour = 0, chunks = [] } = options
  const channels = [1, 0, 3, 1, 2, 0, 4][colour]!
  const { pixels = deflateSync(Buffer.alloc(height * (1 + Math.ceil((width * depth * channels) / 8)))) } = options
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = depth
  header[9] = colour
  return Buffer.concat([
    letters("\x89PNG\r\n\x1a\n"),
    pngChunk("IHDR", header),
    ...chunks,
    pngChunk("IDAT", pixels),
    pngChunk("IEND", ""),
  ])
}

/** A chunk with the right length and checksum. */
export function pngChunk(name: string, content: Uint8Array | string): Buffer {
  const data = typeof content === "string" ? letters(content) : content
  const body = Buffer.concat([letters(name), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/** A packed text of `size` letters. */
export function packedText(size: number): Buffer {
  return pngChunk("zTXt", Buffer.concat([letters("note\0\0"), deflateSync(Buffer.alloc(size, "a"))]))
}

/** Where the content of a PNG's chunk begins. */
export function placeOf(png: Buffer, name: string): number {
  return png.indexOf(name, 0, "latin1") + 4
}

export interface TiffOptions {
  readonly width?: number
  readonly height?: number
  readonly bits?: number
  readonly channels?: number
  /** 1 levels, 2 signed numbers, 3 fractions, 6 complex numbers. */
  readonly sampleFormat?: number
  /** 1 none, 8 deflate, ... */
  readonly compression?: number
  /** Instead of the tags above, or besides them. */
  readonly tags?: Readonly<Record<number, number>>
  readonly pixels?: Uint8Array
  /** Where the directory says that the next one lies. */
  readonly next?: number
  readonly pages?: number
}

/** A little-endian TIFF of one strip; every page shows the same pixels. */
export function makeTiff(options: TiffOptions = {}): Buffer {
  const {
    width = 4,
    height = 3,
    bits = 8,
    channels = 1,
    sampleFormat = 1,
    compression = 1,
    pages = 1,
    next = 0,
  } = options
  const { pixels = Buffer.alloc((width * height * channels * bits) / 8, 77) } = options
  const fields = new Map(
    Object.entries({
      256: width,
      257: height,
      258: bits,
      259: compression,
      262: channels >= 3 ? 2 : 1,
      273: 8,
      277: channels,
      278: height,
      279: pixels.length,
      339: sampleFormat,
      ...options.tags,
    }).map(([tag, field]) => [Number(tag), field]),
  )
  const size = 2 + 12 * fields.size + 4
  const first = 8 + pixels.length + (pixels.length % 2)
  const head = Buffer.alloc(first)
  head.write("II*\0", "latin1")
  head.writeUInt32LE(first, 4)
  head.set(pixels, 8)
  const directories = Array.from({ length: pages }, (_, page) =>
    tiffDirectory(fields, page === pages - 1 ? next : first + (page + 1) * size),
  )
  return Buffer.concat([head, ...directories])
}

function tiffDirectory(fields: ReadonlyMap<number, number>, next: number): Buffer {
  const directory = Buffer.alloc(2 + 12 * fields.size + 4)
  directory.writeUInt16LE(fields.size)
  let at = 2
  for (const [tag, field] of [...fields].sort(([a], [b]) => a - b)) {
    directory.writeUInt16LE(tag, at)
    directory.writeUInt16LE(4, at + 2)
    directory.writeUInt32LE(1, at + 4)
    directory.writeUInt32LE(field, at + 8)
    at += 12
  }
  directory.writeUInt32LE(next, at)
  return directory
}
