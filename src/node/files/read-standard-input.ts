import { GridExplainerError } from "../../errors.ts"

/** The options of `readStandardInput`. */
export interface ReadStandardInputOptions {
  /**
   * The most bytes to accept.
   * @default 67108864
   */
  readonly maxBytes?: number
  readonly signal?: AbortSignal | undefined
  /**
   * What the error advises if standard input is the keyboard.
   * @default "Pipe a picture into the command: gridexplainer explain - < photo.jpg"
   */
  readonly advice?: string
}

/** What is read: the part of `process.stdin` that is needed. */
export interface InputStream extends AsyncIterable<unknown> {
  /** Whether it is a keyboard. */
  readonly isTTY?: boolean
  destroy(error?: Error): unknown
}

/**
 * Reads everything that is piped into the program. This is the only place where this package reads standard input.
 *
 * @throws GridExplainerError `FILE_UNREADABLE` if nothing is piped, or what is piped is empty or too large; `signal.reason` on abort
 *
 * @example
 * ```ts
 * import { Readable } from "node:stream"
 * import { readStandardInput } from "gridexplainer/node"
 * const bytes = await readStandardInput(Readable.from([Uint8Array.of(1), Uint8Array.of(2)])) // process.stdin, as a rule
 * bytes // => Uint8Array.of(1, 2)
 * ```
 */
export async function readStandardInput(
  stream: InputStream,
  options: ReadStandardInputOptions = {},
): Promise<Uint8Array> {
  const {
    maxBytes = 2 ** 26,
    signal,
    advice = "Pipe a picture into the command: gridexplainer explain - < photo.jpg",
  } = options
  if (stream.isTTY === true) throw unreadable("is the keyboard", advice)
  const stop = (): void => void stream.destroy()
  signal?.addEventListener("abort", stop, { once: true })
  const pieces: Uint8Array[] = []
  let bytes = 0
  try {
    for await (const piece of stream) {
      bytes += (piece as Uint8Array).length
      if (bytes > maxBytes) throw unreadable(`has more than the ${maxBytes} bytes that are read at most`)
      pieces.push(piece as Uint8Array)
    }
  } catch (error) {
    signal?.throwIfAborted()
    throw error instanceof GridExplainerError ? error : unreadable(`cannot be read (${String(error)})`)
  } finally {
    signal?.removeEventListener("abort", stop)
  }
  signal?.throwIfAborted()
  if (bytes === 0) throw unreadable("is empty")
  return new Uint8Array(Buffer.concat(pieces))
}

function unreadable(problem: string, nextStep?: string): GridExplainerError {
  return new GridExplainerError("FILE_UNREADABLE", `standard input ${problem}`, { nextStep })
}
