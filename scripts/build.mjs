/**
 * Builds `dist` from `src`: JavaScript, declarations, the JSON Schema of the record, an executable command.
 *
 * The compiler only translates here (`--noCheck`, about a second); `npm run types` is the gate that judges types.
 */
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { fileURLToPath, pathToFileURL } from "node:url"

const root = fileURLToPath(new URL("..", import.meta.url))
const dist = join(root, "dist")
const scratch = join(root, ".tmp")
const stamp = join(scratch, "built.sha256")

/** Builds unless `dist` already holds what the sources say. A compiler's complaint is passed on; `npm run ok` judges it. */
export async function buildIfStale() {
  const wanted = fingerprint()
  if (isBuilt(wanted)) return
  await withLock(async () => {
    if (!isBuilt(wanted)) await build({ complain: console.warn })
  })
}

/**
 * Builds into a folder aside and swaps it in, so that nobody ever sees half a build.
 *
 * @param {{ complain?: (problem: string) => void }} [options]
 */
export async function build({ complain = fail } = {}) {
  const fresh = join(scratch, `build-${process.pid}`)
  const stale = join(scratch, `stale-${process.pid}`)
  const wanted = fingerprint()
  mkdirSync(scratch, { recursive: true })
  rmSync(fresh, { recursive: true, force: true })
  try {
    compile(fresh, complain)
    await writeSchema(fresh)
    const command = join(fresh, "cli", "bin.js")
    if (existsSync(command)) chmodSync(command, 0o755)
    rmSync(stamp, { force: true })
    if (existsSync(dist)) renameSync(dist, stale)
    renameSync(fresh, dist)
    writeFileSync(stamp, wanted)
  } finally {
    for (const folder of [fresh, stale]) rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * @param {string} folder
 * @param {(problem: string) => void} complain
 */
function compile(folder, complain) {
  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc")
  const options = ["-p", "tsconfig.build.json", "--noCheck", "--pretty", "false", "--outDir", folder]
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsc, ...options], { cwd: root, encoding: "utf8" })
  if (status !== 0) complain(`the compiler failed:\n${stdout}${stderr}`)
}

/** @type {(problem: string) => never} */
function fail(problem) {
  throw new Error(problem)
}

/** @param {string} folder */
async function writeSchema(folder) {
  const source = join(folder, "report", "explanation-schema.js")
  if (!existsSync(source)) return
  const { explanationJsonSchema } = await import(pathToFileURL(source).href)
  const schema = JSON.stringify(explanationJsonSchema(), null, 2)
  writeFileSync(join(folder, "report", "explanation.schema.json"), `${schema}\n`)
}

/** @param {string} wanted */
function isBuilt(wanted) {
  return existsSync(dist) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted
}

/** SHA-256 over everything that a build reads. */
function fingerprint() {
  const hash = createHash("sha256")
  for (const name of readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" }).sort()) {
    const file = join(root, "src", name)
    if (statSync(file).isFile()) hash.update(`${name}\0`).update(readFileSync(file))
  }
  for (const name of ["package.json", "tsconfig.json", "tsconfig.build.json"])
    hash.update(readFileSync(join(root, name)))
  return hash.digest("hex")
}

/**
 * Runs `task` while no other process of this checkout builds.
 *
 * @param {() => Promise<void>} task
 */
async function withLock(task) {
  const lock = join(scratch, "build.lock")
  mkdirSync(scratch, { recursive: true })
  while (!tryToMake(lock)) {
    const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY
    if (Date.now() - since > 60_000) rmSync(lock, { recursive: true })
    await sleep(100)
  }
  try {
    await task()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

/** @param {string} folder */
function tryToMake(folder) {
  try {
    mkdirSync(folder)
    return true
  } catch {
    return false
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build()
