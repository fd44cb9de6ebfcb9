/** The process of a model that is kept apart. It computes in a thread, so that it notices at once when the process that asked for it is gone. */

import type { TensorSession } from "../paint-batches.ts"
import { type ChildStart, packError, type RunReport, type RunRequest, type StartReport } from "./worker-messages.ts"
import { workerSession } from "./worker-session.ts"

/** Milliseconds between two checks of the memory. */
const WATCH_EVERY = 50

process.on("disconnect", die)
process.once("message", (start: ChildStart) => void load(start))

async function load({ megabytes, ...job }: ChildStart): Promise<void> {
  setInterval(() => {
    if (process.memoryUsage.rss() > megabytes * 2 ** 20) die()
  }, WATCH_EVERY)
  try {
    const session = await workerSession(job)
    process.on("message", (request: RunRequest) => void answer(session, request))
    send({ runtime: session.runtime })
  } catch (error) {
    send({ failure: packError(error) })
  }
}

async function answer(session: TensorSession, { id, batch, rows }: RunRequest): Promise<void> {
  try {
    const { data, columns } = await session.run(batch, rows)
    send({ id, reply: { data, columns } })
  } catch (error) {
    send({ id, failure: packError(error) })
  }
}

function send(report: StartReport | RunReport): void {
  process.send?.(report)
}

/** Ends the process; native code cannot hold up this way of ending. */
function die(): never {
  process.kill(process.pid, "SIGKILL")
  process.exit()
}
