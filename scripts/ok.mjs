/**
 * `npm run ok`: every gate, the cheap ones first, one line each; stops at the first that fails and shows what it said.
 */
import { spawn } from "node:child_process"
import { mkdirSync, rmSync } from "node:fs"
import { totals } from "./totals.mjs"

/** @type {readonly (readonly [script: string, meaning: string])[]} */
const gates = [
  ["format", "layout and simple lint (biome)"],
  ["directions", "the import law (dependency-cruiser)"],
  ["build", "dist, which examples and benchmarks import"],
  ["types", "types, of the core without DOM and Node (tsc)"],
  ["lint", "type-aware lint (typescript-eslint)"],
  ["unused", "dead files, exports, dependencies (knip)"],
  ["publishable", "the packed manifest and its types (publint, attw)"],
  ["sizes", "size budgets (size-limit)"],
  ["docs", "the documentation site, without a dead link (vitepress, typedoc)"],
  ["test:node", "tests and documentation examples in Node (vitest)"],
  ["test:browser", "tests of the pure core in Chromium (vitest)"],
  ["test:package", "the tarball, installed from the registry (vitest)"],
]

/** Where `totals.mjs` looks. */
const results = ".tmp/results"
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

for (const [script, meaning] of gates) {
  const start = performance.now()
  const { code, output } = await run(script)
  const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(6)
  console.log(`${code === 0 ? "ok  " : "FAIL"} ${seconds} s  ${script.padEnd(13)} ${meaning}`)
  if (code === 0) continue
  console.log(`\n${output}\nnpm run ${script} failed.`)
  process.exitCode = 1
  break
}
const { passed, failed, skipped } = totals()
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)

/**
 * @param {string} script
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function run(script) {
  const json = `--outputFile.json=${results}/${script.replace(":", "-")}.json`
  const reporters = script.startsWith("test") ? ["--", "--reporter=default", "--reporter=json", json] : []
  return new Promise((resolve, reject) => {
    const child = spawn("npm", ["run", "--silent", script, ...reporters], { shell: process.platform === "win32" })
    let output = ""
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
        output += text
      })
    child.on("error", reject)
    child.on("close", (code) => resolve({ code, output }))
  })
}
