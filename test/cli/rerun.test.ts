import { readFileSync, writeFileSync } from "node:fs"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { main } from "../../src/cli/main.ts"
import { rerunText } from "../../src/cli/rerun/rerun-text.ts"
import { imageToPng } from "../../src/node/pictures/image-to-png.ts"
import { compareRuns } from "../../src/reading/compare-runs.ts"
import { dataBlock } from "../../src/report/data-block.ts"
import { buildModel, node, tensor } from "../models/onnx/build-model.ts"
import { temporaryFolder } from "../node/support/temporary-folder.ts"
import { withEvidence } from "../render/make-evidence.ts"
import { makeExplanation, withFront } from "../render/make-explanation.ts"
import { fakeTerminal } from "./fake-terminal.ts"

interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

async function run(words: readonly string[], options: Parameters<typeof fakeTerminal>[0] = {}): Promise<Ended> {
  const terminal = fakeTerminal(options)
  const code = await main(words, terminal)
  return { code, out: terminal.said.out, err: terminal.said.err }
}

const rerun = (...words: string[]): Promise<Ended> => run(["rerun", ...words])

/** A model of red, green and blue, and of nothing where there are four classes: the higher `by`, the surer. */
function colours(by: number, classes: 3 | 4 = 3): Uint8Array {
  return buildModel({
    input: ["N", 3, 8, 8],
    output: ["N", classes],
    nodes: [
      node("GlobalAveragePool", ["x"], ["pooled"]),
      node("Flatten", ["pooled"], ["flat"]),
      node("MatMul", ["flat", "by"], ["logits"]),
      node("Softmax", ["logits"], ["y"]),
    ],
    weights: [
      tensor(
        "by",
        [3, classes],
        Array.from({ length: 3 * classes }, (_, i) => (Math.floor(i / classes) === i % classes ? by : 0)),
      ),
    ],
  })
}

/** A picture that is red on the left and green elsewhere; where `alpha` is not 255, what is behind it shines through at the upper right. */
async function picture(red: number, alpha = 255): Promise<Uint8Array> {
  const levels = (x: number, y: number): readonly number[] => [
    x < 5 ? red : 30,
    x < 5 ? 20 : 150,
    10 * y,
    x > 5 && y < 2 ? alpha : 255,
  ]
  const data = Uint8Array.from({ length: 8 * 8 * 4 }, (_, i) => levels((i >> 2) % 8, i >> 5)[i % 4]!)
  return imageToPng({ width: 8, height: 8, channels: 4, data })
}

let folder: string
const at = (name: string): string => `${folder}/${name}`

beforeAll(async () => {
  folder = temporaryFolder(afterAll)
  writeFileSync(at("rgb.onnx"), colours(9))
  writeFileSync(at("surer.onnx"), colours(12))
  writeFileSync(at("four.onnx"), colours(9, 4))
  writeFileSync(at("labels.txt"), "red\ngreen\nblue\n")
  writeFileSync(at("photo.png"), await picture(250))
  writeFileSync(at("other.png"), await picture(160))
  writeFileSync(at("glass.png"), await picture(250, 128))
  const model = ["--model", at("rgb.onnx"), "--labels", at("labels.txt"), "--preprocessing", "zero-one"]
  const asked = [...model, "--grid", "2", "--quiet"]
  await run(["explain", at("photo.png"), ...asked, "--evidence", "quick", "--output", at("record.json")])
  const onBlue = ["--evidence", "none", "--background", "#0000ff", "--output", at("on-blue.json")]
  await run(["explain", at("glass.png"), ...asked, ...onBlue])
})

const withModel = (...words: string[]): string[] => ["--image", at("photo.png"), "--model", at("rgb.onnx"), ...words]

describe("gridexplainer rerun", () => {
  it("finds every number the same, and speaks of classes as the record does", async () => {
    const { code, out, err } = await rerun(at("record.json"), ...withModel())
    expect({ code, err }).toEqual({ code: 0, err: "" })
    expect(out.split("\n").map((line) => line.replace(/[\da-f]{12}$/, "#").replace(/ is [\d.]+ /, " is N "))).toEqual([
      expect.stringMatching(/^photo\.png, red: the model was asked again about \d+ pictures$/),
      "",
      "same     picture file    #",
      "same     picture pixels  #",
      "same     model           rgb.onnx",
      "same     model file      #",
      expect.stringMatching(/^same {5}runtime {9}onnxruntime-/),
      "same     input size      8 x 8",
      "same     preprocessing",
      "same     fit             squash, bilinear",
      "same     version         0.1.0",
      "",
      expect.stringMatching(/^First answer: red, [\d.]+ %, as in the record\.$/),
      "Largest difference of a score: 0 points; the noise floor is N points.",
      "Largest difference of an effect alone: 0 points; the noise floor is N points.",
      "Every number is the same.",
      "",
    ])
  })

  it("takes the record out of a report", async () => {
    writeFileSync(
      at("report.html"),
      `<!doctype html>${dataBlock("explanation", readFileSync(at("record.json"), "utf8"))}`,
    )
    expect(await rerun(at("report.html"), ...withModel("--quiet"))).toEqual({ code: 0, out: "", err: "" })
  })

  it("prints what was compared as JSON and nothing else", async () => {
    const { code, out } = await rerun(at("record.json"), ...withModel("--json"))
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      ...{ format: "gridexplainer-rerun", version: 1, verdict: "same", unfinished: [] },
      effects: [{ method: "one-at-a-time", difference: 0 }],
    })
  })

  it("says first that the picture is another one, and ends with 1 where the effects are others", async () => {
    const words = ["--image", at("other.png"), "--model", at("rgb.onnx"), "--quiet"]
    const { code, out } = await rerun(at("record.json"), ...words)
    expect(code).toBe(1)
    expect(out).toMatch(/^DIFFERS {2}picture file .*\nDIFFERS {2}picture pixels .*\nFirst answer: /)
    expect(out).toMatch(/effect alone: [\d.]+ points at row [12], column [12]; the noise floor is .*\n/)
    expect(out).toMatch(/\nIt DIFFERS\.\n$/)
    const { err } = await rerun(at("record.json"), "--image", at("other.png"), "--model", at("rgb.onnx"))
    expect(err).toMatch(
      /The picture is another than the record's: file and pixels differ\. If only the file is new, see/,
    )
  })

  it("says first that the model is another one", async () => {
    const words = ["--image", at("photo.png"), "--model", at("surer.onnx")]
    const { code, out, err } = await rerun(at("record.json"), ...words)
    expect(code).toBe(1)
    expect(err).toMatch(/^The model is another than the record's: sha256 [\da-f]{12}\.\.\., not [\da-f]{12}\.\.\.\.\n$/)
    expect(out).toMatch(/\nDIFFERS {2}model {11}surer\.onnx, in the record rgb\.onnx\n/)
  })

  it("knows the picture's file that was read otherwise", async () => {
    const words = ["--image", at("glass.png"), "--model", at("rgb.onnx")]
    const { err, code } = await rerun(at("on-blue.json"), ...words)
    expect(code).toBe(1)
    expect(err).toMatch(
      /The picture is the record's file, but its pixels differ: it was read differently; see --background/,
    )
    const onBlue = await rerun(at("on-blue.json"), ...words, "--background", "#0000ff")
    expect(onBlue.code).toBe(0)
    expect(onBlue.out).toMatch(/effect alone: 0 points; no noise floor was measured\.\nEvery number is the same\.\n$/)
  })

  it("takes the record's preprocessing, and tells where another was given", async () => {
    const { code, out } = await rerun(at("record.json"), ...withModel("--preprocessing", "keras-tf", "--quiet"))
    expect(code).toBe(1)
    expect(out).toMatch(/^DIFFERS {2}preprocessing {3}range \[-1, 1\], in the record range \[0, 1\]\n/)
  })

  it("asks the packaged model by its name", async () => {
    const words = ["explain", "examples/coffee.png", "--evidence", "none", "--grid", "2", "--quiet"]
    expect((await run([...words, "--output", at("coffee.json")])).code).toBe(0)
    const { code, out } = await rerun(at("coffee.json"), "--image", "examples/coffee.png")
    expect(code).toBe(0)
    expect(out).toMatch(/^coffee\.png, espresso: the model was asked again about 32 pictures\n/)
    expect(out).toMatch(/Every number is the same\.\n$/)
    expect(out).not.toMatch(/^(DIFFERS|\?)/m)
  })

  it("ends with 130 where it is interrupted, also when effects are known by then", async () => {
    const stop = new AbortController()
    const status = (line: string): void => {
      if (line.includes("one at a time")) stop.abort()
    }
    const ended = await run(["rerun", at("record.json"), ...withModel()], { signal: stop.signal, status })
    expect(ended).toEqual({ code: 130, out: "", err: "interrupted\n" })
  })

  it.each([
    [
      "without a photo",
      () => ["record.json"],
      /--image must give the photo that was explained, as in: --image photo\.png/,
    ],
    ["with several photos", () => ["record.json", "--image", folder, "--model", at("rgb.onnx")], /must give one photo/],
    [
      "without the model's file",
      () => ["record.json", "--image", at("photo.png")],
      /--model must give the file of .*"rgb/,
    ],
    [
      "with a model of other classes",
      () => ["record.json", "--image", at("photo.png"), "--model", at("four.onnx")],
      /expected a model of 3 classes, as in the record, got 4 of "four\.onnx"/,
    ],
    [
      "with another model of the catalog",
      () => ["record.json", "--image", at("photo.png"), "--model", "efficientnet-lite0"],
      /expected a model that takes pictures of 8 x 8 pixels, as in the record, got 224 x 224/,
    ],
  ])("ends with 2 %s", async (_, words, problem) => {
    const [record = "", ...more] = words()
    const { code, err } = await rerun(at(record), ...more)
    expect(err).toMatch(problem)
    expect(code).toBe(2)
  })

  it.each([
    ["a record that is none", () => ["labels.txt", ...withModel()], 1],
    ["a photo that is not there", () => ["record.json", "--image", "/nowhere.png", "--model", at("rgb.onnx")], 1],
    ["a model that is not there", () => ["record.json", "--image", at("photo.png"), "--model", "/nowhere.onnx"], 3],
  ])("fails with %s", async (_, words, code) => {
    const [record = "", ...more] = words()
    expect((await rerun(at(record), ...more)).code).toBe(code)
  })

  it("keeps its help within 80 columns, with examples", async () => {
    const { out } = await rerun("--help")
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(80)
    expect(out).toContain("gridexplainer rerun record.json --image coffee.jpg")
  })
})

describe("rerunText", () => {
  const cup = { index: 968, label: "cup", score: 0.25 }
  const record = withEvidence(makeExplanation({ effects: [0.3, 0.1, 0, 0, 0, 0.02], rows: 2, score: 0.5 }), {
    missing: ["alone", "sets"],
  })
  const told = (again: typeof record): readonly string[] =>
    rerunText({ record, again }, compareRuns(record, again), { asked: 84, quiet: true }).trimEnd().split("\n")

  it("tells the largest differences, their places and floors, and what is not compared", () => {
    expect(told(withFront(record, { effects: [0.3, 0.1, 0, 0.0125, 0, 0.02] }))).toEqual([
      "First answer: espresso, 50.0 %, as in the record.",
      "Largest difference of a score: 0 points; the noise floor is 4 points.",
      "Largest difference of an effect on average: 1.3 points at row 2, column 1; the noise floor is 1 point.",
      "Not compared, since it was not finished: one at a time, smallest sets.",
      "It DIFFERS.",
    ])
  })

  it("tells that the first answer is another one", () => {
    expect(told({ ...record, top: [cup, ...record.top] })[0]).toBe(
      "First answer: cup, 25.0 %; in the record espresso, 50.0 %.",
    )
  })

  it("says nothing, quietly, where all is within noise", () => {
    expect(told(withFront(record, { effects: [0.3, 0.1, 0, 0.009, 0, 0.02] }))).toEqual([""])
  })

  it("makes differences that nobody can read less than the least", () => {
    const plain = makeExplanation({ effects: [0.3, 0.1] })
    const again = withFront(plain, { effects: [0.3, 0.1000001] })
    expect(rerunText({ record: plain, again }, compareRuns(plain, again), { asked: 3, quiet: false })).toMatch(
      /effect: less than 0\.0001 points at row 1, column 2; no noise floor was measured\.\nThe same but for rounding\.\n$/,
    )
  })
})
