import { Command } from "commander"
import { version } from "../version.ts"
import { addCheck } from "./commands/check.ts"
import { addCompletion } from "./commands/completion.ts"
import { addConvert } from "./commands/convert.ts"
import { addDiff } from "./commands/diff.ts"
import { addDoctor } from "./commands/doctor.ts"
import { addExplain } from "./commands/explain.ts"
import { addModels } from "./commands/models.ts"
import { addPredict } from "./commands/predict.ts"
import { addRerun } from "./commands/rerun.ts"
import { addVerify } from "./commands/verify.ts"
import { helpStyle } from "./help.ts"
import { printable, type Terminal } from "./terminal.ts"

/** The whole command with its sub-commands, options and help; its words go to `terminal`. The command reference is made by walking it. */
export function createProgram(terminal: Terminal): Command {
  const command = new Command("gridexplainer")
    .description(
      "Shows which parts of a picture a model's answer hangs on: hides each part, asks again, writes down what changed.",
    )
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "show this")
    .helpCommand("help [command]", "show the help of a command")
    .configureHelp(helpStyle)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.print(text),
      writeErr: (text) => terminal.note(printable(text).trimEnd()),
      outputError: (text) => terminal.fail(text.trimEnd().replace(/^error: /, "")),
      getOutHelpWidth: () => terminal.width,
      getErrHelpWidth: () => terminal.width,
    })
    .showHelpAfterError("(try --help)")
    .addHelpText("after", examples)
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
  gridexplainer explain examples/coffee.png
  gridexplainer explain examples/coffee.png --output explained.png
  gridexplainer predict examples/coffee.png
  gridexplainer check --model model.onnx --preprocessing zero-one
  gridexplainer explain examples/coffee.png --output coffee.json
  gridexplainer rerun coffee.json --image examples/coffee.png
  gridexplainer convert coffee.json --output coffee.csv
  gridexplainer diff before.json after.json
  gridexplainer models list
  gridexplainer doctor

Exit codes: 0 done, 1 a picture or file failed (the others are done),
2 wrong use, 3 the model failed, 130 interrupted.`
