import { basename, dirname, extname, resolve } from "node:path"
import { GridExplainerError } from "../../errors.ts"
import { resizeImage } from "../../image/resize-image.ts"
import type { Image } from "../../types.ts"
import type { Probe } from "../../wiring/wiring-record.ts"
import { findPictures } from "./find-pictures.ts"
import { readImage } from "./read-image.ts"

/** Pictures to check a model with, each labelled by its place. */
export interface LabelledPictures {
  readonly pictures: readonly Probe[]
  /** A sentence for each file that could not be read. */
  readonly skipped: readonly string[]
}

/** The most pictures that are read: a check has this many views, and would not ask about more. */
const mostPictures = 96

/** Pixels of a picture's shorter side at most. */
const mostSide = 768

/**
 * Reads the pictures of a folder and of the folders in it; if there are more than 96, an even selection. A picture's label is the name of the
 * inner folder that it is in or, directly in the folder, its own name without a number at the end: `tabby/1.jpg`, `tabby-1.jpg`. Whether that
 * names a class is for the model's labels to say.
 *
 * @throws GridExplainerError if the folder cannot be read, or holds no readable picture; `signal.reason` on abort
 *
 * @example
 * ```ts
 * import { readLabelledPictures } from "gridexplainer/node"
 * const { pictures } = await readLabelledPictures("assets/probes")
 * pictures.map(({ label }) => label) // => ["astronaut", "cat", "coffee", "flower", "rocket", "temple"]
 * ```
 */
export async function readLabelledPictures(
  folder: string,
  options: { readonly signal?: AbortSignal } = {},
): Promise<LabelledPictures> {
  const sources = await findPictures([folder], { recursive: true })
  const problem = sources.find((source) => source.kind === "nothing")?.problem
  if (problem !== undefined) throw problem
  const paths = sources.flatMap((source) => (source.kind === "file" ? [source.path] : []))
  if (paths.length === 0) throw new RangeError(`pictures must be a folder, files or a pattern, got ${folder}`)
  const step = Math.max(1, paths.length / mostPictures)
  const chosen = Array.from({ length: Math.min(paths.length, mostPictures) }, (_, i) => paths[Math.floor(i * step)]!)
  const pictures: Probe[] = []
  const skipped: string[] = []
  for (const path of chosen) {
    options.signal?.throwIfAborted()
    try {
      const { image } = await readImage(path)
      pictures.push({ image: smaller(image), name: basename(path), label: labelOf(path, folder) })
    } catch (error) {
      if (!(error instanceof GridExplainerError) || error.code === "MISSING_PACKAGE") throw error
      skipped.push(error.message)
    }
  }
  if (pictures.length > 0) return { pictures, skipped }
  throw new GridExplainerError("IMAGE_UNREADABLE", `none of the pictures in ${folder} can be read: ${skipped[0] ?? ""}`)
}

/** Keeps a hundred large photos from filling the memory; a view of a third of one is still larger than what models take. */
function smaller(image: Image): Image {
  const scale = mostSide / Math.min(image.width, image.height)
  if (scale >= 1) return image
  const [width, height] = [image.width, image.height].map((side) => Math.round(side * scale))
  return resizeImage(image, { width: width!, height: height! })
}

function labelOf(path: string, folder: string): string {
  const inside = resolve(dirname(path))
  if (inside !== resolve(folder) && inside !== dirname(resolve(folder))) return basename(inside)
  return basename(path, extname(path)).replace(/[\s._-]*\(?\d+\)?$/, "")
}
