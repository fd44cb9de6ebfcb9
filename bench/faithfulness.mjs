/**
 * Which maps point at the right cells, for how many model calls? Deletion, insertion and SRG of several methods on the same pictures.
 *
 *     npm run bench:faithfulness -- [--model resnet50] [--pictures <folder>] [--budget 100,200,400] [--count 24] [--skip 0] [--seed 1] [--only <rows>] [--save <file>]
 *
 * With --save a run that was stopped goes on where it was: delete the file after a change of the code.
 *
 * Pictures: file names sorted, every second one, squashed to the model's size; the target is the model's own first class.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
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
    save: { type: "string" },
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

/** @typedef {{ picture: string, row: string, calls: number, seconds: number, curves: import("./faithfulness/protocol.mjs").Curves }} Result */

/** @type {Result[]} */
const results =
  values.save !== undefined && existsSync(values.save) ? JSON.parse(readFileSync(values.save, "utf8")) : []
for (const [place, picture] of names.entries()) {
  const open = chosen
    .flatMap((row) => (row.calls === undefined ? budgets : [row.calls]).map((calls) => ({ row, calls })))
    .filter(
      ({ row, calls }) =>
        !results.some((one) => one.picture === picture && one.row === row.name && one.calls === calls),
    )
  if (open.length === 0) continue
  const { image } = await readImage(join(values.pictures, picture))
  const subject = await openSubject(model, resizeImage(image, model.inputSize ?? image, { filter: "bilinear" }))
  for (const { row, calls } of open) {
    const began = performance.now()
    let charged = 0
    const order = await row.order({
      ...{ subject, model, calls, seed: 1000 * Number(values.seed) + place },
      charge: (seconds) => {
        charged += seconds
      },
    })
    const seconds = (performance.now() - began) / 1000 + charged
    results.push({ picture, row: row.name, calls, seconds, curves: await curvesOf(subject, order) })
  }
  if (values.save !== undefined) writeFileSync(values.save, JSON.stringify(results))
  console.error(`${place + 1} of ${names.length}: ${picture}`)
}
await model.dispose?.()

/** @type {Map<string, Result[]>} */
const table = new Map()
for (const result of results) {
  const key = `${result.row}|${result.calls}`
  table.set(key, [...(table.get(key) ?? []), result])
}
console.log(
  "| map | calls | deletion | insertion | SRG | standard error | unclipped SRG | left after the first | seconds a picture |",
)
console.log("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
const lines = [...table.values()].map((own) => summaryOf(own)).sort((a, b) => b.calls - a.calls || b.srg - a.srg)
for (const { row, calls, seconds, ...rest } of lines) {
  const cells = [rest.deletion, rest.insertion, rest.srg, rest.error, rest.unclipped, rest.first].map((cell) =>
    cell.toFixed(3),
  )
  console.log(`| ${row} | ${calls} | ${cells.join(" | ")} | ${seconds.toFixed(1)} |`)
}
console.log(
  `\n${values.model}, ${new Set(results.map(({ picture }) => picture)).size} pictures, seed ${values.seed}; ${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}`,
)

/** Means over the pictures. @param {readonly Result[]} own */
function summaryOf(own) {
  const mean = (/** @type {(one: Result) => number} */ of) => own.reduce((sum, one) => sum + of(one), 0) / own.length
  const srg = mean(({ curves }) => curves.srg)
  const variance = mean(({ curves }) => (curves.srg - srg) ** 2)
  return {
    row: own[0]?.row ?? "",
    calls: own[0]?.calls ?? 0,
    seconds: mean((one) => one.seconds),
    deletion: mean(({ curves }) => curves.deletion),
    insertion: mean(({ curves }) => curves.insertion),
    srg,
    error: Math.sqrt(variance / Math.max(1, own.length - 1)),
    unclipped: mean(({ curves }) => curves.unclipped),
    first: mean(({ curves }) => curves.first),
  }
}
