// An ONNX file of your own. The file does not tell how pictures become its numbers, so you say it: "preprocessing".
import { GridExplainer, loadModel } from "gridexplainer/node"

const model = await loadModel("examples/models/pytorch-shapes.onnx", {
  preprocessing: "torchvision",
  labels: "examples/models/pytorch-shapes.txt",
  scale: "logit",
})
const explainer = new GridExplainer(model, { gridSize: 4, method: "one-at-a-time", evidence: "none" })
const { target, effects } = await explainer.explain("examples/models/pytorch-shapes.png")
await model.dispose?.()

console.log(`${target.label}, logit ${target.score.toFixed(2)}`)
// Plus: the square supports the answer. The corners and edges of the triangle do.
for (let row = 0; row < 4; row++)
  console.log(
    effects
      .slice(4 * row, 4 * row + 4)
      .map((effect) => effect.toFixed(2).padStart(6))
      .join(""),
  )
