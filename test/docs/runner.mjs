/** Runs every example of a folder, one after the other, and prints `[file, what went wrong or null]` pairs as JSON. */
import { readdirSync, writeFileSync } from "node:fs"
import { pathToFileURL } from "node:url"

const [folder = "", answer = ""] = process.argv.slice(2)
/** @type {[string, string | null][]} */
const results = []
for (const name of readdirSync(folder).filter((file) => file.endsWith(".run.mjs"))) {
  try {
    await import(pathToFileURL(`${folder}/${name}`).href)
    results.push([name, null])
  } catch (error) {
    results.push([name, error instanceof Error ? `${error.name}: ${error.message}` : String(error)])
  }
}
writeFileSync(answer, JSON.stringify(results))
process.exit(0)
