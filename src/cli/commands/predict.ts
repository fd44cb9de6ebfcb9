import type { Command } from "commander"
import { addModelOptions } from "../options/model-options.ts"
import { wholeNumber } from "../options/parse-option.ts"
import { addPictureOptions, picturesHelp } from "../options/picture-options.ts"
import type { PredictFlags } from "../predict/predict-pictures.ts"
import { type Terminal, terminalFor } from "../terminal/terminal.ts"

/** `gridexplainer predict <pictures...>`: the model's best answers. */
export function addPredict(program: Command, terminal: Terminal): void {
  const command = program
    .command("predict")
    .summary("show what a model answers")
    .description("Shows a model's best answers to pictures, with their scores.")
    .argument("<pictures...>", picturesHelp)
    .addHelpText("after", examples)
    .action(async (pictures: readonly string[], flags: PredictFlags) => {
      const { predictPictures } = await import("../predict/predict-pictures.ts")
      await predictPictures(pictures, flags, terminalFor(terminal, flags))
    })
  addModelOptions(command)
  addPictureOptions(command)
  command
    .optionsGroup("Results:")
    .option("--top <count>", "how many answers (default: 5)", wholeNumber({ least: 1 }))
    .option("--json", "print answers, one picture a line, and nothing else")
    .option("-q, --quiet", "print no answers, remarks or progress")
    .option("-v, --verbose", "also tell times, versions and hashes")
    .optionsGroup("Help:")
    .helpOption("-h, --help", "show this")
}

const examples = `
Examples:
  gridexplainer predict coffee.jpg
  gridexplainer predict . --top 1
  gridexplainer predict '*.jpg' --json`
