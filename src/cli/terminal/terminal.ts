import { Ansis } from "ansis"
import type { InputStream } from "../../node/index.ts"
import { interruption } from "../process/interruption.ts"
import { leaveWith } from "../process/leave-with.ts"
import type { GraphicsProtocol } from "./terminal-graphics.ts"

/** What a command knows about the terminal, and how it writes to it. */
export interface Terminal {
  /** Columns of standard output. */
  readonly width: number
  /** Columns that a status line may take. */
  readonly statusWidth: number
  /** Rows that a status may take, its line included: 1 if nothing can be shown above the line. */
  readonly statusHeight: number
  /** Whether a status line can be overwritten; otherwise a line is added to a log now and then. */
  readonly moves: boolean
  /** Colours of standard output: none, 16, 256 or all. */
  readonly colorLevel: 0 | 1 | 2 | 3
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal
  /** Standard input. */
  readonly input: InputStream
  /** How standard output shows pictures, if it does. */
  readonly graphics: () => Promise<GraphicsProtocol | undefined>
  /** Opens a file or a folder like a double click; returns whether it could. */
  readonly open: (path: string) => Promise<boolean>
  /** Writes a result to standard output. */
  readonly print: (text: string) => void
  /** Writes a remark to standard error; a status line makes room for it. */
  readonly note: (text: string) => void
  /** Writes what went wrong to standard error, even with `--quiet`. */
  readonly fail: (problem: string) => void
  /**
   * Shows on standard error how far the work is: a line that the next one replaces or, if lines cannot be overwritten, one every ten seconds. "" removes it.
   * Lines `above` it, such as a map, are replaced with it.
   */
  readonly status: (line: string, above?: readonly string[]) => void
}

/**
 * The terminal of this process. Ctrl-C aborts its signal; a second one ends the process at once.
 *
 * @param options `color` is false if colours are not wanted, whatever the environment says.
 */
export function processTerminal({ color = true }: { readonly color?: boolean } = {}): Terminal {
  const { stdin, stdout, stderr, env } = process
  endWhereOutputCannotGo()
  // Set by shells for their windows, and by people for programs without a window.
  const columns = Number(env.COLUMNS) || 80
  const moves = stderr.isTTY && env.TERM !== "dumb"
  const status = moves
    ? statusLines((text) => void stderr.write(text))
    : statusLog(
        (line) => void stderr.write(`${line}\n`),
        () => performance.now(),
      )
  const note = (text: string): void => {
    status("")
    stderr.write(`${text}\n`)
  }
  const error = color && stderr.isTTY && stderr.hasColors() ? "\u001b[1;31merror:\u001b[0m" : "error:"
  return {
    width: Math.max(24, stdout.columns || columns),
    statusWidth: (stderr.columns || columns) - 1,
    statusHeight: moves ? Math.max(1, (stderr.rows || 24) - 1) : 1,
    moves,
    // A pipe gets no colours even where `CI` is set, which Ansis takes for a terminal.
    colorLevel: color && (stdout.isTTY || env.FORCE_COLOR) ? colorLevel(new Ansis().level) : 0,
    signal: interruption(() => status("stopping after this step; Ctrl-C stops at once")),
    input: stdin,
    graphics: async () => (await import("./terminal-graphics.ts")).terminalGraphics(process),
    open: async (path) => (await import("./open-file.ts")).openFile(path),
    print: (text) => void stdout.write(text),
    note,
    fail: (problem) => note(`${error} ${printable(problem).replaceAll("\n", " ")}`),
    status,
  }
}

/** The terminal as the options want it: `--quiet` suppresses remarks and progress, `--plain` the progress, and `--json` the progress in a log. */
export function terminalFor(
  terminal: Terminal,
  { quiet, plain, json }: { readonly quiet?: boolean; readonly plain?: boolean; readonly json?: boolean },
): Terminal {
  if (quiet === true) return { ...terminal, note: () => undefined, status: () => undefined }
  const silent = plain === true || (json === true && !terminal.moves)
  return silent ? { ...terminal, status: () => undefined } : terminal
}

/** Text without anything that controls a terminal: control characters except line ends, and changes of writing direction. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, (sign) => (sign === "\n" ? sign : ""))
}

/** JSON that means the same, with every character escaped that a terminal may act on. */
export function escapeControls(json: string): string {
  const code = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`
  return json.replace(/[^\n\P{Cc}]|\p{Cf}/gu, (sign) => sign.split("").map(code).join(""))
}

/**
 * Ends the process if its output cannot be written: silently if the reader has gone, as in `gridexplainer ... | head -1`, since nobody is left to
 * tell; otherwise with what is wrong, such as a full disk.
 */
function endWhereOutputCannotGo(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") exitWith(0)
    process.stderr.write(`error: standard output cannot be written: ${reasonOf(error)}\n`)
    exitWith(1)
  })
  process.stderr.on("error", (error: NodeJS.ErrnoException) => exitWith(error.code === "EPIPE" ? 0 : 1))
}

function exitWith(code: number): never {
  leaveWith(code)
  process.exit(code)
}

/** What the system says: `no space left on device` of `ENOSPC: no space left on device, write`. */
function reasonOf({ message }: Error): string {
  return message.replace(/^[A-Z]+: |, \w+$/g, "")
}

/** Milliseconds between two progress lines in a log. */
const LOG_EVERY = 10_000

/** Passes on one line every ten seconds, without the bar, which is only for terminals. */
export function statusLog(write: (line: string) => void, now: () => number): (line: string) => void {
  let last = now()
  return (line) => {
    if (line === "" || now() - last < LOG_EVERY) return
    last = now()
    write(printable(line).replace(/^\[[=> ]*\] /, ""))
  }
}

/**
 * Lines that are overwritten again and again, with the status last. The terminal itself cuts what is too wide: autowrap is off meanwhile (DECAWM). The
 * cursor goes up to the first of them (CUU), and each is cleared by itself (EL): some terminals put into their history what is cleared as a whole.
 */
export function statusLines(write: (text: string) => void): (line: string, above?: readonly string[]) => void {
  let shown: readonly string[] = [""]
  return (line, above = []) => {
    const lines = [...above, printable(line)]
    if (lines.join("\n") === shown.join("\n")) return
    const empty = Array<string>(Math.max(0, shown.length - lines.length)).fill("")
    const rows = [...lines, ...empty].map((row) => `\u001b[K${row}`).join("\r\n")
    write(`\r${up(shown.length - 1)}\u001b[?7l${rows}\u001b[?7h${empty.length === 0 ? "" : `\r${up(empty.length)}`}`)
    shown = lines
  }
}

function up(rows: number): string {
  return rows === 0 ? "" : `\u001b[${rows}A`
}

function colorLevel(level: number): 0 | 1 | 2 | 3 {
  return level >= 3 ? 3 : level === 2 ? 2 : level === 1 ? 1 : 0
}
