/**
 * `npm run docs` builds the site into `docs/.vitepress/dist` and fails on a dead link; `npm run docs:dev` serves it while it is written.
 * With `--if-stale` nothing is built where the site already shows what the sources say.
 */
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("../..", import.meta.url))
const docs = join(root, "docs")
const stamp = join(root, ".tmp", "docs.sha256")

const site = join(docs, ".vitepress", "dist")

/** What a build makes and what it does not read. */
const made = [
  "docs/.vitepress/dist",
  "docs/.vitepress/cache",
  "docs/reference/api",
  "examples/python",
  "examples/models",
]

/** @throws Error for a dead link, or a docstring that links to nothing */
async function buildDocs() {
  const wanted = fingerprint()
  rmSync(stamp, { force: true })
  await writeApi()
  const { build } = await import("vitepress")
  await build(docs)
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}

async function writeApi() {
  const { writeApiReference } = await import("./api-reference.mjs")
  await writeApiReference()
}

function isFresh() {
  return existsSync(site) && existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint()
}

/** SHA-256 over everything that a build reads. */
function fingerprint() {
  const hash = createHash("sha256")
  const folders = ["docs", "src", "examples", "scripts/docs"]
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
  )
  for (const file of [...files, "package.json", "ARCHITECTURE.md", "CHANGELOG.md", "SECURITY.md"].sort()) {
    if (made.some((place) => file.startsWith(place)) || !statSync(join(root, file)).isFile()) continue
    hash.update(`${file}\0`).update(readFileSync(join(root, file)))
  }
  return hash.digest("hex")
}

if (process.argv.includes("--dev")) {
  await writeApi()
  const { createServer } = await import("vitepress")
  const server = await createServer(docs)
  await server.listen()
  server.printUrls()
} else if (!process.argv.includes("--if-stale") || !isFresh()) await buildDocs()
