import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { bundlers } from "./bundlers.ts"

const root = fileURLToPath(new URL("../..", import.meta.url))

const comments = /\/\*[\s\S]*?\*\//g

/** One name of each door, which must be found in the bundle. */
const doors = {
  gridexplainer: "explain",
  "gridexplainer/render": "renderSvg",
  "gridexplainer/report": "report",
  "gridexplainer/onnx": "onnxModel",
  "gridexplainer/keras": "kerasModel",
}

/** A user's folder: this package as it is installed, and the others that the doors need. */
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "gridexplainer-bundles-"))
  const modules = join(folder, "node_modules")
  for (const path of ["package.json", "dist"])
    cpSync(join(root, path), join(modules, "gridexplainer", path), { recursive: true })
  mkdirSync(join(modules, "@bufbuild"))
  for (const name of ["zod", "onnx-buf", "@bufbuild/protobuf", "onnxruntime-web"])
    symlinkSync(join(root, "node_modules", name), join(modules, name))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.each(Object.entries(bundlers))("%s, for browsers", (_, bundle) => {
  it.each(Object.entries(doors))("builds %s without a module of Node and without a complaint", async (door, name) => {
    const entry = `${door.replace("/", "-")}.js`
    writeFileSync(join(folder, entry), `import { ${name} } from "${door}"\nglobalThis.door = ${name}\n`)
    const { problems, code } = await bundle(folder, entry)
    expect(problems).toEqual([])
    expect(code).toContain(`function ${name}(`)
    expect(code.replaceAll(comments, "")).not.toMatch(/["'](node:\w+|worker_threads)/)
  })

  it("builds a page that brings its own ONNX Runtime", async () => {
    const program = `
      import { onnxModel } from "gridexplainer/onnx"
      import * as runtime from "onnxruntime-web"
      globalThis.load = (bytes) => onnxModel(bytes, { name: "m", preprocessing: "zero-one", runtime })
    `
    writeFileSync(join(folder, "page.js"), program)
    const { problems, code } = await bundle(folder, "page.js")
    expect(problems).toEqual([])
    expect(code).toContain("outside Node an ONNX model needs a runtime from you")
  })
})
