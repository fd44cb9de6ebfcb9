import { type Command, InvalidArgumentError, Option } from "commander"
import { evidenceLevels } from "../explain/evidence-choice.ts"
import type { ExplainFlags } from "../explain/explain-flags.ts"
import { didYouMean, listed } from "../guessing/did-you-mean.ts"
import { type ShowFlag, shownEffects, showOf } from "../options/bare-show.ts"
import { addDrawingOptions } from "../options/drawing-options.ts"
import { addModelOptions } from "../options/model-options.ts"
import {
  choiceOption,
  classOf,
  collected,
  listOf,
  outputPath,
  rowsAndColumns,
  wholeNumber,
  widthAndHeight,
} from "../options/parse-option.ts"
import { addPictureOptions, picturesHelp } from "../options/picture-options.ts"
import { outputFormats } from "../output/output-formats.ts"
import { type Terminal, terminalFor } from "../terminal/terminal.ts"

/** `gridexplainer explain <pictures...>`: hides part after part of pictures and shows what that does to the answer. */
export function addExplain(program: Command, terminal: Terminal): void {
  const command = program
    .command("explain")
    .summary("show which parts of a picture an answer depends on")
    .description(
      "Hides each part of a picture in turn, asks the model again, and shows how the score of the answer changes.",
    )
    .argument("<pictures...>", picturesHelp)
    .addHelpText("after", examples)
    .action(async (pictures: readonly string[], flags: ExplainFlags) => {
      const { explainPictures } = await import("../explain/explain-pictures.ts")
      await explainPictures(pictures, flags, terminalFor(terminal, flags))
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
    .addOption(choiceOption("--evidence <level>", "none, quick, standard (default) or thorough", evidenceLevels))
    .option(
      "--fill <fill>",
      "what hides: blur, image-mean, cell-mean (tried by default), cell-gray, noise or '#rrggbb'; repeatable",
      collected((text) => text),
    )
    .addOption(choiceOption("--hide <design>", "without evidence", ["one", "all-but-one"]))
    .option("-t, --target <class>", "label or index (default: the answer); repeatable", collected(classOf))
    .addOption(
      new Option("--against <class>", "rather than which: label, index or runner-up")
        .argParser(classOf)
        .conflicts("top"),
    )
    .addOption(
      new Option("--top <count>", "explain the best classes, one after the other")
        .argParser(wholeNumber({ least: 1 }))
        .conflicts("target"),
    )
    .option(
      "--seed <number>",
      "of all that is drawn at random (default: 0)",
      wholeNumber({ least: 0, most: 2 ** 32 - 1 }),
    )
}

function addResultOptions(command: Command): void {
  command
    .optionsGroup("Results:")
    .option("-o, --output <path>", "a file, a folder (out/) or a template (see below)", outputPath)
    .option("--format <formats>", "in folders: endings such as png,csv (default: png)", listOf(outputFormats))
    .option("--open", "show what was written, as a double click does")
    .option("--skip-existing", "leave pictures alone whose files are there")
    .addOption(new Option("--overwrite").conflicts("skipExisting").hideHelp())
    .addOption(new Option("--json", "print records, one a line, and nothing else").conflicts("plain"))
    .option("--plain", "print sentences: no grid, colours or progress")
    .addOption(showOption())
    .option("-q, --quiet", "print no grid, answers, remarks or progress")
    .addOption(new Option("-v, --verbose", "also tell times, batches and hashes").conflicts("quiet"))
}

/** `--show` by itself draws; followed by a word it says which number is shown. See `withBareShow`. */
function showOption(): Option {
  return new Option("--show [number]", "draw in the terminal; or the number: alone, average")
    .choices(shownEffects)
    .preset("draw")
    .argParser((text, before: ShowFlag | undefined) => {
      const show = showOf(text, before)
      if (show !== undefined) return show
      throw new InvalidArgumentError(
        `It must be ${listed(shownEffects)}, or have no value.${didYouMean(text, shownEffects)}`,
      )
    })
}

const examples = `
Examples:
  gridexplainer explain coffee.jpg
  gridexplainer explain coffee.jpg --evidence quick
  gridexplainer explain coffee.jpg --grid 6x9 --output report.html
  gridexplainer explain coffee.jpg --target espresso --against cup
  gridexplainer explain coffee.jpg --top 3 --layout sheet --output sheet.png
  gridexplainer explain '*.jpg' --output out/ --format png,json --skip-existing
  gridexplainer explain '*.jpg' --json > records.jsonl
  gridexplainer explain - < coffee.jpg

gridexplainer demo puts coffee.jpg into the folder.

Every level hides each part alone and measures what is noise; if that says
too little, it hides each part with those around it. The higher levels look for
the few parts that change or keep the answer, and try parts in many orders. With
--hide, --style original, --layout pair, a sheet of several fills, or more than
300 squares, the level is none unless --evidence asks for more.

A file ends in ${listed(outputFormats.map((format) => `.${format}`))}.
A template is a path with {name}, {target}, {fill}, {index} or {rank} in it, as
out/{name}-{target}.png.`
