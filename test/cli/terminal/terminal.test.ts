import { describe, expect, it } from "vitest"
import { statusLog, terminalFor } from "../../../src/cli/terminal/terminal.ts"
import { fakeTerminal } from "../fake-terminal.ts"

describe("statusLog", () => {
  /** What a log holds after lines at these seconds of a clock. */
  function logged(lines: readonly (readonly [second: number, line: string])[]): readonly string[] {
    let second = 0
    const written: string[] = []
    const status = statusLog(
      (line) => written.push(line),
      () => 1000 * second,
    )
    for (const [at, line] of lines) {
      second = at
      status(line)
    }
    return written
  }

  it("hears once in ten seconds how far the work is, and nothing of what is done sooner", () => {
    const every = Array.from({ length: 36 }, (_, second) => [second, `${second} of 36`] as const)
    expect(logged(every)).toEqual(["10 of 36", "20 of 36", "30 of 36"])
    expect(logged(every.slice(0, 10))).toEqual([])
  })

  it("waits for the next line where none came in time", () => {
    expect(
      logged([
        [3, "a"],
        [25, "b"],
        [34, "c"],
        [35, "d"],
      ]),
    ).toEqual(["b", "d"])
  })

  it("has no bar, no line that only takes another away, and nothing that speaks to a terminal", () => {
    expect(
      logged([
        [10, ""],
        [11, "[=====>    ] 54 %, 35 of 65"],
        [22, "\u001b[2Jcat\r"],
      ]),
    ).toEqual(["54 %, 35 of 65", "[2Jcat"])
  })
})

describe("terminalFor", () => {
  it.each([
    [{}, true, "remarks, progress"],
    [{}, false, "remarks, progress"],
    [{ quiet: true }, true, ""],
    [{ plain: true }, true, "remarks"],
    [{ json: true }, true, "remarks, progress"],
    [{ json: true }, false, "remarks"],
  ])("with %j, where a line moves: %j, there are: %s", (flags, moves, expected) => {
    const terminal = fakeTerminal({ moves })
    const { note, status } = terminalFor(terminal, flags)
    note("remark")
    status("50 %")
    const { err, statuses } = terminal.said
    expect([err === "" ? [] : ["remarks"], statuses.length === 0 ? [] : ["progress"]].flat().join(", ")).toBe(expected)
  })
})
