import { existsSync, readdirSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { cropImage, fitImage, random } from "gridexplainer"
import { readImage, readProbes } from "gridexplainer/node"

/**
 * @typedef {import("gridexplainer").Image} Image
 * @typedef {import("gridexplainer/node").Probe} Probe
 * @typedef {Awaited<ReturnType<import("./subjects.mjs").openSubject>>} Subject
 *
 * @typedef ProbeSet
 * @property {string} name
 * @property {readonly Probe[]} pictures
 * @property {boolean} names somebody says what is on the pictures: their labels do, or another model that has the same classes
 * @property {boolean} [wide] the pictures are wider than high; only the fit and the right wiring are tried on them
 * @property {boolean} [half] half of the pictures, without labels
 */

const folder = fileURLToPath(new URL("../../../shared/data/imagenet50/", import.meta.url))

/** The test pictures, in the order of their names; none where the folder is not there. */
export async function testPictures() {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".jpg"))
    .sort()
  return Promise.all(files.map(async (name) => ({ name, image: (await readImage(`${folder}${name}`)).image })))
}

/**
 * Probe sets for a model; `other` is the model that says what is on pictures without a label.
 *
 * @param {Subject} subject
 * @param {Subject} other
 * @param {readonly Probe[]} pictures
 * @returns {Promise<readonly ProbeSet[]>}
 */
export async function probeSets(subject, other, pictures) {
  const overlaps = subject.labels.length === other.labels.length
  const labelled = await withLabels(subject, other, pictures)
  return [
    { name: "the 6 of the package", pictures: await readProbes(), names: overlaps },
    { name: "25 of imagenet50", pictures: pictures.filter((_, i) => i % 2 === 0), names: overlaps, half: true },
    { name: "the other 25", pictures: pictures.filter((_, i) => i % 2 === 1), names: overlaps, half: true },
    { name: `${labelled.length} of imagenet50 with labels`, pictures: labelled, names: true },
    {
      name: `these, cut to 3 : 2`,
      pictures: labelled.map(({ image, ...rest }) => ({ ...rest, image: cutWide(image) })),
      names: true,
      wide: true,
    },
  ]
}

/**
 * Draws sets of 16 pictures, for the wirings that are right.
 *
 * @param {readonly Probe[]} pictures
 * @param {number} count
 */
export function randomSets(pictures, count) {
  const draw = random(1)
  return Array.from({ length: count }, (_, i) => {
    const order = pictures.map((picture) => ({ picture, place: draw() })).sort((a, b) => a.place - b.place)
    return { name: `random ${i + 1}`, pictures: order.slice(0, 16).map(({ picture }) => picture) }
  })
}

/**
 * Pictures that both networks call the same, with that name. Where the classes are others, no truth is at hand: each picture gets the name that
 * the rightly wired model gives it, and every fourth one a wrong name, as if the model were right three times of four.
 *
 * @param {Subject} subject
 * @param {Subject} other
 * @param {readonly Probe[]} pictures
 */
async function withLabels(subject, other, pictures) {
  const own = await bestClasses(subject, pictures)
  if (subject.labels.length !== other.labels.length)
    return pictures.map((picture, i) => ({
      ...picture,
      label: subject.labels[((own[i] ?? 0) + (i % 4 === 0 ? 1 + (i % 3) : 0)) % subject.labels.length],
    }))
  const others = await bestClasses(other, pictures)
  return pictures.flatMap((picture, i) =>
    own[i] === others[i] ? [{ ...picture, label: subject.labels[own[i] ?? 0] }] : [],
  )
}

/**
 * @param {Subject} subject
 * @param {readonly Probe[]} pictures
 */
async function bestClasses(subject, pictures) {
  const { classifier } = subject.wired()
  /** @type {number[]} */
  const best = []
  for (const { image } of pictures) {
    const seen = fitImage(image, subject.right.size, subject.right).image
    const { data } = await classifier.score(seen, [{ hidden: [], edits: [] }])
    best.push(data.indexOf(Math.max(...data)))
  }
  return best
}

/** @param {Image} image */
function cutWide(image) {
  const height = Math.round((image.width * 2) / 3)
  return cropImage(image, { left: 0, top: Math.floor((image.height - height) / 2), width: image.width, height })
}
