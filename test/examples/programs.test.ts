import { spawnSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, onTestFinished, test } from "vitest"

const root = fileURLToPath(new URL("../..", import.meta.url))

/** What a program of `examples` prints, line by line. It runs in the root of the checkout, as its reader runs it. */
function linesOf(program: string, ...words: string[]): string[] {
  const { stdout, stderr, status } = spawnSync(process.execPath, [`examples/${program}`, ...words], {
    cwd: root,
    encoding: "utf8",
  })
  expect(stderr).toBe("")
  expect(status).toBe(0)
  return stdout.replaceAll("\u00a0", " ").trimEnd().split("\n")
}

describe("the example programs", () => {
  test("explain a function", () => {
    expect(linesOf("function-model.mjs")).toEqual(["red: 62.2 %", "most of it in row 1, column 3"])
  })

  test("explain an ONNX file, whose triangle hangs on its corners", () => {
    expect(linesOf("onnx-model.mjs")).toEqual([
      "triangle, logit 2.07",
      expect.stringMatching(/^ +0\.03 +-0\.01 +0\.64 +-0\.02$/),
      expect.stringMatching(/^ +0\.05 +0\.78 +1\.03 +-0\.01$/),
      expect.stringMatching(/^ +0\.42 +0\.09 +0\.01 +0\.30$/),
      expect.stringMatching(/^ +-?0\.00 +0\.03 +0\.05 +0\.02$/),
    ])
  })

  test("explain a Keras model, and show that a fill can hide nothing", () => {
    expect(linesOf("keras-model.mjs")).toEqual([
      "red 66.4 %, fill cell-mean: up to 0.0 points",
      "red 66.4 %, fill #000000: up to 2.5 points",
    ])
  })

  test("explain the three best classes, and draw each", () => {
    const folder = mkdtempSync(join(tmpdir(), "gridexplainer-top-3-"))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    expect(linesOf("top-3.mjs", folder)).toEqual([
      "espresso 94.0 %: row 2, column 4 changes most, 9.0 points",
      "cup 1.7 %: row 4, column 5 changes most, -1.4 points",
      "consomme 0.8 %: row 2, column 4 changes most, -2.2 points",
    ])
    expect(readdirSync(folder).sort()).toEqual(["consomme.png", "cup.png", "espresso.png"])
  })

  test("are short", () => {
    const programs = readdirSync(join(root, "examples")).filter((name) => name.endsWith(".mjs"))
    expect(programs.length).toBe(4)
    for (const program of [...programs, "browser/index.html"])
      expect(readFileSync(join(root, "examples", program), "utf8").split("\n").length, program).toBeLessThanOrEqual(41)
  })
})
