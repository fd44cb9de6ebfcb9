import type { Command } from "commander"
import type { ShowFlag } from "./bare-show.ts"
import { choiceOption, wholeNumber } from "./parse-option.ts"

/** How drawings look. */
export interface DrawingFlags {
  readonly layout?: "beside" | "alone" | "overlay" | "map" | "pair" | "sets" | "sheet"
  readonly theme?: "light" | "dark"
  readonly palette?: "PuOr" | "RdBu" | "BrBG"
  readonly style?: "points" | "original"
  readonly map?: "exact" | "smooth"
  readonly numbers?: "on" | "off"
  readonly width?: number
  readonly columns?: number
  readonly redact?: boolean
}

/** The options of every command that draws. */
export function addDrawingOptions(command: Command): void {
  command
    .optionsGroup("Drawings (--output and --show):")
    .addOption(
      choiceOption(
        "--layout <layout>",
        "beside (the answer on one page), alone, overlay, map (colours alone), pair (before and after), sets (enough and needed), sheet (all)",
        ["beside", "alone", "overlay", "map", "pair", "sets", "sheet"],
      ),
    )
    .addOption(choiceOption("--theme <theme>", "of the drawing", ["light", "dark"]))
    .addOption(choiceOption("--palette <palette>", "colours", ["PuOr", "RdBu", "BrBG"]))
    .addOption(choiceOption("--style <style>", "points, or 0 to 100 as in the original", ["points", "original"]))
    .addOption(choiceOption("--map <map>", "squares as measured, or blended", ["exact", "smooth"]))
    .addOption(choiceOption("--numbers <numbers>", "in squares of the map", ["on", "off"]))
    .option("--width <pixels>", "200 to 8192", wholeNumber({ least: 200, most: 8192 }))
    .option("--columns <count>", "of a sheet, 1 to 12", wholeNumber({ least: 1, most: 12 }))
    .option("--redact", "leave the picture and its name out of all that is written, and out of file names")
}

/** Refuses options that would do nothing. */
export function checkDrawing(
  flags: DrawingFlags & {
    readonly output?: string
    readonly show?: ShowFlag
    readonly format?: readonly string[]
    readonly json?: boolean
  },
): void {
  const { layout, output, show, columns, style } = flags
  const given = (["layout", "theme", "style", "map", "numbers", "width"] as const).find(
    (name) => flags[name] !== undefined,
  )
  if (given !== undefined && output === undefined && show?.drawn !== true)
    throw new RangeError(`--${given} changes drawings: give --output or --show as well`)
  if (flags.redact === true) checkRedacted(flags)
  if (columns !== undefined && layout !== "sheet") throw new RangeError("--columns goes with --layout sheet")
  if (style !== undefined && (layout === "sheet" || layout === "pair" || layout === "sets"))
    throw new RangeError(
      `--style does not go with --layout ${layout}, which ${layout === "sets" ? "has no numbers on squares" : "draws points"}`,
    )
  if (flags.format !== undefined && output === undefined) throw new RangeError("--format goes with --output")
}

/** Drawings show the picture, and a folder gets drawings if no format is named. */
function checkRedacted({ output, format, layout, show, json }: Parameters<typeof checkDrawing>[0]): void {
  if (show?.drawn === true) throw new RangeError("--redact does not go with --show, which draws the picture")
  if (output === undefined && json !== true)
    throw new RangeError(
      "--redact goes with results that are kept: --output report.html, or a folder and --format html",
    )
  const drawn = format?.find((name) => name === "png" || name === "svg") ?? /\.(png|svg)$/i.exec(output ?? "")?.[1]
  const isFile = /\.(html|json|csv|md|npy)$/i.test(output ?? "")
  if (layout === "sheet" || drawn !== undefined || (output !== undefined && format === undefined && !isFile))
    throw new RangeError(
      `--redact leaves out the picture, and a ${layout === "sheet" ? "sheet" : (drawn ?? "png")} shows it: give --output report.html, or a folder and --format html, json, csv, md or npy`,
    )
}
