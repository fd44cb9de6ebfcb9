/** The process in which a command works, started and watched by `supervise`. */

import { runCommand } from "./run-command.ts"

// With the one that watches gone, killed perhaps, nobody is left to work for. Native code must not hold this up.
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"))
await runCommand(process.argv.slice(2))
process.channel?.unref() // To listen to the one that watches keeps a process alive.
