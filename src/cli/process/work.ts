/** The process in which a command works, started and watched by `supervise`. */

import { runCommand } from "./run-command.ts"

// If the watching process is gone, perhaps killed, there is nobody left to work for. Native code must not hold this up.
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"))
process.channel?.unref() // Listening for that must not keep the process alive.
await runCommand(process.argv.slice(2))
