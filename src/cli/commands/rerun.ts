import type { Command } from "commander"
import { addModelOptions } from "../options/model-options.ts"
import { addReadingOptions } from "../options/picture-options.ts"
import type { RerunFlags } from "../rerun/run-rerun.ts"
import { type Terminal, terminalFor } from "../terminal/terminal.ts"

/** `gridexplainer rerun <record> --image <photo>`: asks the model again what a record says was asked, and compares. */
export function addRerun(program: Command, terminal: Terminal): void {
  const command = program
    .command("rerun")
    .summary("ask the questions of a record again")
    .description(
      "Asks the model the questions of a record or report again, and shows the largest difference next to the noise floor. Says what differs in picture, model and versions.",
    )
    .argument("<record>", "a .json file, or a .html report")
    .addHelpText("after", examples)
    .action(async (record: string, flags: RerunFlags) => {
      const { runRerun } = await import("../rerun/run-rerun.ts")
      await runRerun(record, flags, terminalFor(terminal, flags))
    })
  command
    .optionsGroup("What is asked:")
    .option("-i, --image <photo>", "the photo that was explained: a file, https://..., or -")
  addModelOptions(command)
  addReadingOptions(command)
  command
    .optionsGroup("Results:")
    .option("--json", "print what was compared as JSON, and nothing else")
    .option("-q, --quiet", "print only what differs, no remarks or progress")
    .option("-v, --verbose", "also tell times and hashes")
    .optionsGroup("Help:")
    .helpOption("-h, --help", "show this")
}

const examples = `
Examples:
  gridexplainer explain coffee.jpg --evidence quick --output record.json
  gridexplainer rerun record.json --image coffee.jpg
  gridexplainer rerun record.json --image coffee.jpg --runtime wasm

What is asked comes from the record alone. So does the model where models list
has its name; else --model says where its file is. Preprocessing and scale are
the record's unless they are given.

Exit codes: 0 the same or within noise, 1 it differs or a file cannot be read,
2 wrong use, 3 the model failed, 130 interrupted.`
