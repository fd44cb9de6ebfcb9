import { describe, expect, it } from "vitest"
import { showOf, withBareShow } from "../../../src/cli/options/bare-show.ts"

describe("--show", () => {
  it.each([
    [
      ["explain", "--show", "a.png"],
      ["explain", "--show=draw", "a.png"],
    ],
    [
      ["explain", "a.png", "--show"],
      ["explain", "a.png", "--show=draw"],
    ],
    [
      ["explain", "--show", "--quiet"],
      ["explain", "--show=draw", "--quiet"],
    ],
    [
      ["explain", "--show", "alone", "a.png"],
      ["explain", "--show=alone", "a.png"],
    ],
    [
      ["explain", "a.png", "--show", "average"],
      ["explain", "a.png", "--show=average"],
    ],
    [
      ["explain", "--show", "--show", "alone"],
      ["explain", "--show=draw", "--show=alone"],
    ],
    [
      ["explain", "--show", "./alone"],
      ["explain", "--show=draw", "./alone"],
    ],
    [
      ["explain", "--show=alone", "a.png"],
      ["explain", "--show=alone", "a.png"],
    ],
  ])("never takes a picture for its value: %j", (words, said) => expect(withBareShow(words)).toEqual(said))

  it.each([[["explain", "--", "--show", "alone"]], [["predict", "--show", "alone"]], [[]]])(
    "leaves %j as it is",
    (words) => expect(withBareShow(words)).toEqual(words),
  )

  it("draws, names a number, or both", () => {
    expect(showOf("draw")).toEqual({ drawn: true })
    expect(showOf("average")).toEqual({ drawn: false, effects: "average" })
    expect(showOf("alone", { drawn: true })).toEqual({ drawn: true, effects: "alone" })
    expect(showOf("alone", { drawn: false, effects: "average" })).toEqual({ drawn: false, effects: "alone" })
    expect(showOf("both")).toBeUndefined()
  })
})
