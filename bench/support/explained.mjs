import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { basename, join } from "node:path"
import { explain } from "gridexplainer"
import { readImage } from "gridexplainer/node"

/**
 * Explains pictures and keeps the records, so that a run that was stopped goes on where it was and benches that ask the same ask once. Delete the folder after
 * a change of the code.
 *
 * @param {{ model: import("gridexplainer").Classifier, pictures: string, save: string | undefined }} options `save`: the folder of records; none keeps nothing
 */
export function explainer({ model, pictures, save }) {
  if (save !== undefined) mkdirSync(save, { recursive: true })
  /**
   * @param {string} picture name of a file of the folder
   * @param {Pick<import("gridexplainer").ExplainOptions, "evidence" | "seed">} question
   * @returns {Promise<import("gridexplainer").Explanation>}
   */
  return async (picture, question) => {
    const kept = save === undefined ? undefined : join(save, `${nameOf({ model: model.name, picture, question })}.json`)
    if (kept !== undefined && existsSync(kept)) return JSON.parse(readFileSync(kept, "utf8"))
    const { image } = await readImage(join(pictures, picture))
    const record = await explain(model, image, { ...question, picture: { name: basename(picture) } })
    if (kept !== undefined) writeFileSync(kept, JSON.stringify(record))
    return record
  }
}

/** @param {object} asked */
function nameOf(asked) {
  return createHash("sha256").update(JSON.stringify(asked)).digest("hex").slice(0, 24)
}
