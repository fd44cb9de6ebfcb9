/** @typedef {import("./drawings.mjs").Drawing} Drawing */

const layouts = /** @type {const} */ (["beside", "alone", "overlay", "pair"])
const themes = /** @type {const} */ (["light", "dark"])
const sides = /** @type {const} */ ([4, 8, 16, 32])
const photos = /** @type {const} */ (["chelsea", "coffee", "rocket", "astronaut", "lesion"])

/** What each picture shows best. @type {Readonly<Record<string, string>>} */
const looks = {
  "beside-light-4":
    "The photo, and the map of what hiding each square changes; the headline names the strongest square.",
  "beside-light-8": "The model was given the middle of the picture, and no more is drawn.",
  "beside-light-16":
    "Whole numbers, where more would not fit: the rocket's tip is for missile, its body and the towers against.",
  "beside-light-32": "1024 squares: few stand out, and most of those speak against the answer.",
  "beside-dark-4": "Signs are seen without colour: every number has its own.",
  "beside-dark-8":
    "Hiding a corner of bare skin changes this model's answer most: good to know before anybody trusts it.",
  "beside-dark-16":
    "No square changes more than 2.4 points, so the colours stay pale: the scale never ends below 5 points.",
  "beside-dark-32": "No square of 1024 moves the answer, and the sentence says so.",
  "alone-light-4": "The map with its words, for a slide: the upper half of the cup carries espresso.",
  "alone-light-8":
    "The strongest square speaks against: without a piece of the left tower the model is surer of missile.",
  "alone-light-16": "The smallest numbers that are still written.",
  "alone-light-32": "The edge of the patch, square by square.",
  "alone-dark-4": "The paper is dark; the map keeps its greys, so that colours mean the same in both themes.",
  "alone-dark-8": "One square stands out; the next one has less than a quarter of its effect.",
  "alone-dark-16": "Whole numbers, where more would not fit; squares that round to 0 stay free.",
  "alone-dark-32": "One square of 1024, the rocket's tip, halves the score.",
  "overlay-light-4": "Nothing but the map, the answer and the legend; numbers stay readable on bright lamps.",
  "overlay-light-8": "Numbers on light and dark parts of a photo.",
  "overlay-light-16": "Both signs lie on the patch, and little beside it.",
  "overlay-light-32": "Almost nothing: hiding any one of 1024 squares changes at most 1.2 points.",
  "overlay-dark-4": "Few squares, large numbers.",
  "overlay-dark-8": "The strip under the map darkens, the map does not.",
  "overlay-dark-16": "The tip of the rocket and, in purple, its body.",
  "overlay-dark-32": "The rim of the visor, in purple: hiding it makes the model surer of bobsled.",
  "pair-light-4": "What the model saw, and the same with one square hidden: the answer becomes go-kart.",
  "pair-light-8": "The hidden square is hard to see, and yet it costs 33 points.",
  "pair-light-16": "A small square beside the eye.",
  "pair-light-32": "The smallest square: less than a point.",
  "pair-dark-4": "The mean colour of the square hides it.",
  "pair-dark-8": "The outline is black and white, so that it shows on the night sky.",
  "pair-dark-16": "Hiding a piece of the visor raises the score.",
  "pair-dark-32": "The squashed picture is shown as the model got it: square.",
}

/** Every layout in both themes with every grid; the photos take turns. @type {readonly Drawing[]} */
export const everyLayout = layouts.flatMap((layout, l) =>
  themes.flatMap((theme, t) =>
    sides.map((side, s) => {
      const photo = photos[(l + s + 3 * t) % photos.length] ?? photos[0]
      const name = `${layout}-${theme}-${side}`
      return {
        name,
        section: layout,
        what: `${theme === "light" ? "Light" : "Dark"}, ${side} × ${side} squares, ${photo}`,
        look: looks[name] ?? "",
        records: /** @type {const} */ ([`${photo}-${side}`]),
        options: { layout, theme },
      }
    }),
  ),
)
