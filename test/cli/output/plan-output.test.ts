import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { outputFormats } from "../../../src/cli/output/output-formats.ts"
import type { OutputPart } from "../../../src/cli/output/plan-files.ts"
import { type PlanOutputOptions, planOutput } from "../../../src/cli/output/plan-output.ts"
import type { PictureSource } from "../../../src/node/pictures/find-pictures.ts"
import { explanationEndings } from "../../../src/pictures/index.ts"
import { problemOf } from "../../node/support/problem-of.ts"
import { temporaryFolder } from "../../node/support/temporary-folder.ts"

function pictures(...paths: readonly string[]): readonly PictureSource[] {
  return paths.map((path) => ({ kind: "file", path, shown: path }))
}

type Wanted = Partial<PlanOutputOptions> & { readonly label?: string | undefined }

/** The files of every explanation, picture by picture, with the folder of the test left out. */
async function planned(folder: string, output: string, wanted: Wanted = {}): Promise<readonly string[]> {
  const options = { pictures: pictures("photos/cat.jpg"), fills: ["blur"], targets: 1, ...wanted }
  const plan = await planOutput(join(folder, output), options)
  return options.pictures.flatMap((picture, index) =>
    Array.from({ length: options.fills.length * options.targets }, (_, rank): OutputPart => {
      const fill = options.fills[Math.floor(rank / options.targets)]!
      return { picture, index, rank, target: wanted.label ?? "tabby", fill }
    })
      .flatMap((part) => plan.claim(part))
      .map((path) => path.replace(folder, "").replaceAll("\\", "/").replace(/^\//, "")),
  )
}

const two = { pictures: pictures("photos/cat.jpg", "photos/dog.png") }

it("outputFormats are what explanations are saved as", () =>
  expect(outputFormats.map((format) => `.${format}`)).toEqual(explanationEndings))

describe("planOutput", () => {
  it("takes a file for one picture as it is written", async () => {
    expect(await planned(temporaryFolder(), "x.PNG")).toEqual(["x.PNG"])
  })

  it("numbers the explanations of one picture", async () => {
    expect(await planned(temporaryFolder(), "x.svg", { targets: 2 })).toEqual(["x-1.svg", "x-2.svg"])
    expect(await planned(temporaryFolder(), "x.svg", { targets: 10 })).toContain("x-01.svg")
  })

  it("puts pictures into a folder that is there", async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, "out"))
    expect(await planned(folder, "out", two)).toEqual(["out/cat-explained.png", "out/dog-explained.png"])
    expect(await planned(folder, "out", { fills: ["blur", "noise"], formats: ["svg", "json"] })).toEqual([
      "out/cat-explained-1.svg",
      "out/cat-explained-1.json",
      "out/cat-explained-2.svg",
      "out/cat-explained-2.json",
    ])
  })

  it("makes a folder that ends in a slash, and no other", async () => {
    const folder = temporaryFolder()
    expect(await planned(folder, "new/er/", two)).toContain("new/er/dog-explained.png")
    expect(existsSync(join(folder, "new", "er"))).toBe(true)
    expect(await problemOf(() => planned(folder, "other", two))).toMatch(/or be a folder such as out\/, got .*other$/)
  })

  it("fills in templates", async () => {
    const names = await planned(temporaryFolder(), "{index}-{name}-{target}-{fill}-{rank}.json", { ...two, targets: 2 })
    expect(names).toEqual([
      "1-cat-tabby-blur-1.json",
      "1-cat-tabby-blur-2.json",
      "2-dog-tabby-blur-1.json",
      "2-dog-tabby-blur-2.json",
    ])
    const many = { pictures: pictures(...Array.from({ length: 12 }, (_, i) => `${i}.png`)) }
    expect(await planned(temporaryFolder(), "{index}.svg", many)).toContain("03.svg")
  })

  it("adds the ending to a template that has none", async () => {
    expect(await planned(temporaryFolder(), "{name}", { formats: ["png", "json"] })).toEqual(["cat.png", "cat.json"])
    expect(await planned(temporaryFolder(), "x.{name}")).toEqual(["x.cat.png"])
  })

  it("knows endings with two dots", async () => {
    const folder = temporaryFolder()
    expect(await planned(folder, "x.effects.npy", { targets: 2 })).toEqual(["x-1.effects.npy", "x-2.effects.npy"])
    expect(await planned(folder, "{target}.Effects.npy", two)).toEqual(["tabby.Effects.npy", "tabby-2.Effects.npy"])
    expect(await planned(folder, "{name}", { formats: ["npy", "effects.npy"] })).toEqual(["cat.npy", "cat.effects.npy"])
  })

  it("keeps labels and names from leading elsewhere", async () => {
    const label = "../../AC/DC"
    expect(await planned(temporaryFolder(), "{target}.png", { label })).toEqual(["-..-AC-DC.png"])
    expect(await planned(temporaryFolder(), "{target}.png", { label: "con" })).toEqual(["con_.png"])
  })

  it("numbers names that turn out to be the same", async () => {
    expect(await planned(temporaryFolder(), "{target}.png", two)).toEqual(["tabby.png", "tabby-2.png"])
  })

  it("refuses names that are known to be the same, also where only the case differs", async () => {
    const same = { pictures: pictures("a/cat.jpg", "b/Cat.png") }
    const folder = temporaryFolder()
    for (const output of ["new/", "{name}.png"])
      expect(await problemOf(() => planned(folder, output, same))).toMatch(
        /two explanations the name .*Cat.*add \{index\}/,
      )
    expect(await problemOf(() => planned(folder, "{name}.png", { targets: 3 }))).toContain("add {index}, {rank}")
    expect(existsSync(join(folder, "new"))).toBe(false)
  })

  it("never replaces a picture that is explained, by whatever name", async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, "cat.png"), "")
    symlinkSync(join(folder, "cat.png"), join(folder, "link.png"))
    const own = { pictures: pictures(join(folder, "link.png")) }
    for (const output of ["link.png", "cat.png", "CAT.PNG"])
      expect(await problemOf(() => planned(folder, output, own))).toContain("would replace the picture")
    expect(await planned(folder, "{target}.png", { ...own, label: "cat" })).toEqual(["cat-2.png"])
  })

  it.each<[string, Wanted, RegExp]>([
    [
      "x.gif",
      {},
      /must end in \.png, \.svg, \.html, \.json, \.csv, \.md, \.npy or \.effects\.npy, or be a folder such as out\/, got .*x\.gif/,
    ],
    ["x", {}, /must end in/],
    ["x.png", two, /is one file, but there are 2 pictures: give a folder .* template such as \{name\}\.png/],
    ["x.png", { formats: ["svg"] }, /--format goes with a folder/],
    ["{name}.png", { formats: ["svg"] }, /--format goes with a folder/],
    ["{nam}.png", {}, /knows \{name\}, .*, got \{nam\}\. Did you mean \{name\}\?/],
    ["{}.png", {}, /got \{\}/],
    ["{name}/x.png", {}, /in the name of the file only/],
    ["no/such/x.png", {}, /^FILE_UNWRITABLE: .*the folder .*such does not exist/],
    ["no/such/{target}.png", {}, /^FILE_UNWRITABLE: .*the folder .*such does not exist/],
  ])("refuses %s with %j", async (output, wanted, problem) => {
    expect(await problemOf(() => planned(temporaryFolder(), output, wanted))).toMatch(problem)
  })

  it.each([
    ["jpg jpeg JPG webp gif bmp tif tiff avif", /Drawings are \.png, whose letters stay sharp, or \.svg$/],
    ["pdf eps", /A report \(\.html\) prints as a PDF in any browser/],
    ["htm docx pptx", /A report is \.html/],
    ["txt markdown", /A page of text is \.md$/],
    ["xlsx xls tsv", /A table is \.csv$/],
    ["jsonl yaml", /A record is \.json; --json prints one per line$/],
    ["npz mat", /Arrays are \.npy/],
    ["pgn", /\. Did you mean \.png\?$/],
  ])("says what comes nearest to %s", async (endings, words) => {
    for (const ending of endings.split(" "))
      for (const output of [`x.${ending}`, `{name}.${ending}`])
        expect(await problemOf(() => planned(temporaryFolder(), output))).toMatch(words)
  })

  it("knows which pictures are finished: all their files are there, and hold something", async () => {
    const folder = temporaryFolder()
    const wanted = { formats: ["png", "json"], fills: ["blur"], targets: 1 }
    const many = pictures(...["a", "b", "c", "d"].map((name) => `${name}.jpg`))
    const out = `${join(folder, "out")}/`
    const finished = async (): Promise<readonly number[]> => [
      ...(await (await planOutput(out, { ...wanted, pictures: many })).finished()),
    ]
    expect(await finished()).toEqual([])
    for (const name of ["a.png", "a.json", "b.png", "d.png", "d.json"])
      writeFileSync(join(out, name.replace(".", "-explained.")), "x")
    writeFileSync(join(out, "c-explained.png"), "x")
    writeFileSync(join(out, "c-explained.json"), "")
    expect(await finished()).toEqual([0, 3])
  })

  it("refuses a folder that cannot be made", async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, "file"), "")
    expect(await problemOf(() => planned(folder, "file/out/"))).toMatch(
      /^FILE_UNWRITABLE: the folder .* cannot be made/,
    )
  })

  it("names pictures from the web and from standard input", async () => {
    const sources: readonly PictureSource[] = [
      { kind: "web", address: new URL("https://example.org/a/my%20cat.jpg?size=1"), shown: "https://example.org" },
      { kind: "web", address: new URL("https://example.org/"), shown: "https://example.org" },
      { kind: "input", shown: "standard input" },
    ]
    expect(await planned(temporaryFolder(), "{name}.png", { pictures: sources })).toEqual([
      "my cat.png",
      "example.png",
      "standard-input.png",
    ])
  })
})
