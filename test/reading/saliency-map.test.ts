import { describe, expect, test } from "vitest"
import { saliencyMap } from "../../src/reading/saliency-map.ts"
import { viewOf } from "../../src/reading/view.ts"
import { makeExplanation, withFront } from "../render/make-explanation.ts"

describe("saliencyMap", () => {
  const record = {
    seen: { size: { width: 3, height: 2 }, source: { left: 0, top: 0, width: 3, height: 2 } },
    regions: {
      layout: { kind: "window", rows: 1, columns: 2, window: { width: 2, height: 2 }, stride: { width: 1, height: 1 } },
      boxes: [
        { left: 0, top: 0, width: 2, height: 2 },
        { left: 1, top: 0, width: 2, height: 2 },
      ],
    },
  } as const
  const overlapping = { record, effects: [0.5, -0.25] }

  test("gives a pixel the mean of the regions that cover it", () => {
    expect(Array.from(saliencyMap(overlapping))).toEqual([
      ...[0.5, 0.125, -0.25], //
      ...[0.5, 0.125, -0.25],
    ])
  })

  test("or their sum", () => {
    expect(Array.from(saliencyMap(overlapping, { overlap: "sum" })).slice(0, 3)).toEqual([0.5, 0.25, -0.25])
  })

  test("of a record is that of what stands in front, without a number where there is none", () => {
    const whole = withFront(makeExplanation({ effects: [0.5, 0], seen: { width: 4, height: 1 } }), {
      effects: [0.5, null],
    })
    expect(Array.from(saliencyMap(whole))).toEqual([0.5, 0.5, Number.NaN, Number.NaN])
    expect(saliencyMap(viewOf(whole))).toEqual(saliencyMap(whole))
  })

  test("follows the labels of a mask, whatever its boxes overlap", () => {
    const regions = { layout: { kind: "mask" }, boxes: record.regions.boxes, runs: [0, 1, 1, 2, 0, 3] } as const
    expect(Array.from(saliencyMap({ ...overlapping, record: { ...record, regions } }))).toEqual([
      ...[0.5, -0.25, -0.25], //
      ...[0.5, 0.5, 0.5],
    ])
  })
})
