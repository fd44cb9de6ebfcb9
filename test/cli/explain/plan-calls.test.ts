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
  level: EvidenceChoice["level"],
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
  return planCalls(job, { regions: grid(8), fills, choice, ...rest })
}

describe("planCalls", () => {
  it("knows how often each level asks about 8 x 8 squares at most, and the next smaller level", () => {
    // Squares of 2 pixels: without evidence no noise is measured.
    const none = 1 + 9 + 64
    expect(planned("none")).toBeUndefined()
    expect(planned("quick")).toEqual({ calls: 140, less: { level: "none", calls: none } })
    expect(planned("standard")).toEqual({ calls: 399, less: { level: "quick", calls: 140 } })
    expect(planned("thorough")).toEqual({ calls: 1361, less: { level: "standard", calls: 399 } })
  })

  it("counts pictures that several answers share once", () => {
    expect(planned("quick", { flags: { target: [1, 2] } })!.calls).toBeLessThanOrEqual(1.3 * 140)
    expect(planned("standard", { flags: { top: 3 } })!.calls).toBeLessThanOrEqual(1.3 * 399)
  })

  it("counts the fills that are named one by one without evidence, and tries none of them", () => {
    const one = 1 + 64
    expect(planned("quick", { flags: { fill: ["blur", "image-mean", "cell-mean"] } })!.less.calls).toBe(3 * one)
  })
})
