/** The process in which a command works, started and watched by `supervise`. */

import { runCommand } from "./run-command.ts"

// With the one that watches gone, killed perhaps, nobody is left to work for. Native code must not hold this up.
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"))
process.channel?.unref() // To listen for that must not keep the process alive.
await runCommand(process.argv.slice(2))
