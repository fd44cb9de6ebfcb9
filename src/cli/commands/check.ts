import type { Command } from "commander"
import type { CheckFlags } from "../check/run-check.ts"
import { addModelOptions } from "../options/model-options.ts"
import { wholeNumber } from "../options/parse-option.ts"
import { type Terminal, terminalFor } from "../terminal/terminal.ts"

/** `gridexplainer check`: whether a model is fed and read as it was meant. */
export function addCheck(program: Command, terminal: Terminal): void {
  const command = program
    .command("check")
    .summary("find out whether a model is wired right")
    .description(
      "Tries a model as declared and with other settings, on a few pictures: order of channels, levels, layout, fit, scale, labels, same answer twice and in every batch. Says which option would fix what is wrong.",
    )
    .addHelpText("after", examples)
    .action(async (flags: CheckFlags) => {
      const { runCheck } = await import("../check/run-check.ts")
      await runCheck(flags, terminalFor(terminal, flags))
    })
  addModelOptions(command)
  command
    .optionsGroup("What is asked:")
    .option("--images <folder>", "pictures instead of the 6 of the package; see below")
    .option("--views <count>", "parts of pictures, in all (default: 96)", wholeNumber({ least: 8, most: 10_000 }))
    .option("--sanity", "test maps instead: the last layer shuffled, they must change")
    .option("--seed <number>", "draws views and shuffles (default: 0)", wholeNumber({ least: 0, most: 2 ** 32 - 1 }))
    .optionsGroup("Results:")
    .option("--json", "print what was found as JSON, and nothing else")
    .option("-q, --quiet", "print only what is wrong, no remarks or progress")
    .optionsGroup("Help:")
    .helpOption("-h, --help", "show this")
}

const examples = `
Examples:
  gridexplainer check
  gridexplainer check --model model.onnx --preprocessing zero-one
  gridexplainer check --model model.onnx --preprocessing raw --images photos
  gridexplainer check --sanity

In the folder of --images, each inner folder, or else each file, may be named
after the class that it shows: photos/tabby/1.jpg, photos/tabby-1.jpg.

Exit codes: 0 nothing found, 1 something is wrong, 2 wrong use, 3 the model
failed, 130 interrupted.`
