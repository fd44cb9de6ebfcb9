import { describe, expect, it } from "vitest"
import { statusLines } from "../../../src/cli/terminal/terminal.ts"

const [cut, whole] = ["\u001b[?7l", "\u001b[?7h"]

function written(...calls: readonly (readonly [line: string, above?: readonly string[]])[]): readonly string[] {
  const said: string[] = []
  const status = statusLines((text) => void said.push(text))
  for (const [line, above] of calls) status(line, above)
  return said
}

describe("a status that is written over", () => {
  it("goes to the start of its line, clears what stood there, and cuts what is too wide", () => {
    expect(written(["1 of 9"], ["2 of 9"])).toEqual([
      `\r${cut}\u001b[K1 of 9${whole}`,
      `\r${cut}\u001b[K2 of 9${whole}`,
    ])
  })

  it("goes up to the first line of the map that stands above it", () => {
    expect(written(["1 of 9", ["+1 .", ". ."]], ["2 of 9", ["+2 .", ". ."]])[1]).toBe(
      `\r\u001b[2A${cut}\u001b[K+2 .\r\n\u001b[K. .\r\n\u001b[K2 of 9${whole}`,
    )
  })

  it("takes the map away with the line", () => {
    expect(written(["1 of 9", ["+1 ."]], [""])[1]).toBe(`\r\u001b[1A${cut}\u001b[K\r\n\u001b[K${whole}\r\u001b[1A`)
  })

  it("writes nothing where nothing has changed", () => {
    expect(written(["1 of 9", ["+1 ."]], ["1 of 9", ["+1 ."]])).toHaveLength(1)
  })

  it("lets no control character through", () => {
    expect(written(["\u001b[31mcat\u0007.png"])[0]).toBe(`\r${cut}\u001b[K[31mcat.png${whole}`)
  })
})
