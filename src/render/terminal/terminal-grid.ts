import type { Explanation } from "../../explanation.ts"
import type { View } from "../../reading/view.ts"
import type { SetMarks } from "../../words/context.ts"
import { english } from "../../words/english.ts"
import { fillIn } from "../../words/fill-in.ts"
import { numbersOf, shownDecimals } from "../../words/numbers.ts"
import { extent } from "../color/extent.ts"
import { type TerminalSigns, terminalSigns } from "./terminal-signs.ts"
import { ascii, effectText } from "./terminal-text.ts"

export interface Marks {
  /** The text in each square. */
  readonly texts: readonly string[]
  readonly cellWidth: number
  /** What the marks mean; "" if they are numbers. */
  readonly key: string
  /** How many columns at the end of each square the signs of sets take. */
  readonly signWidth: number
  /** What signs of evidence mean. */
  readonly signs: string
  /** Decimals of the numbers in squares; undefined if squares have no numbers. */
  readonly decimals?: number | undefined
  /** How sets are marked. */
  readonly sets: SetMarks
}

/** The most exact marks that fit; undefined if none do. Signs of sets are dropped only if nothing fits with them. */
export function marksFor(view: View, room: { end: number; width: number }): Marks | undefined {
  const [full, bare] = [true, false].map((sets) => terminalSigns(view, { sets }))
  const marked = signedMarks(view, full!, room)
  return marked ?? (full!.width === 0 ? undefined : signedMarks(view, bare!, room))
}

function signedMarks(
  view: View,
  signs: TerminalSigns,
  { end, width }: { end: number; width: number },
): Marks | undefined {
  const { effects, record, judged } = view
  const { regions } = record
  if (regions.layout.kind === "mask") return undefined
  const room = (width - headWidth(regions.layout.rows)) / regions.layout.columns - signs.width
  const marks = (texts: readonly string[], cellWidth: number, key = ""): Marks => ({
    texts: texts.map((text, i) => (signs.instead(i) ?? text) + signs.behind(i)),
    cellWidth: cellWidth + signs.width,
    key,
    signWidth: signs.width,
    signs: signs.key,
    sets: signs.marks,
  })
  for (let decimals = shownDecimals(view); decimals >= 0; decimals--) {
    const { signed } = numbersOf(view, english, { decimals })
    const texts = effects.map((effect) => effectText(effect, signed))
    const cellWidth = 1 + extent(texts.map((text) => text.length)).most
    if (cellWidth <= room) return { ...marks(texts, cellWidth), decimals }
  }
  const columns = Math.min(2, Math.floor(room))
  if (columns < 1) return undefined
  const largest = numbersOf(view, english).size(end)
  const texts = effects.map((effect) => shadeOf(effect / end, { judged, columns }))
  const key = fillIn(english.terminal.shades, { plus: plusShades.join(" "), minus: minusShades.join(" "), largest })
  return marks(texts, columns, key)
}

/** Shades for thirds of the largest effect, one set for plus and one for minus: their shapes differ, so no colour is needed. */
const plusShades = ["░", "▒", "▓"]
const minusShades = ["-", "=", "#"]

/** A square as a shade. Less than a tenth is only a dot, unless there is evidence, where a dot means something else. */
function shadeOf(at: number, { judged, columns }: { readonly judged: boolean; readonly columns: number }): string {
  if (!Number.isFinite(at)) return "?"
  if (Math.abs(at) < 0.1 && !judged) return "."
  const third = Math.min(3, Math.max(1, Math.ceil(Math.abs(at) * 3)))
  return (at > 0 ? plusShades : minusShades)[third - 1]!.repeat(columns)
}

function headWidth(rows: number): number {
  return String(rows).length + 1
}

export function gridLines(
  { regions: { layout } }: Explanation,
  { texts, cellWidth, signWidth, paint }: Marks & { readonly paint: (text: string, region: number) => string },
): readonly string[] {
  if (layout.kind === "mask") return []
  const { rows, columns } = layout
  const head = headWidth(rows)
  // The number of a column ends where its squares end; only every second, third, ... if squares are narrower than the numbers.
  const every = Math.ceil((String(columns).length + 1) / cellWidth)
  const groups = Array.from({ length: Math.ceil(columns / every) }, (_, i) => {
    const label = String(i * every + 1).padStart(cellWidth - signWidth)
    const room = Math.min(every, columns - i * every) * cellWidth
    return label.length > room ? "" : label.padEnd(room)
  })
  const numbers = `${" ".repeat(head)}${groups.join("")}`.trimEnd()
  const lines = Array.from({ length: rows }, (_, row) => {
    const cells = Array.from({ length: columns }, (_, column) => {
      const i = row * columns + column
      return paint(ascii(texts[i]!).padStart(cellWidth), i)
    })
    return `${String(row + 1).padStart(head - 1)} ${cells.join("")}`.trimEnd()
  })
  return [numbers, ...lines]
}
