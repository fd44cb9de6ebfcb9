// A Keras model in the TensorFlow.js layers format: model.json with its weights beside it.
import { explain, grid, viewOf } from "gridexplainer"
import { loadModel, readImage } from "gridexplainer/node"

// This one answers red, green or blue, from the mean of each channel. It scales by itself, so it takes "raw" levels, 0 to 255.
const model = await loadModel("examples/models/colours/model.json", {
  preprocessing: "raw",
  labels: "examples/models/colours/labels.txt",
})
const { image } = await readImage("examples/coffee.png")

for (const fill of /** @type {const} */ (["cell-mean", "#000000"])) {
  const explanation = await explain(model, image, { regions: grid(4), fill })
  const { target } = explanation
  const largest = Math.max(...viewOf(explanation).effects.map(Math.abs))
  console.log(
    `${target.label} ${(100 * target.score).toFixed(1)} %, fill ${fill}: up to ${(100 * largest).toFixed(1)} points`,
  )
}
await model.dispose?.()
// A square's own mean changes nothing for a model that looks at means only. What hides a square is part of the question.
