import { spawnSync } from "node:child_process"
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import ts from "typescript"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Block, blocksOf, withChecks } from "./blocks.ts"
import { documentationGaps, optionsOf } from "./exports.ts"

const root = fileURLToPath(new URL("../..", import.meta.url))
/** Inside the package, so that `gridexplainer` means the build in `dist`. */
const scratch = join(root, ".tmp", `examples-${process.pid}`)

/** Pages made from docstrings hold the same blocks once more. */
const written = filesIn("docs", ".md").filter((file) => !/^docs\/(reference\/api|\.vitepress)\//.test(file))
const pages = ["README.md", "CONTRIBUTING.md", ...written].filter((file) => existsSync(join(root, file)))
const blocks = [...pages, ...filesIn("src", ".ts")].flatMap((file) =>
  blocksOf(file, readFileSync(join(root, file), "utf8")),
)

beforeAll(() => {
  mkdirSync(join(scratch, "folder"), { recursive: true })
  for (const name of ["assets", "examples"]) symlinkSync(join(root, name), join(scratch, "folder", name))
  copyFileSync(new URL("is.mjs", import.meta.url), join(scratch, "is.mjs"))
})

afterAll(() => rmSync(scratch, { recursive: true, force: true }))

describe("the public interface", () => {
  const gaps = documentationGaps(root)

  it("has a docstring on every export", () => {
    expect(gaps.filter(({ missing }) => missing === "docstring").map(({ name }) => name)).toEqual([])
  })

  it("has an example on every function and class", () => {
    expect(gaps.filter(({ missing }) => missing === "example").map(({ name }) => name)).toEqual([])
  })
})

describe("the examples", () => {
  it("are many", () => expect(blocks.length).toBeGreaterThan(50))

  it("pass the type checker against the built package", () => {
    expect(typeErrors(blocks)).toEqual([])
  })

  describe("give the values that they show", () => {
    const runnable = blocks.filter(({ runs }) => runs)
    let problems: ReadonlyMap<string, string | null>

    beforeAll(() => {
      problems = run(runnable)
    }, 300_000)

    it.each(runnable.map(({ where }) => where))("%s", (where) => {
      expect(problems.has(where), "it ran").toBe(true)
      expect(problems.get(where)).toBeNull()
    })
  })
})

/** Compiles all examples in one program; each error says where its block stands. */
function typeErrors(examples: readonly Block[]): string[] {
  const files = examples.map(({ code, where }, i) => {
    const file = join(scratch, `${i}.ts`)
    writeFileSync(file, withBuiltImports(code, where))
    return file
  })
  const base = optionsOf(root)
  const program = ts.createProgram(files, {
    ...base,
    noEmit: true,
    noUnusedLocals: false,
    moduleDetection: ts.ModuleDetectionKind.Force,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts"],
  })
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, "\n")
    const i = files.indexOf(file?.fileName ?? "")
    const line = file?.getLineAndCharacterOfPosition(start).line ?? 0
    return i === -1 ? `${file?.fileName}: ${text}` : `${examples[i]!.where} +${line + 1}: ${text}`
  })
}

/** Runs all examples in one Node process, outside of the test runner; null means that all went well. */
function run(examples: readonly Block[]): Map<string, string | null> {
  const problems = new Map<string, string | null>()
  const names = new Map<string, string>()
  for (const [i, block] of examples.entries()) {
    const name = `${String(i).padStart(4, "0")}.run.mjs`
    names.set(name, block.where)
    try {
      const code = withBuiltImports(withChecks(block), block.where)
      writeFileSync(join(scratch, name), `import { is } from "./is.mjs"\n${code}`)
    } catch (error) {
      problems.set(block.where, String(error))
    }
  }
  const runner = fileURLToPath(new URL("runner.mjs", import.meta.url))
  const answer = join(scratch, "answer.json")
  const { stderr } = spawnSync(process.execPath, [runner, scratch, answer], {
    cwd: join(scratch, "folder"),
    encoding: "utf8",
    timeout: 280_000,
  })
  if (!existsSync(answer)) throw new Error(`the examples did not end:\n${stderr}`)
  for (const [name, problem] of JSON.parse(readFileSync(answer, "utf8"))) problems.set(names.get(name)!, problem)
  return problems
}

/** The docstring of an inner function may import it from beside itself: `./check-size.ts` becomes the built file. */
function withBuiltImports(code: string, where: string): string {
  const folder = where.slice(0, where.lastIndexOf("/")).replace(/^src/, "../../dist")
  return code.replace(/from "\.\/([^"]+)\.ts"/g, (_, file: string) => `from "${folder}/${file}.js"`)
}

function filesIn(folder: string, extension: string): string[] {
  if (!existsSync(join(root, folder))) return []
  const names = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
  return names.filter((name) => name.endsWith(extension)).map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
}
