/**
 * The name that somebody probably meant: one that contains the word (`torch`: `keras-torch`), has the same letters in another order, differs in at most a
 * third of its letters, or continues or begins differently (`resnet`: `resnet50`). Case, hyphens and spaces do not count. Undefined if none is near.
 *
 * @example
 * ```ts
 * import { nearest } from "gridexplainer"
 * nearest("besides", ["beside", "overlay"]) // => "beside"
 * nearest("photo", ["beside", "overlay"]) // => undefined
 * ```
 */
export function nearest(word: string, names: readonly string[]): string | undefined {
  const written = plain(word)
  if (written === "") return undefined
  const isPart = (name: string): boolean =>
    written.length >= 4 && name.split("-").some((part) => plain(part) === written)
  const isNear = (name: string, distance: number): boolean =>
    distance <= Math.max(1, plain(name).length / 3) ||
    sorted(name) === sorted(word) ||
    (written.length >= 4 && plain(name).includes(written))
  const near = names
    .map((name) => ({ name, distance: isPart(name) ? 0 : editDistance(plain(name), written) }))
    .filter(({ name, distance }) => isNear(name, distance))
  return near.sort((a, b) => a.distance - b.distance)[0]?.name
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")
}

function sorted(text: string): string {
  return [...plain(text)].sort().join("")
}

/** Levenshtein distance: how many letters must be added, removed or changed to turn one word into the other. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + Number(from[i - 1] !== to[j - 1])))
    }
    row = next
  }
  return row[to.length]!
}
