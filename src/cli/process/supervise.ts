import { fork } from "node:child_process"
import { exitCodes } from "../exit-code.ts"
import { endBy, type StopWord } from "./interruption.ts"
import type { WorkerWord } from "./leave-with.ts"

/** Milliseconds that the working process may take to notice that it must stop. What it writes is written whole or not at all. */
const HEARING = 600

/** Milliseconds that it may take to leave once it has nothing left to do after that. */
const LEAVING = 200

/**
 * Runs the command in a process of its own and watches it: Ctrl-C is answered within a second even while it computes, and a second Ctrl-C ends it.
 * Its exit code becomes that of this process.
 */
export function supervise(words: readonly string[]): void {
  const child = fork(new URL("./work.js", import.meta.url), words, { stdio: ["inherit", "inherit", "inherit", "ipc"] })
  let stops = 0
  let hasHeard = false
  let sofar = ""
  let exitCode: number | undefined
  const endAfter = (milliseconds: number, isStuck: () => boolean): void => {
    setTimeout(() => isStuck() && child.kill("SIGKILL"), milliseconds).unref()
  }
  for (const name of ["SIGINT", "SIGTERM"] as const)
    process.on(name, () => {
      stops++
      if (stops > 1) {
        child.kill("SIGKILL")
        endBy(name)
      } else if (child.connected) {
        child.send("stop" satisfies StopWord, () => undefined) // It may be on its way out.
        endAfter(HEARING, () => !hasHeard)
      }
    })
  child.on("message", (word: WorkerWord) => {
    if ("heard" in word) hasHeard = true
    else if ("sofar" in word) sofar = word.sofar
    else exitCode = word.exitCode
    if (exitCode === exitCodes.interrupted) endAfter(LEAVING, () => true)
  })
  child.on("exit", (code, signal) => {
    process.exitCode = exitCode ?? code ?? endOf(signal, stops > 0 ? sofar : undefined)
  })
  child.on("error", (error) => {
    console.error(`error: the command cannot be started: ${error.message}`)
    process.exitCode = exitCodes.failed
  })
}

/** Says why a process ended if it could not say so itself. */
function endOf(signal: NodeJS.Signals | null, interruptedAt: string | undefined): number {
  if (interruptedAt === undefined) console.error(`error: the command was ended by ${signal}`)
  else console.error(interruptedAt === "" ? "interrupted" : `interrupted: ${interruptedAt}`)
  return interruptedAt === undefined ? exitCodes.failed : exitCodes.interrupted
}
