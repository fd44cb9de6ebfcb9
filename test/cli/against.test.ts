import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, describe, expect, it } from "vitest"
import { main } from "../../src/cli/main.ts"
import { viewOf } from "../../src/reading/view.ts"
import { parse } from "../../src/report/index.ts"
import { writeTinyKeras } from "../node/support/registry.ts"
import { fakeTerminal } from "./fake-terminal.ts"

const coffee = fileURLToPath(new URL("../../examples/coffee.png", import.meta.url))
const folder = mkdtempSync(join(tmpdir(), "gridexplainer-against-"))
afterAll(() => rmSync(folder, { recursive: true }))
writeTinyKeras(join(folder, "model"))
writeFileSync(join(folder, "labels.txt"), "bright\ndim\n")

/** Explains the cup by a model of two classes, bright and dim. */
async function run(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const terminal = fakeTerminal()
  const model = ["--model", join(folder, "model"), "--labels", join(folder, "labels.txt"), "--preprocessing", "raw"]
  const code = await main(["explain", coffee, "--grid", "1x2", "--evidence", "none", ...model, ...words], terminal)
  return { code, out: terminal.said.out, err: terminal.said.err }
}

describe("explain --against", () => {
  it("explains what speaks for one class rather than another", async () => {
    const { code, out } = await run("--target", "dim", "--against", "bright", "--json")
    expect(code).toBe(0)
    const {
      record: { target },
      effects,
    } = viewOf(parse(out))
    expect(target).toMatchObject({ label: "dim", chosenBy: "margin", against: { label: "bright" } })
    const [dim, bright] = await Promise.all(["dim", "bright"].map((one) => run("--target", one, "--json")))
    const lead = viewOf(parse(dim!.out)).effects.map((effect, i) => effect - viewOf(parse(bright!.out)).effects[i]!)
    expect(effects).toHaveLength(2)
    for (const [i, effect] of effects.entries()) expect(effect).toBeCloseTo(lead[i]!, 6)
  })

  it("takes the model's answer where no target is given, a runner-up, and indices", async () => {
    const runnerUp = parse((await run("--against", "runner-up", "--json")).out)
    expect(runnerUp.target).toMatchObject({ label: runnerUp.top[0]!.label, against: runnerUp.top[1] })
    const { target } = parse((await run("--target", "1", "--against", "0", "--json")).out)
    expect(target).toMatchObject({ label: "dim", against: { label: "bright" } })
  })

  it("names files after both classes", async () => {
    await run("--target", "dim", "--against", "bright", "--output", join(folder, "{target}.json"), "--quiet")
    expect(readdirSync(folder)).toContain("dim rather than bright.json")
  })

  it.each<[string[], string]>([
    [["--against", "brigt"], 'error: against must be a label of model "model", got "brigt". Did you mean bright?\n'],
    [
      ["--against", "runer-up"],
      'error: against must be a label of model "model", got "runer-up". Did you mean runner-up?\n',
    ],
    [
      ["--target", "dm", "--against", "bright"],
      'error: target must be a label of model "model", got "dm". Did you mean dim?\n',
    ],
    [["--against", "2"], "error: against class must be an integer from 0 to 1, got 2\n"],
    [["--target", "dim", "--against", "1"], "error: against must be another class than target, got dim for both\n"],
    [
      ["--top", "2", "--against", "dim"],
      "error: option '--against <class>' cannot be used with option '--top <count>'\n(try --help)\n",
    ],
  ])("refuses %j", async (words, message) => {
    expect(await run(...words)).toMatchObject({ code: 2, err: message })
  })
})
