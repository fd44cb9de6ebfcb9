import { reportPictures } from "gridexplainer/node"
import { report } from "gridexplainer/report"
import { photo } from "./photos.mjs"
import { readRecord } from "./records.mjs"

/** Reports of the gallery: the record that each is made of, and its photo. */
export const reports = /** @type {const} */ ([
  {
    name: "coffee",
    record: "evidence-coffee",
    photo: "coffee.png",
    what: "The model of the package; its hidden pictures are called candle again and again.",
  },
  { name: "chelsea", record: "report-chelsea", photo: "chelsea.png", what: "Keras's ResNet50." },
  { name: "rocket", record: "report-rocket", photo: "rocket.jpg", what: "Keras's ResNet50, whose answer is wrong." },
  {
    name: "lesion",
    record: "report-lesion",
    photo: "drawn-lesion.png",
    what: "A skin-lesion model, asked about a drawing.",
  },
  {
    name: "nothing",
    record: "report-nothing",
    photo: "astronaut.png",
    what: "Asked for espresso in a picture without any: nothing is measurable.",
  },
  { name: "warning", record: "evidence-chelsea", photo: "chelsea.png", what: "A map that does no better than chance." },
  { name: "against", record: "evidence-cats", photo: "chelsea.png", what: "One class rather than another." },
])

/** @typedef {(typeof reports)[number]} GalleryReport */

/**
 * The file of a report, from its stored record and its photo.
 *
 * @param {GalleryReport} entry
 */
export async function makeReport({ record, photo: file }) {
  const explanation = readRecord(record)
  return report(explanation, { pictures: await reportPictures(explanation, await photo(file)) })
}
