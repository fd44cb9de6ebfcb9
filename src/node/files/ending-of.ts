import { basename, extname } from "node:path"
import { explanationEndings } from "../../pictures/encode-explanation.ts"

/**
 * The ending of a path, as it is written: the longest that an explanation can be saved with, such as `.effects.npy`; else what stands behind the last dot, or
 * nothing.
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
