/** What the operating system's error names mean for a file, to be read after its name: "photo.jpg does not exist". */
const PROBLEMS: Readonly<Record<string, string>> = {
  EACCES: "may not be opened: permission denied",
  EBUSY: "is in use by another program",
  EDQUOT: "does not fit: the disk quota is used up",
  EFBIG: "does not fit: it is larger than files may be here",
  EIO: "cannot be reached: the disk reports a fault",
  EISDIR: "is a folder, not a file",
  ELOOP: "is a link that leads in a circle",
  EMFILE: "cannot be opened: this program has too many files open",
  ENAMETOOLONG: "has a name that is too long",
  ENFILE: "cannot be opened: this computer has too many files open",
  ENOENT: "does not exist",
  ENOSPC: "does not fit: the disk is full",
  ENOTDIR: "lies under something that is not a folder",
  ENXIO: "is not a regular file",
  EPERM: "may not be opened: operation not permitted",
  EROFS: "lies on a read-only file system",
  ERR_INVALID_ARG_VALUE: "has a name that no file can have",
}

/** The `code` of an error of Node, such as `ENOENT`. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined
}

/**
 * The failure of a file operation as the end of a sentence that begins with the file's name.
 *
 * @example
 * ```ts
 * import { systemProblem } from "gridexplainer/node"
 * systemProblem(Object.assign(new Error("ENOENT"), { code: "ENOENT" })) // => "does not exist"
 * ```
 */
export function systemProblem(error: unknown): string {
  const code = systemCode(error)
  return PROBLEMS[code ?? ""] ?? `cannot be used (${code ?? String(error)})`
}
