import { spawn } from "node:child_process"
import { copyFileSync, readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import sharp from "sharp"
import { beforeAll, describe, expect, it } from "vitest"
import { endlessModel, longModel } from "../../bench/attacks/support/hostile-models.mjs"
import { temporaryFolder } from "../node/support/temporary-folder.ts"

const root = fileURLToPath(new URL("../..", import.meta.url))
const folder = temporaryFolder((remove) => process.once("exit", remove))

beforeAll(async () => {
  copyFileSync(join(root, "examples", "coffee.png"), join(folder, "coffee.png"))
  writeFileSync(join(folder, "endless.onnx"), endlessModel())
  writeFileSync(join(folder, "long.onnx"), longModel(90_000))
  await sharp({ create: { width: 7000, height: 7000, channels: 3, background: "#345" } })
    .jpeg()
    .toFile(join(folder, "large.jpg"))
})

interface Ending {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly err: string
  /** Whether a process that this one had started is still there afterwards. */
  readonly leaves: readonly string[]
}

/** Runs the command, sends it signals one after the other, and waits for its end. */
function runWith(words: readonly string[], signals: readonly NodeJS.Signals[], after: number): Promise<Ending> {
  return new Promise((resolve) => {
    const bin = join(root, "dist", "cli", "bin.js")
    const child = spawn(process.execPath, [bin, ...words], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] })
    let err = ""
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text
    })
    for (const [i, name] of signals.entries()) setTimeout(() => child.kill(name), after + 30 * i)
    child.on("close", (code, signal) =>
      resolve({ code, signal, err, leaves: readdirSync(folder).filter((name) => /tmp|out/.test(name)) }),
    )
  })
}

const endless = ["predict", "coffee.png", "--model", "endless.onnx", "--preprocessing", "zero-one"]
const busy = [
  ["a model without end", endless],
  ["a model without end in a process of its own", [...endless, "--isolate"]],
  [
    "a model of 90,000 operators that loads",
    ["predict", "coffee.png", "--model", "long.onnx", "--preprocessing", "zero-one"],
  ],
  ["a drawing of 40,000 squares", ["explain", "coffee.png", "--grid", "200", "--evidence", "none", "-o", "out.png"]],
  ["a picture of 49 million pixels", ["predict", "large.jpg"]],
] as const

describe.each(busy)("the command, busy with %s,", (_, words) => {
  it.each([["SIGINT"], ["SIGTERM"]] as const)("ends with 130 at the first %s", async (name) => {
    expect(await runWith(words, [name], 1500)).toEqual({ code: 130, signal: null, err: "interrupted\n", leaves: [] })
  })

  it.each([
    ["SIGINT", "SIGINT"],
    ["SIGINT", "SIGTERM"],
    ["SIGTERM", "SIGINT"],
    ["SIGTERM", "SIGTERM"],
  ] as const)("is ended by %s and then %s", async (first, second) => {
    const { code, signal, leaves } = await runWith(words, [first, second], 1500)
    expect(leaves).toEqual([])
    // Where it had nothing to wait for, the first was enough.
    if (code === null) expect(signal).toBe(second)
    else expect(code).toBe(130)
  })
})
