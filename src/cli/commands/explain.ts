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
    .optionsGroup("What is hidden, and which answer is explained:")
    .option("-g, --grid <rows>[x<columns>]", "squares, at most one a pixel (default: 8)", rowsAndColumns)
    .addOption(
      new Option("--window <pixels>", "a sliding window of the model's input instead")
        .argParser(widthAndHeight)
        .conflicts("grid"),
    )
    .option("--stride <pixels>", "its steps (default: half the window)", widthAndHeight)
    .option(
      "--fill <fill>",
      "what replaces hidden pixels: cell-mean, cell-gray, image-mean, blur, noise, '#rrggbb' (default: cell-mean; may stand several times)",
      collected((text) => text),
    )
    .addOption(choiceOption("--hide <design>", "one part at a time, or all but one", ["one", "all-but-one"]))
    .option(
      "-t, --target <class>",
      "an index or label (default: the model's answer; may stand several times)",
      collected(classOf),
    )
    .addOption(
      new Option("--top <count>", "explain the best classes").argParser(wholeNumber({ least: 1 })).conflicts("target"),
    )
    .option("--seed <number>", "of what is drawn at random (default: 0)", wholeNumber({ least: 0, most: 2 ** 32 - 1 }))
}

function addResultOptions(command: Command): void {
  command
    .optionsGroup("Results:")
    .option(
      "-o, --output <path>",
      "a .png, .svg or .json file, a folder such as out/, or a template: out/{name}-{target}.png",
    )
    .option("--format <formats>", "for folders: png, svg, json or several (default: png)", listOf(outputFormats))
    .addOption(new Option("--json", "print one record a line as JSON, and nothing else").conflicts(["plain", "show"]))
    .addOption(new Option("--plain", "print a table of sentences, without colours or drawing").conflicts("show"))
    .option("--show", "draw in the terminal (kitty, iTerm2 and sixel terminals)")
    .option("-q, --quiet", "print no results for people, remarks or progress")
    .addOption(new Option("-v, --verbose", "also tell times, batches, versions and hashes").conflicts("quiet"))
}

const examples = `
Examples:
  gridexplainer explain examples/coffee.png
  gridexplainer explain examples/coffee.png --grid 6x9 --output explained.png
  gridexplainer explain examples --output out/ --format png,json
  gridexplainer explain examples/coffee.png --top 3 --layout sheet -o sheet.png
  gridexplainer explain 'examples/*.png' --json > records.jsonl
  gridexplainer explain - < examples/coffee.png

In a template {name}, {target}, {fill}, {index} and {rank} are filled in.`
