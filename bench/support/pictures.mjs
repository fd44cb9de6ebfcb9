import { readdirSync } from "node:fs"

/**
 * Names of the pictures in a folder, sorted and spread evenly over it: the same ones for the same count, whatever is asked of them.
 *
 * @param {string} folder
 * @param {number} count
 * @returns {readonly string[]}
 */
export function picturesIn(folder, count) {
  const names = readdirSync(folder)
    .filter((name) => /\.(jpe?g|png|webp)$/i.test(name))
    .sort()
  const step = Math.max(1, names.length / count)
  return Array.from({ length: Math.min(count, names.length) }, (_, i) => names[Math.floor(i * step)] ?? "")
}
