import { closeSync, openSync, readSync } from "node:fs"

/** What is needed to choose a font file: its first face, if it has several. */
export interface FontFace {
  readonly file: string
  readonly family: string
  /** Whether it says that it is upright, of normal weight and without serifs. */
  readonly isPlain: boolean
  /** How far a letter moves the pen, as a share of the font size; undefined if the font lacks it. */
  advance(letter: string): number | undefined
}

/** Reads a TrueType or OpenType file; undefined for other files and for fonts whose letters are coloured pictures. */
export function fontFace(file: string): FontFace | undefined {
  try {
    const tables = readTables(file)
    const { name, "OS/2": os2, head, hhea, hmtx, cmap } = tables
    if (!name || !head || !hhea || !hmtx || !cmap || !(tables.glyf || tables["CFF "] || tables.CFF2)) return undefined
    const family = nameIn(name, [16, 1])
    const glyphOf = glyphsIn(cmap)
    const units = head.getUint16(18)
    const metrics = hhea.getUint16(34)
    if (family === undefined || glyphOf === undefined || units === 0 || metrics === 0) return undefined
    const isNormal = os2 === undefined || (os2.getUint16(4) === 400 && (os2.getUint16(62) & 1) === 0)
    return {
      file,
      family,
      isPlain: isNormal && !/serif|mono|italic|oblique|slanted/i.test(family),
      advance(letter) {
        const glyph = glyphOf(letter.codePointAt(0) ?? 0)
        return glyph === 0 ? undefined : hmtx.getUint16(4 * Math.min(glyph, metrics - 1)) / units
      },
    }
  } catch {
    return undefined // Truncated, not a font, or unreadable.
  }
}

type Tables = Readonly<Partial<Record<string, DataView>>>

/** The tables that are read: not the outlines, which make up most of a font. */
const wanted = new Set(["name", "OS/2", "head", "hhea", "hmtx", "cmap"])

function readTables(file: string): Tables {
  const handle = openSync(file, "r")
  try {
    const read = (position: number, length: number): DataView => {
      const bytes = new Uint8Array(length)
      const got = readSync(handle, bytes, 0, length, position)
      return new DataView(bytes.buffer, 0, got)
    }
    const isCollection = read(0, 4).getUint32(0) === 0x74746366 // "ttcf"
    const start = isCollection ? read(12, 4).getUint32(0) : 0
    const count = read(start + 4, 2).getUint16(0)
    const directory = read(start + 12, 16 * count)
    const tables: Partial<Record<string, DataView>> = {}
    for (let at = 0; at < 16 * count; at += 16) {
      const tag = String.fromCharCode(...[0, 1, 2, 3].map((i) => directory.getUint8(at + i)))
      const [offset, length] = [directory.getUint32(at + 8), directory.getUint32(at + 12)]
      tables[tag] = read(offset, wanted.has(tag) ? Math.min(length, 2 ** 24) : 0)
    }
    return tables
  } finally {
    closeSync(handle)
  }
}

/** The first of these names that the font has in Unicode. */
function nameIn(table: DataView, ids: readonly number[]): string | undefined {
  const texts = table.getUint16(4)
  for (const id of ids)
    for (let i = 0; i < table.getUint16(2); i++) {
      const at = 6 + 12 * i
      const platform = table.getUint16(at)
      if ((platform !== 3 && platform !== 0) || table.getUint16(at + 6) !== id) continue
      const [length, offset] = [table.getUint16(at + 8), texts + table.getUint16(at + 10)]
      return String.fromCharCode(...Array.from({ length: length >> 1 }, (_, j) => table.getUint16(offset + 2 * j)))
    }
  return undefined
}

/** Maps a code point to a glyph, 0 for none, by the table for all of Unicode (format 12) or else for its first plane (format 4). */
function glyphsIn(table: DataView): ((code: number) => number) | undefined {
  const maps = Array.from({ length: table.getUint16(2) }, (_, i) => table.getUint32(8 + 8 * i))
  const formatOf = (map: number): number => table.getUint16(map)
  const whole = maps.find((map) => formatOf(map) === 12)
  if (whole !== undefined) return (code) => glyphInGroups(table, whole, code)
  const plane = maps.find((map) => formatOf(map) === 4)
  return plane === undefined ? undefined : (code) => glyphInSegments(table, plane, code)
}

function glyphInGroups(table: DataView, map: number, code: number): number {
  for (let group = map + 16; group < map + 16 + 12 * table.getUint32(map + 12); group += 12) {
    const first = table.getUint32(group)
    if (code >= first && code <= table.getUint32(group + 4)) return table.getUint32(group + 8) + code - first
  }
  return 0
}

function glyphInSegments(table: DataView, map: number, code: number): number {
  const size = table.getUint16(map + 6)
  for (let segment = 0; segment < size; segment += 2) {
    if (code > table.getUint16(map + 14 + segment)) continue
    const first = table.getUint16(map + 16 + size + segment)
    if (code < first) return 0
    const delta = table.getUint16(map + 16 + 2 * size + segment)
    const place = map + 16 + 3 * size + segment
    const offset = table.getUint16(place)
    if (offset === 0) return (code + delta) & 0xffff
    const glyph = table.getUint16(place + offset + 2 * (code - first))
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
  return 0
}
