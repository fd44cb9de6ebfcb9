import { describe, expect, it } from "vitest"
import { announceCalls } from "../../../src/cli/explain/announce-calls.ts"

const one = { pictures: 1, answers: 1 } as const
const standard = { calls: 400, less: { level: "quick", calls: 131 } } as const

/** Milliseconds from the start of the command to the first picture. */
const start = 1000

/** What is said while the model answers: `[pictures answered, milliseconds]`. */
function said(
  answers: readonly (readonly [number, number])[],
  plan: Parameters<typeof announceCalls>[0] = standard,
  of: { readonly pictures: number; readonly answers: number; readonly drawings?: number } = one,
): readonly string[] {
  const lines: string[] = []
  let now = 0
  const announce = announceCalls(plan, { drawings: 0, ...of, spent: () => now, say: (line) => lines.push(line) })
  for (const [done, elapsed] of answers) {
    now = start + elapsed
    announce({ done, total: 400, elapsed })
  }
  return lines
}

describe("announceCalls", () => {
  it("says it once, at the pace that a quarter of the first pictures keep within", () => {
    // The start took 1 s. After the first: 1 in 100 ms, 8 in 800 ms, 8 in 640 ms, 16 in 320 ms. A quarter of 33 pictures took 20 ms each, and 366 are left.
    const answers = [
      [1, 500],
      [2, 600],
      [10, 1400],
      [18, 2040],
      [34, 2360],
      [50, 2600],
    ] as const
    expect(said(answers)).toEqual(["Asks the model at most 400 times, about 11 s in all (--evidence quick: 131)"])
    expect(said(answers.slice(0, 4))).toEqual([])
    // The fastest of many is no measure: 7 took 10 ms, 23 took 40 ms, and 369 are left.
    const singles = Array.from({ length: 41 }, (_, i) => [1 + i, i <= 7 ? 10 * i : 70 + 40 * (i - 7)] as const)
    expect(said(singles)).toEqual(["Asks the model at most 400 times, about 17 s in all (--evidence quick: 131)"])
  })

  it("does not wait long for a slow model", () => {
    // One picture in two seconds: 398 are left.
    expect(
      said([
        [1, 500],
        [2, 2500],
      ]),
    ).toEqual(["Asks the model at most 400 times, about 13 min 20 s in all (--evidence quick: 131)"])
  })

  it("counts the start, and as long again for each drawing", () => {
    const line = (pictures: number, drawings: number): string | undefined =>
      said(
        [
          [1, 0],
          [31, 3000],
        ],
        standard,
        { pictures, answers: 1, drawings },
      )[0]
    // 1 s of start, 3 s for 31 of 400, 36.9 s for the others.
    expect(line(1, 0)).toContain("about 41 s in all")
    expect(line(1, 1)).toContain("about 42 s in all")
    expect(line(1, 2)).toContain("about 43 s in all")
    // 76.9 s for the others of 800.
    expect(line(2, 2)).toContain("about 1 min 25 s in all")
  })

  it("counts all answers and pictures", () => {
    const line = (pictures: number, answers: number): string | undefined =>
      said(
        [
          [1, 0],
          [51, 5000],
        ],
        standard,
        { pictures, answers },
      )[0]
    // 0.1 s each, 51 of 4800 done.
    expect(line(12, 1)).toBe(
      "Asks the model at most 4800 times for 12 pictures, about 8 min 01 s in all (--evidence quick: 1572)",
    )
    expect(line(1, 3)).toContain("at most 400 times for 3 answers, about 41 s in all ")
    expect(line(2, 3)).toContain("at most 800 times for 3 answers to each of 2 pictures, ")
  })
})
