import { chmodSync, mkdirSync, readdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { main } from "../../src/cli/main.ts"
import { readImage } from "../../src/node/pictures/read-image.ts"
import { fakeTerminal } from "../cli/fake-terminal.ts"
import { type BadPicture, badPictures } from "./bad-pictures.ts"
import { oddPictures } from "./bad-pictures-odd.ts"
import { badInputPage, type PageRow } from "./bad-pictures-page.ts"
import { temporaryFolder, withoutRights } from "./support/temporary-folder.ts"

const folder = temporaryFolder(afterAll)
chmodSync(folder, 0o755)
const scratch = join(folder, "scratch")
const before = process.env.TMPDIR
const ends: (() => void)[] = []

beforeAll(() => {
  mkdirSync(scratch)
  process.env.TMPDIR = scratch
})
afterAll(() => {
  for (const end of ends) end()
  if (before === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = before
})

/** Makes the file; answers where it is. */
async function placed({ file, content, place, serve }: BadPicture, group: string): Promise<string> {
  const path = join(folder, group, file)
  if (!file.includes("\0")) mkdirSync(dirname(path), { recursive: true })
  if (content !== undefined) writeFileSync(path, typeof content === "function" ? await content() : content)
  place?.(path)
  ends.push((await serve?.(path)) ?? (() => undefined))
  return path
}

/** What `gridexplainer predict <path>` does. */
async function answerTo(words: readonly string[]): Promise<{ exitCode: number; out: string; err: string }> {
  const terminal = fakeTerminal()
  const exitCode = await main(words, terminal)
  return { exitCode, out: terminal.said.out, err: terminal.said.err }
}

const allFiles = () => readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()

// Pipes, links and rights are those of Unix.
describe.skipIf(process.platform === "win32")("what cannot be read", () => {
  const bad: Record<string, PageRow[]> = {}
  const odd: PageRow[] = []
  const groups = Object.entries(badPictures).map(([heading, pictures], i) => ({
    heading,
    pictures,
    group: `group-${i}`,
  }))

  describe.each(groups)("$heading", ({ heading, pictures, group }) => {
    it.each(pictures)("$what", async (picture) => {
      const path = await placed(picture, group)
      const { file, words = ["predict", path], exitCode: expected = 1, shown = file } = picture
      const there = allFiles()
      const { exitCode, out, err } = await (picture.needsNoRights === true
        ? withoutRights(() => answerTo(words))
        : answerTo(words))
      const message = err.replaceAll(`${folder}/${group}/`, "").trim()
      bad[heading] = [
        ...(bad[heading] ?? []),
        { what: picture.what, exitCode, message: message.replace(/^error: |\n.*/gs, "") },
      ]

      expect({ exitCode, out }).toEqual({ exitCode: expected, out: "" })
      expect(message).toContain(shown)
      expect(message).not.toMatch(/\bat .*:\d+:\d+|Error\b/)
      // One line, which begins with the problem and goes on with what to do.
      if (expected === 1) expect(message).toMatch(/^error: [^\n]+\. [A-Z][^\n]+$/)
      expect(allFiles()).toEqual(there)
    })
  })

  it("has at least 60 kinds, all different", () => {
    const kinds = Object.values(badPictures).flat()
    expect(kinds.length).toBeGreaterThanOrEqual(60)
    expect(new Set(kinds.map(({ what }) => what)).size).toBe(kinds.length)
  })

  describe("and what can, though it is odd", () => {
    const paths: string[] = []

    it.each(oddPictures)("$what", async (picture) => {
      const path = await placed(picture, "odd")
      const { notes } = await readImage(path)
      paths.push(path)
      odd.push({ what: picture.what, exitCode: 0, message: notes.join("; ") })
    })

    it("all in one command, with five answers to each", async () => {
      const there = allFiles()
      const { exitCode, out, err } = await answerTo(["predict", ...paths])
      expect({ exitCode, problems: err.match(/error/g) }).toEqual({ exitCode: 0, problems: null })
      expect(out.match(/\d % {2}\S/g)).toHaveLength(5 * oddPictures.length)
      expect(allFiles()).toEqual(there)
    })
  })

  // `npm run docs:bad-input` writes the page.
  it("is what the documentation says", async () => {
    const all = [...Object.values(badPictures).flat(), ...oddPictures]
    expect([...Object.values(bad).flat(), ...odd].map(({ what }) => what)).toEqual(all.map(({ what }) => what))
    await expect(badInputPage({ bad, odd })).toMatchFileSnapshot("../../docs/bad-input.md")
  })
})
