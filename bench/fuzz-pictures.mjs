/**
 * Gives `readImage` thousands of damaged pictures of every format, each twice, in processes of their own with a time limit: it must decode them, the
 * same both times, or refuse them with an error of its own.
 *
 *     npm run fuzz:pictures [-- <count> <seed>]
 *
 * Without parameters: 2000 pictures of seed 1. Ends with 1 after a crash, a hang, an error of another kind, pixels that change, or a file left behind.
 */
import { fork } from "node:child_process"
import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { availableParallelism, tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { mutatePicture, wholePictures } from "./fuzz-pictures/mutate-picture.mjs"

/** @typedef {{ outcome: keyof typeof counts, detail: string, peakMegabytes: number }} Report */

const SECONDS = 20

const [count = 2000, seed = 1] = process.argv.slice(2).map(Number)
if (!Number.isInteger(count) || !Number.isInteger(seed)) throw new Error("expected two whole numbers: count and seed")

const counts = { decoded: 0, refused: 0, untyped: 0, unstable: 0, crashed: 0, hung: 0 }
/** @type {Map<string, number>} */
const refusals = new Map()
let peak = 0
let spoken = 0
let next = 0
const pictures = wholePictures()
const folder = mkdtempSync(join(tmpdir(), "gridexplainer-fuzz-"))

await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work))
const left = readdirSync(folder)
rmSync(folder, { recursive: true })

console.log(`${count} damaged pictures from ${pictures.length} whole ones, seed ${seed}, each read twice`)
for (const [outcome, number] of Object.entries(counts)) console.log(`${String(number).padStart(6)}  ${outcome}`)
console.log(`${String(left.length).padStart(6)}  files left behind`)
console.log(`${String(spoken).padStart(6)}  times something was written on standard error`)
console.log(`${peak.toFixed(0).padStart(6)}  megabytes at the peak of a reading process`)
for (const [message, number] of [...refusals].sort((a, b) => b[1] - a[1]).slice(0, 12))
  console.log(`${String(number).padStart(6)}  ${message}`)
const bad = counts.untyped + counts.unstable + counts.crashed + counts.hung + left.length
process.exitCode = bad === 0 ? 0 : 1

/** One reading process after the other, until all pictures were read. */
async function work() {
  let reader = start()
  while (next < count) {
    const index = next++
    const report = await read(reader, index)
    peak = Math.max(peak, report.peakMegabytes)
    counts[report.outcome]++
    if (report.outcome === "refused") {
      const message = report.detail.replace(/\d+ x \d+/, "N x N")
      refusals.set(message, (refusals.get(message) ?? 0) + 1)
    } else if (report.outcome !== "decoded") {
      const { name } = mutatePicture(pictures, { index, seed })
      console.log(`${report.outcome}: picture ${index} of seed ${seed}, ${name}: ${report.detail}`)
    }
    if (report.outcome === "crashed" || report.outcome === "hung") reader = start()
  }
  reader.disconnect()
}

function start() {
  const path = fileURLToPath(new URL("fuzz-pictures/reader.mjs", import.meta.url))
  const reader = fork(path, {
    cwd: folder,
    env: { ...process.env, TMPDIR: folder },
    stdio: ["ignore", "inherit", "pipe", "ipc"],
  })
  reader.stderr?.on("data", (text) => {
    spoken++
    if (spoken <= 5) console.log(`on standard error: ${String(text).trim()}`)
  })
  return reader
}

/**
 * @param {import("node:child_process").ChildProcess} reader
 * @param {number} index
 * @returns {Promise<Report>}
 */
function read(reader, index) {
  return new Promise((resolve) => {
    /** @param {Report} report */
    const end = (report) => {
      clearTimeout(timer)
      reader.off("message", end).off("exit", crash)
      resolve(report)
    }
    /** @param {number | null} code @param {string | null} signal */
    const crash = (code, signal) => end({ outcome: "crashed", detail: String(signal ?? code), peakMegabytes: 0 })
    const timer = setTimeout(() => {
      end({ outcome: "hung", detail: `longer than ${SECONDS} seconds`, peakMegabytes: 0 })
      reader.kill("SIGKILL")
    }, SECONDS * 1000)
    reader.on("message", end).on("exit", crash)
    reader.send({ index, seed })
  })
}
