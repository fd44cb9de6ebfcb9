import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, test } from "vitest"
import law from "../../.dependency-cruiser.mjs"
import { forbiddenImports } from "../../scripts/forbidden-imports.mjs"
import { coreFolders, rimFolders } from "../../scripts/rooms.mjs"

const root = new URL("../../", import.meta.url)
const foldersOf = (path: string): readonly string[] =>
  readdirSync(new URL(path, root), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  )

describe("the rooms of src", () => {
  test("each folder is core or rim, and each that is named is there", () => {
    const atTop = rimFolders.filter((folder) => !folder.includes("/"))
    expect(foldersOf("src").toSorted()).toEqual([...coreFolders, ...atTop].toSorted())
  })

  test("a rim folder in a core folder is there", () => {
    const inside = rimFolders.filter((folder) => folder.includes("/"))
    for (const folder of inside) {
      const [outer = "", inner] = folder.split("/")
      expect(coreFolders).toContain(outer)
      expect(foldersOf(`src/${outer}`)).toContain(inner)
    }
  })

  test("the types without a host leave out the rim and nothing else", () => {
    const { include, exclude } = JSON.parse(readFileSync(new URL("tsconfig.core.json", root), "utf8"))
    expect(include).toEqual(["src"])
    expect(exclude).toEqual(rimFolders.map((folder) => `src/${folder}`))
  })

  test("each folder of tests is a room, the road, or a place for what only Node tests", () => {
    const onlyInNode = [
      "bench",
      "bundles",
      "docs",
      "examples",
      "gallery",
      "gates",
      "package",
      "real",
      "report-page",
      "support",
    ]
    const rooms = [...coreFolders, "cli", "explain", "node"]
    expect(foldersOf("test").filter((folder) => ![...onlyInNode, ...rooms].includes(folder))).toEqual([])
  })
})

describe("the import law", () => {
  const clauses = law.forbidden?.flatMap(({ name }) => name ?? []) ?? []

  test("each clause has its planted violation, and each violation its clause", () => {
    expect(clauses.length).toBeGreaterThan(0)
    expect(forbiddenImports.map(([clause]) => clause).toSorted()).toEqual(clauses.toSorted())
  })

  test.each(forbiddenImports)("%s: what is imported against it is there", (_clause, file = "", target) => {
    if (target === undefined || !target.startsWith(".") || /planted-too|nowhere/.test(target)) return
    const path = fileURLToPath(new URL(target, new URL(file, root)))
    expect(readFileSync(path, "utf8")).not.toBe("")
  })
})
