// Any function can be a model: pictures in, one row of scores for each out. Here: how red is the picture?
import { explain, functionModel, grid, readImage, regionPlace, strongestRegion } from "gridexplainer/node"

const model = functionModel((pictures) => pictures.map((picture) => [redOf(picture)]), {
  name: "redness",
  labels: ["red"],
})
const { image } = await readImage("examples/coffee.png")
const explanation = await explain(model, image, { regions: grid(4), fill: "#000000", evidence: "none" })

const { target } = explanation
console.log(`${target.label}: ${(100 * target.score).toFixed(1)} %`)
console.log(`most of it in ${regionPlace(explanation, strongestRegion(explanation))}`)

/**
 * The mean of the red levels, from 0 to 1.
 *
 * @param {import("gridexplainer").Image} picture
 */
function redOf({ data, channels }) {
  let sum = 0
  for (let i = 0; i < data.length; i += channels) sum += data[i] ?? 0
  return sum / 255 / (data.length / channels)
}
