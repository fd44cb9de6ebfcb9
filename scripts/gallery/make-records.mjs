import { explain, explainTargets, featureMask, grid, slidingWindow } from "gridexplainer"
import { loadModel } from "gridexplainer/node"
import { logitsOf } from "./logits-of.mjs"
import { photo } from "./photos.mjs"
import { writeRecord } from "./records.mjs"
import { superpixels } from "./superpixels.mjs"

/** @typedef {import("gridexplainer").Classifier} Classifier */
/** @typedef {import("gridexplainer").Fit} Fit */
/** @typedef {Partial<Parameters<typeof explainTargets>[2]>} Options */
/** @typedef {NonNullable<Parameters<typeof explain>[2]>} EvidenceOptions */

/**
 * One explanation of the gallery.
 *
 * @typedef {object} Recipe
 * @property {string} name
 * @property {string} photo
 * @property {string} [model] of the catalog; by default the model of the package
 * @property {Fit} [fit] by default the model's own
 * @property {boolean} [logits]
 * @property {Options} [options]
 * @property {EvidenceOptions} [evidence] asks for evidence, with these options instead of `options`
 */

/** Which model is asked about which photo. */
const photos = /** @type {const} */ ([
  ["chelsea", "chelsea.png", "resnet50"],
  ["coffee", "coffee.png", "efficientnet-lite0"],
  ["rocket", "rocket.jpg", "efficientnet-lite0"],
  ["astronaut", "astronaut.png", "efficientnet-lite0"],
  ["lesion", "drawn-lesion.png", "skin-lesion"],
])

/** @type {readonly Recipe[]} */
const recipes = [
  ...photos.flatMap(([name, file, model]) =>
    [4, 8, 16, 32].map((side) => ({ name: `${name}-${side}`, photo: file, model, options: { regions: grid(side) } })),
  ),
  { name: "coffee-windows", photo: "coffee.png", options: { regions: slidingWindow({ size: 56, stride: 14 }) } },
  { name: "astronaut-patches", photo: "astronaut.png", options: { regions: patches } },
  {
    name: "chelsea-alone",
    photo: "chelsea.png",
    model: "resnet50",
    options: { regions: grid(3), method: "all-but-one" },
  },
  {
    name: "chelsea-answers",
    photo: "chelsea.png",
    model: "resnet50",
    options: { regions: grid(6), targets: { top: 3 } },
  },
  { name: "astronaut-portrait", photo: "astronaut-portrait.png", fit: "squash", options: { regions: grid(8) } },
  {
    name: "rocket-ground",
    photo: "rocket-ground.jpg",
    fit: "squash",
    options: { regions: grid({ rows: 4, columns: 16 }) },
  },
  {
    name: "rocket-tower",
    photo: "rocket-tower.jpg",
    fit: "squash",
    options: { regions: grid({ rows: 14, columns: 4 }) },
  },
  ...fits("rocket", "rocket.jpg"),
  { name: "coffee-logits", photo: "coffee.png", logits: true, options: { regions: grid(8) } },
  { name: "coffee-against", photo: "coffee.png", options: { regions: grid(3), fill: "blur", targets: ["cup"] } },
  { name: "astronaut-still", photo: "astronaut.png", options: { regions: grid(8), targets: ["espresso"] } },
  .../** @type {const} */ (["cell-mean", "blur", "#000000", "noise"]).map((fill) => ({
    name: `coffee-fill-${fill.replace("#000000", "black")}`,
    photo: "coffee.png",
    options: { regions: grid(6), fill },
  })),
  ...[
    "coffee-cup.png",
    "coffee-spoon.png",
    "chelsea-eye.png",
    "astronaut-face.png",
    "astronaut-portrait.png",
    "rocket-ground.jpg",
    "rocket-tower.jpg",
  ].map((file) => ({ name: `part-${file.replace(/\.\w+$/, "")}`, photo: file, options: { regions: grid(5) } })),
  { name: "evidence-coffee", photo: "coffee.png", evidence: {} },
  { name: "evidence-rocket", photo: "rocket.jpg", evidence: { regions: grid(6) } },
  { name: "evidence-chelsea", photo: "chelsea.png", evidence: {} },
  {
    name: "evidence-cats",
    photo: "chelsea.png",
    evidence: { regions: grid(4), evidence: "thorough", target: { target: "Egyptian cat", against: "tiger cat" } },
  },
  { name: "report-chelsea", photo: "chelsea.png", model: "resnet50", evidence: {} },
  { name: "report-rocket", photo: "rocket.jpg", model: "resnet50", evidence: {} },
  { name: "report-lesion", photo: "drawn-lesion.png", model: "skin-lesion", evidence: {} },
  { name: "report-nothing", photo: "astronaut.png", evidence: { target: "espresso" } },
]

/**
 * Asks the models and stores what comes: `npm run gallery -- --records`, all of them or those that are named.
 *
 * @param {readonly string[]} names
 */
export async function makeRecords(names) {
  const unknown = names.find((name) => !recipes.some((recipe) => recipe.name === name))
  if (unknown !== undefined)
    throw new RangeError(`records are ${recipes.map(({ name }) => name).join(", ")}, got ${unknown}`)
  for (const recipe of recipes.filter(({ name }) => names.length === 0 || names.includes(name))) await make(recipe)
}

/** @param {Recipe} recipe */
async function make({ name, photo: file, model: modelName, fit, logits = false, options = {}, evidence }) {
  const model = await loadModel(modelName, fit === undefined ? {} : { preprocessing: { fit } })
  const image = await photo(file)
  const asked = logits ? logitsOf(model) : model
  const picture = { name: file }
  const found =
    evidence === undefined
      ? await explainTargets(asked, image, {
          ...{ targets: ["predicted"], picture, method: "one-at-a-time", ...options, evidence: "none" },
        })
      : [await explain(asked, image, { picture, ...evidence })]
  await model.dispose?.()
  found.forEach((explanation, i) => {
    const own = found.length === 1 ? name : `${name}-${i + 1}`
    const { label, score } = explanation.target
    console.log(`${own}: ${label}, ${score.toPrecision(3)}, ${writeRecord(own, explanation)} bytes`)
  })
}

/**
 * @param {string} name
 * @param {string} file
 * @returns {readonly Recipe[]}
 */
function fits(name, file) {
  return /** @type {const} */ (["squash", "crop", "pad"]).map((fit) => ({
    name: `${name}-${fit}`,
    photo: file,
    fit,
    options: { regions: grid(7) },
  }))
}

/** @type {import("gridexplainer").Segmenter} */
function patches(image) {
  return featureMask(superpixels(image, { side: 8 }))(image)
}
