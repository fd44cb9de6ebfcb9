import { spawn } from "node:child_process"
import { lstatSync, readdirSync, readFileSync, readlinkSync, symlinkSync, utimesSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { checkWritable, writeFile } from "../../../src/node/files/write-file.ts"
import { problemOf } from "../support/problem-of.ts"
import { temporaryFolder } from "../support/temporary-folder.ts"

const isWindows = process.platform === "win32"
const built = new URL("../../../dist/node/files/write-file.js", import.meta.url).href

/** Kills a program that writes 20 MB again and again into a folder, after so many milliseconds of writing. */
async function killWhileWriting(folder: string, after: number): Promise<void> {
  const script = `import { writeFile } from "${built}"
    const bytes = new Uint8Array(2e7)
    console.log("writes")
    for (;;) await writeFile(${JSON.stringify(join(folder, "big"))}, bytes)`
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: ["ignore", "pipe", "ignore"] })
  await new Promise((begun) => child.stdout.once("data", begun))
  await new Promise((later) => setTimeout(later, after))
  const end = new Promise((gone) => child.once("exit", gone))
  child.kill("SIGKILL")
  await end
}

const temporaryIn = (folder: string): readonly string[] => readdirSync(folder).filter((name) => name.endsWith(".tmp"))

describe("temporary files of killed programs", () => {
  it("are removed by the next write into the folder", async () => {
    const folder = temporaryFolder()
    for (let kill = 0; kill < 8; kill++) await killWhileWriting(folder, 10 * kill)
    await writeFile(join(folder, "next"), "x")
    expect(readdirSync(folder).filter((name) => name !== "big")).toEqual(["next"])
  })

  it("are removed after a day, whoever wrote them, and not before", async () => {
    const age = fc.integer({ min: 0, max: 72 })
    await fc.assert(
      fc.asyncProperty(fc.array(age, { minLength: 1, maxLength: 6 }), async (hours) => {
        const folder = temporaryFolder()
        const names = hours.map((_, i) => `.gridexplainer-${i}23456789abcdef0.tmp`)
        for (const [i, name] of names.entries()) {
          const seconds = Date.now() / 1000 - 3600 * hours[i]! - 60
          writeFileSync(join(folder, name), "part")
          utimesSync(join(folder, name), seconds, seconds)
        }
        await writeFile(join(folder, "next"), "x")
        expect(temporaryIn(folder)).toEqual(names.filter((_, i) => hours[i]! < 24))
      }),
      { numRuns: 50 },
    )
  })

  it("of programs that still write stay, and so do files of others", async () => {
    const folder = temporaryFolder()
    await writeFile(join(folder, "first"), "x")
    const others = [".gridexplainer-notes.tmp", "gridexplainer-0123456789abcdef.tmp", ".other-0123456789abcdef.tmp"]
    for (const name of others) {
      writeFileSync(join(folder, name), "mine")
      utimesSync(join(folder, name), 1, 1)
    }
    await Promise.all(Array.from({ length: 20 }, (_, i) => writeFile(join(folder, `file${i}`), new Uint8Array(1e5))))
    expect(temporaryIn(folder)).toEqual(others.toSorted())
  })
})

describe.skipIf(isWindows)("a link as output", () => {
  it("that leads to nothing yet is followed: the file is made there, and the link stays", async () => {
    const folder = temporaryFolder()
    symlinkSync("there", join(folder, "one"))
    symlinkSync(join(folder, "one"), join(folder, "two"))
    expect(await checkWritable(join(folder, "two"))).toBe(join(folder, "there"))
    await writeFile(join(folder, "two"), "new")
    expect(readFileSync(join(folder, "there"), "utf8")).toBe("new")
    expect([readlinkSync(join(folder, "one")), readlinkSync(join(folder, "two"))]).toEqual([
      "there",
      join(folder, "one"),
    ])
  })

  it("that leads in a circle is refused and stays", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 60 }), async (length) => {
        const folder = temporaryFolder()
        for (let i = 0; i < length; i++) symlinkSync(`l${(i + 1) % length}`, join(folder, `l${i}`))
        expect(await problemOf(() => writeFile(join(folder, "l0"), "x"))).toMatch(
          /^FILE_UNWRITABLE: .*it is a link that leads in a circle/,
        )
        expect(lstatSync(join(folder, "l0")).isSymbolicLink()).toBe(true)
        expect(temporaryIn(folder)).toEqual([])
      }),
      { numRuns: 50 },
    )
  })

  it("that leads into a folder that is not there is refused", async () => {
    const folder = temporaryFolder()
    symlinkSync("no/file", join(folder, "link"))
    expect(await problemOf(() => writeFile(join(folder, "link"), "x"))).toMatch(/the folder .*no does not exist/)
  })
})
