/** @typedef {import("./drawings.mjs").Drawing} Drawing */

/** Records that also tell how sure they are. @type {readonly Drawing[]} */
export const withEvidence = [
  {
    name: "evidence-beside",
    section: "evidence",
    what: "How sure it is",
    look: "The first sentence gives the range of the framed square's effect; dots stand where none could be measured; a line and bars mark what keeps and what changes the answer.",
    records: ["evidence-coffee"],
    quality: 50,
  },
  {
    name: "evidence-dark",
    section: "evidence",
    what: "Dots for no effect",
    look: "33 of 36 squares have a dot: hiding one of them does no more than harmless changes do.",
    records: ["evidence-rocket"],
    options: { theme: "dark" },
    quality: 50,
  },
  {
    name: "evidence-warning",
    section: "evidence",
    what: "No better than chance",
    look: "Colours and numbers as in any map, but the first line says that many random orders do as well: these colours tell little.",
    records: ["evidence-chelsea"],
    options: { layout: "alone" },
    quality: 50,
  },
  {
    name: "evidence-against",
    section: "evidence",
    what: "One class against another",
    look: "Two close answers: orange squares speak for Egyptian cat, purple ones for tiger cat; without three of them tiger cat is ahead.",
    records: ["evidence-cats"],
    options: { layout: "alone", theme: "dark" },
    quality: 50,
  },
  {
    name: "evidence-sets",
    section: "evidence",
    what: "What keeps and what changes the answer",
    look: "What the model was given: the whole picture, the fewest squares found that keep the answer, and the fewest found whose hiding changes it.",
    records: ["evidence-coffee"],
    options: { layout: "sets" },
    quality: 50,
  },
]
