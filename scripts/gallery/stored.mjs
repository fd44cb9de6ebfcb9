import { mkdirSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

/** Where the gallery lies. */
export const folder = fileURLToPath(new URL("../../docs/gallery", import.meta.url))

/** Where its page lies. */
export const page = join(folder, "index.md")

/**
 * Where a drawing's picture lies.
 *
 * @param {string} name
 */
export function pictureOf(name) {
  return join(folder, `${name}.webp`)
}

/** The names of the pictures that are there, sorted. */
export function storedNames() {
  mkdirSync(folder, { recursive: true })
  const files = readdirSync(folder).filter((file) => file !== "index.md")
  return files.map((file) => file.replace(/\.webp$/, "")).sort()
}
