import { everyLayout } from "./every-layout.mjs"
import { otherAnswers } from "./other-answers.mjs"
import { otherMaps } from "./other-maps.mjs"
import { sheets } from "./sheets.mjs"
import { withEvidence } from "./with-evidence.mjs"

/** @typedef {import("gridexplainer").Explanation} Explanation */

/**
 * One picture of the gallery.
 *
 * @typedef {object} Drawing
 * @property {string} name of its file, without the ending
 * @property {keyof typeof sections} section
 * @property {string} what it is, in a few words
 * @property {string} look what to look at, in a sentence
 * @property {readonly [string, ...string[]]} records one for a single drawing, several for a sheet
 * @property {import("gridexplainer/node").DrawExplanationOptions} [options]
 * @property {boolean} [withPhoto] true by default
 * @property {number} [quality] of the WebP file, 72 by default; less for large files, so that the gallery stays small
 * @property {(explanation: Explanation) => Explanation} [change] what makes the record special
 */

/** The gallery's chapters in their order, each with the option that makes such drawings. */
export const sections = /** @type {const} */ ({
  beside: ["Beside", '`layout: "beside"`, the default: the photo, and the map of what hiding each square changes.'],
  alone: ["Alone", '`layout: "alone"`: the map with its words.'],
  overlay: [
    "Overlay",
    '`layout: "overlay"`: the map in the picture\'s own shape, over a strip with the answer and the legend.',
  ],
  pair: ["Pair", '`layout: "pair"`: what the model saw before and after the strongest square was hidden.'],
  evidence: [
    "Evidence",
    '`evidence` of `explain`, and `--evidence` of the command: the same maps with how sure they are. `layout: "sets"` shows what keeps and what changes the answer.',
  ],
  maps: ["Windows, smooth maps, masks", 'Other regions than squares, and `map: "smooth"`.'],
  looks: ["Other looks", '`style: "original"` and the other palettes.'],
  shapes: [
    "Shapes and fits",
    "Portrait, panorama, tall; and the three ways in which a picture is brought to the model's size.",
  ],
  answers: [
    "Unusual answers",
    "Scores that are no probabilities, effects of one sign or of none, squares without a value.",
  ],
  words: ["Words and photos", "No photo, a long name, names in other scripts."],
  sheets: ["Sheets", "Several explanations on one sheet, all on one colour scale."],
})

/** Every picture of the gallery. @type {readonly Drawing[]} */
export const drawings = [...everyLayout, ...withEvidence, ...otherMaps, ...otherAnswers, ...sheets]
