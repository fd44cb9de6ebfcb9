import { describe, expect, it } from "vitest"
import type { Explanation } from "../../src/explanation.ts"
import { headingOf } from "../../src/render/draw/heading.ts"
import {
  captionOf as captionWith,
  renderPair,
  renderPlain,
  renderSheet,
  renderTerminal,
  titleOf as titleWith,
} from "../../src/render/index.ts"
import { untied } from "../../src/words/fill-in.ts"
import { makeExplanation } from "../render/make-explanation.ts"
import { all, parseSvg } from "../render/parse-svg.ts"

const wolf = { index: 269, label: "wolf", score: 0.621 }
const husky = { index: 250, label: "husky", score: 0.269 }

const titleOf = (explanation: Explanation): string => untied(titleWith(explanation))
const captionOf = (explanation: Explanation): string => untied(captionWith(explanation))

type Wanted = Partial<Parameters<typeof makeExplanation>[0]>

/** What speaks for wolf rather than husky, in a row of two squares. */
function margin(wanted: Wanted = {}): Explanation {
  const { score = 0.352, scale = "probability" } = wanted
  const against = { ...husky, score: scale === "logit" ? 1.5 : husky.score }
  return {
    ...makeExplanation({ effects: [-0.02, 0.232], top: [wolf, husky], answers: [wolf, husky], ...wanted }),
    target: { ...wolf, score, chosenBy: "margin", against },
  }
}

/** What a function makes of the scores, in a row of two squares. */
function sum(scale: "probability" | "number"): Explanation {
  const effects = { effects: [-0.02, 0.31], top: [wolf], answers: [wolf, husky] }
  return { ...makeExplanation(effects), target: { label: "any dog", score: 0.89, chosenBy: "function", scale } }
}

const picture = { href: "data:image/png;base64,AAAA" }
const wordsIn = (svg: string): readonly string[] => all(parseSvg(svg), "text").map(({ text }) => text)

describe("a margin in words", () => {
  it("is a lead of one class over the other, in points without per cent", () => {
    expect(titleOf(margin())).toBe("wolf rather than husky, +35.2 points")
    expect(titleOf(margin({ score: -0.1 }))).toBe("wolf rather than husky, −10.0 points")
    expect(titleOf(margin({ score: 2.5, scale: "logit" }))).toBe("wolf rather than husky, +2.50 logits")
    expect(headingOf(margin())).toBe("What hiding each square changes, in points")
  })

  it("says both scores, what changes the lead most, whom each colour supports, and when the answer becomes another", () => {
    expect(captionOf(margin())).toBe(
      "The scores: wolf 62.1 %, husky 26.9 %. " +
        "Hiding the square at row 1, column 2 lowers the lead of wolf over husky from 35.2 points to 12.0 points, the largest change among 2 squares. The first answer then becomes husky. " +
        "Orange (+) supports wolf over husky: hiding it lowers the lead; purple (−) supports husky over wolf: hiding it raises the lead.",
    )
  })

  it("names the model's first answer where that is another", () => {
    expect(captionOf(margin({ top: [{ index: 1, label: "fox", score: 0.63 }] }))).toMatch(
      /^The scores: wolf 62\.1 %, husky 26\.9 %\. The model's first answer: fox, 63\.0 %\. Hiding/,
    )
  })

  it("has logits, and squares shown alone", () => {
    const alone = margin({ effects: [0, 0.5], scale: "logit", score: 2, method: "all-but-one", hiddenScore: -0.25 })
    expect(captionOf(alone)).toMatch(
      /^The scores: wolf logit 3\.50, husky logit 1\.50\. Showing only the square at row 1, column 2 raises the lead of wolf over husky from −0\.25 logits \(everything hidden\) to 0\.25 logits,/,
    )
  })

  it("says so when nothing moves it", () => {
    expect(captionOf(margin({ effects: [0.004, 0] }))).toMatch(
      /No single square moves the answer: hiding one of the 2 changes the lead of wolf over husky by at most 0\.4 points\.$/,
    )
  })

  it("is in sentences, in the terminal, in a pair and on a sheet", () => {
    expect(renderPlain(margin())).toContain(
      "row 1, column 2: +23.2 points, lowers the lead of wolf over husky from 35.2 points to 12.0 points\n",
    )
    expect(renderTerminal(margin(), { width: 200 })).toContain(
      "+ supports wolf over husky: hiding it lowers the lead; - supports husky over wolf: hiding it raises the lead.",
    )
    expect(wordsIn(renderPair(margin(), { before: picture, after: picture }))).toEqual(
      expect.arrayContaining([
        "the lead +35.2 points",
        "the model's first answer: wolf, 62.1 %",
        "the lead +12.0 points  (was +35.2 points)",
        "the model's first answer: husky, 26.9 %",
      ]),
    )
    const swapped: Explanation = {
      ...margin(),
      target: { ...husky, score: -0.352, chosenBy: "margin", against: wolf },
    }
    const fox = { index: 277, label: "fox", score: 0.01 }
    const overFox: Explanation = { ...margin(), target: { ...wolf, score: 0.611, chosenBy: "margin", against: fox } }
    const words = wordsIn(renderSheet([margin(), swapped, overFox].map((explanation) => ({ explanation }))))
    expect(words[0]).toBe("coffee.png: 3 answers")
    expect(words).toEqual(
      expect.arrayContaining([
        "wolf rather than husky, +35.2 points",
        "row 1, column 2: from 35.2 points to 12.0 points",
        "husky rather than wolf, −35.2 points",
        "+ supports: hiding it lowers the lead",
      ]),
    )
  })

  it("keeps its number on a tile, however long the labels are", () => {
    const long = { ...wolf, label: "timber wolf, grey wolf, gray wolf, Canis lupus" }
    const explanation: Explanation = {
      ...margin(),
      target: { ...long, score: 0.352, chosenBy: "margin", against: husky },
    }
    const title = wordsIn(renderSheet([{ explanation }])).find((words) => words.endsWith("…, +35.2 points"))
    expect(title).toMatch(/^timber wolf, grey wolf/)
  })
})

describe("a score function in words", () => {
  it("goes by its name, in plain numbers, or in per cent where it gives probabilities", () => {
    expect(titleOf(sum("number"))).toBe("any dog, 0.890")
    expect(titleOf(sum("probability"))).toBe("any dog, 89.0 %")
    expect(headingOf(sum("number"))).toBe("What hiding each square changes, in units")
    expect(captionOf(sum("number"))).toBe(
      "any dog is worked out from the model's scores. The model's first answer: wolf, 62.1 %. " +
        "Hiding the square at row 1, column 2 lowers any dog from 0.890 to 0.580, the largest change among 2 squares. " +
        "Orange (+) supports any dog: hiding it lowers the score; purple (−) speaks against it: hiding it raises the score.",
    )
    expect(captionOf(sum("probability"))).toContain("lowers any dog from 89.0 % to 58.0 %")
    expect(renderTerminal(sum("number"))).toContain("Measured: -0.020 to +0.310 units.")
    expect(renderPlain(sum("number"))).toContain("row 1, column 2: +0.310 units, lowers any dog from 0.890 to 0.580\n")
  })

  it("stands on no sheet with points, unless it gives probabilities", () => {
    const sheetWith = (scale: "probability" | "number") => () =>
      renderSheet([{ explanation: margin() }, { explanation: sum(scale) }])
    expect(sheetWith("number")).toThrow(new RangeError("a sheet shows one unit, got points and units"))
    expect(sheetWith("probability")).not.toThrow()
  })
})
