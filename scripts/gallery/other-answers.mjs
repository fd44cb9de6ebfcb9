/** @typedef {import("gridexplainer").Explanation} Explanation */
/** @typedef {import("./drawings.mjs").Drawing} Drawing */

/** Answers, names and photos that are not as usual. @type {readonly Drawing[]} */
export const otherAnswers = [
  {
    name: "logits",
    section: "answers",
    what: "Logits",
    look: "Scores without an upper end: title, numbers and legend name the unit.",
    records: ["coffee-logits"],
  },
  {
    name: "all-but-one",
    section: "answers",
    what: "Squares shown alone",
    look: "The opposite question: what does a square say when all others are hidden?",
    records: ["chelsea-alone"],
  },
  {
    name: "only-against",
    section: "answers",
    what: "Everything speaks against",
    look: "Another class than the model's answer: whatever hides the espresso makes a cup of it.",
    records: ["coffee-against"],
    options: { layout: "alone" },
  },
  {
    name: "still",
    section: "answers",
    what: "Nothing moves",
    look: "No espresso in sight: no colours, and a sentence that says so.",
    records: ["astronaut-still"],
    options: { theme: "dark" },
    quality: 50,
  },
  {
    name: "no-value",
    section: "answers",
    what: "Squares without a value",
    look: "No colour and no number; the legend and the sentence say so.",
    records: ["lesion-8"],
    options: { layout: "alone" },
    change: withoutValues,
  },
  {
    name: "no-photo",
    section: "words",
    what: "No photo",
    look: "An explanation can be drawn without the picture that it explains, as its map alone.",
    records: ["coffee-4"],
    options: { theme: "dark" },
    withPhoto: false,
  },
  {
    name: "long-label",
    section: "words",
    what: "A long name",
    look: "The name is cut, the score is not.",
    records: ["coffee-8"],
    change: named("an espresso in a white cup on a red saucer with a spoon, on a table of dark wood, seen from above"),
    quality: 50,
  },
  {
    name: "chinese",
    section: "words",
    what: "A Chinese name",
    look: "The package's font lacks these letters. Where no other font of the computer has them either, as here, the class's number stands for them; in SVG files the viewer's fonts show them.",
    records: ["coffee-4"],
    options: { layout: "alone" },
    change: named("浓缩咖啡"),
  },
  {
    name: "arabic",
    section: "words",
    what: "An Arabic name",
    look: "Written from right to left, with the score where it belongs.",
    records: ["coffee-4"],
    options: { layout: "alone", theme: "dark" },
    change: named("قهوة إسبريسو"),
  },
]

/** @param {Explanation} explanation */
function withoutValues(explanation) {
  const attributions = explanation.attributions.map((one) => ({
    ...one,
    effects: one.effects.map((effect, i) => (i % 11 === 3 ? Number.NaN : effect)),
  }))
  return { ...explanation, attributions }
}

/**
 * @param {string} label
 * @returns {(explanation: Explanation) => Explanation}
 */
function named(label) {
  return (explanation) => ({ ...explanation, target: { ...explanation.target, label } })
}
