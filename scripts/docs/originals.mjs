/**
 * `npm run docs:originals`: draws pictures as the original GridExplainer's notebook did, beside honest ones of the same photos, with Keras's
 * ResNet50 on 8x8 squares filled with grey, as there.
 */
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { explain, grid, viewOf } from "gridexplainer"
import { loadModel, readImage, saveExplanation } from "gridexplainer/node"
import { drawBoth } from "./draw-both.mjs"

/** @typedef {import("gridexplainer").Image} Image */

const examples = fileURLToPath(new URL("../../examples", import.meta.url))
const model = await loadModel("resnet50")

const rocket = await photo("rocket.jpg")
const darkened = meansSubtracted(rocket)
await pair("darkened", { as: "original", input: darkened, photo: visible(darkened) }, { as: "points", input: rocket })
const astronaut = await photo("astronaut.png")
await pair("sign", { as: "original", input: astronaut }, { as: "points", input: astronaut })
const coffee = await photo("coffee.png")
await pair("scale", { as: "original", input: coffee, side: 16 }, { as: "points", input: coffee, side: 16 })
await model.dispose?.()

/** @param {string} file */
async function photo(file) {
  return (await readImage(join(examples, file))).image
}

/**
 * Draws `name-original` and `name-honest`.
 *
 * @typedef {{ as: "original" | "points", input: Image, photo?: Image, side?: number }} Drawing
 * @param {string} name
 * @param {Drawing} original
 * @param {Drawing} honest
 */
async function pair(name, original, honest) {
  for (const { as, input, photo = input, side = 8 } of [original, honest]) {
    const explanation = await explain(model, input, {
      regions: grid(side),
      fill: "cell-gray",
      method: "one-at-a-time",
      evidence: "none",
    })
    const effects = viewOf(explanation).effects.map((effect) => 100 * effect)
    const range = [Math.min(...effects), Math.max(...effects)].map((effect) => effect.toFixed(2)).join(" to ")
    console.log(`${name}: ${explanation.target.label} ${explanation.target.score.toFixed(3)}, ${range} points`)
    await drawBoth(`${name}-${as === "original" ? "original" : "honest"}`, (file, theme) =>
      saveExplanation(file, explanation, { photo, theme, layout: "alone", style: as }),
    )
  }
}

/**
 * What the notebook explained: Keras's `preprocess_input` subtracts its means in place, and the notebook had called it on the same pixels before,
 * so that the model's own preprocessing subtracted them once more.
 *
 * @param {Image} image
 * @returns {Image}
 */
function meansSubtracted(image) {
  const means = [123.68, 116.779, 103.939]
  return { ...image, data: Float32Array.from(image.data, (level, i) => level - (means[i % 3] ?? 0)) }
}

/**
 * Levels below black are black to the eye.
 *
 * @param {Image} image
 * @returns {Image}
 */
function visible(image) {
  return { ...image, data: Uint8ClampedArray.from(image.data) }
}
