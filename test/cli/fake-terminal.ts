import { Readable } from "node:stream"
import { printable, type Terminal } from "../../src/cli/terminal/terminal.ts"

export interface FakeTerminal extends Terminal {
  /** What a person or a file would have got. */
  readonly said: { out: string; err: string; readonly statuses: string[]; readonly maps: (readonly string[])[] }
}

/** A terminal that remembers. */
export function fakeTerminal(options: Partial<Terminal> = {}): FakeTerminal {
  const said = { out: "", err: "", statuses: [] as string[], maps: [] as (readonly string[])[] }
  return {
    width: 80,
    colorLevel: 0,
    statusWidth: 79,
    statusHeight: 1,
    moves: true,
    signal: new AbortController().signal,
    print: (text) => {
      said.out += text
    },
    input: Readable.from([]),
    open: async () => false,
    graphics: async () => undefined,
    note: (text) => {
      said.err += `${text}\n`
    },
    fail: (problem) => {
      said.err += `error: ${printable(problem).replaceAll("\n", " ")}\n`
    },
    status: (line, above = []) => {
      said.statuses.push(line)
      said.maps.push(above)
    },
    ...options,
    said,
  }
}
