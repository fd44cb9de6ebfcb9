import { GridExplainerError } from "../engine.ts"
import { RunStopped, throwIfFailed } from "../exit-code.ts"
import { writtenLine } from "../explain/print-results.ts"
import { checkDrawing } from "../options/drawing-options.ts"
import { withName } from "../pictures/with-name.ts"
import type { Terminal } from "../terminal/terminal.ts"
import type { ConvertFlags } from "./convert-flags.ts"
import { photoFor } from "./photo-for.ts"
import { isReadable, readRecords } from "./read-records.ts"
import { startWriting } from "./start-writing.ts"

/**
 * Runs `convert`: reads all records, makes sure that their files can be written, and then writes one after the other. A record that cannot be read or
 * drawn is named and skipped.
 *
 * @throws SomeFailed if there was such a record; RunStopped if something else went wrong or the run was interrupted
 */
export async function convertRecords(words: readonly string[], flags: ConvertFlags, terminal: Terminal): Promise<void> {
  checkFlags(flags)
  const photo = await photoFor(flags, terminal)
  const failed: string[] = []
  const fail = (shown: string, problem: unknown): void => {
    terminal.status("")
    terminal.fail(withName(shown, problem instanceof Error ? problem.message : String(problem)))
    failed.push(shown)
  }
  const sources = await readRecords(words, terminal)
  for (const source of sources) if ("problem" in source) fail(source.shown, source.problem)
  const records = sources.filter(isReadable)
  const writer = await startWriting(records, { flags, photo })
  const tell = (paths: readonly string[]): void => {
    terminal.status("")
    if (flags.quiet !== true) for (const path of paths) terminal.print(writtenLine(path))
  }
  let done = 0
  try {
    for (const [index, record] of records.entries()) {
      terminal.signal.throwIfAborted()
      if (records.length > 1) terminal.status(`record ${index + 1} of ${records.length}, ${record.shown}`)
      const written = await writer.write(record, index).catch((error: unknown) => {
        if (!isRecordsOwn(error)) throw error
        fail(record.shown, error)
      })
      if (written === undefined) continue
      tell(written)
      done++
    }
    tell(await writer.finish())
  } catch (error) {
    throw new RunStopped(error, { done, total: sources.length }, "records")
  }
  throwIfFailed({ done, failed }, "records")
}

/** Refuses options that are invalid for any record. */
function checkFlags({ show: _, ...flags }: ConvertFlags): void {
  checkDrawing(flags)
  const { layout, image } = flags
  if ((layout === "pair" || layout === "sets") && image === undefined)
    throw new RangeError(`--layout ${layout} shows the photo with parts hidden: give --image as well`)
}

/** Whether a problem belongs to one record, so that the next may still work. */
function isRecordsOwn(error: unknown): boolean {
  return error instanceof RangeError || (error instanceof GridExplainerError && error.code === "RECORD_INVALID")
}
