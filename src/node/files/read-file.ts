import { constants } from "node:fs"
import { type FileHandle, open } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import { GridExplainerError } from "../../errors.ts"
import { systemProblem } from "./system-problem.ts"

/** The options of `readFile`. */
export interface ReadFileOptions {
  /**
   * The most bytes to read.
   * @default 67108864
   */
  readonly maxBytes?: number
  /**
   * What the file is, for the error message: `"picture"`.
   * @default "file"
   */
  readonly what?: string
  /** Checks parts of the file before all of it is read; what this throws is passed on. */
  readonly judge?: (read: ReadPart, size: number) => Promise<void>
}

/** Reads `length` bytes from position `at`, or as many as there are. */
export type ReadPart = (at: number, length: number) => Promise<Uint8Array>

/** How many bytes are read at a time, well below the system's limit of 2 GiB. */
const PIECE = 2 ** 26

/**
 * Reads all of a regular file. This is the only place where this package opens files for reading.
 *
 * Folders, pipes and devices are refused without waiting for them; so are empty files, files larger than `maxBytes`, and files that change meanwhile.
 *
 * @throws GridExplainerError `FILE_UNREADABLE`, and what `judge` throws
 * @example
 * ```ts
 * import { readFile } from "gridexplainer/node"
 * const bytes = await readFile("examples/coffee.png", { what: "picture" })
 * bytes.length // => 466706
 * ```
 */
export async function readFile(path: string | URL, options: ReadFileOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
  const { what = "file" } = options
  const name = typeof path === "string" ? path : fileURLToPath(path)
  try {
    // Without O_NONBLOCK, opening a pipe waits until somebody writes to it. Windows has neither.
    const file = await open(name, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      return await readWhole(file, options)
    } finally {
      await file.close()
    }
  } catch (error) {
    if (error instanceof GridExplainerError) throw error
    const problem = error instanceof Refusal ? error.message : systemProblem(error)
    throw new GridExplainerError("FILE_UNREADABLE", `the ${what} ${name} ${problem}`, { cause: error })
  }
}

async function readWhole(
  file: FileHandle,
  { maxBytes = 2 ** 26, judge }: ReadFileOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const stats = await file.stat()
  if (stats.isDirectory()) throw new Refusal("is a folder, not a file")
  if (!stats.isFile()) throw new Refusal("is not a regular file")
  if (stats.size === 0) throw new Refusal("is empty")
  if (stats.size > maxBytes) throw new Refusal(`has ${stats.size} bytes, at most ${maxBytes} are read`)

  await judge?.(async (at, length) => {
    const { buffer, bytesRead } = await file.read(new Uint8Array(length), 0, length, at)
    return buffer.subarray(0, bytesRead)
  }, stats.size)
  const bytes = new Uint8Array(stats.size)
  let filled = 0
  for (let got = -1; got !== 0 && filled < bytes.length; filled += got) {
    got = (await file.read(bytes, filled, Math.min(PIECE, bytes.length - filled), filled)).bytesRead
  }
  const beyond = await file.read(new Uint8Array(1), 0, 1, filled)
  if (filled < bytes.length || beyond.bytesRead > 0) throw new Refusal("changed while it was being read")
  return bytes
}

/** A reason of this package, as opposed to one of the operating system. */
class Refusal extends Error {}
