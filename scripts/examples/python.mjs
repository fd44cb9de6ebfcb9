/**
 * `npm run examples:python`: runs the programs of `examples/python` for real, in a Python environment of its own, and holds the
 * command's answers about the ONNX files that they wrote against Python's. `-- --keep` puts the files into `examples/models`.
 *
 * It needs Python 3.11 and a package index, and about 1.5 GB in `.tmp`.
 */
import { spawnSync } from "node:child_process"
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("../..", import.meta.url))
const programs = join(root, "examples", "python")
const environment = join(root, ".tmp", "python")
const made = join(environment, "made")
const python = join(environment, process.platform === "win32" ? "Scripts/python.exe" : "bin/python")

/** Scores are float32 on both sides, added up in another order. */
const tolerance = 1e-5

if (!existsSync(python)) run("python3", ["-m", "venv", environment])
run(python, ["-m", "pip", "install", "--quiet", "--requirement", join(programs, "requirements.txt")])
rmSync(made, { recursive: true, force: true })
mkdirSync(made)
for (const program of ["pytorch_shapes.py", "keras_shapes.py", "sklearn_digits.py"])
  run(python, ["-B", "-W", "ignore", join(programs, program), made])

let worst = 0
for (const file of readdirSync(made).filter((name) => name.endsWith(".json"))) {
  const difference = compare(file.slice(0, -".json".length))
  console.log(`${file}: the command and Python differ by ${difference.toExponential(1)} at most`)
  worst = Math.max(worst, difference)
}
if (process.argv.includes("--keep")) cpSync(made, join(root, "examples", "models"), { recursive: true })
process.exitCode = worst <= tolerance ? 0 : 1

/**
 * The largest difference between what the command says about a model's picture and what Python said.
 *
 * @param {string} name
 */
function compare(name) {
  const expected = JSON.parse(readFileSync(join(made, `${name}.json`), "utf8"))
  const { preprocessing, scale } = expected.options
  const words = [
    ...["explain", join(made, `${name}.png`), "--json", "--grid", "4"],
    ...["--model", join(made, `${name}.onnx`), "--labels", join(made, `${name}.txt`)],
    ...["--preprocessing", typeof preprocessing === "string" ? preprocessing : JSON.stringify(preprocessing)],
    ...(scale === undefined ? [] : ["--scale", scale]),
  ]
  const { target, attributions } = JSON.parse(run(process.execPath, [join(root, "dist", "cli", "bin.js"), ...words]))
  if (target.label !== expected.label) throw new Error(`${name}: expected ${expected.label}, got ${target.label}`)
  const pairs = [
    [target.score, Math.max(...expected.scores)],
    ...attributions[0].effects.map(pairedWith(expected.effects)),
  ]
  return Math.max(...pairs.map(([ours, theirs]) => Math.abs(ours - theirs)))
}

/**
 * @param {readonly number[]} others
 * @returns {(value: number, i: number) => [number, number]}
 */
function pairedWith(others) {
  return (value, i) => [value, others[i] ?? Number.NaN]
}

/**
 * @param {string} program
 * @param {readonly string[]} words
 */
function run(program, words) {
  const { status, stdout, stderr, error } = spawnSync(program, words, { encoding: "utf8" })
  if (status === 0) return stdout
  throw new Error(`${program} ${words.join(" ")} failed:\n${error ?? ""}${stdout ?? ""}${stderr ?? ""}`)
}
