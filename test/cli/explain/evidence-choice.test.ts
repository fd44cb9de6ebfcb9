import { describe, expect, it } from "vitest"
import { evidenceChoice } from "../../../src/cli/explain/evidence-choice.ts"
import type { ExplainFlags } from "../../../src/cli/explain/explain-flags.ts"

const alone = { drawn: false, effects: "alone" } as const
const average = { drawn: false, effects: "average" } as const

describe("how much is asked", () => {
  it.each<[ExplainFlags, string, string | undefined]>([
    [{}, "standard", undefined],
    [{ show: { drawn: true } }, "standard", undefined],
    [{ show: alone }, "standard", "alone"],
    [{ evidence: "quick", show: average }, "quick", "average"],
    [{ fill: ["blur", "noise"] }, "standard", undefined],
    [{ layout: "sheet" }, "standard", undefined],
    [{ layout: "sheet", fill: ["blur"] }, "standard", undefined],
    [{ style: "points" }, "standard", undefined],
    [{ grid: { rows: 15, columns: 20 } }, "standard", undefined],
    // What only one part at a time can draw needs no evidence.
    [{ evidence: "none" }, "none", undefined],
    [{ hide: "all-but-one" }, "none", undefined],
    [{ hide: "one", show: alone }, "none", "alone"],
    [{ style: "original" }, "none", undefined],
    [{ layout: "pair" }, "none", undefined],
    [{ layout: "sheet", fill: ["blur", "noise"] }, "none", undefined],
    [{ grid: { rows: 16, columns: 20 } }, "none", undefined],
    // It has evidence where that is asked for.
    [{ style: "original", evidence: "quick" }, "quick", "alone"],
    [{ layout: "pair", evidence: "thorough" }, "thorough", "alone"],
    [{ layout: "sheet", fill: ["blur", "noise"], evidence: "quick" }, "quick", undefined],
    [{ grid: { rows: 16, columns: 20 }, evidence: "quick" }, "quick", undefined],
  ])("for %j is %s, with effects %s", (flags, level, shown) => {
    const { method: _, ...choice } = evidenceChoice(flags)
    expect(choice).toEqual(shown === undefined ? { level } : { level, shown })
  })

  it.each<[ExplainFlags, string | undefined]>([
    [{}, undefined],
    [{ evidence: "none" }, undefined],
    [{ hide: "one" }, "one-at-a-time"],
    [{ hide: "all-but-one" }, "all-but-one"],
    [{ style: "original" }, "one-at-a-time"],
    [{ layout: "sheet", fill: ["blur", "noise"] }, "one-at-a-time"],
    [{ style: "original", evidence: "quick" }, undefined],
  ])("for %j names the method %s", (flags, method) => expect(evidenceChoice(flags).method).toBe(method))

  it.each<[ExplainFlags, string]>([
    [
      { hide: "one", evidence: "quick" },
      "--hide goes with --evidence none: --evidence quick hides one part at a time, and many at random",
    ],
    [{ hide: "all-but-one", show: alone }, "--show alone does not go with --hide all-but-one"],
    [{ hide: "one", show: average }, "--show average needs evidence, which --hide leaves out: give --evidence quick,"],
    [{ evidence: "none", show: average }, "--show average needs evidence: give --evidence quick, standard or thorough"],
    [{ style: "original", show: average }, "needs evidence, which --style original leaves out"],
    [
      { layout: "pair", show: average, evidence: "quick" },
      "--layout pair draws what hiding one part alone changes: it goes with --show alone",
    ],
    [{ style: "original", show: average, evidence: "quick" }, "--style original draws what hiding one part alone"],
  ])("refuses %j", (flags, message) => expect(() => evidenceChoice(flags)).toThrow(message))
})
