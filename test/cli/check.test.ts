import { mkdirSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { sanityText, wiringText } from "../../src/cli/check/check-text.ts"
import { main } from "../../src/cli/main.ts"
import { imageToPng } from "../../src/node/pictures/image-to-png.ts"
import type { SanityReport } from "../../src/wiring/check-sanity.ts"
import type { WiringReport } from "../../src/wiring/wiring-record.ts"
import { buildModel, node, tensor } from "../models/onnx/build-model.ts"
import { temporaryFolder } from "../node/support/temporary-folder.ts"
import { fakeTerminal } from "./fake-terminal.ts"

async function run(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const terminal = fakeTerminal()
  const code = await main(["check", ...words], terminal)
  return { code, out: terminal.said.out, err: terminal.said.err }
}

/** A model of red, green and blue for levels from 0 to 1, with its labels and six pictures of each colour, in folders with their names. */
async function setting(): Promise<{ model: string; labels: string; images: string }> {
  const folder = temporaryFolder()
  const [model, labels, images] = ["rgb.onnx", "labels.txt", "images"].map((name) => `${folder}/${name}`)
  writeFileSync(
    model!,
    buildModel({
      input: ["N", 3, 4, 4],
      output: ["N", 3],
      nodes: [
        node("Clip", ["x", "least", "most"], ["clipped"]),
        node("GlobalAveragePool", ["clipped"], ["pooled"]),
        node("Flatten", ["pooled"], ["flat"]),
        node("Mul", ["flat", "by"], ["logits"]),
        node("Softmax", ["logits"], ["y"]),
      ],
      weights: [
        tensor("least", [], [0]),
        tensor("most", [], [1]),
        { name: "by", dims: [1n, 1n], dataType: 1, floatData: [9] },
      ],
    }),
  )
  writeFileSync(labels!, "red\ngreen\nblue\n")
  for (const [colour, name] of ["red", "green", "blue"].entries()) {
    mkdirSync(`${images}/${name}`, { recursive: true })
    for (let i = 0; i < 6; i++) {
      const data = Uint8Array.from({ length: 12 * 12 * 3 }, (_, at) => (at % 3 === colour ? 200 + i : 40 + 3 * i))
      writeFileSync(`${images}/${name}/${i}.png`, await imageToPng({ width: 12, height: 12, channels: 3, data }))
    }
  }
  return { model: model!, labels: labels!, images: images! }
}

describe("gridexplainer check", () => {
  it("ends with 0 and says so where nothing is wrong", async () => {
    const { model, labels, images } = await setting()
    const words = ["--model", model, "--labels", labels, "--images", images, "--preprocessing", "zero-one"]
    const { code, out, err } = await run(...words)
    expect({ code, err }).toEqual({ code: 0, err: "" })
    expect(out).toMatch(/^rgb\.onnx: 90 views of 18 pictures, \d+ answers\n/)
    expect(out).toMatch(/\nok {5}channels {7}nothing scored clearly better than RGB /)
    expect(out).toMatch(/\nNothing wrong was found\.\n$/)
  })

  it("ends with 1 where something is, and names the option", async () => {
    const { model, labels, images } = await setting()
    const bgr = '{"order":"BGR","range":[0,1]}'
    const words = ["--model", model, "--labels", labels, "--images", images, "--preprocessing", bgr, "--quiet"]
    const { code, out, err } = await run(...words)
    expect({ code, err }).toEqual({ code: 1, err: "" })
    expect(out).toMatch(
      /^WRONG {2}channels {7}RGB scored clearly better than BGR \(.*\)\n {22}set it with: --preprocessing zero-one\n$/,
    )
  })

  it("prints the report as JSON and nothing else", async () => {
    const { model, labels, images } = await setting()
    const words = ["--model", model, "--labels", labels, "--images", images, "--preprocessing", "zero-one", "--json"]
    const { out } = await run(...words)
    expect(JSON.parse(out)).toMatchObject({ format: "gridexplainer-wiring", version: 2, pictures: 18 })
  })

  it.each([
    ["a model that is not there", ["--model", "/nowhere/x.onnx", "--preprocessing", "raw"], 3],
    [
      "a model without preprocessing",
      ["--model", fileURLToPath(new URL("../../assets/models/efficientnet-lite0.onnx", import.meta.url))],
      3,
    ],
    ["a name that no model has", ["--model", "resnet"], 2],
    ["a folder that is not there", ["--images", "/nowhere"], 1],
    ["views of a sanity check", ["--sanity", "--views", "20"], 2],
    ["too few views", ["--views", "2"], 2],
  ])("fails with %s", async (_, words, code) => expect((await run(...words)).code).toBe(code))

  it("keeps its help within 80 columns, with examples", async () => {
    const { out } = await run("--help")
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(80)
    expect(out).toContain("gridexplainer check --sanity")
  })
})

describe("wiringText", () => {
  const report: WiringReport = {
    format: "gridexplainer-wiring",
    version: 2,
    model: { name: "toy", classes: 2, scale: "probability" },
    declared: {
      size: { width: 2, height: 2 },
      fit: "squash",
      filter: "bilinear",
      layout: "NCHW",
      order: "RGB",
      range: [0, 1],
      mean: [0],
      std: [1],
    },
    checks: [
      { name: "channel-order", state: "ok", finding: { kind: "one-channel" } },
      {
        name: "scale",
        state: "flagged",
        finding: { kind: "scale", declared: "probability", found: "logit", score: 7.25 },
        remedy: { scale: "logit" },
      },
      { name: "softmax", state: "untold", finding: { kind: "too-flat" } },
    ],
    pictures: 1,
    views: 16,
    asked: 40,
    seed: 0,
  }

  it("is a line a check, with the option below what is wrong", () =>
    expect(wiringText(report, { quiet: false })).toBe(
      [
        "toy: 16 views of 1 picture, 40 answers",
        "",
        "ok     channels       the model takes one channel",
        "WRONG  scale          the scores are said to be probabilities, but one is 7.25: they are logits",
        "                      set it with: --scale logit",
        "?      softmax        the answers are too flat to tell one softmax from two",
        "",
        "1 of 3 checks found something wrong.",
        "",
      ].join("\n"),
    ))
})

describe("sanityText", () => {
  const report: SanityReport = {
    format: "gridexplainer-sanity",
    version: 1,
    model: "toy",
    pictures: [{ name: "cat.jpg", label: "tabby", correlation: -0.125 }],
    mean: -0.125,
    shuffles: 3,
    limit: 0.2,
    passed: true,
  }

  it("says passed or failed in words", () => {
    expect(sanityText(report, { quiet: false })).toContain("-0.13  cat.jpg, explained for tabby\n")
    expect(sanityText(report, { quiet: false })).toContain("Passed: with the last layer shuffled, the maps are others")
    expect(sanityText(report, { quiet: true })).toBe("")
    expect(sanityText({ ...report, mean: 0.5, passed: false }, { quiet: true })).toMatch(/^FAILED: .*\+0\.50/)
  })
})
