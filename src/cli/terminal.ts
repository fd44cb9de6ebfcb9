import { Ansis } from "ansis"
import type { InputStream } from "../node/files/read-standard-input.ts"
import { clipToTerminal, terminalWidth } from "../render/terminal/terminal-width.ts"
import type { GraphicsProtocol } from "./terminal-graphics.ts"

/** What a command may ask of the place where it runs, and how it speaks there. */
export interface Terminal {
  /** Columns of standard output. */
  readonly width: number
  /** Columns that a status line may take. */
  readonly statusWidth: number
  /** Colours of standard output: none, 16, 256 or all. */
  readonly colorLevel: 0 | 1 | 2 | 3
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal
  /** Standard input. */
  readonly input: InputStream
  /** How standard output shows pictures, if it does. */
  readonly graphics: () => Promise<GraphicsProtocol | undefined>
  /** Writes a result to standard output. */
  readonly print: (text: string) => void
  /** Writes a remark to standard error; a shown status line makes way. */
  readonly note: (text: string) => void
  /** Writes what went wrong to standard error, which no wish for quiet keeps back. */
  readonly fail: (problem: string) => void
  /** Shows a line that the next one replaces, on standard error and only where a person looks; "" takes it away. */
  readonly status: (line: string) => void
}

/** The terminal of this process. Ctrl-C aborts its signal; a second one ends the process at once. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr } = process
  endWithReader()
  const status = statusLine()
  const note = (text: string): void => {
    status("")
    stderr.write(`${text}\n`)
  }
  const error = stderr.isTTY && stderr.hasColors() ? "\u001b[1;31merror:\u001b[0m" : "error:"
  return {
    width: Math.max(24, stdout.columns || 80),
    statusWidth: (stderr.columns || 80) - 1,
    // A pipe gets no colours even where `CI` is set, which Ansis takes for a terminal.
    colorLevel: stdout.isTTY || process.env.FORCE_COLOR ? colorLevel(new Ansis().level) : 0,
    signal: interruption(() => status("stopping after this step; Ctrl-C stops at once")),
    input: stdin,
    graphics: async () => (await import("./terminal-graphics.ts")).terminalGraphics(process),
    print: (text) => void stdout.write(text),
    note,
    fail: (problem) => note(`${error} ${printable(problem).replaceAll("\n", " ")}`),
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

/** Aborted when somebody asks the process to end; asked again, it ends at once. */
function interruption(onStop: () => void): AbortSignal {
  const controller = new AbortController()
  for (const name of ["SIGINT", "SIGTERM"] as const)
    process.once(name, () => {
      controller.abort()
      onStop()
    })
  return controller.signal
}

/** Ends the process where the reader of its output has gone, as in `gridexplainer ... | head -1`: nobody is left to tell. */
function endWithReader(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(0)
      throw error
    })
}

/** One line that is written over again and again; nothing where standard error is no terminal, or one that cannot go back. */
function statusLine(): (line: string) => void {
  const { stderr } = process
  if (!stderr.isTTY || process.env.TERM === "dumb") return () => undefined
  let shown = ""
  return (line) => {
    if (line === shown) return
    const text = clipToTerminal(printable(line), (stderr.columns || 80) - 1)
    const rest = " ".repeat(Math.max(0, terminalWidth(shown) - terminalWidth(text)))
    stderr.write(`\r${text}${rest}${text === "" ? "\r" : ""}`)
    shown = text
  }
}

function colorLevel(level: number): 0 | 1 | 2 | 3 {
  return level >= 3 ? 3 : level === 2 ? 2 : level === 1 ? 1 : 0
}
