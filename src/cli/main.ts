import { CommanderError } from "commander"
import { exitCodeOf, exitCodes, RunStopped, SomeFailed, SomethingFlagged, SomethingUnchecked } from "./exit-code.ts"
import { withBareShow } from "./options/bare-show.ts"
import { createProgram } from "./program.ts"
import { printable, type Terminal } from "./terminal/terminal.ts"

/** May stand anywhere on the command line. */
const noColor = "--no-color"

/** Runs the command that the words name, and returns its exit code; nothing is thrown. */
export async function main(said: readonly string[], place: Terminal): Promise<number> {
  const words = said.filter((word) => word !== noColor)
  const terminal: Terminal = said.includes(noColor) ? { ...place, colorLevel: 0 } : place
  try {
    await createProgram(terminal, words).parseAsync([...withBareShow(words)], { from: "user" })
    return exitCodes.done
  } catch (error) {
    terminal.status("")
    return reportEnd(error, { words, terminal })
  } finally {
    terminal.status("")
  }
}

/** Says why the command ends as it does, and returns the exit code. */
function reportEnd(
  error: unknown,
  { words, terminal }: { readonly words: readonly string[]; readonly terminal: Terminal },
): number {
  if (error instanceof CommanderError) {
    const [first = ""] = words
    if (error.code === "commander.unknownCommand" && /[./\\*]/.test(first))
      terminal.note(`To explain a picture: gridexplainer explain ${printable(first)}`)
    return error.exitCode === 0 ? exitCodes.done : exitCodes.wrongUse
  }
  if (error instanceof SomeFailed) {
    if (error.message !== "") terminal.note(printable(error.message))
    return exitCodes.failed
  }
  if (error instanceof SomethingFlagged) return exitCodes.failed
  if (error instanceof SomethingUnchecked) return exitCodes.unchecked
  const sofar = error instanceof RunStopped ? error.message : ""
  const reason = error instanceof RunStopped ? error.cause : error
  if (terminal.signal.aborted) {
    terminal.note(sofar === "" ? "interrupted" : `interrupted: ${sofar}`)
    return exitCodes.interrupted
  }
  terminal.fail(reason instanceof Error ? reason.message : String(reason))
  if (sofar !== "") terminal.note(`stopped: ${sofar}`)
  return exitCodeOf(reason)
}
