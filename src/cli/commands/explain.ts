import { type Command, Option } from "commander"
import { addDrawingOptions } from "../drawing-options.ts"
import type { ExplainFlags } from "../explain/explain-flags.ts"
import { addModelOptions } from "../model-options.ts"
import { outputFormats } from "../output/output-names.ts"
import {
  choiceOption,
  classOf,
  collected,
  listOf,
  rowsAndColumns,
  wholeNumber,
  widthAndHeight,
} from "../parse-option.ts"
import { addPictureOptions, picturesHelp } from "../picture-options.ts"
import { quietTerminal, type Terminal } from "../terminal.ts"

/** `gridexplainer explain <pictures...>`: hides part after part of pictures and shows what that does to the answer. */
export function addExplain(program: Command, terminal: Terminal): void {
  const command = program
    .command("explain")
    .summary("show which parts of a picture an answer hangs on")
    .description(
      "Hides each part of a picture in turn, asks the model again, and shows how the score of the answer changes.",
    )
    .argument("<pictures...>", picturesHelp)
    .addHelpText("after", examples)
    .action(async (pictures: readonly string[], flags: ExplainFlags) => {
      const { explainPictures } = await import("../explain/explain-pictures.ts")
      await explainPictures(pictures, flags, flags.quiet === true ? quietTerminal(terminal) : terminal)
    })
  addQuestionOptions(command)
  addModelOptions(command)
  addPictureOptions(command)
  addResultOptions(command)
  addDrawingOptions(command)
  command.optionsGroup("Help:").helpOption("-h, --help", "show this")
}

function addQuestionOptions(command: Command): void {
  command
    .optionsGroup("What is asked:")
    .option("-g, --grid <size>", "squares to hide: 8, or 6x9 for 6 rows (default: 8)", rowsAndColumns)
    .addOption(
      new Option("--window <pixels>", "a sliding window instead: 56, or 56x40")
        .argParser(widthAndHeight)
        .conflicts("grid"),
    )
    .option("--stride <pixels>", "steps of the window (default: half of it)", widthAndHeight)
    .option(
      "--fill <fill>",
      "what hides: cell-mean (default), cell-gray, image-mean, blur, noise or '#rrggbb'; repeatable",
      collected((text) => text),
    )
    .addOption(choiceOption("--hide <design>", "parts at a time", ["one", "all-but-one"]))
    .option("-t, --target <class>", "label or index (default: the answer); repeatable", collected(classOf))
    .addOption(
      new Option("--against <class>", "rather than which: label, index or runner-up")
        .argParser(classOf)
        .conflicts("top"),
    )
    .addOption(
      new Option("--top <count>", "explain the best classes").argParser(wholeNumber({ least: 1 })).conflicts("target"),
    )
    .option("--seed <number>", "for --fill noise (default: 0)", wholeNumber({ least: 0, most: 2 ** 32 - 1 }))
}

function addResultOptions(command: Command): void {
  command
    .optionsGroup("Results:")
    .option("-o, --output <path>", "a .png, .svg or .json file, a folder such as out/, or a template (see below)")
    .option("--format <formats>", "in folders: png (default), svg, json", listOf(outputFormats))
    .addOption(new Option("--json", "print records, one a line, and nothing else").conflicts(["plain", "show"]))
    .addOption(new Option("--plain", "print sentences: no grid, colours or progress").conflicts("show"))
    .option("--show", "draw in the terminal (kitty, iTerm2, sixel)")
    .option("-q, --quiet", "print no grid, answers, remarks or progress")
    .addOption(new Option("-v, --verbose", "also tell times, batches and hashes").conflicts("quiet"))
}

const examples = `
Examples:
  gridexplainer explain examples/coffee.png
  gridexplainer explain examples/coffee.png --grid 6x9 --output explained.png
  gridexplainer explain examples --output out/ --format png,json
  gridexplainer explain examples/coffee.png --target espresso --against cup
  gridexplainer explain examples/coffee.png --top 3 --layout sheet -o sheet.png
  gridexplainer explain 'examples/*.png' --json > records.jsonl
  gridexplainer explain - < examples/coffee.png

A template is a path with {name}, {target}, {fill}, {index} or {rank} in it, as
out/{name}-{target}.png.`
