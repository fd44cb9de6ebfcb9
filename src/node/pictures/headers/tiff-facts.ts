import type { Size } from "../../../types.ts"

/** What the directories of a TIFF say that its decoder does not report. */
export interface TiffFacts {
  /** Size of the first page; absent if it is not stated. */
  readonly size?: Size
  /** The number of directories, which usually are pages; counting ends at `MAX_PAGES + 1`. */
  readonly pages: number
  /** Whether the first page is a small copy of another, as in camera raw files. */
  readonly isThumbnail: boolean
  /** Whether the channel after the colours is a mask for other uses, not transparency. */
  readonly hasSpareChannel: boolean
}

/** More than any scan of a book has; the decoder visits every page even if it only reads the first. */
export const MAX_PAGES = 10_000

// Numbers of tags, from the TIFF 6.0 specification.
const NEW_SUBFILE_TYPE = 254
const IMAGE_WIDTH = 256
const IMAGE_LENGTH = 257
const EXTRA_SAMPLES = 338
const SHORT = 3

/**
 * Reads the directories of a TIFF or BigTIFF; undefined if the first is broken. Directories that lead in a circle or out of the file end
 * the count.
 */
export function tiffFacts(bytes: Uint8Array): TiffFacts | undefined {
  const file = openTiff(bytes)
  const first = file && readDirectory(file, file.first)
  if (file === undefined || first === undefined) return undefined
  const [width, height] = [first.tags.get(IMAGE_WIDTH), first.tags.get(IMAGE_LENGTH)]
  return {
    ...(width !== undefined && height !== undefined && { size: { width, height } }),
    pages: countPages(file),
    isThumbnail: ((first.tags.get(NEW_SUBFILE_TYPE) ?? 0) & 1) === 1,
    hasSpareChannel: first.tags.get(EXTRA_SAMPLES) === 0,
  }
}

interface TiffFile {
  readonly view: DataView
  readonly littleEndian: boolean
  /** Whether it is a BigTIFF, with eight bytes for an offset and twenty for a tag. */
  readonly big: boolean
  /** Offset of the first directory. */
  readonly first: number
}

interface Directory {
  /** The first value of each tag. */
  readonly tags: ReadonlyMap<number, number>
  /** Offset of the next directory; 0 if there is none. */
  readonly next: number
}

function openTiff(bytes: Uint8Array): TiffFile | undefined {
  if (bytes.length < 16) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const littleEndian = bytes[0] === 0x49
  const big = view.getUint16(2, littleEndian) === 43
  const first = big ? Number(view.getBigUint64(8, littleEndian)) : view.getUint32(4, littleEndian)
  return { view, littleEndian, big, first }
}

function readDirectory({ view, littleEndian, big }: TiffFile, offset: number): Directory | undefined {
  const [countSize, tagSize, placeSize] = big ? [8, 20, 8] : [2, 12, 4]
  const place = (at: number): number =>
    big ? Number(view.getBigUint64(at, littleEndian)) : view.getUint32(at, littleEndian)
  if (offset + countSize > view.byteLength) return undefined
  const count = big ? place(offset) : view.getUint16(offset, littleEndian)
  const start = offset + countSize
  const end = start + count * tagSize
  if (end + placeSize > view.byteLength) return undefined
  const tags = new Map<number, number>()
  for (let at = start; at < end; at += tagSize) {
    const value = at + 4 + placeSize
    const isShort = view.getUint16(at + 2, littleEndian) === SHORT
    const first = isShort ? view.getUint16(value, littleEndian) : view.getUint32(value, littleEndian)
    tags.set(view.getUint16(at, littleEndian), first)
  }
  return { tags, next: place(end) }
}

function countPages(file: TiffFile): number {
  const seen = new Set<number>()
  for (let offset = file.first; offset !== 0 && !seen.has(offset) && seen.size <= MAX_PAGES; ) {
    const directory = readDirectory(file, offset)
    if (directory === undefined) break
    seen.add(offset)
    offset = directory.next
  }
  return seen.size
}
