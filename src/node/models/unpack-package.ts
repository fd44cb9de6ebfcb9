import { GridExplainerError } from "../../errors.ts"
import { importOptional } from "../../import-optional.ts"

/**
 * Reads some files of a package file into memory, in the order of `names`. Nothing else is unpacked, and nothing is written.
 *
 * @throws GridExplainerError `MODEL_UNREADABLE` if one is missing or the package file is damaged, `MISSING_PACKAGE`
 */
export async function unpackPackage(packed: Uint8Array, names: readonly string[]): Promise<readonly Uint8Array[]> {
  const { Parser } = await importOptional("tar", () => import("tar"))
  const wanted = new Set(names)
  const found = new Map<string, Promise<Uint8Array>>()
  await new Promise<void>((resolve, reject) => {
    const parser = new Parser({
      strict: true,
      filter: (path, entry) => wanted.has(path) && "type" in entry && entry.type === "File",
      onReadEntry: (entry) => found.set(entry.path, entry.concat()),
    })
    parser.on("end", resolve)
    parser.on("error", (cause: unknown) =>
      reject(new GridExplainerError("MODEL_UNREADABLE", "the package file is damaged", { cause })),
    )
    parser.end(Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength))
  })
  return Promise.all(
    names.map((name) => {
      const file = found.get(name)
      if (file !== undefined) return file
      throw new GridExplainerError("MODEL_UNREADABLE", `the package file has no file ${name}`)
    }),
  )
}
