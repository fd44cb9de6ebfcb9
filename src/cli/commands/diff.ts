import { type Command, Option } from "commander"
import type { DiffFlags } from "../diff/run-diff.ts"
import { choiceOption, onlyPath, wholeNumber } from "../options/parse-option.ts"
import type { Terminal } from "../terminal/terminal.ts"

/** `gridexplainer diff <a> <b>`: what changed between two explanations of one picture. */
export function addDiff(program: Command, terminal: Terminal): void {
  program
    .command("diff")
    .summary("show what changed between two explanations of a picture")
    .description(
      "Compares two explanations of one picture, by two models, fills, targets or versions: what differs in their set-up, and which parts changed beyond the noise of both.",
    )
    .argument("<a>", "an explanation: a .json record, or an .html report")
    .argument("<b>", "another, of the same picture and the same parts of it")
    .addHelpText("after", examples)
    .action(async (a: string, b: string, flags: DiffFlags) => {
      const { runDiff } = await import("../diff/run-diff.ts")
      await runDiff({ a, b }, flags, terminal)
    })
    .optionsGroup("Results:")
    .option("-o, --output <file>", "a .png or .svg with three maps, or a .json file", onlyPath("diff writes one file"))
    .addOption(new Option("--json", "print the comparison as JSON, and nothing else").conflicts("quiet"))
    .option("-q, --quiet", "print nothing: the exit code tells")
    .optionsGroup("Drawings (--output):")
    .option("--image <photo>", "the picture that was explained, under the maps")
    .addOption(choiceOption("--theme <theme>", "of the drawing", ["light", "dark"]))
    .addOption(choiceOption("--palette <palette>", "colours", ["PuOr", "RdBu", "BrBG"]))
    .option("--width <pixels>", "200 to 8192", wholeNumber({ least: 200, most: 8192 }))
    .optionsGroup("Help:")
    .helpOption("-h, --help", "show this")
}

const examples = `
Examples:
  gridexplainer explain coffee.jpg --output before.json
  gridexplainer explain coffee.jpg --seed 1 --output after.json
  gridexplainer diff before.json after.json
  gridexplainer diff before.json after.json --output diff.png --image coffee.jpg
  gridexplainer diff before.json after.json --json
  gridexplainer diff before.json after.json --quiet || echo "something changed"

Exit codes, as those of diff: 0 nothing changed beyond the noise, 1 something
changed, or differs where no evidence tells noise from change, 2 wrong use, or
files that cannot be read, compared or written, 130 interrupted.`
