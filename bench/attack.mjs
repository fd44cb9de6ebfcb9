/**
 * Attacks every door of the command with generated files, addresses and signals, and looks at how it ends: every case must end within 10 s and 1 GB, with an exit
 * code of its own, without a stack, and as its door expects.
 *
 *     npm run attack [-- --door models --seed 1 --only "part of a name" --minutes 19]
 *
 * Prints a table by door and each failure with the command that repeats it; the exit code is 1 where there are failures. A door is a file in
 * `bench/attacks/`; `bench/attacks/support/attack.d.ts` says what it gives.
 */
import { mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs"
import { availableParallelism, cpus, tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { judgeAttack } from "./attacks/support/judge-attack.mjs"
import { runAttack } from "./attacks/support/run-attack.mjs"

const { values } = parseArgs({
  options: {
    door: { type: "string" },
    seed: { type: "string", default: "1" },
    only: { type: "string", default: "" },
    minutes: { type: "string", default: "19" },
  },
})
const seed = Number(values.seed)
const until = performance.now() + 60_000 * Number(values.minutes)
const folder = new URL("attacks/", import.meta.url)

/** @type {import("./attacks/support/attack.d.ts").Door[]} */
const doors = []
for (const name of readdirSync(folder)
  .filter((name) => name.endsWith(".mjs"))
  .sort())
  doors.push(await import(new URL(name, folder).href))

/** @type {{ door: string, tried: number, failed: number, seconds: number, megabytes: number }[]} */
const rows = []
for (const { door, attacks, sideBySide = false } of doors.filter((one) => (values.door ?? one.door) === one.door)) {
  const dir = mkdtempSync(join(realpathSync(tmpdir()), `gridexplainer-attack-${door}-`))
  const row = { door, tried: 0, failed: 0, seconds: 0, megabytes: 0 }
  const lanes = sideBySide ? Math.max(1, Math.min(4, availableParallelism())) : 1
  /** @type {Set<Promise<void>>} */
  const running = new Set()
  for await (const attack of attacks({ dir, seed })) {
    if (!attack.name.includes(values.only)) continue
    if (performance.now() > until) {
      row.failed++
      console.log(`${door}: out of time before ${attack.name}`)
      break
    }
    const one = attempt(attack, { dir, row }).finally(() => running.delete(one))
    running.add(one)
    if (running.size >= lanes) await Promise.race(running)
  }
  await Promise.all(running)
  rmSync(dir, { recursive: true, force: true })
  rows.push(row)
}

console.log("| door | tried | failed | worst seconds | worst megabytes |\n|---|---|---|---|---|")
for (const { door, tried, failed, seconds, megabytes } of rows)
  console.log(`| ${door} | ${tried} | ${failed} | ${seconds.toFixed(1)} | ${megabytes.toFixed(0)} |`)
console.log(`\nSeed ${seed}, ${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}, ${process.platform}`)
if (rows.length === 0 || rows.some(({ tried, failed }) => tried === 0 || failed > 0)) process.exitCode = 1

/** @param {import("./attacks/support/attack.d.ts").Attack} attack @param {{ dir: string, row: typeof rows[number] }} door */
async function attempt(attack, { dir, row }) {
  const result = await runAttack(attack, dir)
  const problem = judgeAttack(attack, result)
  row.tried++
  row.seconds = Math.max(row.seconds, result.seconds)
  row.megabytes = Math.max(row.megabytes, result.megabytes)
  if (problem === undefined) return
  row.failed++
  const again = `npm run attack -- --door ${row.door} --seed ${seed} --only ${JSON.stringify(attack.name)}`
  console.log(
    `${row.door}: ${attack.name}: ${problem}\n  gridexplainer ${attack.command.join(" ").slice(0, 300)}\n  ${again}`,
  )
}
