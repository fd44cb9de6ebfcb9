import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, describe, expect, it } from "vitest"
import { main } from "../../src/cli/main.ts"
import type { Terminal } from "../../src/cli/terminal/terminal.ts"
import { parse } from "../../src/report/index.ts"
import { writeTinyKeras } from "../node/support/registry.ts"
import { fakeTerminal } from "./fake-terminal.ts"

const coffee = fileURLToPath(new URL("../../examples/coffee.png", import.meta.url))
const folder = mkdtempSync(join(tmpdir(), "gridexplainer-evidence-"))
afterAll(() => rmSync(folder, { recursive: true }))
const cup = join(folder, "cup.png")
copyFileSync(coffee, cup)
writeTinyKeras(join(folder, "model"))
writeFileSync(join(folder, "labels.txt"), "bright\ndim\n")
const model = ["--model", join(folder, "model"), "--labels", join(folder, "labels.txt"), "--preprocessing", "raw"]

interface Answer {
  readonly code: number
  readonly out: string
  readonly err: string
  readonly statuses: readonly string[]
  readonly maps: readonly (readonly string[])[]
}

/** Explains the cup by a tiny model of two classes, bright and dim, with a 2 x 2 grid. */
async function run(words: readonly string[], place: Partial<Terminal> = {}): Promise<Answer> {
  const terminal = fakeTerminal(place)
  const code = await main(["explain", coffee, "--grid", "2", ...model, ...words], terminal)
  return { code, ...terminal.said }
}

/** A terminal that is interrupted when a line of progress says so. */
function interruptedAt(words: string): Partial<Terminal> {
  const interruption = new AbortController()
  return {
    statusWidth: 250,
    signal: interruption.signal,
    status: (line) => {
      if (line.includes(words)) interruption.abort()
    },
  }
}

const quick = ["--evidence", "quick"]

describe("a map that sharpens while it works", () => {
  const roomy = { statusHeight: 24 } satisfies Partial<Terminal>

  it("stands above the status as soon as something is known, and goes with it", async () => {
    const { maps } = await run(["--evidence", "standard", "--batch", "1", "--grid", "8"], roomy)
    const drawn = maps.filter((lines) => lines.length > 0)
    expect(maps[0]).toEqual([])
    expect(new Set(drawn.map((lines) => lines.length))).toEqual(new Set([9]))
    expect(drawn.at(-1)![0]).toMatch(/^ +1 +2 +3 +4 +5 +6 +7 +8$/)
    expect(new Set(drawn.map((lines) => lines.join("\n"))).size).toBeGreaterThan(1)
    expect(maps.at(-1)).toEqual([])
  })

  it.each([
    ["the window has too few rows", { statusHeight: 3 }, []],
    ["the window is too narrow", { statusHeight: 24, statusWidth: 20 }, []],
    ["no line can be written over", { statusHeight: 24, moves: false }, []],
    ["the record is printed as JSON", roomy, ["--json"]],
  ] as const)("is not drawn where %s", async (_, place, words) => {
    const { maps } = await run(["--evidence", "standard", ...words], place)
    expect(maps.every((lines) => lines.length === 0)).toBe(true)
  })
})

describe("explain --evidence", () => {
  it("asks more by itself, and everything is in the record", async () => {
    const { code, out, err } = await run(["--json"])
    expect({ code, err }).toEqual({ code: 0, err: "" })
    const { evidence, shown, plan, asked, fills } = parse(out)
    expect({ shown, level: plan.level }).toEqual({ shown: "one-at-a-time", level: "standard" })
    expect(fills.map(({ name }) => name).sort()).toEqual(["blur", "cell-mean", "image-mean"])
    expect(evidence?.missing).toEqual([])
    expect(asked).toBe(1 + Object.values(evidence!.calls).reduce((sum, count) => sum + count, 0))
  })

  it("asks with none what hides and about each square; in a picture so small a shift is no harmless change", async () => {
    const { evidence, shown, asked, fills, plan } = parse((await run(["--evidence", "none", "--json"])).out)
    expect({ shown, asked, level: plan.level, fills: fills.length }).toEqual({
      ...{ shown: "one-at-a-time", asked: 1 + 9 + 4, level: "none", fills: 1 },
    })
    expect(evidence!.trials!.map(({ fill }) => fill.name)).toContain(fills[0]!.name)
    expect(Object.keys(evidence!.calls)).toEqual(["trial", "alone"])
  })

  it("asks with --hide what the original asked, and nothing else", async () => {
    const { evidence, asked, fills } = parse((await run(["--hide", "one", "--json"])).out)
    expect({ evidence, asked, fill: fills[0]!.name }).toEqual({ evidence: undefined, asked: 5, fill: "cell-mean" })
  })

  it("says how often the model is asked, and about how long that takes, on standard error", async () => {
    const { err } = await run(quick)
    expect(err).toMatch(/^Asks the model at most 78 times, about (\d+ min )?\d+ s in all \(--evidence none: 14\)\n$/)
    expect((await run([...quick, "--plain"])).err).toMatch(/^Asks the model at most 78 times/)
    for (const silent of ["--json", "--quiet"]) expect((await run([...quick, silent])).err).toBe("")
  })

  it("says so once, however many pictures and answers there are", async () => {
    const { code, out, err } = await run([...quick, cup, "--top", "2", "--fill", "blur", "--fill", "#000000"])
    expect(err).toMatch(
      /^Asks the model at most 146 times for 2 answers to each of 2 pictures, [^\n]*\(--evidence none: 20\)\n$/,
    )
    expect(code).toBe(0)
    expect(out).toMatch(/\(1 of 2\)\n[\s\S]*\(2 of 2\)\n/)
  })

  it("shows how far it is over all answers, and what is asked just now", async () => {
    const { statuses } = await run([...quick, "-t", "bright", "-t", "dim", "--batch", "1"])
    const plain = statuses.map((line) => line.replace(/,? (\d+ min )?\d+ s left|,? [\d.]+ a second|\[.*\] /g, ""))
    expect(plain).toContain("1 %, 1 of 82")
    expect(plain).toContain("2 %, 2 of 82, choosing what hides")
    expect(plain.findLast((line) => line !== "")).toMatch(/^\d+ %, \d+ of 82, (smallest sets|strongest first)$/)
    for (const stage of ["harmless changes", "one at a time", "strongest first"])
      expect(plain.join("\n")).toContain(stage)
  })

  it("tells calls by stage with --verbose", async () => {
    const { err } = await run([...quick, "--verbose"])
    expect(err).toMatch(
      /coffee\.png: \d+ pictures asked in .* a second: 1 untouched, 9 choosing what hides, 18 harmless changes, 4 one at a time, 3 strongest first/,
    )
  })

  it("makes one record of all fills, and names its file after them", async () => {
    const files = join(folder, "{fill}.json")
    const words = [...quick, "--fill", "image-mean", "--fill", "#ff0000", "-t", "dim", "-q", "-o", files]
    expect((await run(words)).code).toBe(0)
    expect(readdirSync(folder)).toContain("image-mean+color.json")
    const record = parse(readFileSync(join(folder, "image-mean+color.json"), "utf8"))
    expect(record.fills).toEqual([{ name: "image-mean" }, { name: "color", options: { color: [255, 0, 0] } }])
    expect(record.target).toMatchObject({ label: "dim", chosenBy: "label" })
  })

  it("draws what keeps and what changes the answer", async () => {
    const file = join(folder, "sets.svg")
    expect(await run(["--layout", "sets", "-q", "-o", file])).toMatchObject({ code: 0, err: "" })
    expect(readFileSync(file, "utf8")).toMatch(/Only (this one|these \d) of 4 squares/)
    expect(await run(["--evidence", "none", "--layout", "sets", "-o", file])).toMatchObject({
      code: 2,
      err: expect.stringContaining(
        "--layout sets needs --evidence quick, standard or thorough: none looks for no sets",
      ),
    })
  })

  it("explains the best answers, each with evidence of its own", async () => {
    const records = (await run([...quick, "--top", "2", "--json"])).out.trimEnd().split("\n").map(parse)
    expect(records.map(({ target }) => target.chosenBy)).toEqual(["top", "top"])
    expect(records.map(({ target }) => target.label).sort()).toEqual(["bright", "dim"])
    expect(records[0]!.target.score).toBeGreaterThan(records[1]!.target.score)
    expect(records.map(({ shown }) => shown)).toEqual(["one-at-a-time", "one-at-a-time"])
    expect(await run([...quick, "--top", "3"])).toMatchObject({ code: 2, err: expect.stringContaining("got 3") })
  })
})

describe("explain --show", () => {
  it("says which number is shown, whatever else is in the record", async () => {
    const alone = parse((await run(["--json", "--show", "alone"])).out)
    expect(alone.shown).toBe("one-at-a-time")
    const average = parse((await run(["--show", "average", "--json"])).out)
    expect(average).toEqual({ ...alone, shown: "random-masks" })
  })

  it("draws by itself, before a picture and together with a number", async () => {
    const nothing = /^--show: this terminal shows no pictures/
    const { code, err } = await run(["--evidence", "none", "--show", cup])
    expect(code).toBe(0)
    expect(err).toMatch(nothing)
    const both = await run([...quick, "--show", "--show", "alone", "--layout", "alone"])
    expect(both.code).toBe(0)
    expect(both.err).toMatch(nothing)
  })

  it.each([
    [["--show=all"], "It must be alone or average, or have no value."],
    [["--show=avrage"], "Did you mean average?"],
    [["--json", "--show"], "--json does not go with --show, which draws"],
    [["--plain", "--show"], "--plain does not go with --show, which draws"],
    [["--evidence", "some"], "It must be none, quick, standard or thorough."],
    [["--evidence", "none", "--show", "average"], "--show average needs evidence"],
    [["--hide", "one", "--evidence", "quick"], "--hide goes with --evidence none"],
  ])("%j is refused with what was expected", async (words, message) => {
    const { code, out, err } = await run(words)
    expect(err).toContain(message)
    expect({ code, out }).toEqual({ code: 2, out: "" })
  })
})

describe("an interruption", () => {
  it("keeps what is known once each square was hidden: printed, saved, and 130", async () => {
    const file = join(folder, "stopped.json")
    const words = ["--batch", "1", "--output", file]
    const { code, out, err } = await run(words, interruptedAt("random masks"))
    expect(code).toBe(130)
    expect(err).toMatch(/coffee\.png: stopped early, and kept as far as it was known\ninterrupted\n$/)
    expect(out).toMatch(/^(bright|dim), /)
    expect(out).toContain(`Written: ${file}\n`)
    const { evidence, attributions } = parse(readFileSync(file, "utf8"))
    expect(evidence!.missing).toEqual(["average", "strip", "sets", "pairs", "faithfulness"])
    expect(attributions.map(({ method }) => method)).toEqual(["one-at-a-time"])
  })

  it("keeps nothing before that", async () => {
    const file = join(folder, "nothing.json")
    const { code, out, err } = await run(["--batch", "1", "--output", file], interruptedAt("one at a time"))
    expect({ code, out, err }).toEqual({ code: 130, out: "", err: "interrupted\n" })
    expect(readdirSync(folder)).not.toContain("nothing.json")
  })

  it("keeps all answers to a picture, and leaves further pictures out", async () => {
    const place = interruptedAt("strongest first")
    const { code, out, err } = await run([...quick, "-t", "bright", "-t", "dim", "--batch", "1"], place)
    expect({ code, end: err.split("\n").at(-2) }).toEqual({ code: 130, end: "interrupted" })
    expect(out).toMatch(/^bright, /)
    expect(out).toMatch(/^dim, /m)
    const several = await run([...quick, cup, "--json", "--batch", "1"], interruptedAt("strongest first"))
    expect(several).toMatchObject({ code: 130, err: expect.stringMatching(/\ninterrupted: 0 of 2 pictures done\n$/) })
    expect(several.out.trimEnd().split("\n").map(parse)).toHaveLength(1)
  })

  it("finishes a sheet with what there is", async () => {
    const file = join(folder, "sheet.svg")
    const words = [...quick, cup, "--layout", "sheet", "--output", file, "--batch", "1"]
    const { code, out } = await run(words, interruptedAt("strongest first"))
    expect(code).toBe(130)
    expect(out).toContain(`Written: ${file}\n`)
    expect(new Set(readFileSync(file, "utf8").match(/coffee\.png|cup\.png/g))).toEqual(new Set(["coffee.png"]))
  })
})
