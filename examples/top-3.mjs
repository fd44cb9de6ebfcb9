// Why this answer, and why not that one? The three best classes, explained from the same 65 model calls.
import {
  explainTargets,
  grid,
  loadModel,
  readImage,
  regionPlace,
  saveExplanation,
  strongestRegion,
  viewOf,
} from "gridexplainer/node"

const folder = process.argv[2] ?? "."
const model = await loadModel()
const { image } = await readImage("examples/coffee.png")
const how = { regions: grid(8), evidence: /** @type {const} */ ("none") }
const explanations = await explainTargets(model, image, { ...how, method: "one-at-a-time", targets: { top: 3 } })
await model.dispose?.()

for (const explanation of explanations) {
  const { target } = explanation
  const strongest = strongestRegion(explanation)
  const place = regionPlace(explanation, strongest)
  const points = (100 * (viewOf(explanation).effects[strongest] ?? 0)).toFixed(1)
  console.log(`${target.label} ${(100 * target.score).toFixed(1)} %: ${place} changes most, ${points} points`)
  await saveExplanation(`${folder}/${target.label.replaceAll(" ", "-")}.png`, explanation, { photo: image })
}
