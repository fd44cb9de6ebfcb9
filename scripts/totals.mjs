/** Prints the closing line of a run, `120 passed, 0 failed, 3 skipped`, from the JSON that vitest left in `.tmp/results`. */
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const folder = fileURLToPath(new URL("../.tmp/results", import.meta.url))

/** The sum over all files of results. A test file that broke before its first test counts as one failure. */
export function totals() {
  const sum = { passed: 0, failed: 0, skipped: 0 }
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : []
  for (const name of names) {
    const run = JSON.parse(readFileSync(join(folder, name), "utf8"))
    sum.passed += run.numPassedTests
    sum.failed += run.numFailedTests
    sum.skipped += run.numPendingTests + run.numTodoTests
    for (const { status, assertionResults } of run.testResults)
      if (status === "failed" && !assertionResults.some((/** @type {any} */ test) => test.status === "failed"))
        sum.failed++
  }
  return sum
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { passed, failed, skipped } = totals()
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
}
