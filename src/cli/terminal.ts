import { Ansis } from "ansis"

/** What a command may ask of the place where it runs, and how it speaks there. */
export interface Terminal {
  /** Columns of standard output. */
  readonly width: number
  /** Colours of standard output: none, 16, 256 or all. */
  readonly colorLevel: 0 | 1 | 2 | 3
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal
  /** Writes a result to standard output. */
  readonly print: (text: string) => void
  /** Writes a remark to standard error; a shown status line makes way. */
  readonly note: (text: string) => void
  /** Shows a line that the next one replaces, on standard error and only where a person looks; "" takes it away. */
  readonly status: (line: string) => void
}

/** The terminal of this process. Ctrl-C aborts its signal; a second one ends the process at once. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process
  const interruption = new AbortController()
  process.once("SIGINT", () => interruption.abort())
  for (const stream of [stdout, stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      // The reader has gone, as in `gridexplainer ... | head -1`: nobody is left to tell.
      if (error.code === "EPIPE") process.exit(0)
      throw error
    })
  let shown = ""
  const status = (line: string): void => {
    if (!stderr.isTTY || line === shown) return
    const text = line.slice(0, (stderr.columns || 80) - 1)
    stderr.write(`\r${text.padEnd(shown.length)}${text === "" ? "\r" : ""}`)
    shown = text
  }
  return {
    width: Math.max(24, stdout.columns || 80),
    // A pipe gets no colours even where `CI` is set, which Ansis takes for a terminal.
    colorLevel: stdout.isTTY || process.env.FORCE_COLOR ? colorLevel(new Ansis().level) : 0,
    signal: interruption.signal,
    print: (text) => void stdout.write(text),
    note: (text) => {
      status("")
      stderr.write(`${text}\n`)
    },
    status,
  }
}

/** The same place without remarks and progress. */
export function quietTerminal(terminal: Terminal): Terminal {
  return { ...terminal, note: () => undefined, status: () => undefined }
}

/** Text without anything that speaks to a terminal: control characters but line ends, and changes of writing direction. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, (sign) => (sign === "\n" ? sign : ""))
}

/** JSON that means the same, with every sign escaped that a terminal may act on. */
export function escapeControls(json: string): string {
  const code = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`
  return json.replace(/[^\n\P{Cc}]|\p{Cf}/gu, (sign) => sign.split("").map(code).join(""))
}

function colorLevel(level: number): 0 | 1 | 2 | 3 {
  return level >= 3 ? 3 : level === 2 ? 2 : level === 1 ? 1 : 0
}
