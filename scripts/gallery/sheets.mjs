/** @typedef {import("./drawings.mjs").Drawing} Drawing */

/** Several explanations on one sheet. @type {readonly Drawing[]} */
export const sheets = [
  {
    name: "sheet-pictures",
    section: "sheets",
    what: "Four pictures",
    look: "Colours can be compared from tile to tile, since they share one scale.",
    records: ["chelsea-8", "coffee-8", "rocket-8", "astronaut-8"],
  },
  {
    name: "sheet-twelve",
    section: "sheets",
    what: "Twelve pictures of every shape",
    look: "One strong effect, the spoon's, makes all others pale: that is what one scale means.",
    records: [
      "coffee-4",
      "part-coffee-cup",
      "part-coffee-spoon",
      "chelsea-4",
      "part-chelsea-eye",
      "lesion-4",
      "rocket-4",
      "part-rocket-ground",
      "part-rocket-tower",
      "astronaut-4",
      "part-astronaut-face",
      "part-astronaut-portrait",
    ],
    quality: 50,
  },
  {
    name: "sheet-answers",
    section: "sheets",
    what: "Three answers for one picture",
    look: "What speaks for one cat speaks against another.",
    records: ["chelsea-answers-1", "chelsea-answers-2", "chelsea-answers-3"],
  },
  {
    name: "sheet-fills",
    section: "sheets",
    what: "Four fills for one picture",
    look: "The place stays the same, the size of the effect depends on what hides it.",
    records: ["coffee-fill-cell-mean", "coffee-fill-blur", "coffee-fill-black", "coffee-fill-noise"],
    options: { theme: "dark" },
  },
]
