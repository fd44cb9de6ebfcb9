import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

const root = new URL("../../", import.meta.url)

/** Models and pictures of the reader's own, which nothing can be pasted for. */
const readersOwn = /model\.onnx|photos|photo\.jpg|cat\.jpg|resnet50|my-model/

/** The examples that a help shows, in their order, but for those with files of the reader's own. */
export function examplesIn(help: string): readonly string[] {
  const [, examples = ""] = /\nExamples:\n((?: {2}.*\n?)+)/.exec(help) ?? []
  return examples
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line.startsWith("gridexplainer ") && !readersOwn.test(line))
}

/** What follows `npm install gridexplainer` in blocks of the README and the pages. */
export function pastedAfterInstall(): readonly string[] {
  const pages = ["README.md", ...readdirSync(new URL("docs", root)).map((name) => `docs/${name}`)]
  return pages
    .filter((page) => page.endsWith(".md"))
    .flatMap((page) => [...readFileSync(fileURLToPath(new URL(page, root)), "utf8").matchAll(/^```sh\n(.*?)^```$/gms)])
    .flatMap(([, block = ""]) =>
      block.includes("npm install gridexplainer\n") ? block.trim().split("\n").slice(1) : [],
    )
}
