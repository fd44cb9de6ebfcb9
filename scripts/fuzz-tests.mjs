/**
 * Runs the tests that draw at random with other seeds than the gate's.
 *
 *     npm run fuzz:tests [-- <runs> <first seed>]
 *
 * Without parameters: 5 runs from a seed taken from the clock. Ends with 1 when a run fails, after printing the command that repeats it.
 */
import { spawnSync } from "node:child_process"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

const [runs = 5, first = Date.now() % 1_000_000] = process.argv.slice(2).map(Number)
if (!Number.isInteger(runs) || !Number.isInteger(first)) throw new Error("expected two whole numbers: runs and seed")

const files = readdirSync("test", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".test.ts"))
  .map((file) => join("test", file))
  .filter((file) => /\bfc\.|inject\("seed"\)/.test(readFileSync(file, "utf8")))
const failed = Array.from({ length: runs }, (_, run) => first + run).filter((seed) => {
  const { status } = spawnSync("npx", ["vitest", "run", "--reporter=dot", ...files], {
    stdio: "inherit",
    env: { ...process.env, SEED: String(seed), DRAWINGS: "1060" },
  })
  console.log(`seed ${seed}: ${status === 0 ? "passed" : "failed"}`)
  return status !== 0
})
console.log(
  `${runs - failed.length} of ${runs} runs of ${files.length} files passed, seeds ${first} to ${first + runs - 1}`,
)
for (const seed of failed) console.log(`SEED=${seed} npx vitest run ${files.join(" ")}`)
process.exitCode = failed.length === 0 ? 0 : 1
