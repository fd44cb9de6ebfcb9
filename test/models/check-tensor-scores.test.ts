import { describe, expect, it } from "vitest"
import { checkTensorScores, type TensorScoreRules } from "../../src/models/check-tensor-scores.ts"

/** Checks rows of scores. */
function check(rows: readonly (readonly number[])[], rules: Partial<TensorScoreRules> = {}, firstRow = 0): () => void {
  const scores = { rows: rows.length, columns: rows[0]!.length, data: Float32Array.from(rows.flat()) }
  return () => checkTensorScores(scores, { name: "toy", scale: "probability", ...rules }, firstRow)
}

describe("checkTensorScores", () => {
  it("passes probabilities, also a little beyond their ends", () => {
    expect(check([[0.25, 0.75]], { sumsToOne: true })).not.toThrow()
    expect(check([[-0.0009, 1.0009]])).not.toThrow()
    expect(check([[0.9, 0.8, 0.1]])).not.toThrow()
  })

  it("passes any finite logits", () => {
    expect(check([[-40, 14.57]], { scale: "logit" })).not.toThrow()
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])("names the place of %s", (broken) => {
    const rules = { labels: ["cat", "dog"], scale: "logit" } as const
    const bad = check(
      [
        [1, 2],
        [3, broken],
      ],
      rules,
      8,
    )
    expect(bad).toThrow(`model "toy" must answer finite scores, got ${broken} for row 9, class 1 (dog)`)
    expect(bad).toThrow(expect.objectContaining({ code: "BAD_REPLY" }))
  })

  it("counts classes against labels", () => {
    expect(check([[1, 0]], { labels: ["a", "b", "c"] })).toThrow("must answer 3 classes, one per label, got 2")
  })

  it.each([
    [["background", "a", "b"], 2, '; the first, "background", stands for no class of this model: leave it out'],
    [["__background__", "a", "b"], 2, '; the first, "__background__", stands for no class of this model: leave it out'],
    [["label", "a", "b"], 2, '; the first, "label", may be a heading: leave it out'],
    [["index,label", "a", "b"], 2, '; the first, "index,label", may be a heading: leave it out'],
    [
      Array.from({ length: 1000 }, (_, i) => `class ${i}`),
      1001,
      '; models with one class more than names often begin with a class "background": put that name first if this one does',
    ],
    [["background", "a", "b", "c"], 2, ""],
    [["a", "b", "c"], 2, ""],
    [["a", "b"], 3, ""],
  ])("guesses why there are other labels than classes: %j for %i", (labels, classes, hint) => {
    const row = Array.from({ length: classes }, () => 0)
    expect(check([row], { labels })).toThrow(
      `must answer ${labels.length} classes, one per label, got ${classes}${hint}. Check what the model returns.`,
    )
  })

  it.each([1.01, -0.01, 14.57])("says that %s is no probability and what to do", (score) => {
    const bad = check([[0.5, score]])
    expect(bad).toThrow(expect.objectContaining({ code: "SCALE_CONFLICT" }))
    expect(bad).toThrow(/row 0, class 1\. Pass scale: "logit"/)
  })

  it("refuses a softmax that does not add up", () => {
    const bad = check(
      [
        [0.5, 0.5],
        [0.5, 0.4],
      ],
      { sumsToOne: true },
    )
    expect(bad).toThrow(expect.objectContaining({ code: "BAD_REPLY" }))
    expect(bad).toThrow(/add up to 1, got 0\.9\d* for row 1/)
    expect(check([[0.5, 0.5008]], { sumsToOne: true })).not.toThrow()
  })

  it("takes zeros everywhere for a failed run, unless there is one class only", () => {
    expect(
      check([
        [0, 0],
        [0, 0],
      ]),
    ).toThrow(expect.objectContaining({ code: "BAD_REPLY" }))
    expect(check([[0], [0]])).not.toThrow()
    expect(
      check([
        [0, 0],
        [0, 1e-9],
      ]),
    ).not.toThrow()
    expect(check([[0, 0]], { scale: "logit" })).not.toThrow()
  })

  it("does not take probabilities for logits on nobody's word", () => {
    const assumed = { scale: "logit", scaleIsAssumed: true } as const
    const bad = check(
      [
        [0.25, 0.75],
        [1, 0],
      ],
      assumed,
    )
    expect(bad).toThrow(expect.objectContaining({ code: "SCALE_CONFLICT" }))
    expect(bad).toThrow(/Pass scale: "probability", or scale: "logit" if they are not/)
    expect(
      check(
        [
          [0.25, 0.75],
          [1, 0.5],
        ],
        assumed,
      ),
    ).not.toThrow()
    expect(check([[1.5, -0.5]], assumed)).not.toThrow()
    expect(check([[1]], assumed)).not.toThrow()
    expect(check([[0.25, 0.75]], { scale: "logit" })).not.toThrow()
  })
})
