import type { Explanation } from "../../index.ts"
import type { EmbeddedPictures } from "../../report/index.ts"
import { picturesOfReport, readFile, readStandardInput, recordLines, recordOfText } from "../engine.ts"
import type { Terminal } from "../terminal/terminal.ts"

/** Where a record comes from. */
interface RecordPlace {
  /** Its name for people. */
  readonly shown: string
  /** Absent for standard input. */
  readonly file: string | undefined
}

/** A record that was read. */
export interface ReadableRecord extends RecordPlace {
  readonly explanation: Explanation
  /** The pictures, if it comes from a report. */
  readonly pictures?: EmbeddedPictures
}

/** A record, or the problem that kept it from being read. */
export type RecordSource = ReadableRecord | (RecordPlace & { readonly problem: unknown })

export function isReadable(source: RecordSource): source is ReadableRecord {
  return "explanation" in source
}

/** Reads the records that the words name, in their order: files with one record or one per line, and `-` for standard input. */
export async function readRecords(words: readonly string[], terminal: Terminal): Promise<readonly RecordSource[]> {
  const sources: RecordSource[] = []
  for (const word of words) {
    terminal.signal.throwIfAborted()
    sources.push(...(await recordsIn(word, terminal)))
  }
  return sources
}

async function recordsIn(word: string, terminal: Terminal): Promise<readonly RecordSource[]> {
  const file = word === "-" ? undefined : word
  const name = file ?? "standard input"
  try {
    const text = new TextDecoder().decode(await bytesOf(file, terminal))
    return recordLines(text).map((piece) => {
      const shown = piece.line === undefined ? name : `${name} line ${piece.line}`
      return readOne(piece.text, { shown, file })
    })
  } catch (problem) {
    terminal.signal.throwIfAborted()
    return [{ shown: name, file, problem }]
  }
}

function bytesOf(file: string | undefined, { input, signal }: Terminal): Promise<Uint8Array> {
  if (file !== undefined) return readFile(file, { what: "record" })
  return readStandardInput(input, {
    signal,
    advice: "Pipe records into the command: gridexplainer convert - --output out/ < records.jsonl",
  })
}

function readOne(text: string, place: RecordPlace): RecordSource {
  try {
    const explanation = recordOfText(text)
    const pictures = picturesOfReport(text)
    return { ...place, explanation, ...(pictures === undefined ? {} : { pictures }) }
  } catch (problem) {
    return { ...place, problem }
  }
}
