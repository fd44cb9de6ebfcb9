import { execFileSync, spawn, spawnSync } from "node:child_process"
import { chmodSync, mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { checkWritable, writeFile } from "../../../src/node/files/write-file.ts"
import { problemOf } from "../support/problem-of.ts"
import { temporaryFolder, withoutRights } from "../support/temporary-folder.ts"

const isWindows = process.platform === "win32"
const built = new URL("../../../dist/node/files/write-file.js", import.meta.url).href

/** Makes something at a path that cannot be written over, and says what the message must contain. */
const obstacles: Readonly<Record<string, readonly [make: (path: string) => unknown, says: string]>> = {
  "a folder": [(path) => mkdirSync(path), "it is a folder"],
  "a link to a folder": [(path) => symlinkSync(".", path), "it is a folder"],
  "a pipe": [(path) => execFileSync("mkfifo", [path]), "it is not a regular file"],
  "a device": [(path) => symlinkSync("/dev/null", path), "it is not a regular file"],
}

describe("checkWritable", () => {
  it("says where the bytes would go, and writes none", async () => {
    const folder = temporaryFolder()
    expect(await checkWritable(join(folder, "new"))).toBe(join(folder, "new"))
    expect(readdirSync(folder)).toEqual([])
  })

  it.skipIf(isWindows)("finds what would keep a file from being written, before there is one", async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, "a"), "file")
    chmodSync(join(folder, "a"), 0o777)
    expect(await problemOf(() => checkWritable(join(folder, "no", "x")))).toContain("does not exist")
    expect(await problemOf(() => checkWritable(join(folder, "a", "x")))).toContain("is not a folder")
    expect(await problemOf(() => checkWritable(folder))).toContain("it is a folder")
  })

  it.skipIf(isWindows)("finds that a folder may not be written", () => {
    const folder = temporaryFolder()
    chmodSync(folder, 0o555)
    // The system asks for the real user here, which a process can change for good only.
    const script = `import { checkWritable } from "${built}"
      if (process.getuid() === 0) process.setuid(65534)
      await checkWritable("${join(folder, "x")}").catch((error) => console.log(error.message))`
    const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" })
    expect(stdout).toContain("permission denied")
  })
})

describe("writeFile", () => {
  it("writes any bytes, over what was there before, and leaves nothing else in the folder", async () => {
    const folder = temporaryFolder()
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (bytes) => {
        await writeFile(join(folder, "file"), bytes)
        expect(new Uint8Array(readFileSync(join(folder, "file")))).toEqual(bytes)
      }),
      { numRuns: 20 },
    )
    expect(readdirSync(folder)).toEqual(["file"])
  })

  it("writes text as UTF-8", async () => {
    const path = join(temporaryFolder(), "text")
    await writeFile(path, "Δ cat")
    expect(readFileSync(path, "utf8")).toBe("Δ cat")
  })

  it.skipIf(isWindows)("writes through a link and keeps it", async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, "real"), "old")
    symlinkSync("real", join(folder, "link"))
    await writeFile(join(folder, "link"), "new")
    expect(readFileSync(join(folder, "real"), "utf8")).toBe("new")
    expect(readlinkSync(join(folder, "link"))).toBe("real")
  })

  it("makes no folders and names the one that is missing", async () => {
    const folder = temporaryFolder()
    expect(await problemOf(() => writeFile(join(folder, "no", "x"), "1", { what: "report" }))).toBe(
      `FILE_UNWRITABLE: the report ${join(folder, "no", "x")} cannot be written: the folder ${join(folder, "no")} does not exist`,
    )
    expect(readdirSync(folder)).toEqual([])
  })

  describe.skipIf(isWindows)("refuses, and leaves as it was,", () => {
    it.each(Object.entries(obstacles))("%s", async (_, [make, says]) => {
      const folder = temporaryFolder()
      make(join(folder, "x"))
      const problem = await problemOf(() => writeFile(join(folder, "x"), "new"))
      expect(problem).toBe(`FILE_UNWRITABLE: the file ${join(folder, "x")} cannot be written: ${says}`)
      expect(readdirSync(folder)).toEqual(["x"])
    })

    it.each([
      ["n".repeat(300), "has a name that is too long"],
      ["null\0byte", "has a name that no file can have"],
      ["a/below-a-file", "lies under something that is not a folder"],
      ["", "is a folder"],
    ])("the name %j", async (name, says) => {
      const folder = temporaryFolder()
      writeFileSync(join(folder, "a"), "file")
      expect(await problemOf(() => writeFile(`${folder}/${name}`, "new"))).toContain(says)
      expect(readdirSync(folder)).toEqual(["a"])
    })

    it("a folder that may not be written", async () => {
      const folder = temporaryFolder()
      writeFileSync(join(folder, "x"), "old")
      chmodSync(folder, 0o555)
      expect(await withoutRights(() => problemOf(() => writeFile(join(folder, "x"), "new")))).toContain(
        "permission denied",
      )
      expect(readFileSync(join(folder, "x"), "utf8")).toBe("old")
    })

    it("what was there before, where the disk takes only a part of the bytes", () => {
      const path = join(temporaryFolder(), "x")
      writeFileSync(path, "old")
      // ulimit -f counts blocks of 1024 bytes in bash: the sixth KiB does not fit, as on a full disk.
      const script = `import { writeFile } from "${built}"; await writeFile("${path}", "n".repeat(10_000))`
      const run = spawnSync("bash", [
        "-c",
        'ulimit -f 5; exec "$0" --input-type=module -e "$1"',
        process.execPath,
        script,
      ])
      expect(run.stderr.toString()).toContain("does not fit")
      expect(readFileSync(path, "utf8")).toBe("old")
      expect(readdirSync(join(path, ".."))).toEqual(["x"])
    })
  })

  it.skipIf(isWindows)("holds one whole content or another at every moment when the program is killed", async () => {
    const folder = temporaryFolder()
    const path = join(folder, "x")
    const size = 4_000_000
    const script = `import { writeFile } from "${built}"
      for (let i = 0; ; i++) { await writeFile("${path}", String(i % 10).repeat(${size})); process.stdout.write("w") }`
    for (let kill = 0; kill < 12; kill++) {
      const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
        stdio: ["ignore", "pipe", "inherit"],
      })
      await new Promise((resolve) => child.stdout.once("data", resolve))
      await new Promise((resolve) => setTimeout(resolve, kill * 3))
      child.kill("SIGKILL")
      await new Promise((resolve) => child.once("exit", resolve))
      const content = readFileSync(path, "latin1")
      expect(content.length).toBe(size)
      expect(content).toBe(content.charAt(0).repeat(size))
    }
  })
})
