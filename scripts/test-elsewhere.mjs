/**
 * `npm run test:elsewhere`: the tests that read `../shared`, in a clone of the last commit beside which there is no such folder, as everybody else has it.
 */
import { execFileSync, spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("..", import.meta.url))
const folder = mkdtempSync(join(tmpdir(), "gridexplainer-elsewhere-"))
const clone = join(folder, "gridexplainer")
try {
  execFileSync("git", ["clone", "--quiet", root, clone])
  symlinkSync(join(root, "node_modules"), join(clone, "node_modules"))
  const files = execFileSync("git", ["ls-files", "test/**/*.test.ts"], { cwd: clone, encoding: "utf8" })
    .trim()
    .split("\n")
  const chosen = files.filter((file) => /(read|with)-shared|\bshared\//.test(readFileSync(join(clone, file), "utf8")))
  console.log(`${chosen.length} files of tests in ${clone}`)
  const { status } = spawnSync("npx", ["vitest", "run", ...chosen], { cwd: clone, stdio: "inherit" })
  process.exitCode = chosen.length > 0 && status === 0 ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
