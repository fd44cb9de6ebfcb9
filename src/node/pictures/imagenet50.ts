import { join } from "node:path"
import { resizeImage } from "../../image/resize-image.ts"
import { fetchFile } from "../files/fetch-file.ts"
import { readFile } from "../files/read-file.ts"
import { sha256Of } from "../files/sha256-of.ts"
import { writeFile } from "../files/write-file.ts"
import { type CacheOptions, makeCacheFolder } from "../models/cache-folder.ts"
import { type Imagenet50File, imagenet50Files } from "./imagenet50-files.ts"
import { type Photo, readImage } from "./read-image.ts"

/** The options of `imagenet50`. */
export interface Imagenet50Options extends CacheOptions {
  /**
   * The https address of the folder that holds the pictures.
   * @default SHAP's repository at a fixed commit
   */
  readonly baseUrl?: string | URL
  readonly signal?: AbortSignal | undefined
}

const SHAP = "https://raw.githubusercontent.com/shap/shap/ae989bf4d2326de0b0b647d88c26b9d8555f8715/data/imagenet50/"

/** The largest of the 50 files has 190 357 bytes. */
const MAX_BYTES = 2 ** 20

const SIZE = { width: 224, height: 224 }

/**
 * The 50 test pictures of SHAP's `imagenet50()`, or some of them by their index there: 224 x 224 pixels, resized by nearest neighbour as in SHAP.
 *
 * A picture is fetched from SHAP's public repository the first time it is asked for, checked against its SHA-256 and kept in the cache.
 *
 * @throws RangeError for an index that is not from 0 to 49
 * @throws GridExplainerError `DOWNLOAD_FAILED`, `INTEGRITY`, `FILE_UNWRITABLE`, `MISSING_PACKAGE`
 * @throws `signal.reason` on abort
 * @see https://github.com/shap/shap
 * @example
 * ```ts no-run
 * import { imagenet50 } from "gridexplainer/node"
 * const [egret] = await imagenet50([1])
 * egret?.name // => "sim_n02010272_1613.jpg"
 * egret?.image.width // => 224
 * ```
 */
export async function imagenet50(
  indices: readonly number[] = [...imagenet50Files.keys()],
  options: Imagenet50Options = {},
): Promise<readonly Photo[]> {
  const files = indices.map(fileAt)
  const folder = await makeCacheFolder("imagenet50", options)
  const photos: Photo[] = []
  for (const file of files) photos.push(await obtainPhoto(file, folder, options))
  return photos
}

function fileAt(index: number): Imagenet50File {
  const file = imagenet50Files[index]
  if (file !== undefined) return file
  throw new RangeError(
    `an index of imagenet50 must be an integer from 0 to ${imagenet50Files.length - 1}, got ${index}`,
  )
}

async function obtainPhoto(file: Imagenet50File, folder: string, options: Imagenet50Options): Promise<Photo> {
  const [id, sha256] = file
  const name = `sim_${id}.jpg`
  const path = join(folder, name)
  const cached = await readFile(path, { maxBytes: MAX_BYTES }).catch(() => undefined)
  const isRight = cached !== undefined && sha256Of(cached) === sha256
  const bytes = isRight ? cached : await fetchPhoto(name, sha256, options)
  if (!isRight) await writeFile(path, bytes, { what: "picture" })
  const { image } = await readImage(bytes, { colorManagement: "ignore" })
  return { image: resizeImage(image, SIZE, { filter: "nearest" }), name, fileSha256: sha256, notes: [] }
}

async function fetchPhoto(name: string, sha256: string, options: Imagenet50Options): Promise<Uint8Array> {
  const { baseUrl = SHAP, signal } = options
  const base = String(baseUrl)
  if (!URL.canParse(base)) throw new RangeError(`baseUrl must be an https address, got ${base}`)
  return fetchFile(new URL(name, base.endsWith("/") ? base : `${base}/`), { sha256, maxBytes: MAX_BYTES, signal })
}
