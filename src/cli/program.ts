import { Command } from "commander"
import { version } from "../version.ts"
import { addCheck } from "./commands/check.ts"
import { addCompletion } from "./commands/completion.ts"
import { addConvert } from "./commands/convert.ts"
import { addDemo } from "./commands/demo.ts"
import { addDiff } from "./commands/diff.ts"
import { addDoctor } from "./commands/doctor.ts"
import { addExplain } from "./commands/explain.ts"
import { addModels } from "./commands/models.ts"
import { addPredict } from "./commands/predict.ts"
import { addRerun } from "./commands/rerun.ts"
import { addVerify } from "./commands/verify.ts"
import { guessMeant } from "./guessing/guess-meant.ts"
import { helpStyle } from "./help.ts"
import { printable, type Terminal } from "./terminal/terminal.ts"

/**
 * The whole command with its sub-commands, options and help; its output goes to `terminal`. The command reference is made by walking it.
 *
 * @param words the words of the command line, for guessing what unknown words mean.
 */
export function createProgram(terminal: Terminal, words: readonly string[] = []): Command {
  const command = new Command("gridexplainer")
    .description(
      "Shows which parts of a picture a model's answer depends on: hides each part, asks again, records what changed.",
    )
    .version(version, "-v, --version", "print the version")
    .option("--no-color", "print without colours, after any command")
    .helpOption("-h, --help", "show this")
    .helpCommand("help [command]", "show the help of a command")
    .configureHelp(helpStyle)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.print(text),
      writeErr: (text) => terminal.note(printable(text).trimEnd()),
      outputError: (text) => {
        const problem = text.trimEnd().replace(/^error: /, "")
        const guess = guessMeant(problem, command, words)
        terminal.fail(guess === "" ? problem : `${problem.replace(/\.$/, "")}.${guess}`)
      },
      getOutHelpWidth: () => terminal.width,
      getErrHelpWidth: () => terminal.width,
    })
    .showHelpAfterError("(try --help)")
    .showSuggestionAfterError(false)
    .addHelpText("after", examples)
  addDemo(command, terminal)
  addExplain(command, terminal)
  addPredict(command, terminal)
  addCheck(command, terminal)
  addVerify(command, terminal)
  addRerun(command, terminal)
  addDiff(command, terminal)
  addConvert(command, terminal)
  addModels(command, terminal)
  addDoctor(command, terminal)
  addCompletion(command, terminal)
  return command
}

const examples = `
Examples:
  gridexplainer demo
  gridexplainer explain coffee.jpg --output explained.png
  gridexplainer explain coffee.jpg --output report.html --open
  gridexplainer predict coffee.jpg
  gridexplainer explain coffee.jpg --output coffee.json
  gridexplainer rerun coffee.json --image coffee.jpg
  gridexplainer convert coffee.json --output coffee.csv
  gridexplainer models list
  gridexplainer doctor

demo puts coffee.jpg into the folder; any picture of yours will do as well.

Exit codes: 0 done, 1 a picture or file failed (the others are done),
2 wrong use, 3 the model failed, 130 interrupted.`
