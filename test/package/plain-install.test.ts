import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest"
import { examplesIn, pastedAfterInstall } from "./pasted.ts"
import { type Answer, emptyProject, run, runOffline } from "./run.ts"

const command = "node_modules/.bin/gridexplainer"
const explain = [command, "explain", "coffee.png", "--evidence", "none", "--output", "explained.png"]
const folder = emptyProject()

afterAll(() => rmSync(folder, { recursive: true, force: true }))

// Only there does the script of onnxruntime-node download.
const downloads = process.platform === "linux" && process.arch === "x64"

describe.runIf(downloads)("npm install, on a machine that reaches nothing but the registry", () => {
  let install: Answer
  let advice = ""

  beforeAll(async () => {
    copyFileSync(new URL("../../examples/coffee.png", import.meta.url), join(folder, "coffee.png"))
    // The proxy of onnxruntime-node's script leads nowhere, as does its download here: npm drops the package.
    install = await run(folder, ["npm", "install", inject("tarball").path], {
      GLOBAL_AGENT_HTTPS_PROXY: "http://127.0.0.1:9",
    })
  })

  it("ends well", () => expect(install, install.stderr).toMatchObject({ code: 0 }))

  it("drops the native runtime, whose script fails, and nothing else", () => {
    expect(existsSync(join(folder, "node_modules", "onnxruntime-node"))).toBe(false)
    expect(existsSync(join(folder, "node_modules", "onnxruntime-web"))).toBe(true)
    expect(existsSync(join(folder, "node_modules", "sharp"))).toBe(true)
  })

  it("knows its version", async () => {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"))
    expect(await run(folder, [command, "--version"])).toMatchObject({ code: 0, stdout: `${version}\n` })
  })

  it("imports every door", async () => {
    const { exports } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"))
    for (const door of Object.keys(exports)) {
      const options = door.endsWith(".json") ? ', { with: { type: "json" } }' : ""
      const code = `await import(${JSON.stringify(door.replace(".", "gridexplainer"))}${options})`
      const { code: exit, stderr } = await run(folder, ["node", "--no-warnings", "--input-type=module", "-e", code])
      expect({ door, exit, stderr }).toEqual({ door, exit: 0, stderr: "" })
    }
  })

  it("explains its first picture without any network, and names the one command for native speed", async () => {
    const first = await runOffline(folder, explain)
    expect(first, first.stderr).toMatchObject({ code: 0 })
    expect(signature("explained.png")).toBe("PNG")
    advice = adviceIn(first)
    expect(advice).toMatch(/^npm install onnxruntime-node@/)
  })

  it("is native after that command, and silent about it", async () => {
    expect(await run(folder, advice.split(" "))).toMatchObject({ code: 0 })
    rmSync(join(folder, "explained.png"))
    const native = await runOffline(folder, explain)
    expect(native, native.stderr).toMatchObject({ code: 0 })
    expect(signature("explained.png")).toBe("PNG")
    expect(adviceIn(native)).toBe("")
  })
})

describe.runIf(downloads)("what follows npm install in help, README and pages", () => {
  const here = join(folder, "pasted")
  const paste = (line: string): Promise<Answer> => {
    const plain = line.replace(/^npx /, "").replace(" --open", "")
    const words = plain.startsWith("gridexplainer explain ") ? plain.replace(/( [<>].*)?$/, " --grid 2$1") : plain
    return run(here, ["sh", "-c", `PATH="${join(folder, "node_modules", ".bin")}:$PATH"; ${words}`])
  }

  beforeAll(() => mkdirSync(here))

  it("works as pasted in README and pages", async () => {
    const lines = pastedAfterInstall()
    expect(lines).toContain("npx gridexplainer demo")
    for (const line of lines) expect(await paste(line)).toMatchObject({ code: 0 })
    expect(existsSync(join(here, "coffee.jpg"))).toBe(true)
  })

  it.each(["", "explain", "predict", "convert", "rerun", "verify", "diff", "models", "check"])(
    "works as pasted from the help of %s (explain with 2 x 2 squares)",
    async (command) => {
      const { stdout } = await run(here, ["sh", "-c", `../node_modules/.bin/gridexplainer ${command} --help`])
      const lines = examplesIn(stdout)
      expect(lines.length).toBeGreaterThan(0)
      for (const line of lines) {
        const { code, stderr } = await paste(line)
        // diff ends with 1 where something changed.
        expect(line.startsWith("gridexplainer diff ") ? [0, 1] : [0], `${line}\n${stderr}`).toContain(code)
      }
    },
  )
})

function adviceIn({ stdout, stderr }: Answer): string {
  return /npm install onnxruntime-node\S*(?: --\S+)*/.exec(`${stdout}\n${stderr}`)?.[0] ?? ""
}

function signature(name: string): string {
  return readFileSync(join(folder, name)).toString("latin1", 1, 4)
}
