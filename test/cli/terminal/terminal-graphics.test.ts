import { EventEmitter } from "node:events"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { terminalGraphics } from "../../../src/cli/terminal/terminal-graphics.ts"

/** A terminal that answers the question for its attributes, or keeps silent. */
function terminal(reply?: string) {
  const modes: boolean[] = []
  const written: string[] = []
  const stdin = Object.assign(new EventEmitter(), {
    isTTY: true,
    setRawMode: (raw: boolean) => modes.push(raw),
    resume: () => undefined,
    pause: () => undefined,
  })
  const stdout = {
    isTTY: true,
    write: (text: string) => {
      written.push(text)
      if (reply !== undefined) for (const byte of Buffer.from(reply)) stdin.emit("data", Uint8Array.of(byte))
    },
  }
  return { stdin, stdout, modes, written }
}

beforeEach(() => {
  for (const name of Object.keys(process.env))
    if (/^(TERM|TMUX|STY|KITTY|WEZTERM|KONSOLE|GHOSTTY|LC_TERMINAL)/.test(name)) vi.stubEnv(name, undefined)
  vi.stubEnv("TERM", "xterm-256color")
})
afterEach(() => vi.unstubAllEnvs())

describe("terminalGraphics", () => {
  it.each([
    ["kitty", { TERM: "xterm-kitty" }],
    ["kitty", { KITTY_WINDOW_ID: "1" }],
    ["iterm2", { TERM_PROGRAM: "iTerm.app", TERM_PROGRAM_VERSION: "3.5.0" }],
    ["sixel", { TERM: "mlterm" }],
  ])("knows %s by %j, and asks nothing", async (protocol, env) => {
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
    const host = terminal()
    expect(await terminalGraphics(host)).toBe(protocol)
    expect(host.written).toEqual([])
  })

  it("asks an unknown terminal for its attributes, of which 4 is sixel", async () => {
    const host = terminal("\u001b[?62;4;22c")
    expect(await terminalGraphics(host)).toBe("sixel")
    expect(host).toMatchObject({ written: ["\u001b[c"], modes: [true, false] })
    expect(await terminalGraphics(terminal("\u001b[?62;22;44c"))).toBeUndefined()
  })

  it("takes silence for no", async () => {
    const host = terminal()
    expect(await terminalGraphics(host)).toBeUndefined()
    expect(host.modes).toEqual([true, false])
  })

  it("believes tmux, not what the terminal around it would show", async () => {
    vi.stubEnv("KITTY_WINDOW_ID", "1")
    vi.stubEnv("TMUX", "/tmp/tmux-0/default,1,0")
    expect(await terminalGraphics(terminal("\u001b[?1;2c"))).toBeUndefined()
  })

  it("shows nothing in a pipe", async () => {
    vi.stubEnv("KITTY_WINDOW_ID", "1")
    const { stdin, stdout } = terminal("\u001b[?62;4c")
    expect(await terminalGraphics({ stdin, stdout: { ...stdout, isTTY: false } })).toBeUndefined()
  })
})
