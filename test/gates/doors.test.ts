import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, test } from "vitest"
import { doors } from "../../scripts/doors.mjs"

const root = new URL("../../", import.meta.url)
const namesOf = async (file: string): Promise<readonly string[]> =>
  Object.keys((await import(fileURLToPath(new URL(file, root)))) as object)

describe("the doors", () => {
  test.each(doors)("$name has a file", ({ file }) => expect(existsSync(new URL(file, root))).toBe(true))

  test.each(doors.filter(({ file }) => !/node|onnx|keras/.test(file)))(
    "what $name gives, the door of Node gives as well",
    async ({ file }) => {
      const inNode = new Set(await namesOf("src/node/index.ts"))
      const names = await namesOf(file)
      expect(names.length).toBeGreaterThan(0)
      expect(names.filter((name) => !inNode.has(name))).toEqual([])
    },
  )

  test("each is known to the search for dead code", () => {
    const { entry } = JSON.parse(readFileSync(new URL("knip.json", root), "utf8")) as { entry: readonly string[] }
    const known = entry.flatMap((pattern) => {
      const [, before, list, after] = /^(.*)\{(.*)\}(.*)$/.exec(pattern) ?? []
      return list === undefined ? [pattern] : list.split(",").map((part) => `${before}${part}${after}`)
    })
    expect(doors.map(({ file }) => file).filter((file) => !known.includes(file))).toEqual([])
  })
})
