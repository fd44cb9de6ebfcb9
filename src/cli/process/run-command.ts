import { leaveWith } from "./leave-with.ts"

/** Runs the command in this process and sets its exit code. */
export async function runCommand(words: readonly string[]): Promise<void> {
  try {
    const [{ main }, { processTerminal }] = await Promise.all([import("../main.ts"), import("../terminal/terminal.ts")])
    leaveWith(await main(words, processTerminal({ color: !words.includes("--no-color") })))
  } catch (error) {
    const [, missing] = /^Cannot find package '([^']+)'/.exec(error instanceof Error ? error.message : "") ?? []
    if (missing === undefined) throw error
    console.error(
      `error: the command needs the package ${missing}, which was left out. Run: npm install --include=optional`,
    )
    leaveWith(1)
  }
}
