import { createSupportsTerminalGraphics } from "supports-terminal-graphics"

/** How a terminal is sent pictures. */
export type GraphicsProtocol = "kitty" | "iterm2" | "sixel"

/** The parts of a process's streams that are needed. */
export interface TerminalHost {
  readonly stdin: Keyboard
  readonly stdout: { readonly isTTY?: boolean; write(text: string): unknown }
}

interface Keyboard {
  readonly isTTY?: boolean
  setRawMode?(raw: boolean): unknown
  on(event: "data", listener: (bytes: Uint8Array) => void): unknown
  off(event: "data", listener: (bytes: Uint8Array) => void): unknown
  resume(): unknown
  pause(): unknown
}

/** Milliseconds to wait: a terminal answers "what are you?" at once, or not at all. */
const PATIENCE = 300

/**
 * How the terminal behind standard output shows pictures; undefined if it shows none.
 *
 * Known terminals are recognized by their environment. Others, and those inside tmux or screen, are asked for their attributes (DA1), of which the
 * fourth is sixel graphics.
 */
export async function terminalGraphics({ stdin, stdout }: TerminalHost): Promise<GraphicsProtocol | undefined> {
  const { env } = process
  if (stdout.isTTY !== true || env.TERM === "dumb") return undefined
  const known = createSupportsTerminalGraphics(stdout)
  // tmux and screen pass on the environment of the terminal around them, but not its pictures.
  const inside = env.TMUX !== undefined || env.STY !== undefined
  if (!inside && known.kitty) return "kitty"
  if (!inside && known.iterm2) return "iterm2"
  if (!inside && known.sixel) return "sixel"
  if (stdin.isTTY !== true || stdin.setRawMode === undefined) return undefined
  return (await deviceAttributes(stdin, stdout)).includes(4) ? "sixel" : undefined
}

/** Asks a terminal for its attributes: `ESC [ c`, answered by `ESC [ ? 62 ; 4 ; 22 c` (VT220 manual, DA1). */
async function deviceAttributes(stdin: Keyboard, stdout: TerminalHost["stdout"]): Promise<readonly number[]> {
  let reply = ""
  stdin.setRawMode?.(true)
  try {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(finish, PATIENCE)
      function finish(): void {
        clearTimeout(timer)
        stdin.off("data", listen)
        resolve()
      }
      function listen(bytes: Uint8Array): void {
        reply += Buffer.from(bytes).toString("latin1")
        if (attributesIn(reply) !== undefined) finish()
      }
      stdin.on("data", listen)
      stdin.resume()
      stdout.write("\u001b[c")
    })
  } finally {
    stdin.setRawMode?.(false)
    stdin.pause()
  }
  return attributesIn(reply) ?? []
}

function attributesIn(reply: string): readonly number[] | undefined {
  const [, list] = /\[\?([\d;]*)c/.exec(reply) ?? []
  return list?.split(";").map(Number)
}
