import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
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

  it("has a manifest without what serves the checkout alone", () => {
    const own = ["scripts", "devDependencies", "private", "allowScripts", "overrides"]
    expect(Object.keys(manifest()).filter((key) => own.includes(key))).toEqual([])
  })

  it("says where it is at home", () => {
    const { repository, homepage, bugs } = manifest()
    const home = repository.url.replace(/^git\+|\.git$/g, "")
    expect(home).toMatch(/^https:\/\/github\.com\/[^/]+\/[^/]+$/)
    expect({ homepage, bugs }).toEqual({ homepage: `${home}#readme`, bugs: `${home}/issues` })
  })

  it("has a README whose pictures and links all lead to files of the repository", () => {
    const home = manifest().repository.url.replace(/^git\+|\.git$/g, "")
    const links = linksIn(readFileSync(join(installed, "README.md"), "utf8"))
    expect(links.length).toBeGreaterThan(10)
    for (const { link, picture } of links) {
      const start = picture
        ? `${home.replace("//github.com/", "//raw.githubusercontent.com/")}/main/`
        : `${home}/blob/main/`
      expect(link.startsWith(start), link).toBe(true)
      expect(existsSync(new URL(`../../${link.slice(start.length)}`, import.meta.url)), link).toBe(true)
    }
  })

  it("says the same version everywhere", () => {
    const { version } = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"))
    expect(readFileSync(join(installed, "dist", "version.js"), "utf8")).toContain(`"${version}"`)
  })
})

describe("the checkout", () => {
  it("tells npm nothing that it does not know", async () => {
    const clone = mkdtempSync(join(tmpdir(), "gridexplainer-clone-"))
    for (const name of [".npmrc", "package.json"])
      copyFileSync(new URL(`../../${name}`, import.meta.url), join(clone, name))
    const { stderr } = await run(clone, ["npm", "pkg", "get", "name"])
    rmSync(clone, { recursive: true })
    expect(stderr).toBe("")
  })

  it.each(["README.md", "docs/start.md"])("has in %s an install command whose flags npm knows", async (page) => {
    const text = readFileSync(new URL(`../../${page}`, import.meta.url), "utf8")
    const [, settings = "", words = ""] = /((?:\w+=\w+ )?)npm (install gridexplainer\b[^\n`]*)/.exec(text) ?? []
    expect(settings).toBe("ONNXRUNTIME_NODE_INSTALL=skip ")
    expect(words).not.toContain("--")
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

function manifest(): { repository: { url: string }; homepage: string; bugs: string } {
  return JSON.parse(readFileSync(join(installed, "package.json"), "utf8")) as ReturnType<typeof manifest>
}

/** Where the links and pictures of a page of Markdown lead, but for those inside it. */
function linksIn(markdown: string): { link: string; picture: boolean }[] {
  const found = [...markdown.matchAll(/(!?)\[[^\]]*\]\(([^)#\s]+)[^)]*\)/g)]
  return found.map(([, sign, link = ""]) => ({ link, picture: sign === "!" }))
}

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
