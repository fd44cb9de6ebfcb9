import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { main } from "../../src/cli/main.ts"
import { fakeTerminal } from "../cli/fake-terminal.ts"

const root = fileURLToPath(new URL("../..", import.meta.url))
const docs = join(root, "docs")
const lines = [
  ...new Set(
    readdirSync(docs)
      .filter((name) => name.endsWith(".md"))
      .flatMap(commandsOf),
  ),
]
const commands = lines.filter((line) => line.startsWith("npx gridexplainer "))

/** What other tests run: installing, and the two commands of the README. */
const elsewhere = [
  "ONNXRUNTIME_NODE_INSTALL=skip npm install gridexplainer",
  "npm ci",
  "npm ci && npm run ok",
  "npm ci && npx gridexplainer explain examples/coffee.png --output coffee-explained.png",
]

/** What the pages say that a command answers. */
const answers: Readonly<Record<string, RegExp>> = {
  "predict examples/coffee.png": /^94\.0 % +espresso\n/,
  "explain examples/coffee.png --output coffee-explained.png":
    /row\s+3,\s+column\s+4\s+and\s+those\s+around\s+it\s+lowers\s+espresso\s+from\s+94\s+%\s+to\s+27\s+%/,
  "explain examples/coffee.png --grid 4 --evidence none": /\+18/,
  "explain examples/coffee.png --grid 16 --evidence none":
    /Measured, each square hidden with those around it: \+2 to \+24 points/,
  "explain examples/coffee.png --evidence quick": /\nHiding the square at row 3, column 4 and those around it/,
  "rerun record.json --image examples/coffee.png": /\nEvery number is the same\.\n$/,
  "diff one.json two.json": /None of 16 squares changed beyond the noise\.\n/,
  "explain examples/coffee.png --grid 4 --hide all-but-one": /Measured: 0\.0 to \+1\.8 points/,
  "explain examples/coffee.png --grid 6 --fill cell-mean --fill blur --fill '#000000' --layout sheet --output fills.png":
    /\+24\.9[\s\S]*\+14\.4[\s\S]*\+16\.8/,
}

/** The pages that show all of what a command prints. */
const shown: Readonly<Record<string, string>> = {
  "explain examples/coffee.png --output coffee-explained.png": "read-the-picture.md",
}

const printed = (out: string): string => `\`\`\`text\n${out.replace(/\nWritten: .*\n/, "").trimEnd()}\n\`\`\`\n`

describe("the commands of the documentation", () => {
  const before = process.cwd()
  const folder = mkdtempSync(join(tmpdir(), "gridexplainer-docs-"))

  beforeAll(() => {
    symlinkSync(join(root, "examples"), join(folder, "examples"))
    process.chdir(folder)
  })

  afterAll(() => {
    process.chdir(before)
    rmSync(folder, { recursive: true })
  })

  test("are many, and known", () => {
    expect(lines.filter((line) => !commands.includes(line)).sort()).toEqual(elsewhere)
    expect(commands.length).toBeGreaterThan(15)
  })

  test("are those whose answers the pages tell", () => {
    expect(commands).toEqual(expect.arrayContaining(Object.keys(answers).map((words) => `npx gridexplainer ${words}`)))
  })

  test.each(commands)("%s", async (line) => {
    const terminal = fakeTerminal()
    const words = line.replace("npx gridexplainer ", "")
    expect(await main(wordsOf(words), terminal), terminal.said.err).toBe(0)
    expect(terminal.said.err).toMatch(/^(coffee\.jpg is a photo [^\n]+\n)?(Asks the model [^\n]+\n)?$/)
    expect(terminal.said.out).toMatch(answers[words] ?? /./)
    if (words in shown) expect(readFileSync(join(docs, shown[words]!), "utf8")).toContain(printed(terminal.said.out))
  })
})

/** The lines of a page's ```sh blocks; a backslash at the end joins the next. */
function commandsOf(page: string): string[] {
  const blocks = [...readFileSync(join(docs, page), "utf8").matchAll(/^```sh\n(.*?)^```$/gms)]
  return blocks.flatMap(([, block = ""]) =>
    block
      .trim()
      .replace(/\s*\\\n\s*/g, " ")
      .split("\n"),
  )
}

/** Words as a shell parts them; quotes hold words together. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, single, double, bare]) => single ?? double ?? bare!)
}
