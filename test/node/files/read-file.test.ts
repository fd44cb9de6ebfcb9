import { execFileSync } from "node:child_process"
import { appendFileSync, chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs"
import { type FileHandle, open } from "node:fs/promises"
import { createServer } from "node:net"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import fc from "fast-check"
import { describe, expect, it, onTestFinished, vi } from "vitest"
import { readFile } from "../../../src/node/files/read-file.ts"
import { problemOf } from "../support/problem-of.ts"
import { temporaryFolder, withoutRights } from "../support/temporary-folder.ts"

const isWindows = process.platform === "win32"

/** Makes something at a path that is no readable file, and says how the message must go on after the path. */
const obstacles: Readonly<Record<string, readonly [make: (path: string) => unknown, says: string]>> = {
  nothing: [() => undefined, "does not exist"],
  "a folder": [(path) => mkdirSync(path), "is a folder, not a file"],
  "an empty file": [(path) => writeFileSync(path, ""), "is empty"],
  "a file over the limit": [(path) => writeFileSync(path, "123456789"), "has 9 bytes, at most 8 are read"],
  "a link to nothing": [(path) => symlinkSync("nowhere", path), "does not exist"],
  "a link to itself": [(path) => symlinkSync(path, path), "is a link that leads in a circle"],
  "a link to a folder": [(path) => symlinkSync(".", path), "is a folder, not a file"],
  "a pipe that nobody writes into": [(path) => execFileSync("mkfifo", [path]), "is not a regular file"],
  "a link to a device without an end": [(path) => symlinkSync("/dev/zero", path), "is not a regular file"],
  "a socket": [listenAt, "is not a regular file"],
}

async function listenAt(path: string): Promise<void> {
  const server = createServer().listen(path)
  onTestFinished(() => void server.close())
  await new Promise((resolve) => server.once("listening", resolve))
}

describe("readFile", () => {
  it("gives back any bytes that lie on the disk, up to exactly maxBytes", async () => {
    const path = join(temporaryFolder(), "bytes")
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 5000 }), async (bytes) => {
        writeFileSync(path, bytes)
        expect(await readFile(path, { maxBytes: bytes.length })).toEqual(bytes)
      }),
      { numRuns: 50 },
    )
  })

  it("gives an array that is its whole buffer, so that a tensor can be laid over it", async () => {
    const path = join(temporaryFolder(), "bytes")
    writeFileSync(path, "12345678")
    expect((await readFile(path)).buffer.byteLength).toBe(8)
  })

  it("follows links and takes file: URLs", async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, "a b.txt"), "cat")
    symlinkSync("a b.txt", join(folder, "link"))
    expect(new TextDecoder().decode(await readFile(join(folder, "link")))).toBe("cat")
    expect(new TextDecoder().decode(await readFile(pathToFileURL(join(folder, "a b.txt"))))).toBe("cat")
  })

  describe.skipIf(isWindows)("refuses at once, naming the file and the reason,", () => {
    it.each(Object.entries(obstacles))("%s", async (_, [make, says]) => {
      const path = join(temporaryFolder(), "x")
      await make(path)
      const problem = await problemOf(() => readFile(path, { what: "picture", maxBytes: 8 }))
      expect(problem).toBe(`FILE_UNREADABLE: the picture ${path} ${says}`)
    })

    it("a file that may not be read", async () => {
      const folder = temporaryFolder()
      const path = join(folder, "secret")
      writeFileSync(path, "secret")
      chmodSync(folder, 0o755)
      chmodSync(path, 0)
      const problem = await withoutRights(() => problemOf(() => readFile(path)))
      expect(problem).toBe(`FILE_UNREADABLE: the file ${path} may not be opened: permission denied`)
    })

    it.each([
      ["a/below-a-file", "lies under something that is not a folder"],
      ["n".repeat(300), "has a name that is too long"],
      ["null\0byte", "has a name that no file can have"],
      ["", "is a folder, not a file"],
    ])("the name %j", async (name, says) => {
      const folder = temporaryFolder()
      writeFileSync(join(folder, "a"), "file")
      expect(await problemOf(() => readFile(`${folder}/${name}`))).toContain(says)
    })
  })

  it.each([
    ["shrinks", (path: string) => truncateSync(path, 2)],
    ["grows", (path: string) => appendFileSync(path, "more")],
  ])("notices a file that %s while it is read", async (_, change) => {
    const path = join(temporaryFolder(), "restless")
    writeFileSync(path, "12345678")
    await changeAfterStat(() => change(path))
    expect(await problemOf(() => readFile(path))).toBe(
      `FILE_UNREADABLE: the file ${path} changed while it was being read`,
    )
  })
})

/** Lets somebody else act between the moment when a file's length is asked and the moment when it is read. */
async function changeAfterStat(change: () => void): Promise<void> {
  const handle = await open(import.meta.filename)
  const prototype: Pick<FileHandle, "stat"> = Object.getPrototypeOf(handle)
  await handle.close()
  const { stat } = prototype
  vi.spyOn(prototype, "stat").mockImplementationOnce(async function (this: FileHandle) {
    const stats = await stat.call(this)
    change()
    return stats
  })
  onTestFinished(() => void vi.restoreAllMocks())
}
