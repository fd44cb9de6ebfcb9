import { describe, expect, it } from "vitest"
import { type EvidenceChoice, evidenceChoice } from "../../../src/cli/explain/evidence-choice.ts"
import type { ExplainFlags } from "../../../src/cli/explain/explain-flags.ts"
import { planCalls } from "../../../src/cli/explain/plan-calls.ts"
import type { PictureJob } from "../../../src/cli/pictures/each-picture.ts"
import { resolveFill } from "../../../src/fills/resolve-fill.ts"
import { grid } from "../../../src/regions/grid.ts"
import type { Classifier } from "../../../src/types.ts"
import { fakeTerminal } from "../fake-terminal.ts"

const model: Classifier = {
  name: "never asked",
  scale: "probability",
  inputSize: { width: 16, height: 16 },
  score: () => Promise.reject(new Error("a plan asks nothing")),
}

/** What is planned for a grey picture, 8 x 8 squares and three fills. */
function planned(
  level: Exclude<EvidenceChoice["level"], "none">,
  { flags = {}, side = 32 }: { readonly flags?: ExplainFlags; readonly side?: number } = {},
): ReturnType<typeof planCalls> {
  const image = { width: side, height: side, channels: 1, data: new Uint8Array(side * side) } as const
  const job: PictureJob = {
    source: { kind: "file", path: "grey.png", shown: "grey.png" },
    photo: { image, fileSha256: "", notes: [] },
    classifier: model,
    index: 0,
    turn: 0,
    done: 0,
  }
  const fills = (["blur", "image-mean", "cell-mean"] as const).map(resolveFill)
  const choice = evidenceChoice({ evidence: level, ...flags })
  const rest = { flags, terminal: fakeTerminal(), began: 0, count: 1 }
  return planCalls(job, { regions: grid(8), fills, choice, ...rest }, level)
}

describe("planCalls", () => {
  it("knows how often each level asks about 8 x 8 squares, and the next smaller level", () => {
    expect(planned("quick")).toMatchObject({ calls: 131, atMost: false, less: { level: "none", calls: 65 } })
    expect(planned("standard")).toMatchObject({ calls: 400, atMost: true, less: { level: "quick", calls: 131 } })
    expect(planned("thorough")).toMatchObject({ calls: 1321, atMost: true, less: { level: "standard", calls: 400 } })
  })

  it("counts pictures that several answers share once", () => {
    // Of each further answer: 8 of its own regions, 4 of them in changed pictures, 4 of its own curve.
    expect(planned("quick", { flags: { target: [1, 2] } }).calls).toBe(131 + 16)
    expect(planned("standard", { flags: { top: 3 } }).calls).toBeLessThanOrEqual(1.3 * 400)
  })

  it("counts the fills that go without evidence one by one", () => {
    expect(planned("quick", { flags: { fill: ["blur", "noise"] } }).less).toEqual({ level: "none", calls: 2 * 65 })
  })

  it("hides every square alone where effects alone are shown", () => {
    const flags = { show: { drawn: false, effects: "alone" } } as const
    // 8 of 64 are hidden alone else.
    expect(planned("quick", { flags })).toMatchObject({
      calls: 131 + 56,
      plan: { alone: { most: 64, fills: "first" } },
    })
    expect(planned("standard", { flags })).toMatchObject({ calls: 400, less: { level: "quick", calls: 131 + 56 } })
  })

  it("promises no number where the picture is not resized, and one check is left out", () => {
    expect(planned("quick", { side: 16 })).toMatchObject({ calls: 131, atMost: true })
  })
})
