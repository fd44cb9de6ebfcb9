/**
 * Packs the tarball that is published into `.tmp/pack`, from the `dist` that is there: `npm publish .tmp/pack/gridexplainer.tgz`.
 *
 * It differs from what `npm pack` would make in two files: the manifest holds only what matters after installing, and the links of the README
 * lead to the repository, since on npm there is nothing beside it. The checkout's own manifest is private, so that nobody publishes it by mistake.
 */
import { execFileSync } from "node:child_process"
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
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
  const stage = join(root, ".tmp", "stage")
  const folder = join(root, ".tmp", "pack")
  for (const path of [stage, folder]) {
    rmSync(path, { recursive: true, force: true })
    mkdirSync(path, { recursive: true })
  }
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))
  for (const name of [...manifest.files, "LICENSE"]) cpSync(join(root, name), join(stage, name), { recursive: true })
  const readme = readFileSync(join(root, "README.md"), "utf8")
  writeFileSync(join(stage, "README.md"), withFullLinks(readme, repositoryOf(manifest)))
  writeFileSync(join(stage, "package.json"), `${JSON.stringify(published(manifest), null, 2)}\n`)

  const options = ["--json", "--ignore-scripts", "--loglevel", "error", "--pack-destination", folder]
  const [tarball] = JSON.parse(execFileSync("npm", ["pack", ...options], { cwd: stage, encoding: "utf8" }))
  const path = join(folder, "gridexplainer.tgz")
  renameSync(join(folder, tarball.filename), path)
  rmSync(stage, { recursive: true })
  return { ...tarball, path }
}

/**
 * The manifest without what serves the checkout alone.
 *
 * @param {Record<string, unknown>} manifest
 */
function published({ private: _, scripts, devDependencies, allowScripts, overrides, ...kept }) {
  return kept
}

/**
 * @param {{ repository: { url: string } }} manifest
 * @returns {string}
 */
function repositoryOf({ repository }) {
  return repository.url.replace(/^git\+/, "").replace(/\.git$/, "")
}

/**
 * Markdown whose relative links lead into the repository; pictures to their bytes, everything else to its page there.
 *
 * @param {string} markdown
 * @param {string} repository
 */
function withFullLinks(markdown, repository) {
  const bytes = repository.replace("//github.com/", "//raw.githubusercontent.com/")
  return markdown.replace(/(!?)\[([^\]]*)\]\((?!https?:|#)([^)\s]+)\)/g, (_, picture, text, path) =>
    picture === "" ? `[${text}](${repository}/blob/main/${path})` : `![${text}](${bytes}/main/${path})`,
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { path, size, unpackedSize, files } = await pack()
  console.log(`${path}: ${files.length} files, ${size} bytes, ${unpackedSize} unpacked`)
}
