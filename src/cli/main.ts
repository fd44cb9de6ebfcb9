import { Command, CommanderError } from "commander"
import { version } from "../version.ts"
import { addExplain } from "./commands/explain.ts"
import { addModels } from "./commands/models.ts"
import { addPredict } from "./commands/predict.ts"
import { exitCodeOf, exitCodes } from "./exit-code.ts"
import { printable, type Terminal } from "./terminal.ts"

/** Runs the command that `words` say, and answers with its exit code; nothing is thrown. */
export async function main(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    await program(terminal).parseAsync([...words], { from: "user" })
    return exitCodes.done
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUse
    if (terminal.signal.aborted) {
      terminal.note("interrupted")
      return exitCodes.interrupted
    }
    terminal.note(`error: ${printable(error instanceof Error ? error.message : String(error)).replaceAll("\n", " ")}`)
    return exitCodeOf(error)
  } finally {
    terminal.status("")
  }
}

function program(terminal: Terminal): Command {
  const command = new Command("gridexplainer")
    .description(
      "Shows which parts of a picture a model's answer hangs on: hides each part, asks again, writes down what changed.",
    )
    .version(version, "-V, --version", "print the version")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.print(text),
      writeErr: (text) => terminal.note(printable(text).trimEnd()),
      getOutHelpWidth: () => terminal.width,
      getErrHelpWidth: () => terminal.width,
    })
    .showHelpAfterError("(try --help)")
    .addHelpText("after", examples)
  addExplain(command, terminal)
  addPredict(command, terminal)
  addModels(command, terminal)
  return command
}

const examples = `
Examples:
  gridexplainer explain coffee.png
  gridexplainer explain coffee.png --output explained.png
  gridexplainer predict coffee.png
  gridexplainer models list

Exit codes: 0 done, 1 a picture or file failed, 2 wrong use, 3 the model failed, 130 interrupted.`
