import { describe, expect, it } from "vitest"
import { downloadLine, progressLine } from "../../../src/cli/terminal/progress-line.ts"

const fifth = { done: 13, total: 65, perSecond: 13, remaining: 4000 }
const place = { name: "cat.jpg", index: 2, count: 12, since: 11_000 }

describe("progressLine", () => {
  it("draws how much is done and says the pace and what is left", () => {
    expect(progressLine(fifth, { width: 80 })).toBe(
      "[======>                       ] 20 %, 13 of 65, 13 a second, 4 s left",
    )
    expect(progressLine({ ...fifth, done: 65, remaining: 0 }, { width: 80 })).toBe(
      "[==============================] 100 %, 65 of 65, 13 a second",
    )
  })

  it("counts all pictures where there are several, and the time for all of them", () => {
    // Two of twelve and a fifth of the third are 2.2 / 12 = 18.3 %; the other 81.7 % take 11 s x 81.7 / 18.3 = 49 s.
    expect(progressLine(fifth, { width: 80, place })).toBe(
      "[====>                 ] 18 %, picture 3 of 12, cat.jpg, 13 a second, 49 s left",
    )
    expect(progressLine(fifth, { width: 80, place: { ...place, index: 0, count: 1 } })).toBe(
      progressLine(fifth, { width: 80 }),
    )
  })

  it("says what is asked just now where there is room", () => {
    const stage = "one at a time"
    expect(progressLine(fifth, { width: 80, stage })).toBe(
      "[=====>                  ] 20 %, 13 of 65, one at a time, 13 a second, 4 s left",
    )
    expect(progressLine(fifth, { width: 60, stage })).toBe(progressLine(fifth, { width: 60 }))
    expect(progressLine(fifth, { width: 100, place, stage })).toContain("cat.jpg, one at a time, 13 a second")
    expect(progressLine(fifth, { width: 70, place, stage })).toBe(progressLine(fifth, { width: 70, place }))
  })

  it("never promises more than is done", () => {
    expect(progressLine({ ...fifth, done: 999, total: 1000 }, { width: 80 })).toContain(" 99 %, ")
  })

  it.each([
    [59_000, "59 s left"],
    [61_500, "1 min 02 s left"],
    [3_725_000, "1 h 02 min left"],
  ])("writes %d ms as %s", (remaining, words) => {
    expect(progressLine({ ...fifth, remaining }, { width: 80 })).toContain(words)
  })

  it.each([
    [52.4, "52 a second"],
    [8.44, "8.4 a second"],
    [0.518, "0.52 a second"],
  ])("writes a pace of %d as %s", (perSecond, words) => {
    expect(progressLine({ ...fifth, perSecond }, { width: 80 })).toContain(words)
  })

  it("gives up the pace, the bar and the time in a narrow window, in this order", () => {
    expect(progressLine(fifth, { width: 40 })).toBe("[==>         ] 20 %, 13 of 65, 4 s left")
    expect(progressLine(fifth, { width: 32 })).toBe("[===>          ] 20 %, 13 of 65")
    expect(progressLine(fifth, { width: 20 })).toBe("20 %, 13 of 65")
  })

  it("gives up the name of a picture, which may be long and wide, before the time", () => {
    const named = { ...place, name: "猫".repeat(20) }
    expect(progressLine(fifth, { width: 60, place: named })).toBe(
      "[====>                   ] 18 %, picture 3 of 12, 49 s left",
    )
    expect(progressLine(fifth, { width: 16, place: named })).toBe("18 %, 3 of 12")
    for (const width of [16, 30, 40, 60, 80, 120, 200])
      expect(progressLine(fifth, { width, place: { ...place, name: "a".repeat(50) } }).length).toBeLessThan(width)
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
