import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, onTestFinished, test } from "vitest"

const root = fileURLToPath(new URL("../..", import.meta.url))
const readme = readFileSync(join(root, "README.md"), "utf8")
const blocks = [...readme.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, command = ""]) => command.trim())

/** Runs a command in the root of the checkout, as a reader does. */
function run(command: string, env: NodeJS.ProcessEnv = {}): { status: number | null; stdout: string } {
  return spawnSync(command, { cwd: root, shell: true, encoding: "utf8", env: { ...process.env, ...env } })
}

describe("the README's commands", () => {
  test("explain the cup with what is installed, without a network", { timeout: 600_000 }, () => {
    expect(blocks[0]).toBe("npm ci && npx gridexplainer explain examples/coffee.png --output coffee-explained.png")
    const cache = mkdtempSync(join(tmpdir(), "gridexplainer-readme-"))
    const picture = join(root, "coffee-explained.png")
    onTestFinished(() => {
      for (const path of [cache, picture]) rmSync(path, { recursive: true, force: true })
    })
    const dead = "http://127.0.0.1:9"
    const env = { GRIDEXPLAINER_CACHE: cache, HTTP_PROXY: dead, HTTPS_PROXY: dead, http_proxy: dead, https_proxy: dead }
    rmSync(picture, { force: true })
    const { status, stdout } = run(blocks[0]!.replace("npm ci && ", ""), env)
    expect(stdout).toContain("espresso, 94.0 %")
    expect(status).toBe(0)
    expect(readFileSync(picture).subarray(1, 4).toString()).toBe("PNG")
  })

  test("explain the cat with Keras's ResNet50", { timeout: 600_000 }, () => {
    const command = blocks.find((block) => block.includes("--model resnet50"))
    expect(command).toBe("npx gridexplainer explain examples/chelsea.png --model resnet50")
    const { status, stdout } = run(`${command} --grid 2`)
    expect(status).toBe(0)
    const [, score] = /^Egyptian cat, (\d+\.\d) %$/m.exec(stdout) ?? []
    expect(Number(score)).toBeGreaterThanOrEqual(95.5)
    expect(Number(score)).toBeLessThanOrEqual(97.5)
  })
})
