import { GridExplainerError } from "../../errors.ts"
import type { TensorReply } from "../paint-batches.ts"
import { type RunReport, unpackError } from "./worker-messages.ts"

interface Call {
  readonly batch: Float32Array
  readonly resolve: (reply: TensorReply) => void
  readonly reject: (error: GridExplainerError) => void
}

/** The calls of a session that computes elsewhere, from request to report. */
export interface SessionCalls {
  /** How many calls are in progress. */
  readonly count: number
  /** Why there will be no more answers; undefined while there may be some. */
  readonly end: GridExplainerError | undefined
  /** Registers a call and sends it. */
  ask(batch: Float32Array, send: (id: number) => void): Promise<TensorReply>
  /** Ends the call that a report is about. */
  settle(report: RunReport): void
  /** Rejects every call in progress and every later one with this error; only the first error counts. */
  finish(error: GridExplainerError): void
  /** The same, for a model that is disposed of. */
  dispose(): void
}

export function sessionCalls(): SessionCalls {
  const calls = new Map<number, Call>()
  let lastId = 0
  let end: GridExplainerError | undefined
  const finish = (error: GridExplainerError): void => {
    end ??= error
    for (const { reject } of calls.values()) reject(end)
    calls.clear()
  }
  return {
    get count() {
      return calls.size
    },
    get end() {
      return end
    },
    ask(batch, send) {
      return new Promise((resolve, reject) => {
        if (end !== undefined) throw end
        const id = ++lastId
        calls.set(id, { batch, resolve, reject })
        send(id)
      })
    },
    settle(report) {
      const call = calls.get(report.id)
      calls.delete(report.id)
      if ("failure" in report) call?.reject(unpackError(report.failure))
      else call?.resolve({ ...report.reply, batch: call.batch })
    },
    finish,
    dispose() {
      finish(new GridExplainerError("DISPOSED", "the model was disposed of while it was computing"))
    },
  }
}
