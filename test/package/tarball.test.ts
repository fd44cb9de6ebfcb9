import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import ts from "typescript"
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest"
import { run } from "./run.ts"

const folder = mkdtempSync(join(tmpdir(), "gridexplainer-tarball-"))
const installed = join(folder, "node_modules", "gridexplainer")

beforeAll(async () => {
  await run(folder, ["mkdir", "-p", installed])
  await run(folder, ["tar", "-xzf", inject("tarball").path, "-C", installed, "--strip-components=1"])
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe("the tarball", () => {
  const files = inject("tarball").files.map(({ path }) => path)

  it("holds the build, the assets and the papers, nothing else", () => {
    const allowed = /^(dist\/.+\.(js|d\.ts|json)|assets\/.+|package\.json|README\.md|LICENSE|CHANGELOG\.md)$/
    expect(files.filter((file) => !allowed.test(file))).toEqual([])
  })

  it("holds the model, the fonts, and the licence of each", () => {
    expect(files).toEqual(
      expect.arrayContaining([
        "LICENSE",
        "README.md",
        "assets/fonts/DejaVuSans.ttf",
        "assets/fonts/LICENSE",
        "assets/models/LICENSE",
        "assets/models/efficientnet-lite0.onnx",
        "assets/models/imagenet-labels.json",
      ]),
    )
  })

  it("runs no script at a user's", () => {
    const { scripts } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"))
    expect(Object.keys(scripts)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(pre|post)?install$/)]))
  })

  it("says the same version everywhere", () => {
    const { version } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"))
    expect(readFileSync(join(installed, "dist", "version.js"), "utf8")).toContain(`"${version}"`)
  })
})

describe.each(["index", "render/index"])("the built door %s", (door) => {
  it("reaches files of its own only", () => {
    const { foreign } = reach(join(installed, "dist", `${door}.js`))
    expect(foreign).toEqual([])
  })

  it("names nothing of a page or of Node", () => {
    const { files } = reach(join(installed, "dist", `${door}.js`))
    expect(files.length).toBeGreaterThan(3)
    expect(unknownNames(files)).toEqual([])
  })
})

describe("the types of the core", () => {
  it.each(["NodeNext", "ESNext"] as const)("need neither DOM nor Node (%s)", (module) => {
    const file = join(folder, `${module}.mts`)
    writeFileSync(file, `export * from "gridexplainer"\nexport * as render from "gridexplainer/render"\n`)
    const program = ts.createProgram([file], {
      lib: ["lib.es2023.d.ts"],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      noEmit: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind[module],
      moduleResolution: module === "ESNext" ? ts.ModuleResolutionKind.Bundler : ts.ModuleResolutionKind.NodeNext,
    })
    const problems = ts.getPreEmitDiagnostics(program)
    expect(problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))).toEqual([])
  })
})

/** Walks the import graph of a built file: the files it leads to, and every import that is not a file beside it. */
function reach(start: string): { files: string[]; foreign: string[] } {
  const files = new Set([start])
  const foreign: string[] = []
  for (const file of files) {
    const { importedFiles } = ts.preProcessFile(readFileSync(file, "utf8"), true, true)
    for (const { fileName } of importedFiles) {
      const target = join(dirname(file), fileName)
      if (fileName.startsWith(".") && existsSync(target)) files.add(target)
      else foreign.push(`${file.slice(installed.length)} imports ${fileName}`)
    }
  }
  return { files: [...files], foreign }
}

/** Names that built files use and the language does not have: `document`, `process`, `setTimeout`. */
function unknownNames(files: string[]): string[] {
  const program = ts.createProgram(files, {
    allowJs: true,
    checkJs: true,
    noEmit: true,
    lib: ["lib.es2023.d.ts"],
    types: [],
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
  })
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`)
    .filter((problem) => problem.includes("Cannot find name"))
}
