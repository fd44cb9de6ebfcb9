/** What a font of squares is made of. */
export interface MadeFont {
  readonly family: string
  readonly letters: readonly string[]
  /** How far each letter moves the pen, in parts of the font size; the square is as wide. @default 1 */
  readonly width?: number
}

/** A TrueType font whose letters are filled squares, and nothing else in it. */
export function makeFont({ family, letters, width = 1 }: MadeFont): Uint8Array {
  const units = 1000
  const codes = letters.map((letter) => letter.codePointAt(0)!).sort((a, b) => a - b)
  const count = codes.length + 1
  const glyph = squareGlyph(Math.round(units * width), units)
  const tables: Readonly<Record<string, Uint8Array>> = {
    "OS/2": bytes(96, { 4: 400, 6: 5 }),
    cmap: cmapOf(codes),
    glyf: Buffer.concat(Array.from({ length: count }, () => glyph)),
    head: bytes(54, { 0: 1, 12: 0x5f0f, 14: 0x3cf5, 18: units, 50: 1 }),
    hhea: bytes(36, { 0: 1, 4: units, 34: count }),
    hmtx: Buffer.concat(Array.from({ length: count }, () => shorts([Math.round(units * width), 0]))),
    loca: Buffer.concat(Array.from({ length: count + 1 }, (_, i) => longs([i * glyph.length]))),
    maxp: bytes(32, { 0: 1, 4: count }),
    name: nameOf(family),
    post: bytes(32, { 0: 3 }),
  }
  return fontFile(tables)
}

function fontFile(tables: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const names = Object.keys(tables).sort()
  let offset = 12 + 16 * names.length
  const records: Uint8Array[] = []
  const contents: Uint8Array[] = []
  for (const name of names) {
    const table = tables[name]!
    records.push(Buffer.from(name.padEnd(4), "latin1"), longs([0, offset, table.length]))
    const padded = Buffer.concat([table, new Uint8Array((4 - (table.length % 4)) % 4)])
    contents.push(padded)
    offset += padded.length
  }
  return Buffer.concat([longs([0x10000]), shorts([names.length, 0, 0, 0]), ...records, ...contents])
}

/** One contour of four points on the curve. */
function squareGlyph(width: number, height: number): Uint8Array {
  const outline = [shorts([1, 0, 0, width, height, 3, 0]), Uint8Array.of(1, 1, 1, 1)]
  return Buffer.concat([...outline, shorts([0, 0, width, 0, 0, height, 0, -height]), new Uint8Array(2)])
}

/** Format 12: groups of code points, here one letter each. */
function cmapOf(codes: readonly number[]): Uint8Array {
  const groups = codes.flatMap((code, i) => [code, code, i + 1])
  return Buffer.concat([
    shorts([0, 1, 3, 10]),
    longs([12]),
    shorts([12, 0]),
    longs([16 + 4 * groups.length, 0, codes.length, ...groups]),
  ])
}

/** Family, style, full and PostScript name, in English for Windows. */
function nameOf(family: string): Uint8Array {
  const names = [
    [1, family],
    [2, "Regular"],
    [4, family],
    [6, family],
  ] as const
  let offset = 0
  const records = names.map(([id, text]) => {
    const record = shorts([3, 1, 0x409, id, 2 * text.length, offset])
    offset += 2 * text.length
    return record
  })
  const texts = names.map(([, text]) => Buffer.from(text, "utf16le").swap16())
  return Buffer.concat([shorts([0, names.length, 6 + 12 * names.length]), ...records, ...texts])
}

/** A table of zeros but for 16-bit numbers at these places. */
function bytes(length: number, values: Readonly<Record<number, number>>): Uint8Array {
  const table = Buffer.alloc(length)
  for (const [place, value] of Object.entries(values)) table.writeUInt16BE(value, Number(place))
  return table
}

function shorts(values: readonly number[]): Uint8Array {
  const table = Buffer.alloc(2 * values.length)
  for (const [i, value] of values.entries()) table.writeUInt16BE(value & 0xffff, 2 * i)
  return table
}

function longs(values: readonly number[]): Uint8Array {
  const table = Buffer.alloc(4 * values.length)
  for (const [i, value] of values.entries()) table.writeUInt32BE(value, 4 * i)
  return table
}
