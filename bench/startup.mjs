/**
 * What the command costs before it does anything: `--version` and `--help` against `node -e 0`, paired and alternating.
 *
 *     npm run bench:startup [-- --pairs 25]
 *
 * Prints, for each, `ratio <median> (min-max)`, and the machine.
 */
import { spawnSync } from "node:child_process"
import { cpus } from "node:os"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"

const { values } = parseArgs({ options: { pairs: { type: "string", default: "25" } } })
const pairs = Number(values.pairs)
const command = fileURLToPath(new URL("../dist/cli/bin.js", import.meta.url))

for (const words of [["--version"], ["--help"], ["explain", "--help"]]) {
  const ours = () => milliseconds([command, ...words])
  const bare = () => milliseconds(["-e", "0"])
  ours()
  bare()
  /** @type {{ ours: number, bare: number, ratio: number }[]} */
  const rows = []
  for (let i = 0; i < pairs; i++) {
    // Alternate which goes first, so that neither always meets the warmer machine.
    const bareFirst = i % 2 === 0 ? bare() : undefined
    const whole = ours()
    const nothing = bareFirst ?? bare()
    rows.push({ ours: whole, bare: nothing, ratio: whole / nothing })
  }
  const column = (/** @type {"ours" | "bare" | "ratio"} */ key) => rows.map((row) => row[key]).sort((a, b) => a - b)
  const middle = (/** @type {number[]} */ sorted) => sorted[sorted.length >> 1] ?? Number.NaN
  const ratios = column("ratio")
  console.log(
    `${words.join(" ").padEnd(14)} ${middle(column("ours")).toFixed(0)} ms, node -e 0 ${middle(column("bare")).toFixed(0)} ms, ratio ${middle(ratios).toFixed(2)} (${ratios[0]?.toFixed(2)}-${ratios.at(-1)?.toFixed(2)}), ${pairs} pairs`,
  )
}
console.log(`${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}`)

/** @param {string[]} words */
function milliseconds(words) {
  const start = performance.now()
  const { status } = spawnSync(process.execPath, words, { stdio: "ignore" })
  if (status !== 0) throw new Error(`node ${words.join(" ")} ended with ${status}`)
  return performance.now() - start
}
