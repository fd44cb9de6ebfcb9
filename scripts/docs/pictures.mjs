/**
 * `npm run docs:pictures`: draws the pictures of the documentation with the package itself, light and dark, into `docs/pictures`.
 *
 * Run it after a change of the drawings, then look at each picture. Those of the original's look are made by `npm run docs:originals`.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { explain, explainTargets, grid, slidingWindow } from "gridexplainer"
import { drawExplanation, loadModel, readImage, saveExplanation, saveSheet, svgToPng } from "gridexplainer/node"
import { renderDifference } from "gridexplainer/render"
import { drawBoth } from "./draw-both.mjs"

/** @typedef {import("gridexplainer").Explanation} Explanation */
/** @typedef {import("gridexplainer").Image} Image */

const examples = fileURLToPath(new URL("../../examples", import.meta.url))
const model = await loadModel()
const { image: coffee } = await readImage(join(examples, "coffee.png"))
const { image: cat } = await readImage(join(examples, "chelsea.png"))

const first = await explain(model, coffee, { picture: { name: "coffee.png" }, evidence: "none" })
const sure = await explain(model, coffee, { picture: { name: "coffee.png" } })
await single("coffee", sure)
await single("sets", sure, { layout: "sets" })
await sheet("two-numbers", [sure, { ...sure, shown: "one-at-a-time" }])
await single("pair", first, { layout: "pair" })
await single("window", await cup({ regions: slidingWindow({ size: 56, stride: 14 }) }), { layout: "alone" })
await sheet("grids", [await cup({ regions: grid(4) }), first, await cup({ regions: grid(16) })])
await sheet("fills", [
  await cup({ regions: grid(6), fill: "cell-mean" }),
  await cup({ regions: grid(6), fill: "blur" }),
  await cup({ regions: grid(6), fill: "#000000" }),
])
const squares = { regions: grid(4), evidence: /** @type {const} */ ("quick"), picture: { name: "coffee.png" } }
await difference(
  "compare",
  await explain(model, coffee, squares),
  await explain(model, coffee, { ...squares, target: "cup" }),
)
const cats = {
  targets: { top: 3 },
  regions: grid(6),
  picture: { name: "chelsea.png" },
  evidence: /** @type {const} */ ("none"),
}
await sheet("targets", await explainTargets(model, cat, cats), cat)
for (const name of ["chelsea.png", "rocket.jpg", "astronaut.png"]) await answer(model, name)
await model.dispose?.()
const skin = await loadModel("skin-lesion")
await answer(skin, "drawn-lesion.png")
await skin.dispose?.()

const shapes = await loadModel(join(examples, "models", "pytorch-shapes.onnx"), {
  preprocessing: "torchvision",
  labels: join(examples, "models", "pytorch-shapes.txt"),
  scale: "logit",
})
const { image: triangle } = await readImage(join(examples, "models", "pytorch-shapes.png"))
await single("triangle", await explain(shapes, triangle, { regions: grid(4), evidence: "none" }), {}, triangle)
await shapes.dispose?.()

/** One of the photos of `examples`, as the command draws it. @param {import("gridexplainer").Classifier} asked @param {string} file */
async function answer(asked, file) {
  const { image } = await readImage(join(examples, file))
  await single(file.replace(/\.\w+$/, ""), await explain(asked, image, { picture: { name: file } }), {}, image)
}

/** @param {import("gridexplainer").ExplainOptions} options */
function cup(options) {
  return explain(model, coffee, { picture: { name: "coffee.png" }, ...options, evidence: "none" })
}

/**
 * Also as a telephone shows it, `name-phone.webp`: narrow, and twice as fine.
 *
 * @param {string} name
 * @param {Explanation} explanation
 * @param {import("gridexplainer/node").DrawExplanationOptions} [options]
 * @param {Image} [photo]
 */
async function single(name, explanation, options = {}, photo = coffee) {
  await drawBoth(name, (file, theme) => saveExplanation(file, explanation, { photo, theme, ...options }))
  await drawBoth(`${name}-phone`, async (file, theme) => {
    const svg = await drawExplanation(explanation, { photo, theme, ...options, width: 400 })
    writeFileSync(file, await svgToPng(svg, { width: 800 }))
  })
}

/**
 * @param {string} name
 * @param {readonly Explanation[]} explanations
 */
function sheet(name, explanations, photo = coffee) {
  const entries = explanations.map((explanation) => ({ explanation, photo }))
  return drawBoth(name, (file, theme) => saveSheet(file, entries, { theme }))
}

/**
 * @param {string} name
 * @param {Explanation} a
 * @param {Explanation} b
 */
function difference(name, a, b) {
  const href = `data:image/png;base64,${readFileSync(join(examples, "coffee.png")).toString("base64")}`
  return drawBoth(name, async (file, theme) =>
    writeFileSync(file, await svgToPng(renderDifference(a, b, { photo: { href }, theme }))),
  )
}
