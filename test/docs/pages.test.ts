import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"

const root = fileURLToPath(new URL("../..", import.meta.url))
const read = (file: string): string => readFileSync(join(root, file), "utf8")
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith(".md")),
  ...(existsSync(join(root, "docs")) ? readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" }) : [])
    .filter((name) => name.endsWith(".md") && !/^(reference\/api|\.vitepress)\//.test(name)) // Not those that a build makes.
    .map((name) => `docs/${name}`),
]

describe.each(pages)("%s", (page) => {
  it("links to files that are there", () => {
    const links = [...read(page).matchAll(/\]\((?!\w+:|#)([^)#\s]+)/g)].map(([, link = ""]) => link)
    expect(links.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([])
  })

  it("names scripts that are there", () => {
    const { scripts } = JSON.parse(read("package.json"))
    const named = [...read(page).matchAll(/npm run ([\w:-]+)/g)].map(([, script = ""]) => script)
    expect(named.filter((script) => !(script in scripts))).toEqual([])
  })
})

it("Python on a page is part of a program of examples/python, which was run", () => {
  const programs = ["pytorch_shapes", "keras_shapes", "sklearn_digits"].map((name) =>
    read(`examples/python/${name}.py`),
  )
  const excerpts = pages.flatMap((page) =>
    [...read(page).matchAll(/^```py\n(.*?)^```$/gms)].map(([, code = ""]) => code),
  )
  expect(excerpts.length).toBe(3)
  expect(excerpts.filter((code) => !programs.some((program) => program.includes(code)))).toEqual([])
})

describe("write your own", () => {
  const own = pages.filter((page) => page.startsWith("docs/write-your-own/"))

  it("has a page for each choice, and for the model", () => {
    expect(own.map((page) => page.replace(/^.*\/|\.md$/g, "")).sort()).toEqual([
      "design",
      "estimator",
      "fill",
      "model",
      "regions",
    ])
  })

  it.each(own)("%s begins with a program of at most 15 lines", (page) => {
    const [, program = ""] = /^```ts\n(.*?)^```$/ms.exec(read(page)) ?? []
    const lines = program.split("\n").filter((line) => line.trim() !== "")
    expect(lines.length).toBeGreaterThan(5)
    expect(lines.length).toBeLessThanOrEqual(15)
  })
})

describe("the two commands of the README", () => {
  const commands = [...read("README.md").matchAll(/^npm ci && (.+)$/gm)].map(([command]) => command)

  it("are the first explanation and the tests", () => {
    expect(commands).toEqual([expect.stringMatching(/^npm ci && npx gridexplainer explain /), "npm ci && npm run ok"])
  })

  it("end in what CI runs", () => {
    expect(read(".ci/run")).toContain(commands.at(-1))
  })
})
