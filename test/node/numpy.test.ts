import { spawnSync } from "node:child_process"
import { writeFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { toNpy } from "../../src/report/index.ts"
import { makeExplanation } from "../render/make-explanation.ts"
import { temporaryFolder } from "./support/temporary-folder.ts"

const hasNumpy = spawnSync("python3", ["-c", "import numpy"]).status === 0

/** What NumPy finds in a file: type, shape and numbers, as JSON. */
const program = `
import json, sys, numpy
array = numpy.load(sys.argv[1], allow_pickle=False)
print(json.dumps([array.dtype.str, list(array.shape), array.flags.c_contiguous, array.ravel().tolist()]))
`

function inNumpy(bytes: Uint8Array): unknown {
  const path = `${temporaryFolder()}/array.npy`
  writeFileSync(path, bytes)
  const { status, stdout, stderr } = spawnSync("python3", ["-c", program, path], { encoding: "utf8" })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

/** The name says why it is skipped where it is. */
describe.skipIf(!hasNumpy)("NumPy, where python3 has it (else: pip install numpy)", () => {
  const effects = [0.1 + 0.2, -1e-300, 0, 5e-324, 0.5, -0.25]

  it("reads effects as rows and columns", () => {
    const bytes = toNpy(makeExplanation({ effects, rows: 2 }), { of: "effects" })
    expect(inNumpy(bytes)).toEqual(["<f8", [2, 3], true, effects])
  })

  it("reads the saliency map as rows and columns of pixels", () => {
    const bytes = toNpy(makeExplanation({ effects: [0.5, -0.25], seen: { width: 2, height: 3 } }), { of: "map" })
    expect(inNumpy(bytes)).toEqual(["<f8", [3, 2], true, [0.5, -0.25, 0.5, -0.25, 0.5, -0.25]])
  })

  it("reads effects of a mask one after the other", () => {
    const box = { left: 0, top: 0, width: 1, height: 1 }
    const regions = { layout: { kind: "mask" }, boxes: [box, box], runs: [0, 1, 1, 1] } as const
    const bytes = toNpy(makeExplanation({ effects: [1, 2], regions, seen: { width: 2, height: 1 } }), { of: "effects" })
    expect(inNumpy(bytes)).toEqual(["<f8", [2], true, [1, 2]])
  })
})
