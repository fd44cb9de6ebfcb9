import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { textWidth } from "../../src/render/layout.ts"

const font = readFileSync(new URL("../../assets/fonts/DejaVuSans.ttf", import.meta.url))

/** Where a table of the font begins. */
function table(name: string): number {
  for (let entry = 12; ; entry += 16)
    if (font.toString("latin1", entry, entry + 4) === name) return font.readUInt32BE(entry + 8)
}

/** The glyph of a character, from the font's map of all of Unicode (`cmap`, format 12). */
function glyphOf(character: string): number {
  const code = character.codePointAt(0)!
  const cmap = table("cmap")
  const maps = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, i) => cmap + font.readUInt32BE(cmap + 8 + 8 * i))
  const map = maps.find((offset) => font.readUInt16BE(offset) === 12)!
  for (let group = map + 16; ; group += 12) {
    const [first, last, glyph] = [0, 4, 8].map((offset) => font.readUInt32BE(group + offset))
    if (code >= first! && code <= last!) return glyph! + code - first!
  }
}

/** How far a character moves the pen, in parts of the font size. */
function advance(character: string): number {
  const metrics = font.readUInt16BE(table("hhea") + 34)
  const entry = table("hmtx") + 4 * Math.min(glyphOf(character), metrics - 1)
  return font.readUInt16BE(entry) / font.readUInt16BE(table("head") + 18)
}

describe("the widths that drawings are laid out with", () => {
  it("are those of the font in the package", () => {
    const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i))
    for (const character of [...ascii, "−", "×", "·", "…"])
      expect({ character, width: textWidth(character, 1) }).toEqual({
        character,
        width: expect.closeTo(advance(character), 2),
      })
  })
})
