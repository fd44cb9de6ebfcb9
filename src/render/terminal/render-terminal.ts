import type { EffectMeaning, Explanation } from "../../explanation.ts"
import { scaleOf } from "../../reading/scale-of.ts"
import { movesTheAnswer } from "../../reading/strongest-region.ts"
import { measurableEffects, type View, viewOf } from "../../reading/view.ts"
import { shownDecimals } from "../../words/decimals-within.ts"
import { detailsOf, givenPart } from "../../words/details.ts"
import type { SetMarks } from "../../words/evidence-sentence.ts"
import { evidenceWords } from "../../words/evidence-words.ts"
import { findingOf } from "../../words/finding.ts"
import { effectUnit, formatEffect } from "../../words/format.ts"
import { singularOf } from "../../words/name-regions.ts"
import { drawnMarks, meaningOf, notesOf, titleOf, warningOf } from "../../words/words.ts"
import { colorEnd } from "../color/color-end.ts"
import { extent } from "../color/extent.ts"
import type { PaletteName } from "../color/palettes.ts"
import { wrapWords } from "../draw/text-metrics.ts"
import { paintSquare, styleLine } from "./terminal-color.ts"
import { gridLines, marksFor } from "./terminal-grid.ts"
import { strongestLines } from "./terminal-list.ts"
import { ascii } from "./terminal-text.ts"
import { clipToTerminal, terminalWidth } from "./terminal-width.ts"

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
export function renderTerminal(of: Explanation | View, options: RenderTerminalOptions = {}): string {
  const view = viewOf(of)
  const { colorLevel = 0, width = 80, palette = "PuOr", grid = true } = options
  if (!(width >= 24)) throw new RangeError(`width must be at least 24 columns, got ${width}`)
  const end = colorEnd(view)
  const marks = grid ? marksFor(view, { end, width }) : undefined
  const wrap = (text: string): readonly string[] => wrapLines(ascii(text), width)
  const style = (name: "bold" | "dim") => (line: string) => (colorLevel === 0 ? line : styleLine(line, name))
  const paint = (text: string, region: number): string => {
    const at = (view.judged ? view.regions[region]!.colored : view.effects[region]!) / end
    return paintSquare(text, at === 0 && view.judged ? Number.NaN : at, { level: colorLevel, palette })
  }
  const squares = marks === undefined ? strongestLines(view).flatMap(wrap) : gridLines(view.record, { ...marks, paint })
  return [
    ...wrap(titleOf(view)).map(style("bold")),
    ...wrap(warningOf(view))
      .filter((line) => line !== "")
      .map(style("bold")),
    "",
    ...(grid ? [...squares, ""] : []),
    ...wrap([rangeOf(view), marks?.key ?? ""].join(" ").trim()),
    ...(marks === undefined || marks.signs === "" ? [] : wrap(marks.signs)),
    ...findingLines(view, grid ? (marks?.sets ?? {}) : drawnMarks).flatMap(wrap),
    ...(movesTheAnswer(view) ? wrap(meaningOf(view, { plus: "+", minus: "-" })) : []),
    ...notesOf(view).flatMap(wrap),
    ...wrap(detailsOf(view, { unseen: givenPart(view.record) })).map(style("dim")),
    "",
  ].join("\n")
}

/** One line, or where there is evidence a line a sentence. */
function findingLines(view: View, marks: SetMarks): readonly string[] {
  const { sentences } = evidenceWords(view, { marks })
  return sentences.length === 0 ? [findingOf(view)] : sentences.map(({ text }) => unbroken(text))
}

/** A number stays on one line with its per cent sign, until `wrapLines` is done. */
function unbroken(text: string): string {
  return text.replace(/(\d) %/g, "$1\u00a0%")
}

/** `Measured: -11.4 to +32.9 points.`, or nothing where no effect has a value. */
function rangeOf(view: View): string {
  const { least, most } = extent(measurableEffects(view))
  if (least > most) return ""
  const scale = scaleOf(view.record)
  const write = (effect: number): string => formatEffect(effect, scale, { decimals: shownDecimals(view) })
  return `${measured[view.means](singularOf(view.record))}: ${write(least)} to ${write(most)} ${effectUnit(scale)}.`
}

const measured: Readonly<Record<EffectMeaning, (singular: string) => string>> = {
  alone: () => "Measured",
  "shown-alone": () => "Measured",
  average: (singular) => `Expected fall when a ${singular} is hidden while others are hidden at random`,
}

/** Lines of at most `width` columns; a word that is longer is broken. */
function wrapLines(text: string, width: number): readonly string[] {
  return wrapWords(text, (line) => terminalWidth(line) <= width).flatMap((line) =>
    broken(line.replaceAll("\u00a0", " "), width),
  )
}

function broken(line: string, width: number): readonly string[] {
  const pieces: string[] = []
  for (let rest = line; rest !== ""; rest = rest.slice(pieces.at(-1)!.length)) pieces.push(clipToTerminal(rest, width))
  return pieces
}
