/**
 * How small are the sets that are enough (shown alone they keep the answer) and needed (hiding them changes it), for how many pictures?
 * GridExplainer beside the rules of ReX and SEDC, on the same 8 x 8 cells, hidden with the same blur.
 *
 *     npm run bench:sets -- [--model resnet50] [--pictures <folder>] [--count 24] [--skip 0] [--seed 0] [--only <rows>] [--save <file>]
 *
 * With --save a run that was stopped goes on where it was: delete the file after a change of the code.
 *
 * Pictures: file names sorted, every second one, squashed to the model's size (Pillow's bilinear); the target is the model's own first class.
 * A rule that found no set counts as all 64 cells. Each rule's pictures are counted as if it were alone; seconds are of the first rule that asked.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { cpus } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { resizeImage } from "gridexplainer"
import { loadModel, readImage } from "gridexplainer/node"
import { rules } from "./sets/rules.mjs"
import { openSubject } from "./sets/subject.mjs"

const { values } = parseArgs({
  options: {
    model: { type: "string", default: "efficientnet-lite0" },
    pictures: { type: "string", default: "../shared/data/imagenet50" },
    count: { type: "string", default: "24" },
    skip: { type: "string", default: "0" },
    seed: { type: "string", default: "0" },
    only: { type: "string", default: "" },
    save: { type: "string" },
  },
})
const names = readdirSync(values.pictures)
  .filter((name) => /\.(jpe?g|png|webp)$/i.test(name))
  .sort()
  .filter((_, i) => i % 2 === Number(values.skip))
  .slice(0, Number(values.count))
const chosen = rules.filter(({ name }) => new RegExp(values.only).test(name))
const model = await loadModel(values.model)

/** @typedef {{ picture: string, rule: string, seconds: number } & import("./sets/rules.mjs").Found} Result */

/** @type {Result[]} */
const results =
  values.save !== undefined && existsSync(values.save) ? JSON.parse(readFileSync(values.save, "utf8")) : []
for (const [place, picture] of names.entries()) {
  const open = chosen.filter(({ name }) => !results.some((one) => one.picture === picture && one.rule === name))
  if (open.length === 0) continue
  const { image } = await readImage(join(values.pictures, picture))
  const subject = await openSubject(model, resizeImage(image, model.inputSize ?? image, { filter: "bilinear" }))
  for (const { name, find } of open) {
    const began = performance.now()
    const found = await find({ subject, model, seed: 1000 * Number(values.seed) + place })
    results.push({ picture, rule: name, seconds: (performance.now() - began) / 1000, ...found })
  }
  if (values.save !== undefined) writeFileSync(values.save, JSON.stringify(results))
  console.error(`${place + 1} of ${names.length}: ${picture}`)
}
await model.dispose?.()

console.log(
  "| rule | pictures asked | enough: mean, median | found | exact | needed: mean, median | found | exact | confirmed | seconds |",
)
console.log(`|${" --- |".repeat(10)}`)
for (const { name } of rules) {
  const own = results.filter(({ rule }) => rule === name)
  if (own.length === 0) continue
  const confirmed = own
    .flatMap(({ enough, needed }) => [enough?.confirmed, needed?.confirmed])
    .filter((one) => one !== undefined)
  const cells = [
    mean(own.map(({ asked }) => asked)).toFixed(0),
    ...cellsOf(own.map(({ enough }) => enough)),
    ...cellsOf(own.map(({ needed }) => needed)),
    confirmed.length === 0 ? "" : `${confirmed.filter(Boolean).length} of ${confirmed.length}`,
    mean(own.map(({ seconds }) => seconds)).toFixed(1),
  ]
  console.log(`| ${[name, ...cells].join(" | ")} |`)
}
const pictures = new Set(results.map(({ picture }) => picture)).size
console.log(
  `\n${values.model}, ${pictures} pictures, seed ${values.seed}; ${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}`,
)

/**
 * Sizes, how often a set was found, how often it is known to be smallest.
 *
 * @param {readonly (import("./sets/rules.mjs").Size | null | undefined)[]} sets
 */
function cellsOf(sets) {
  if (sets[0] === undefined) return ["", "", ""]
  const sizes = sets.map((set) => set?.size ?? 64).sort((a, b) => a - b)
  const middle = ((sizes[(sizes.length - 1) >> 1] ?? 0) + (sizes[sizes.length >> 1] ?? 0)) / 2
  const exact = sets.some((set) => set?.exact !== undefined) ? String(sets.filter((set) => set?.exact).length) : ""
  return [`${mean(sizes).toFixed(1)}, ${middle}`, `${sets.filter(Boolean).length} of ${sets.length}`, exact]
}

/** @param {readonly number[]} numbers */
function mean(numbers) {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length
}
