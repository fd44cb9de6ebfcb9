import { describe, expect, it } from "vitest"
import { clipToTerminal, terminalWidth } from "../../../src/render/terminal/terminal-width.ts"

describe("terminalWidth", () => {
  it.each([
    ["", 0],
    ["cat.jpg", 7],
    ["Größe", 5],
    ["cafe\u0301", 4],
    ["猫", 2],
    ["ねこ", 4],
    ["고양이", 6],
    ["ｱ", 1],
    ["（）", 4],
    ["😀", 2],
    ["−×·…", 4],
  ])("of %j is %d", (text, width) => expect(terminalWidth(text)).toBe(width))
})

describe("clipToTerminal", () => {
  it("keeps what fits, and no half of a wide letter", () => {
    expect(clipToTerminal("a猫b", 4)).toBe("a猫b")
    expect(clipToTerminal("a猫b", 3)).toBe("a猫")
    expect(clipToTerminal("a猫b", 2)).toBe("a")
    expect(clipToTerminal("😀😀", 3)).toBe("😀")
    expect(clipToTerminal("abc", 0)).toBe("")
  })
})
