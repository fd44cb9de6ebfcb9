import fc from "fast-check"
import { expect, test } from "vitest"
import { strongestRegion } from "../../src/reading/strongest-region.ts"
import { viewOf } from "../../src/reading/view.ts"
import { renderSvg } from "../../src/render/index.ts"
import { anyEvidence, withEvidence } from "../render/make-evidence.ts"
import { makeExplanation, wobble } from "../render/make-explanation.ts"
import { all, parseSvg } from "../render/parse-svg.ts"

/** The numbers of the squares of a drawing, and all its lines. */
function readDrawing(svg: string): { readonly squares: readonly string[]; readonly words: string } {
  const root = parseSvg(svg)
  const numbers = all(root, "g").filter(({ attributes }) => attributes.class === "numbers")
  return {
    squares: numbers.flatMap((group) => all(group, "text").map(({ text }) => text)),
    words: all(root, "text")
      .map(({ text }) => text)
      .join(" "),
  }
}

test("a wide interval rounds sentence, square and legend to whole points", () => {
  const record = withEvidence(makeExplanation({ effects: [0.0872, 0.02, 0, 0], rows: 2 }), { half: 0.05, floor: 0.003 })
  const { squares, words } = readDrawing(renderSvg(record, { layout: "alone" }))
  expect(squares).toEqual(["+9"])
  expect(words).toContain("by 9 points, between 4 and 14")
  expect(words).toContain("0 points +9 + supports")
})

test("the strongest effect is written alike in sentence, square and legend, whatever the record", () => {
  const any = fc.record({
    seed: fc.nat(),
    side: fc.integer({ min: 1, max: 16 }),
    size: fc.double({ min: 0.01, max: 1, noNaN: true }),
  })
  fc.assert(
    fc.property(any, fc.constantFrom("beside" as const, "alone" as const), ({ seed, side, size }, layout) => {
      const effects = wobble(side * side).map((effect) => effect * size)
      const view = viewOf(anyEvidence(makeExplanation({ effects, rows: side }), seed))
      const { squares, words } = readDrawing(renderSvg(view, { layout }))
      const said = /by ([\d.]+) (?:points|point), between/.exec(words)?.[1]
      const measured = /measured: ([+−]?[\d.]+) to ([+−]?[\d.]+) points/.exec(words)
      if (said === undefined || measured === null || squares.length === 0) return
      const sign = view.effects[strongestRegion(view)]! > 0 ? "+" : "−"
      const written = Number(said) === 0 ? said : `${sign}${said}`
      expect(measured.slice(1)).toContain(written)
      // A square that a set's line leaves no room has no number; those that have one end at the same digit.
      const decimals = (number: string): number => number.split(".")[1]?.length ?? 0
      expect(squares.filter((number) => decimals(number) !== decimals(said))).toEqual([])
    }),
    { numRuns: 60, seed: 5 },
  )
})
