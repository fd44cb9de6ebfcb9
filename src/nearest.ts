/**
 * The name that somebody probably meant: one with such a part (`torch`: `keras-torch`), with the same letters in another order, with at most a
 * third of its letters wrong, or that goes on or begins otherwise (`resnet`: `resnet50`). Case, hyphens and spaces do not count.
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

/** Levenshtein's distance: how many letters must be put in, taken out or changed to make one word of the other. */
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
