import { spawn } from "node:child_process"
import { openSync, readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

const bin = fileURLToPath(new URL("../../../dist/cli/bin.js", import.meta.url))

/** Milliseconds after which an attack is over, whatever happens. */
const END = 15_000

/** Letters of its output that are kept. */
const KEPT = 1_000_000

/**
 * Runs the command as an attack wants it, and measures it.
 *
 * @param {import("./attack.d.ts").Attack} attack
 * @param {string} dir
 * @returns {Promise<import("./attack.d.ts").AttackResult>}
 */
export function runAttack({ command, stdin = "", stdout = "read", env = {}, after = [] }, dir) {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const out = stdout === "full" ? openSync("/dev/full", "w") : "pipe"
    const closing = ["-c", 'exec "$0" "$@" >&-', process.execPath, bin, ...command]
    const [file, words] = stdout === "closed" ? ["/bin/sh", closing] : [process.execPath, [bin, ...command]]
    const child = spawn(file, words, { cwd: dir, env: { ...process.env, ...env }, stdio: ["pipe", out, "pipe"] })
    const said = { stdout: "", stderr: "" }
    for (const name of /** @type {const} */ (["stdout", "stderr"]))
      child[name]?.setEncoding("utf8").on("data", (text) => {
        if (said[name].length < KEPT) said[name] += text
      })
    if (stdout === "left") child.stdout?.destroy()
    child.stdin?.on("error", () => undefined).end(stdin)
    let megabytes = 0
    const watch = setInterval(() => {
      megabytes = Math.max(megabytes, memoryOf(child.pid ?? 0))
    }, 40)
    const timers = after.map(({ ms, signal }) => setTimeout(() => child.kill(signal), ms))
    timers.push(setTimeout(() => killTree(child.pid ?? 0), END))
    child.on("error", reject)
    child.on("close", (code, signal) => {
      clearInterval(watch)
      for (const timer of timers) clearTimeout(timer)
      const files = readdirSync(dir, { recursive: true, encoding: "utf8" })
      resolve({ code, signal, ...said, seconds: (performance.now() - began) / 1000, megabytes, files })
    })
  })
}

/** Memory of a process and its children in megabytes; 0 where there is no /proc. @param {number} pid @returns {number} */
function memoryOf(pid) {
  const [, kilobytes = "0"] = /VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`)) ?? []
  return childrenOf(pid).reduce((sum, child) => sum + memoryOf(child), Number(kilobytes) / 1024)
}

/** @param {number} pid @returns {number[]} */
function childrenOf(pid) {
  return read(`/proc/${pid}/task/${pid}/children`).split(" ").filter(Boolean).map(Number)
}

/** @param {number} pid */
function killTree(pid) {
  for (const child of childrenOf(pid)) killTree(child)
  try {
    process.kill(pid, "SIGKILL")
  } catch {
    // It is gone.
  }
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, "utf8")
  } catch {
    return ""
  }
}
