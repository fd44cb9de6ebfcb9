import type { Explanation, FunctionScale } from "../explanation.ts"
import { scaleEnd } from "./color.ts"
import { detailsOf, givenPart } from "./details.ts"
import { extent } from "./extent.ts"
import { findingOf } from "./finding.ts"
import { effectDecimals, effectUnit, formatEffect } from "./format.ts"
import { regionName } from "./name-regions.ts"
import type { PaletteName } from "./palettes.ts"
import { movesTheAnswer } from "./strongest-region.ts"
import { scaleOf } from "./target-words.ts"
import { paintSquare, styleLine } from "./terminal-color.ts"
import { clipToTerminal, terminalWidth } from "./terminal-width.ts"
import { wrapWords } from "./text-metrics.ts"
import { meaningOf, titleOf } from "./words.ts"

/** What the terminal can show. */
export interface RenderTerminalOptions {
  /**
   * Colours that the terminal knows: 0 none, 1 sixteen, 2 256, 3 all.
   * @default 0
   */
  readonly colorLevel?: 0 | 1 | 2 | 3
  /**
   * Columns of the terminal, at least 24.
   * @default 80
   */
  readonly width?: number
  /** Colours of plus and minus; a terminal of sixteen has its own. @default "PuOr" */
  readonly palette?: PaletteName
  /** Whether the squares are drawn; the words say what matters without them, too. @default true */
  readonly grid?: boolean
}

/**
 * Writes an explanation as lines for a terminal: the answer, a grid of signed numbers, the range, and the caption.
 *
 * Where the window is narrow, numbers lose their decimals, then become tenths of the largest effect, then signs; where even those do not fit,
 * and for masks, the strongest regions are listed. A square without a value has a question mark and no colour. Without colour the text says the same. It holds no control character but line ends and colour codes.
 *
 * @throws {RangeError} for a width below 24 or an unknown palette.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { renderTerminal } from "gridexplainer/render"
 * const image = { width: 2, height: 2, channels: 1, data: Uint8Array.of(255, 0, 0, 51) } as const
 * const model = functionModel((images) => images.map(({ data }) => [(data[0]! + data[3]!) / 510]))
 * const text = renderTerminal(await explain(model, image, { regions: grid(2), fill: 0 }))
 * text.split("\n").slice(0, 5)
 * // => ["class 0, 60.0 %", "", "       1     2", "1  +50.0   0.0", "2    0.0 +10.0"]
 * ```
 */
export function renderTerminal(explanation: Explanation, options: RenderTerminalOptions = {}): string {
  const { colorLevel = 0, width = 80, palette = "PuOr", grid = true } = options
  if (!(width >= 24)) throw new RangeError(`width must be at least 24 columns, got ${width}`)
  const end = scaleEnd(explanation.effects, scaleOf(explanation))
  const marks = grid ? marksFor(explanation, { end, width }) : undefined
  const wrap = (text: string): readonly string[] => wrapLines(ascii(text), width)
  const style = (name: "bold" | "dim") => (line: string) => (colorLevel === 0 ? line : styleLine(line, name))
  const paint = (text: string, effect: number): string =>
    paintSquare(text, effect / end, { level: colorLevel, palette })
  const squares =
    marks === undefined ? strongestLines(explanation).flatMap(wrap) : gridLines(explanation, { ...marks, paint })
  return [
    ...wrap(titleOf(explanation)).map(style("bold")),
    "",
    ...(grid ? [...squares, ""] : []),
    ...wrap([rangeOf(explanation), marks?.key ?? ""].join(" ").trim()),
    ...wrap(findingOf(explanation)),
    ...(movesTheAnswer(explanation) ? wrap(meaningOf(explanation, { plus: "+", minus: "-" })) : []),
    ...wrap(detailsOf(explanation, { unseen: givenPart(explanation) })).map(style("dim")),
    "",
  ].join("\n")
}

/** `Measured: -11.4 to +32.9 points.`, or nothing where no effect has a value. */
function rangeOf(explanation: Explanation): string {
  const { least, most } = extent(explanation.effects)
  if (least > most) return ""
  const scale = scaleOf(explanation)
  return `Measured: ${formatEffect(least, scale)} to ${formatEffect(most, scale)} ${effectUnit(scale)}.`
}

/** Lines of at most `width` columns; a word that is longer is broken. */
function wrapLines(text: string, width: number): readonly string[] {
  return wrapWords(text, (line) => terminalWidth(line) <= width).flatMap((line) => broken(line, width))
}

function broken(line: string, width: number): readonly string[] {
  const pieces: string[] = []
  for (let rest = line; rest !== ""; rest = rest.slice(pieces.at(-1)!.length)) pieces.push(clipToTerminal(rest, width))
  return pieces
}

/** Signs that are one column wide in every terminal. */
function ascii(text: string): string {
  return text.replaceAll("−", "-").replaceAll("×", "x").replaceAll(" · ", "; ")
}

interface Marks {
  /** What stands in each square. */
  readonly texts: readonly string[]
  readonly cellWidth: number
  /** What the marks mean, where they are not numbers. */
  readonly key?: string
}

/** The most exact marks that fit; absent where none do. */
function marksFor(explanation: Explanation, { end, width }: { end: number; width: number }): Marks | undefined {
  const { effects, regions } = explanation
  const scale = scaleOf(explanation)
  if (regions.layout.kind === "mask") return undefined
  const room = (width - headWidth(regions.layout.rows)) / regions.layout.columns
  for (let decimals = effectDecimals(scale); decimals >= 0; decimals--) {
    const texts = effects.map((effect) => effectText(effect, scale, decimals))
    const cellWidth = 1 + extent(texts.map((text) => text.length)).most
    if (cellWidth <= room) return { texts, cellWidth }
  }
  const tenths = effects.map((effect) => Math.trunc((effect / end) * 10))
  const mark = (tenth: number, rest: string): string =>
    Number.isFinite(tenth) ? (tenth === 0 ? "." : `${tenth > 0 ? "+" : "-"}${rest}`) : "?"
  const largest = `${formatEffect(end, scale).slice(1)} ${effectUnit(scale)}`
  if (room >= 2) {
    const texts = tenths.map((tenth) => mark(tenth, String(Math.min(9, Math.abs(tenth)))))
    return { texts, cellWidth: Math.min(3, Math.floor(room)), key: `+9 to -9 are tenths of ${largest}.` }
  }
  const texts = tenths.map((tenth) => mark(tenth, ""))
  return room >= 1 ? { texts, cellWidth: 1, key: `+ and - are more than a tenth of ${largest}.` } : undefined
}

/** A number, or a question mark where there is none. */
function effectText(effect: number, scale: FunctionScale, decimals?: number): string {
  if (!Number.isFinite(effect)) return "?"
  return formatEffect(effect, scale, decimals === undefined ? {} : { decimals })
}

function headWidth(rows: number): number {
  return String(rows).length + 1
}

function gridLines(
  { regions: { layout }, effects }: Explanation,
  { texts, cellWidth, paint }: Marks & { readonly paint: (text: string, effect: number) => string },
): readonly string[] {
  if (layout.kind === "mask") return []
  const { rows, columns } = layout
  const head = headWidth(rows)
  // The number of a column ends where its squares end; every second, third, ... where they are narrower than the numbers.
  const every = Math.ceil((String(columns).length + 1) / cellWidth)
  const groups = Array.from({ length: Math.ceil(columns / every) }, (_, i) => {
    const label = String(i * every + 1).padStart(cellWidth)
    const room = Math.min(every, columns - i * every) * cellWidth
    return label.length > room ? "" : label.padEnd(room)
  })
  const numbers = `${" ".repeat(head)}${groups.join("")}`.trimEnd()
  const lines = Array.from({ length: rows }, (_, row) => {
    const cells = Array.from({ length: columns }, (_, column) => {
      const i = row * columns + column
      return paint(ascii(texts[i]!).padStart(cellWidth), effects[i]!)
    })
    return `${String(row + 1).padStart(head - 1)} ${cells.join("")}`
  })
  return [numbers, ...lines]
}

/** The ten strongest regions, one a line. */
function strongestLines(explanation: Explanation): readonly string[] {
  const { effects } = explanation
  const scale = scaleOf(explanation)
  const size = (index: number): number => Math.abs(effects[index]!) || 0 // NaN comes last.
  const order = effects.map((_, i) => i).sort((a, b) => size(b) - size(a) || a - b)
  const texts = effects.map((effect) => effectText(effect, scale))
  const longest = extent(order.slice(0, 10).map((i) => texts[i]!.length)).most
  const lines = order
    .slice(0, 10)
    .map((i) => `${texts[i]!.padStart(longest)}  ${regionName(explanation, i).replace(/^the .* at /, "")}`)
  return [`Strongest, in ${effectUnit(scale)}:`, ...lines]
}
