/** Damaged pictures, the same ones for the same seed: what `npm run fuzz:pictures` and the tests give to `readImage`. */
import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { crc32 } from "node:zlib"

/** @typedef {{ name: string, bytes: Uint8Array }} Picture */
/** @typedef {(limit: number) => number} Draw a whole number from 0 up to and without `limit` */
/** @typedef {(bytes: Buffer, draw: Draw, others: readonly Picture[]) => Buffer} Mutation */

const folder = fileURLToPath(new URL("../../test/node/pictures/", import.meta.url))

/**
 * The small pictures that everything is made from, all of which can be read.
 *
 * @returns {readonly Picture[]}
 */
export function wholePictures() {
  return readdirSync(folder)
    .filter((name) => /\.(jpg|png|webp|avif|gif|tif)$/.test(name))
    .sort()
    .map((name) => ({ name, bytes: readFileSync(`${folder}${name}`) }))
}

/** Values that fields of a file are often wrong with. */
const oddNumbers = [
  0, 1, 2, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xffffffff,
]

/** @type {Readonly<Record<string, Mutation>>} */
export const mutations = {
  "bits flipped": (bytes, draw) => {
    for (let i = 1 + draw(8); i > 0; i--) {
      const at = draw(bytes.length)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << draw(8))
    }
    return bytes
  },
  "cut off": (bytes, draw) => bytes.subarray(0, 1 + draw(bytes.length)),
  "bytes inserted": (bytes, draw) => {
    const at = draw(bytes.length)
    const fresh = Buffer.from(Array.from({ length: 1 + draw(40) }, () => draw(256)))
    return Buffer.concat([bytes.subarray(0, at), fresh, bytes.subarray(at)])
  },
  "bytes deleted": (bytes, draw) => {
    const at = draw(bytes.length)
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + draw(40))])
  },
  "bytes overwritten": (bytes, draw) => bytes.fill(draw(256), draw(bytes.length), draw(bytes.length)),
  "a piece repeated": (bytes, draw) => {
    const from = draw(bytes.length)
    const piece = bytes.subarray(from, from + 1 + draw(200))
    const copies = /** @type {Buffer[]} */ (Array(1 + draw(20)).fill(piece))
    return Buffer.concat([bytes.subarray(0, from), ...copies, bytes.subarray(from)])
  },
  "header edited": (bytes, draw) => setNumber(bytes, draw(Math.min(bytes.length, 120)), draw),
  "length edited": (bytes, draw) => setNumber(bytes, anyLength(bytes, draw), draw),
  "spliced with another": (bytes, draw, others) => {
    const other = others[draw(others.length)]?.bytes ?? bytes
    return Buffer.concat([bytes.subarray(0, draw(bytes.length)), other.subarray(draw(other.length))])
  },
  "chunks shuffled": (bytes, draw, others) => {
    const other = Buffer.from(others[draw(others.length)]?.bytes ?? bytes)
    const [mine, theirs] = [piecesOf(bytes), piecesOf(other)]
    const stranger = theirs[draw(theirs.length)]
    if (stranger !== undefined) mine.splice(1 + draw(mine.length), draw(2), stranger)
    return Buffer.concat(mine)
  },
}

/**
 * The damaged picture number `index` of `seed`, and how it was made.
 *
 * @param {readonly Picture[]} pictures
 * @param {{ index: number, seed: number }} choice
 * @returns {Picture}
 */
export function mutatePicture(pictures, { index, seed }) {
  const draw = drawFrom(seed * 1_000_003 + index)
  const { name, bytes } = pictures[index % pictures.length] ?? { name: "", bytes: new Uint8Array(0) }
  const names = Object.keys(mutations)
  let damaged = Buffer.from(bytes)
  const steps = []
  for (let i = 1 + draw(3); i > 0; i--) {
    const step = names[draw(names.length)] ?? ""
    damaged = Buffer.from(mutations[step]?.(damaged, draw, pictures) ?? damaged)
    if (damaged.length === 0) damaged = Buffer.alloc(1)
    steps.push(step)
  }
  // A wrong checksum hides everything behind it from the decoder, so that half of the damaged PNGs get right ones.
  if (draw(2) === 0) steps.push(...mendChecksums(damaged))
  return { name: `${name}: ${steps.join(", ")}`, bytes: damaged }
}

/**
 * @param {Buffer} bytes
 * @param {number} at
 * @param {Draw} draw
 */
function setNumber(bytes, at, draw) {
  const size = Math.min([1, 2, 4][draw(3)] ?? 1, bytes.length - at)
  const value = (oddNumbers[draw(oddNumbers.length)] ?? 0) % 256 ** size
  if (draw(2) === 0) bytes.writeUIntBE(value, at, size)
  else bytes.writeUIntLE(value, at, size)
  return bytes
}

/**
 * Where a length stands: before a chunk of PNG, behind a marker of JPEG or a name of RIFF, before a box of AVIF, or anywhere.
 *
 * @param {Buffer} bytes
 * @param {Draw} draw
 */
function anyLength(bytes, draw) {
  const places = []
  for (let at = 4; at + 4 < bytes.length; at++) {
    if (/^[A-Za-z]{3}[A-Za-z0-9 ]$/.test(bytes.toString("latin1", at, at + 4))) places.push(at - 4, at + 4)
    if (bytes[at] === 0xff && (bytes[at + 1] ?? 0) >= 0xc0) places.push(at + 2)
  }
  return places[draw(places.length)] ?? draw(bytes.length)
}

/**
 * The file in pieces that belong together: PNG chunks, JPEG segments, or 32 bytes at a time.
 *
 * @param {Buffer} bytes
 * @returns {Buffer[]}
 */
function piecesOf(bytes) {
  const cuts = [0]
  if (isPng(bytes)) cuts.push(...chunksOf(bytes).map(({ start }) => start))
  else if (bytes[0] === 0xff)
    for (let at = 2; at < bytes.length; at++) if (bytes[at] === 0xff && (bytes[at + 1] ?? 0) >= 0xc0) cuts.push(at)
  if (cuts.length < 2) for (let at = 32; at < bytes.length; at += 32) cuts.push(at)
  return cuts.map((cut, i) => bytes.subarray(cut, cuts[i + 1]))
}

/** @param {Buffer} bytes */
function isPng(bytes) {
  return bytes.toString("latin1", 1, 4) === "PNG"
}

/** @param {Buffer} bytes */
function chunksOf(bytes) {
  const chunks = []
  for (let start = 8; start + 12 <= bytes.length; ) {
    const end = start + 12 + bytes.readUInt32BE(start)
    if (end > bytes.length) break
    chunks.push({ start, end })
    start = end
  }
  return chunks
}

/** @param {Buffer} bytes */
function mendChecksums(bytes) {
  if (!isPng(bytes)) return []
  for (const { start, end } of chunksOf(bytes)) bytes.writeUInt32BE(crc32(bytes.subarray(start + 4, end - 4)), end - 4)
  return ["checksums mended"]
}

/**
 * A sequence of whole numbers that looks random (mulberry32).
 *
 * @param {number} seed
 * @returns {Draw}
 */
function drawFrom(seed) {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * limit)
  }
}
