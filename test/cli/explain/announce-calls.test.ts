import { describe, expect, it } from "vitest"
import { announceCalls } from "../../../src/cli/explain/announce-calls.ts"

const one = { pictures: 1, answers: 1 } as const
const standard = { calls: 400, atMost: true, less: { level: "quick", calls: 131 } } as const

/** What is said while the model answers: `[pictures answered, milliseconds]`. */
function said(
  answers: readonly (readonly [number, number])[],
  plan: Parameters<typeof announceCalls>[0] = standard,
  of: { readonly pictures: number; readonly answers: number } = one,
): readonly string[] {
  const lines: string[] = []
  const announce = announceCalls(plan, { ...of, say: (line) => lines.push(line) })
  for (const [done, elapsed] of answers) announce({ done, total: 400, elapsed })
  return lines
}

describe("announceCalls", () => {
  it("takes the pace from the first answers, without the very first, and says it once", () => {
    // 9 pictures in 180 ms after the first: 20 ms each, and 390 are left.
    expect(
      said([
        [1, 500],
        [2, 520],
        [10, 680],
        [18, 900],
      ]),
    ).toEqual(["Asks the model at most 400 times, about 8 s (--evidence quick: 131)"])
  })

  it("waits for a few answers, but not long", () => {
    expect(
      said([
        [1, 500],
        [2, 520],
      ]),
    ).toEqual([])
    // One picture in two seconds: 398 are left.
    expect(
      said([
        [1, 500],
        [2, 2500],
      ]),
    ).toEqual(["Asks the model at most 400 times, about 13 min 16 s (--evidence quick: 131)"])
  })

  it("says what is exact without at most", () => {
    const quick = { calls: 131, atMost: false, less: { level: "none", calls: 65 } } as const
    expect(
      said(
        [
          [1, 10],
          [11, 110],
        ],
        quick,
      ),
    ).toEqual(["Asks the model 131 times, about 2 s (--evidence none: 65)"])
  })

  it("counts all answers and pictures", () => {
    const line = (pictures: number, answers: number): string | undefined =>
      said(
        [
          [1, 0],
          [11, 1000],
        ],
        standard,
        { pictures, answers },
      )[0]
    // 0.1 s each, 11 of 4800 done.
    expect(line(12, 1)).toBe(
      "Asks the model at most 4800 times for 12 pictures, about 7 min 59 s (--evidence quick: 1572)",
    )
    expect(line(1, 3)).toContain("at most 400 times for 3 answers, about 39 s ")
    expect(line(2, 3)).toContain("at most 800 times for 3 answers to each of 2 pictures, ")
  })
})
