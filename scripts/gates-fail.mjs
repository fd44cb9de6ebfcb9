/**
 * `npm run gates:prove`: shows that every gate of `npm run ok` fails when it should.
 *
 * In a copy of the checkout each gate is run once as it stands, which must pass, and once for every violation planted below, which
 * must fail and name the violation. `npm run gates:prove -- types lint` proves those gates only.
 */
import { execFileSync, spawnSync } from "node:child_process"
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { forbiddenImports } from "./forbidden-imports.mjs"

/**
 * @typedef {object} Violation
 * @property {string} gate a script of package.json
 * @property {string[]} [only] what the gate is narrowed to, for speed
 * @property {string} what
 * @property {Record<string, string | ((text: string) => string)>} plant new files, and changes of old ones
 * @property {RegExp} says what the gate must answer
 */

const nonsense = Array.from({ length: 60_000 }, (_, i) => ((i * 2654435761) >>> 7).toString(36)).join("")
const failingTest = 'import { expect, it } from "vitest"\n\nit("is planted", () => expect(1).toBe(2))\n'

/** @type {Violation[]} */
const violations = [
  {
    gate: "format",
    what: "a semicolon and two spaces",
    plant: { "src/planted.ts": "export const  planted = 1;\n" },
    says: /planted\.ts format/,
  },
  {
    gate: "format",
    what: "a variable that is never read",
    plant: { "src/planted.ts": "export function planted(): void {\n  const left = 1\n}\n" },
    says: /noUnusedVariables/,
  },
  ...lawViolations(),
  {
    gate: "types",
    what: "a string for a number",
    plant: { "src/planted.ts": 'export const planted: number = "one"\n' },
    says: /planted\.ts.*TS2322/,
  },
  {
    gate: "types",
    what: "the core asks the process",
    plant: { "src/random.ts": append("export const planted: number = process.pid\n") },
    says: /random\.ts.*'process'/,
  },
  {
    gate: "types",
    what: "the core asks the page",
    plant: { "src/random.ts": append("export const planted: string = document.title\n") },
    says: /random\.ts.*'document'/,
  },
  {
    gate: "types",
    what: "an export without a written type",
    plant: { "src/planted.ts": "export const planted = Math.max(1, 2)\n" },
    says: /planted\.ts.*TS9010/,
  },
  lintViolation("a promise that nobody awaits", "Promise.resolve(1)\n", "no-floating-promises"),
  lintViolation("any", "export function planted(value: any): any {\n  return value\n}\n", "no-explicit-any"),
  lintViolation("a double cast", "export const planted = 1 as unknown as string\n", "as unknown as"),
  lintViolation("a default export", "export default 1\n", "Export by name"),
  lintViolation("chance in the core", "export const planted: number = Math.random()\n", "use random"),
  lintViolation("a clock in the core", "export const planted: Date = new Date()\n", "knows no clock"),
  lintViolation("a locale in the core", "export const planted: string = (1).toLocaleString()\n", "in every locale"),
  lintViolation("a word to the console", 'console.log("planted")\n', "no-console"),
  {
    gate: "unused",
    what: "a file that nobody imports",
    plant: { "src/planted.ts": "export const planted = 1\n" },
    says: /Unused files[\s\S]*planted\.ts/,
  },
  {
    gate: "unused",
    what: "an export that nobody imports",
    plant: { "src/asking/variants.ts": append("export const planted = 1\n") },
    says: /Unused exports[\s\S]*planted/,
  },
  {
    gate: "unused",
    what: "a dependency that nobody imports",
    plant: { "package.json": replaced('"dependencies": {', '"dependencies": {\n    "left-pad": "1.3.0",') },
    says: /Unused dependencies[\s\S]*left-pad/,
  },
  {
    gate: "build",
    what: "a sentence that is no code",
    plant: { "src/planted.ts": "export const = 1\n" },
    says: /planted\.ts.*TS1134/,
  },
  {
    gate: "publishable",
    what: "a door that leads nowhere",
    plant: {
      "package.json": replaced('"./package.json": ', '"./planted": "./dist/planted.js",\n    "./package.json": '),
    },
    says: /planted.*does not exist/,
  },
  {
    gate: "publishable",
    what: "a door without types",
    plant: {
      "assets/planted.js": "export const planted = 1\n",
      "package.json": replaced('"./package.json": ', '"./planted": "./assets/planted.js",\n    "./package.json": '),
    },
    says: /gridexplainer\/planted[\s\S]*No types/,
  },
  {
    gate: "sizes",
    what: "a core door with a novel in it",
    plant: {
      "src/version.ts": append(`export const planted = "${nonsense}"\n`),
      "src/index.ts": append('export { planted } from "./version.ts"\n'),
    },
    says: /core door[\s\S]*exceeded/i,
  },
  {
    gate: "sizes",
    what: "a tarball that brings a video",
    plant: { "assets/planted.bin": nonsense.repeat(40) },
    says: /(tarball|unpacked)[\s\S]*exceeded/i,
  },
  {
    gate: "docs",
    what: "a link to a page that is not there",
    plant: { "docs/start.md": append("\n[planted](planted.md)\n") },
    says: /dead link[\s\S]*planted/i,
  },
  {
    gate: "test:node",
    only: ["test/planted.test.ts", "test/regions"],
    what: "a test that cannot pass",
    plant: { "test/planted.test.ts": failingTest },
    says: /planted\.test\.ts.*is planted/,
  },
  {
    gate: "test:node",
    only: ["test/regions"],
    what: "grid cells that are too wide",
    plant: { "src/regions/grid.ts": replaced("Math.floor((i * side) / count)", "Math.ceil((i * side) / count)") },
    says: /FAIL.*grid\.test\.ts/,
  },
  {
    gate: "test:node",
    only: ["test/docs"],
    what: "a docstring that shows a wrong value",
    plant: { "src/regions/grid.ts": replaced("// => [2, 3, 3, 3]", "// => [2, 3, 3, 4]") },
    says: /grid\.ts:\d+: expected \[2,3,3,4\], got \[2,3,3,3\]/,
  },
  {
    gate: "test:node",
    only: ["test/docs"],
    what: "an exported function without an example",
    plant: { "src/regions/grid.ts": replaced("@example", "@remarks") },
    says: /"grid \(src\/regions\/grid\.ts\)"/,
  },
  {
    gate: "test:node",
    only: ["test/docs"],
    what: "a page whose example has a wrong type",
    plant: { "docs/planted.md": '```ts no-run\nimport { grid } from "gridexplainer"\ngrid("eight")\n```\n' },
    says: /docs\/planted\.md:1 .*not assignable/,
  },
  {
    gate: "test:browser",
    only: ["test/planted.test.ts", "test/regions"],
    what: "a test that cannot pass",
    plant: { "test/planted.test.ts": failingTest },
    says: /planted\.test\.ts.*is planted/,
  },
  {
    gate: "test:browser",
    only: ["test/regions"],
    what: "code that only Node can run",
    plant: { "src/regions/grid.ts": append("Buffer.from([])\n") },
    says: /Buffer is not defined/,
  },
  {
    gate: "test:package",
    only: ["tarball"],
    what: "a tarball without its model",
    plant: { "package.json": replaced('"assets",', "") },
    says: /efficientnet-lite0\.onnx/,
  },
  {
    gate: "test:package",
    only: ["tarball"],
    what: "a core that imports a file system",
    plant: { "src/random.ts": append('export const planted: Promise<unknown> = import("node:fs")\n') },
    says: /random\.js imports node:fs/,
  },
  {
    gate: "test:package",
    only: ["tarball"],
    what: "a core that asks the process",
    plant: { "src/random.ts": append("export const planted: number = process.pid\n") },
    says: /Cannot find name 'process'/,
  },
  {
    gate: "test:package",
    only: ["without-optional"],
    what: "one more hard dependency",
    plant: { "package.json": replaced('"dependencies": {', '"dependencies": {\n    "ms": "2.1.3",') },
    says: /"ms"/,
  },
]

const root = fileURLToPath(new URL("..", import.meta.url))
const checkout = mkdtempSync(join(tmpdir(), "gridexplainer-gates-"))
const chosen = process.argv.slice(2)
/** @type {Map<string, { passed: boolean, output: string }>} */
const cleanRuns = new Map()
let unproven = 0
try {
  copyCheckout()
  for (const gate of new Set(violations.map((violation) => violation.gate))) {
    if (chosen.length > 0 && !chosen.includes(gate)) continue
    for (const violation of violations.filter((one) => one.gate === gate)) prove(violation)
  }
  if (chosen.length === 0) proveOk()
} finally {
  rmSync(checkout, { recursive: true, force: true })
}
console.log(unproven === 0 ? "Every gate fails when it should." : `${unproven} not proven.`)
process.exitCode = unproven === 0 ? 0 : 1

/** All files that git knows or would add, and the packages that are installed. */
function copyCheckout() {
  const list = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], { cwd: root, encoding: "utf8" })
  for (const file of list.split("\0").filter((name) => name !== "" && existsSync(join(root, name)))) {
    mkdirSync(dirname(join(checkout, file)), { recursive: true })
    cpSync(join(root, file), join(checkout, file))
  }
  symlinkSync(join(root, "node_modules"), join(checkout, "node_modules"))
  execFileSync("git", ["init", "--quiet"], { cwd: checkout })
  execFileSync("npm", ["run", "--silent", "build"], { cwd: checkout })
}

/** @param {Violation} violation */
function prove({ gate, only = [], what, plant, says }) {
  const before = new Map(Object.keys(plant).map((file) => [file, read(file)]))
  const clean = runClean(
    gate,
    only.filter((name) => !(name in plant)),
  )
  for (const [file, change] of Object.entries(plant)) {
    mkdirSync(dirname(join(checkout, file)), { recursive: true })
    writeFileSync(join(checkout, file), typeof change === "string" ? change : change(before.get(file) ?? ""))
  }
  const planted = run(gate, only)
  for (const [file, text] of before)
    if (text === undefined) rmSync(join(checkout, file))
    else writeFileSync(join(checkout, file), text)
  const proven = clean.passed && !planted.passed && says.test(planted.output)
  report(proven, gate, what)
  if (proven) return
  if (!clean.passed) console.log(`  it fails without the violation too:\n${clean.output.slice(-1000)}`)
  else if (planted.passed) console.log("  it passes all the same")
  else console.log(`  it fails, but does not say ${says}:\n${planted.output.slice(-3000)}`)
}

/**
 * The checkout as it stands must pass, or a failure proves nothing. Said once for each gate and part of it.
 *
 * @param {string} gate
 * @param {readonly string[]} only
 */
function runClean(gate, only) {
  const key = [gate, ...only].join(" ")
  const answer = cleanRuns.get(key) ?? run(gate, only)
  cleanRuns.set(key, answer)
  return answer
}

/** The gate of gates: `npm run ok` stops at a violation and ends with 1. */
function proveOk() {
  writeFileSync(join(checkout, "src/planted.ts"), "export const  planted = 1;\n")
  const { passed, output } = run("ok", [])
  const proven = !passed && /^FAIL.*format/m.test(output) && !/types/.test(output)
  report(proven, "ok", "one gate that fails")
  if (!proven) console.log(output)
}

/**
 * @param {string} gate
 * @param {readonly string[]} parameters
 */
function run(gate, parameters) {
  const options = {
    cwd: checkout,
    encoding: /** @type {const} */ ("utf8"),
    env: { ...process.env, NO_COLOR: "1", CI: "1" },
  }
  const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", gate, "--", ...parameters], options)
  return { passed: status === 0, output: `${stdout}${stderr}` }
}

/**
 * @param {boolean} proven
 * @param {string} gate
 * @param {string} what
 */
function report(proven, gate, what) {
  if (!proven) unproven++
  console.log(`${proven ? "fails as it should" : "NOT PROVEN        "}  ${gate.padEnd(13)} ${what}`)
}

/** @param {string} file */
function read(file) {
  const path = join(checkout, file)
  return existsSync(path) ? readFileSync(path, "utf8") : undefined
}

/** @param {string} more */
function append(more) {
  return (/** @type {string} */ text) => text + more
}

/**
 * @param {string} old
 * @param {string} fresh
 */
function replaced(old, fresh) {
  return (/** @type {string} */ text) => {
    if (!text.includes(old)) throw new Error(`nothing to plant: no ${old}`)
    return text.replace(old, fresh)
  }
}

/**
 * @param {string} what
 * @param {string} code
 * @param {string} says
 * @returns {Violation}
 */
function lintViolation(what, code, says) {
  return { gate: "lint", only: ["src/planted.ts"], what, plant: { "src/planted.ts": code }, says: new RegExp(says) }
}

/** @returns {Violation[]} */
function lawViolations() {
  return forbiddenImports.map(([clause, file, target]) => ({
    gate: "directions",
    what: clause,
    plant: {
      [file]: (/** @type {string} */ text) =>
        `${target === undefined ? "" : `import ${JSON.stringify(target)}\n`}${text}`,
      ...(clause === "no-cycles" ? { "src/planted-too.ts": 'import "./planted.ts"\n' } : {}),
    },
    says: new RegExp(`${clause}: ${file.replace(/\.ts$/, "")}`),
  }))
}
