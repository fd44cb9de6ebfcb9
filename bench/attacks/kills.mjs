/** Signals at any moment, standard output that is full, closed or left, and outputs that lead elsewhere. */
import { cpSync, mkdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { draw } from "./support/draw.mjs"
import { endsWith } from "./support/judge-attack.mjs"

export const door = "kills"

const explain = ["explain", "cup.png", "-g", "1", "--hide", "one"]

/** A command of each kind that prints; `doctor` is left out, which measures runtimes for as long as it takes. */
const printing = [
  ["--help"],
  ["--version"],
  ["models", "list"],
  ["completion", "bash"],
  ["explain", "--help"],
  ["predict", "cup.png"],
  ["predict", "cup.png", "--json"],
  explain,
  [...explain, "--json"],
  [...explain, "--plain"],
  [...explain, "-o", "printed.png"],
  ["convert", "record.json", "-o", "converted.svg"],
  ["diff", "record.json", "record.json"],
  ["verify", "record.json"],
  ["check", "--json"],
  ["rerun", "record.json", "--image", "cup.png"],
]

/** @param {{ dir: string, seed: number }} options @returns {AsyncGenerator<import("./support/attack.d.ts").Attack>} */
export async function* attacks({ dir, seed }) {
  const below = draw(seed)
  cpSync(fileURLToPath(new URL("../../examples/coffee.png", import.meta.url)), join(dir, "cup.png"))
  yield { name: "a record, in peace", command: [...explain, "-o", "record.json"], expect: endsWith(0) }
  for (const command of printing.filter(([name]) => name !== "check")) {
    const words = command.join(" ")
    yield {
      name: `full output: ${words}`,
      command,
      stdout: "full",
      expect: endsWith([1], /^error: standard output cannot be written: no space left on device$/m),
    }
  }
  for (const stdout of /** @type {const} */ (["closed", "left"]))
    for (const command of printing.filter(([name]) => name !== "check"))
      yield { name: `${stdout} output: ${command.join(" ")}`, command, stdout, expect: endsWith([0, 1]) }

  yield* stopped(below)
  yield* killed(dir, below)
  yield* links(dir)
}

/** @param {(below: number) => number} below @returns {Generator<import("./support/attack.d.ts").Attack>} */
function* stopped(below) {
  const busy = [
    ["explain", "cup.png", "-g", "64", "--batch", "1", "--evidence", "none"],
    ["explain", "cup.png", "-g", "200", "--evidence", "none", "-o", "many.png"],
    ["explain", "cup.png", "-o", "all.html"],
    ["predict", "cup.png", "--isolate"],
  ]
  const signals = /** @type {const} */ (["SIGINT", "SIGTERM"])
  for (const command of busy)
    for (let i = 0; i < 4; i++) {
      const ms = 100 + below(3000)
      const signal = signals[i % 2] ?? "SIGINT"
      const name = `${command.join(" ")}, ${signal} after ${ms} ms`
      yield { name, command, after: [{ ms, signal }], endsBy: [signal], expect: ends }
      const other = signals[below(2)] ?? "SIGINT"
      const twice = [
        { ms, signal },
        { ms: ms + 40, signal: other },
      ]
      yield { name: `${name}, then ${other}`, command, after: twice, endsBy: signals, expect: ends }
    }
}

/** @param {import("./support/attack.d.ts").AttackResult} result */
function ends({ code, signal, stderr }) {
  // A signal in the first moments comes before anybody listens.
  return signal !== null || code === 0 || code === 130 ? undefined : `ended with ${code}: ${stderr.slice(0, 200)}`
}

/** @param {string} dir @param {(below: number) => number} below @returns {Generator<import("./support/attack.d.ts").Attack>} */
function* killed(dir, below) {
  writeFileSync(join(dir, "kept.html"), "before")
  for (let i = 0; i < 15; i++) {
    const ms = 800 + below(1500)
    yield {
      name: `killed after ${ms} ms (${i})`,
      command: [...explain, "-o", "kept.html"],
      after: [{ ms, signal: "SIGKILL" }],
      endsBy: ["SIGKILL"],
      expect: () => (isWhole(readFileSync(join(dir, "kept.html"), "utf8")) ? undefined : "left half a file"),
    }
  }
  yield {
    name: "a write after all kills",
    command: [...explain, "-o", "swept.json"],
    expect: ({ code, files }) => {
      const left = files.filter((name) => name.endsWith(".tmp"))
      return code !== 0 ? `ended with ${code}` : left.length > 0 ? `left ${left.join(", ")}` : undefined
    },
  }
}

/** @param {string} page */
const isWhole = (page) => page === "before" || page.trimEnd().endsWith("</html>")

/** @param {string} dir @returns {Generator<import("./support/attack.d.ts").Attack>} */
function* links(dir) {
  symlinkSync("there.json", join(dir, "dangling.json"))
  const follows = (/** @type {import("./support/attack.d.ts").AttackResult} */ { files }) =>
    files.includes("there.json") && readlinkSync(join(dir, "dangling.json")) === "there.json"
      ? undefined
      : "did not follow the link"
  yield { name: "a link to nothing yet", command: [...explain, "-o", "dangling.json"], expect: follows }
  symlinkSync("circle2.json", join(dir, "circle1.json"))
  symlinkSync("circle1.json", join(dir, "circle2.json"))
  yield {
    name: "links in a circle",
    command: [...explain, "-o", "circle1.json"],
    expect: endsWith(1, /leads in a circle/),
  }
  symlinkSync("/dev/full", join(dir, "device.json"))
  mkdirSync(join(dir, "folder.json"))
  for (const name of ["device.json", "folder.json", "no/such.json", "cup.png/x.json"])
    yield {
      name: `output to ${name}`,
      command: [...explain, "-o", name],
      expect: endsWith(name === "folder.json" ? 0 : [1, 2]),
    }
}
