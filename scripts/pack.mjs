/** Packs the tarball that npm would publish into `.tmp/pack`, from the `dist` that is there. */
import { execFileSync } from "node:child_process"
import { mkdirSync, renameSync, rmSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { buildIfStale } from "./build.mjs"

const root = fileURLToPath(new URL("..", import.meta.url))

/**
 * @typedef {object} Tarball
 * @property {string} path
 * @property {number} size bytes of the tarball
 * @property {number} unpackedSize bytes of its files
 * @property {{ path: string, size: number, mode: number }[]} files
 */

/** @returns {Promise<Tarball>} */
export async function pack() {
  await buildIfStale()
  const folder = join(root, ".tmp", "pack")
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const options = ["--json", "--ignore-scripts", "--loglevel", "error", "--pack-destination", folder]
  const [tarball] = JSON.parse(execFileSync("npm", ["pack", ...options], { cwd: root, encoding: "utf8" }))
  const path = join(folder, "gridexplainer.tgz")
  renameSync(join(folder, tarball.filename), path)
  return { ...tarball, path }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { path, size, unpackedSize, files } = await pack()
  console.log(`${path}: ${files.length} files, ${size} bytes, ${unpackedSize} unpacked`)
}
