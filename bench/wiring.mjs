/**
 * Injects faults into the wiring of the three models of the catalog and counts how many `check` flags, and how often it flags a right wiring.
 *
 *     npm run bench:wiring [-- --models efficientnet-lite0,resnet50,skin-lesion --random 50 --verbose]
 *
 * Prints the table of docs/check.md. Where ../shared is absent only the package's own pictures are asked about.
 */
import { cpus } from "node:os"
import { parseArgs } from "node:util"
import { checkWiring, wiringSentence } from "gridexplainer/node"
import { faults } from "./wiring/faults.mjs"
import { probeSets, randomSets, testPictures } from "./wiring/probe-sets.mjs"
import { openSubject } from "./wiring/subjects.mjs"

/** @typedef {import("./wiring/faults.mjs").Fault} Fault */

const { values } = parseArgs({
  options: {
    models: { type: "string", default: "efficientnet-lite0,resnet50,skin-lesion" },
    random: { type: "string", default: "50" },
    verbose: { type: "boolean", default: false },
  },
})
const names = values.models.split(",")
const pictures = await testPictures()
const began = performance.now()
/** @type {Map<string, Awaited<ReturnType<typeof openSubject>>>} */
const subjects = new Map()
for (const name of new Set([...names, "efficientnet-lite0", "resnet50"])) subjects.set(name, await openSubject(name))

/** `table[fault][model]`: flagged of tried. */
const table = new Map(faults.map(({ name }) => [name, names.map(() => ({ flagged: 0, of: 0, untold: 0 }))]))
const right = names.map(() => ({ flagged: 0, of: 0 }))
/** The same where nobody says what is on the pictures and no layers are looked at. */
const blind = new Map(faults.map(({ name }) => [name, names.map(() => ({ flagged: 0, of: 0, untold: 0 }))]))
const blindRight = names.map(() => ({ flagged: 0, of: 0 }))
for (const [column, name] of names.entries()) {
  const subject = subjects.get(name)
  // A model is never its own judge: what the embedded one says is judged by the other.
  const other = subjects.get(name === "efficientnet-lite0" ? "resnet50" : "efficientnet-lite0")
  if (subject === undefined || other === undefined) throw new Error(`no model ${name}`)
  const reference = { ...other.wired().classifier, labels: other.labels }
  const sets = await probeSets(subject, other, pictures)
  /**
   * @param {Partial<Fault>} fault
   * @param {readonly import("gridexplainer/node").Probe[]} probes
   * @param {{ blind?: boolean, views?: number }} [options]
   */
  const flaggedBy = async (fault, probes, options = {}) => {
    const { classifier, layers, labels } = subject.wired(fault)
    const { blind: isBlind = false, views = 96 } = options
    const { checks } = await checkWiring(
      classifier,
      probes,
      isBlind ? { labels, views } : { reference, layers, labels, views },
    )
    return checks.filter(({ state }) => state === "flagged")
  }
  for (const set of sets.filter((one) => one.pictures.length > 0)) {
    for (const fault of faults) {
      const cell = table.get(fault.name)?.[column]
      if (cell === undefined || isSame(fault, subject.right)) continue
      if ((fault.needsWide ?? false) !== (set.wide ?? false)) continue
      const unseen = set.half && fault.setting !== undefined ? blind.get(fault.name)?.[column] : undefined
      if (fault.needsNames && !set.names) {
        for (const one of [cell, unseen]) if (one !== undefined) one.untold++
        continue
      }
      note(cell, fault, set.name, await flaggedBy(fault, set.pictures))
      if (unseen === undefined) continue
      note(unseen, fault, `${set.name}, blind`, await flaggedBy(fault, withoutLabels(set.pictures), { blind: true }))
    }
    await tryRight(set, {})
    if (set.half) await tryRight(set, { blind: true })
  }
  // Fewer views of fewer pictures: more to go wrong, and most answers are known from above.
  for (const set of randomSets(pictures, pictures.length === 0 ? 0 : Number(values.random))) {
    await tryRight(set, { views: 48 })
    await tryRight(set, { views: 48, blind: true })
  }
  console.error(
    `${name}: ${subject.computed()} pictures scored, ${((performance.now() - began) / 1000).toFixed(0)} s so far`,
  )

  /**
   * @param {{ flagged: number, of: number }} cell
   * @param {Fault} fault
   * @param {string} where
   * @param {Awaited<ReturnType<typeof flaggedBy>>} flagged
   */
  function note(cell, fault, where, flagged) {
    const isFound = flagged.some((check) => fault.found.includes(check.name))
    cell.of++
    if (isFound) cell.flagged++
    else tell(`MISSED ${name}, ${where}: ${fault.name}`, flagged)
  }

  /**
   * @param {{ name: string, pictures: readonly import("gridexplainer/node").Probe[] }} set
   * @param {{ blind?: boolean, views?: number }} options
   */
  async function tryRight(set, options) {
    const cell = (options.blind ? blindRight : right)[column]
    const flagged = await flaggedBy({}, options.blind ? withoutLabels(set.pictures) : set.pictures, options)
    if (cell === undefined) return
    cell.of++
    if (flagged.length === 0) return
    cell.flagged++
    tell(`FALSE ALARM ${name}, ${set.name}${options.blind ? ", blind" : ""}`, flagged)
  }
}
print("fault", table, right)
console.log("\nWith pictures that nobody names, and without a look at the first layers:\n")
print("fault", blind, blindRight)
const minutes = ((performance.now() - began) / 60000).toFixed(0)
console.log(`\nMeasured in ${minutes} minutes on ${cpus().length} cores of ${cpus()[0]?.model.trim()}.`)

/** @param {readonly import("gridexplainer/node").Probe[]} probes */
function withoutLabels(probes) {
  return probes.map(({ image, name }) => ({ image, name }))
}

/**
 * Whether the fault leaves this model's setting as it is.
 *
 * @param {Fault} fault
 * @param {import("gridexplainer").Preprocessing} setting
 */
function isSame({ setting: change }, setting) {
  if (change === undefined) return false
  const { range, mean, std, order, layout, fit } = change(setting)
  const ends = (/** @type {typeof setting} */ { range: [low, high], mean, std }) =>
    [0, 1, 2].flatMap((c) =>
      [low, high].map((end) => (end - (mean[c % mean.length] ?? 0)) / (std[c % std.length] ?? 1)),
    )
  const [a, b] = [ends(setting), ends({ ...setting, range, mean, std })]
  const span = Math.max(...a) - Math.min(...a)
  const near = a.every((end, i) => Math.abs(end - (b[i] ?? 0)) <= span / 50)
  return near && order === setting.order && layout === setting.layout && fit === setting.fit
}

/**
 * @param {string} what
 * @param {readonly import("gridexplainer/node").WiringCheck[]} flagged
 */
function tell(what, flagged) {
  console.error(what)
  if (values.verbose) for (const check of flagged) console.error(`    ${check.name}: ${wiringSentence(check)}`)
}

/**
 * A markdown table with a line that sums it up.
 *
 * @param {string} heading
 * @param {typeof table} results
 * @param {typeof right} rights
 */
function print(heading, results, rights) {
  const line = (/** @type {readonly string[]} */ cells) => console.log(`| ${cells.join(" | ")} |`)
  line([heading, ...names])
  line(["---", ...names.map(() => "---")])
  let [flagged, of] = [0, 0]
  for (const [fault, cells] of results) {
    if (cells.every((cell) => cell.of + cell.untold === 0)) continue
    line([
      fault,
      ...cells.map((cell) =>
        cell.of > 0 ? `${cell.flagged} of ${cell.of}` : cell.untold > 0 ? "cannot be told" : "is right here",
      ),
    ])
    for (const cell of cells) {
      flagged += cell.flagged
      of += cell.of
    }
  }
  line(["**right wiring, flagged**", ...rights.map((cell) => `${cell.flagged} of ${cell.of}`)])
  const wrong = rights.reduce((sum, cell) => sum + cell.flagged, 0)
  const all = rights.reduce((sum, cell) => sum + cell.of, 0)
  const share = (/** @type {number} */ part, /** @type {number} */ whole) => `${((100 * part) / whole).toFixed(1)} %`
  console.log(
    `\nFlagged: ${flagged} of ${of} faults (${share(flagged, of)}). False alarms: ${wrong} of ${all} (${share(wrong, all)}).`,
  )
}
