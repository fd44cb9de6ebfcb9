import fc from "fast-check"
import { it } from "vitest"
import { anySingle, anySheet, anyPair } from "./any-drawing.ts"
import { parseSvg } from "./parse-svg.ts"
it("x", () => {
  for (const [n, a] of [["single", anySingle], ["sheet", anySheet], ["pair", anyPair]] as const) {
    let t = performance.now()
    const s = fc.sample(a, { numRuns: 150, seed: 5 })
    console.log(n, "make", (performance.now() - t) / 150)
    t = performance.now()
    for (const d of s) parseSvg(d.svg)
    console.log(n, "parse", (performance.now() - t) / 150, s.reduce((x, d) => x + d.svg.length, 0) / 150, Math.max(...s.map((d) => d.svg.length)))
  }
})
