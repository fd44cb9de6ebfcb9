/**
 * Which maps point at the right cells, for how many model calls? Deletion, insertion and SRG of several methods on the same pictures.
 *
 *     npm run bench:faithfulness -- [--model resnet50] [--pictures <folder>] [--budget 100,200,400] [--count 24] [--skip 0] [--seed 1] [--only <rows>]
 *
 * Pictures: file names sorted, every second one, squashed to the model's size; the target is the model's own first class.
 */
import { readdirSync } from "node:fs"
import { cpus } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { resizeImage } from "gridexplainer"
import { loadModel, readImage } from "gridexplainer/node"
import { rows } from "./faithfulness/orders.mjs"
import { curvesOf, openSubject } from "./faithfulness/protocol.mjs"

const { values } = parseArgs({
  options: {
    model: { type: "string", default: "efficientnet-lite0" },
    pictures: { type: "string", default: "../shared/data/imagenet50" },
    budget: { type: "string", default: "100,200,400" },
    count: { type: "string", default: "24" },
    skip: { type: "string", default: "0" },
    seed: { type: "string", default: "1" },
    only: { type: "string", default: "" },
  },
})
const names = readdirSync(values.pictures)
  .filter((name) => /\.(jpe?g|png|webp)$/i.test(name))
  .sort()
  .filter((_, i) => i % 2 === Number(values.skip))
  .slice(0, Number(values.count))
const budgets = values.budget.split(",").map(Number)
const chosen = rows.filter(({ name }) => new RegExp(values.only).test(name))
const model = await loadModel(values.model)

/** @type {Map<string, { calls: number, seconds: number, curves: import("./faithfulness/protocol.mjs").Curves[] }>} */
const table = new Map()
for (const [place, name] of names.entries()) {
  const { image } = await readImage(join(values.pictures, name))
  const subject = await openSubject(model, resizeImage(image, model.inputSize ?? image, { filter: "bilinear" }))
  for (const row of chosen)
    for (const calls of row.calls === undefined ? budgets : [row.calls]) {
      const began = performance.now()
      const order = await row.order({ subject, model, calls, seed: 1000 * Number(values.seed) + place })
      const seconds = (performance.now() - began) / 1000
      const key = `${row.name} @${calls}`
      const entry = table.get(key) ?? { calls, seconds: 0, curves: [] }
      entry.seconds += seconds
      entry.curves.push(await curvesOf(subject, order))
      table.set(key, entry)
    }
  console.error(`${place + 1} of ${names.length}: ${name}`)
}
await model.dispose?.()

console.log("| map | calls | deletion | insertion | SRG | standard error | unclipped SRG | seconds a picture |")
console.log("| --- | --- | --- | --- | --- | --- | --- | --- |")
for (const [key, { calls, seconds, curves }] of [...table].sort(
  (a, b) => b[1].calls - a[1].calls || srgOf(b[1]) - srgOf(a[1]),
)) {
  const mean = (/** @type {"deletion" | "insertion" | "srg" | "unclipped"} */ of) =>
    curves.reduce((sum, one) => sum + one[of], 0) / curves.length
  const spread = Math.sqrt(
    curves.reduce((sum, { srg }) => sum + (srg - mean("srg")) ** 2, 0) / Math.max(1, curves.length - 1),
  )
  const cells = [mean("deletion"), mean("insertion"), mean("srg"), spread / Math.sqrt(curves.length), mean("unclipped")]
  console.log(
    `| ${key.replace(/ @\d+$/, "")} | ${calls} | ${cells.map((cell) => cell.toFixed(3)).join(" | ")} | ${(seconds / curves.length).toFixed(1)} |`,
  )
}
console.log(
  `\n${values.model}, ${names.length} pictures, seed ${values.seed}; ${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}`,
)

/** @param {{ curves: readonly { srg: number }[] }} entry */
function srgOf({ curves }) {
  return curves.reduce((sum, { srg }) => sum + srg, 0) / curves.length
}
