import type { Explanation } from "../../explanation.ts"
import { movesTheAnswer } from "../../reading/strongest-region.ts"
import { measurableEffects, type View, viewOf } from "../../reading/view.ts"
import { detailsOf, givenPart } from "../../words/details.ts"
import { english } from "../../words/english.ts"
import { fillIn } from "../../words/fill-in.ts"
import { numbersOf } from "../../words/numbers.ts"
import { evidenceWords, meaningOf, titleOf } from "../../words/picture-words.ts"
import { colorEnd } from "../color/color-end.ts"
import { extent } from "../color/extent.ts"
import type { PaletteName } from "../color/palettes.ts"
import { paintSquare, styleLine } from "./terminal-color.ts"
import { gridLines, marksFor } from "./terminal-grid.ts"
import { terminalLines } from "./terminal-lines.ts"
import { strongestLines } from "./terminal-list.ts"

/** What the terminal can show. */
export interface RenderTerminalOptions {
  /**
   * Colours that the terminal supports: 0 none, 1 sixteen, 2 256, 3 all.
   * @default 0
   */
  readonly colorLevel?: 0 | 1 | 2 | 3
  /**
   * Columns of the terminal, at least 24.
   * @default 80
   */
  readonly width?: number
  /** Colours of plus and minus; a terminal with sixteen colours uses its own. @default "PuOr" */
  readonly palette?: PaletteName
  /** Whether the squares are drawn; the words say what matters even without them. @default true */
  readonly grid?: boolean
  /** Whether words say what was found; if not, only the squares are drawn, as for a map during a run. @default true */
  readonly words?: boolean
}

/**
 * Writes an explanation as lines for a terminal: the answer, what was found, a grid of signed numbers, the range, and the rest of the caption.
 *
 * In a narrow window, numbers lose their decimals and then become shades. If even those do not fit, and for masks, the strongest regions are listed. A square
 * without a value has a question mark and no colour. Without colour the text says the same. It contains no control characters except line ends and colour
 * codes.
 *
 * @throws {RangeError} for a width below 24 or an unknown palette.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { renderTerminal } from "gridexplainer/render"
 * const image = { width: 2, height: 2, channels: 1, data: Uint8Array.of(255, 0, 0, 51) } as const
 * const model = functionModel((images) => images.map(({ data }) => [(data[0]! + data[3]!) / 510]))
 * const text = renderTerminal(await explain(model, image, { regions: grid(2), fill: 0, evidence: "none" }), { width: 120 })
 * text.split("\n").slice(0, 6)
 * // => ["class 0, 60.0 %", "Hiding the square at row 1, column 1 lowers class 0 from 60.0 % to 10.0 %, the largest change among 4 squares.", "", "       1     2", "1  +50.0   0.0", "2    0.0 +10.0"]
 * ```
 */
export function renderTerminal(of: Explanation | View, options: RenderTerminalOptions = {}): string {
  const view = viewOf(of)
  const { colorLevel = 0, width = 80, palette = "PuOr", grid = true, words = true } = options
  if (!(width >= 24)) throw new RangeError(`width must be at least 24 columns, got ${width}`)
  const end = colorEnd(view)
  const marks = grid ? marksFor(view, { end, width }) : undefined
  const wrap = (text: string): readonly string[] => terminalLines(text, width)
  const style = (name: "bold" | "dim") => (line: string) => (colorLevel === 0 ? line : styleLine(line, name))
  const paint = (text: string, region: number): string => {
    const at = (view.judged ? view.regions[region]!.colored : view.effects[region]!) / end
    return paintSquare(text, at === 0 && view.judged ? Number.NaN : at, { level: colorLevel, palette })
  }
  const { decimals } = marks ?? {}
  const { warning, sentences, notes } = evidenceWords(view, {
    marks: grid ? (marks?.sets ?? {}) : { enough: english.marks.enough },
    decimals,
  })
  const squares = marks === undefined ? strongestLines(view).flatMap(wrap) : gridLines(view.record, { ...marks, paint })
  if (!words) return [...squares, ""].join("\n")
  const [finding, ...others] = sentences
  return [
    ...wrap(titleOf(view)).map(style("bold")),
    ...(warning === undefined ? [] : wrap(warning.text).map(style("bold"))),
    ...(finding === undefined ? [] : wrap(finding.text)),
    "",
    ...(grid ? [...squares, ""] : []),
    ...wrap([rangeOf(view, decimals), marks?.key ?? ""].join(" ").trim()),
    ...(marks === undefined || marks.signs === "" ? [] : wrap(marks.signs)),
    ...others.flatMap(({ text }) => wrap(text)),
    ...(movesTheAnswer(view) ? wrap(meaningOf(view, { plus: "+", minus: "-" })) : []),
    ...notes.flatMap(({ text }) => wrap(text)),
    ...wrap(detailsOf(view, { unseen: givenPart(view.record) })).map(style("dim")),
    "",
  ].join("\n")
}

/** `Measured: -11.4 to +32.9 points.`, or "" if no effect has a value. */
function rangeOf(view: View, decimals: number | undefined): string {
  const { least, most } = extent(measurableEffects(view))
  if (least > most) return ""
  const { signed, unit } = numbersOf(view, english, { decimals })
  const singular = english.nouns[view.record.regions.layout.kind].one
  return fillIn(english.terminal.range[view.means], { low: signed(least), high: signed(most), unit, singular })
}
