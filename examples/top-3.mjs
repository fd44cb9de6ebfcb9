// Why this answer, and why not that one? The three best classes, explained from the same 65 model calls.
import { explainTargets, grid, viewOf } from "gridexplainer"
import { loadModel, readImage, saveExplanation } from "gridexplainer/node"

const folder = process.argv[2] ?? "."
const model = await loadModel()
const { image } = await readImage("examples/coffee.png")
const explanations = await explainTargets(model, image, { targets: { top: 3 }, regions: grid(8), evidence: "none" })
await model.dispose?.()

for (const explanation of explanations) {
  const { target } = explanation
  const { effects } = viewOf(explanation)
  const strongest = effects.reduce((best, effect, i) => (Math.abs(effect) > Math.abs(effects[best] ?? 0) ? i : best), 0)
  const place = `row ${Math.floor(strongest / 8) + 1}, column ${(strongest % 8) + 1}`
  const points = (100 * (effects[strongest] ?? 0)).toFixed(1)
  console.log(`${target.label} ${(100 * target.score).toFixed(1)} %: ${place} changes most, ${points} points`)
  await saveExplanation(`${folder}/${target.label.replaceAll(" ", "-")}.png`, explanation, { photo: image })
}
