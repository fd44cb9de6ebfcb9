import { constants } from "node:fs"
import { access, readdir, stat } from "node:fs/promises"
import { dirname, join } from "node:path"
import { cacheFolder } from "../models/cache-folder.ts"

/** The folder for downloads. */
export interface CacheCheck {
  readonly path: string
  readonly exists: boolean
  readonly writable: boolean
  /** Size of its files in bytes. */
  readonly bytes: number
}

/** Checks the folder for downloads, without creating it. */
export async function checkCache(): Promise<CacheCheck> {
  const path = await cacheFolder()
  const exists = await stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  )
  return { path, exists, writable: await isWritable(path), bytes: exists ? await bytesIn(path) : 0 }
}

/** Whether files can be created in a folder, or the folder itself if it is missing. */
async function isWritable(path: string): Promise<boolean> {
  const stats = await stat(path).catch(() => undefined)
  if (stats === undefined) return dirname(path) !== path && isWritable(dirname(path))
  return access(`${path}/`, constants.W_OK).then(
    () => true,
    () => false,
  )
}

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      stat(join(parentPath, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    )
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}
