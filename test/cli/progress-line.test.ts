import { describe, expect, it } from "vitest"
import { downloadLine, progressLine } from "../../src/cli/progress-line.ts"

describe("progressLine", () => {
  it("draws how much is done and says what is left", () => {
    expect(progressLine({ done: 13, total: 65, elapsed: 1000, remaining: 4000 }, 60)).toBe(
      "[======>                       ] 20 %, 13 of 65, 4 s left",
    )
    expect(progressLine({ done: 65, total: 65, elapsed: 5000, remaining: 0 }, 60)).toBe(
      "[==============================] 100 %, 65 of 65",
    )
  })

  it("never promises more than is done", () => {
    expect(progressLine({ done: 999, total: 1000, elapsed: 1, remaining: 1 }, 80)).toContain(" 99 %, ")
  })

  it.each([
    [59_000, "59 s left"],
    [61_500, "1 min 02 s left"],
    [3_725_000, "1 h 02 min left"],
  ])("writes %d ms as %s", (remaining, words) => {
    expect(progressLine({ done: 1, total: 2, elapsed: 1, remaining }, 80)).toContain(words)
  })

  it("gives up the bar, not the numbers, in a narrow window", () => {
    expect(progressLine({ done: 13, total: 65, elapsed: 1000, remaining: 4000 }, 30)).toBe("20 %, 13 of 65, 4 s left")
    for (const width of [31, 40, 50, 80, 200])
      expect(progressLine({ done: 13, total: 65, elapsed: 1, remaining: 4000 }, width).length).toBeLessThan(width)
  })
})

describe("downloadLine", () => {
  it("counts megabytes", () => {
    expect(downloadLine({ bytes: 23_800_000, totalBytes: 95_128_781 }, 80)).toBe(
      "[========>                     ] 25 %, 23.8 MB of 95.1 MB",
    )
    expect(downloadLine({ bytes: 1_000_000 }, 80)).toBe("downloading, 1.0 MB")
  })
})
