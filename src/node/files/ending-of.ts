import { basename, extname } from "node:path"
import { explanationEndings } from "../../pictures/encode-explanation.ts"

/**
 * The ending of a path, as written: the longest one that an explanation can be saved with, such as `.effects.npy`, or else the last dot and what follows it,
 * or "".
 *
 * @example
 * ```ts
 * import { endingOf } from "gridexplainer/node"
 * endingOf("out/cat.effects.npy") // => ".effects.npy"
 * endingOf("photo.of.a.cat.JPG") // => ".JPG"
 * endingOf("folder") // => ""
 * ```
 */
export function endingOf(path: string): string {
  const name = basename(path)
  const known = explanationEndings.filter(
    (ending) => name.length > ending.length && name.toLowerCase().endsWith(ending),
  )
  const longest = known.reduce((most, { length }) => Math.max(most, length), 0)
  return longest === 0 ? extname(path) : name.slice(-longest)
}
