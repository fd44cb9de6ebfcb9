import { divergingColor } from "../color/color.ts"
import type { PaletteName, Rgb } from "../color/palettes.ts"

// Colours and styles are SGR codes (ECMA-48).

/**
 * Black on the colour of the effect. With only sixteen colours, squares with hardly any effect keep the terminal's background; otherwise all
 * squares are filled, since a pale square on a dark terminal would stand out more than a strong one.
 */
export function paintSquare(
  text: string,
  at: number,
  { level, palette }: { readonly level: 0 | 1 | 2 | 3; readonly palette: PaletteName },
): string {
  if (level === 0 || Number.isNaN(at) || (level === 1 && Math.abs(at) < 0.25)) return text
  // The cube of 256 colours has no matching colours between the palette's seven steps.
  const step = level === 2 ? Math.round(at * 3) / 3 : at
  return `\u001b[${level === 1 ? codesOf16(at) : codesOf(divergingColor(step, { palette }), level)}m${text}\u001b[0m`
}

function codesOf16(at: number): string {
  return at > 0 ? "30;43" : "97;45"
}

/** SGR codes of black on a background (ECMA-48; 256 colours as in xterm). */
function codesOf([red, green, blue]: Rgb, level: number): string {
  return level === 2 ? `38;5;16;48;5;${cubeIndex([red, green, blue])}` : `38;2;0;0;0;48;2;${red};${green};${blue}`
}

/** The nearest colour of xterm's cube of 6 x 6 x 6, whose levels are 0, 95, 135, 175, 215 and 255. */
function cubeIndex(color: Rgb): number {
  const [red, green, blue] = color.map((level) => (level < 48 ? 0 : level < 115 ? 1 : Math.round((level - 55) / 40)))
  return 16 + 36 * red! + 6 * green! + blue!
}

/** A line in bold or dim letters. */
export function styleLine(line: string, style: "bold" | "dim"): string {
  return `\u001b[${style === "bold" ? 1 : 2}m${line}\u001b[0m`
}
