import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { textWidth } from "../../src/render/draw/text-metrics.ts"

const font = readFileSync(new URL("../../assets/fonts/DejaVuSans.ttf", import.meta.url))

/** Where a table of the font begins. */
function table(name: string): number {
  for (let entry = 12; ; entry += 16)
    if (font.toString("latin1", entry, entry + 4) === name) return font.readUInt32BE(entry + 8)
}

/** All characters of the font with their glyphs, from its map of all of Unicode (`cmap`, format 12). */
function glyphs(): ReadonlyMap<string, number> {
  const cmap = table("cmap")
  const maps = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, i) => cmap + font.readUInt32BE(cmap + 8 + 8 * i))
  const map = maps.find((offset) => font.readUInt16BE(offset) === 12)!
  const found = new Map<string, number>()
  for (let group = 0; group < font.readUInt32BE(map + 12); group++) {
    const [first, last, glyph] = [16, 20, 24].map((offset) => font.readUInt32BE(map + offset + 12 * group))
    for (let code = first!; code <= last!; code++) found.set(String.fromCodePoint(code), glyph! + code - first!)
  }
  return found
}

/** How far a glyph moves the pen, in parts of the font size. */
function advance(glyph: number): number {
  const metrics = font.readUInt16BE(table("hhea") + 34)
  const entry = table("hmtx") + 4 * Math.min(glyph, metrics - 1)
  return font.readUInt16BE(entry) / font.readUInt16BE(table("head") + 18)
}

describe("the widths that drawings are laid out with", () => {
  const known = glyphs()

  it("are those of the font in the package", () => {
    const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i))
    for (const character of [...ascii, "\u00a0", "−", "×", "·", "…", "\u200e"])
      expect({ character, width: textWidth(character, 1) }).toEqual({
        character,
        width: expect.closeTo(advance(known.get(character)!), 2),
      })
  })

  it("are never less than those of the font, for all of its 5918 characters", () => {
    expect(known.size).toBe(5918)
    // The table is rounded to thousandths.
    const narrower = [...known].filter(([character, glyph]) => textWidth(character, 1) < advance(glyph) - 0.0006)
    expect(narrower).toEqual([])
  })

  it("are never less than the box that stands for a character that the font lacks", () => {
    expect(known.has("猫")).toBe(false)
    expect(textWidth("猫", 1)).toBeGreaterThanOrEqual(advance(0))
  })
})
