import { describe, expect, it } from "vitest"
import type { Explanation } from "../../src/explanation.ts"
import { headingOf } from "../../src/render/draw/heading.ts"
import { captionOf as captionWith, titleOf as titleWith } from "../../src/render/index.ts"
import { detailsOf as detailsWith, givenPart as givenWith } from "../../src/words/details.ts"
import { english } from "../../src/words/english.ts"
import { untied } from "../../src/words/fill-in.ts"
import { makeExplanation } from "../render/make-explanation.ts"

const detailsOf = (explanation: Explanation): string =>
  untied(detailsWith(explanation, { unseen: english.drawing.faded }))
const titleOf = (explanation: Explanation): string => untied(titleWith(explanation))
const captionOf = (explanation: Explanation): string => untied(captionWith(explanation))
const givenPart = (explanation: Explanation): string => untied(givenWith(explanation))

const cup = { index: 968, label: "cup", score: 0.5 }

describe("titleOf", () => {
  it("says the answer and its score", () => {
    expect(titleOf(makeExplanation({ effects: [0.1] }))).toBe("espresso, 94.1 %")
    expect(titleOf(makeExplanation({ effects: [0.1], scale: "logit", score: 7.314 }))).toBe("espresso, logit 7.31")
  })

  it("names a class without a label by its number", () => {
    expect(titleOf(makeExplanation({ effects: [0.1], label: "\u202e" }))).toBe("class 967, 94.1 %")
  })

  it("cuts a label that nobody would read", () => {
    const title = titleOf(makeExplanation({ effects: [0.1], label: "x".repeat(5000) }))
    expect(title).toBe(`${"x".repeat(79)}…, 94.1 %`)
  })
})

describe("captionOf", () => {
  it("says which square changes the score most, from what to what, and what the colours mean", () => {
    const explanation = makeExplanation({ effects: [0, 0.02, 0, 0, -0.01, 0.3292], rows: 2 })
    expect(captionOf(explanation)).toBe(
      "Hiding the square at row 2, column 3 lowers espresso from 94.1 % to 61.2 %, the largest change among 6 squares. " +
        "Orange (+) supports espresso: hiding it lowers the score; purple (−) speaks against it: hiding it raises the score.",
    )
  })

  it("takes the largest change whatever its sign", () => {
    const explanation = makeExplanation({ effects: [0.1, -0.3, 0.2], score: 0.5 })
    expect(captionOf(explanation)).toMatch(
      /^Hiding the square at row 1, column 2 raises espresso from 50\.0 % to 80\.0 %/,
    )
  })

  it("says when the answer becomes another", () => {
    const explanation = makeExplanation({ effects: [0.4, 0], answers: [cup, { ...cup, index: 967 }] })
    expect(captionOf(explanation)).toContain("among 2 squares. The first answer then becomes cup.")
  })

  it("does not call a class the answer that never was", () => {
    const explanation = makeExplanation({ effects: [0.4, 0], top: [cup], answers: [cup, cup] })
    expect(captionOf(explanation)).toMatch(
      /^The model's first answer: cup, 50\.0 %\. Hiding the square at row 1, column 1 lowers espresso from 94\.1 % to/,
    )
    expect(captionOf(explanation)).not.toContain("becomes")
  })

  it("says so when nothing moves the answer", () => {
    expect(captionOf(makeExplanation({ effects: [0.0042, -0.001, 0, 0], rows: 2 }))).toBe(
      "No single square moves the answer: hiding one of the 4 changes espresso by at most 0.4 points.",
    )
    expect(captionOf(makeExplanation({ effects: [0, 0], scale: "logit" }))).toBe(
      "No single square moves the answer: hiding one of the 2 changes espresso by at most 0.00 logits.",
    )
  })

  it("speaks of showing where only one square was shown", () => {
    const alone = { effects: [0, 0.25], method: "all-but-one", hiddenScore: 0.01 } as const
    expect(captionOf(makeExplanation(alone))).toBe(
      "Showing only the square at row 1, column 2 raises espresso from 1.0 % (everything hidden) to 26.0 %, the largest change among 2 squares. " +
        "Orange (+) supports espresso: showing it alone raises the score; purple (−) speaks against it: showing it alone lowers the score.",
    )
  })

  it("calls windows windows and other shapes regions", () => {
    const boxes = [
      { left: 0, top: 0, width: 2, height: 2 },
      { left: 1, top: 0, width: 2, height: 2 },
    ]
    const layout = { kind: "window", rows: 1, columns: 2, window: boxes[0]!, stride: { width: 1, height: 2 } } as const
    const windows = makeExplanation({ effects: [0, 0.2], regions: { layout, boxes } })
    const regions = makeExplanation({
      effects: [0, 0.2],
      regions: { layout: { kind: "mask" }, boxes, runs: [0, 4096] },
    })
    expect(captionOf(windows)).toContain("Hiding the window at row 1, column 2 lowers")
    expect(captionOf(regions)).toContain("Hiding region 2 of 2 lowers")
    expect(headingOf(windows)).toBe("What hiding each window changes on average, in points")
    expect(detailsOf(windows)).toBe("Model: tiny · 2 windows of 2 × 2 pixels, hidden one at a time · fill: cell-mean")
  })
})

describe("detailsOf", () => {
  it("says what the model answered where another class is explained", () => {
    expect(detailsOf(makeExplanation({ effects: [0.1], top: [{ ...cup, score: 0.7 }] }))).toBe(
      "The model's first answer: cup, 70.0 % · Model: tiny · 1 × 1 squares, hidden one at a time · fill: cell-mean",
    )
  })

  it("says when the model was given a part of the picture only", () => {
    const cropped = makeExplanation({ effects: [0.1], source: { left: 100, top: 0, width: 400, height: 400 } })
    expect(detailsOf(cropped)).toMatch(/ · no more of a picture is drawn than the model was given$/)
    expect(givenPart(cropped)).toBe("the model was given the middle 400 × 400 of 600 × 400 pixels")
  })
})

describe("all words", () => {
  it("never explain, praise or claim to know what a model has in mind", () => {
    const kinds: Explanation[] = (["one-at-a-time", "all-but-one"] as const).flatMap((method) =>
      (["probability", "logit"] as const).flatMap((scale) =>
        [0.3, -0.3, 0].flatMap((effect) =>
          [
            {},
            { hiddenScore: 0.2 },
            { answers: [cup], source: { left: 9, top: 0, width: 9, height: 9 } },
            { top: [cup] },
          ].map((more) => makeExplanation({ effects: [effect], method, scale, ...more })),
        ),
      ),
    )
    for (const kind of kinds)
      for (const words of [titleOf, captionOf, detailsOf, givenPart, headingOf])
        expect(words(kind)).not.toMatch(
          /\b(because|causes?|due|prov(es?|en)|sees?|saw|looks?|focus(es)?|attends?|thinks?|knows?|understands?|believes?|diagnos\w*|important\w*|best|great|clearly|NaN|undefined)\b/i,
        )
  })
})
