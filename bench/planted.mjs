/**
 * Are models whose real cause is known explained right? Runs test/evidence/planted-truth.test.ts with many seeds and prints a table.
 *
 *     npm run bench:planted -- [--seeds 100]
 */
import { spawnSync } from "node:child_process"
import { parseArgs } from "node:util"

const { values } = parseArgs({ options: { seeds: { type: "string", default: "100" } } })
const { status } = spawnSync("npx", ["vitest", "run", "test/evidence/planted-truth.test.ts", "--reporter=dot"], {
  env: { ...process.env, PLANTED_SEEDS: values.seeds },
  ...{ stdio: "inherit", shell: process.platform === "win32" },
})
process.exitCode = status ?? 1
