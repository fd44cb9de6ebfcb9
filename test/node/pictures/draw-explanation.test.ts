import { describe, expect, it } from "vitest"
import { explain } from "../../../src/explain.ts"
import type { Explanation } from "../../../src/explanation.ts"
import { blurFill } from "../../../src/fills/blur.ts"
import { hideRegions } from "../../../src/hide-regions.ts"
import { functionModel } from "../../../src/models/function-model.ts"
import { readImage } from "../../../src/node/pictures/read-image.ts"
import { drawExplanation } from "../../../src/node/pictures/sharp-codec.ts"
import { viewOf } from "../../../src/reading/view.ts"
import { slidingWindow } from "../../../src/regions/sliding-window.ts"
import { type RenderSvgOptions, renderSvg } from "../../../src/render/index.ts"
import type { Image } from "../../../src/types.ts"
import { makeExplanation } from "../../render/make-explanation.ts"
import { all, num, parseSvg } from "../../render/parse-svg.ts"
import { problemOf } from "../support/problem-of.ts"

const photo: Image = {
  width: 12,
  height: 8,
  channels: 3,
  data: Uint8Array.from({ length: 288 }, (_, i) => (i * 61) % 256),
}
const explanation = makeExplanation({ effects: [0.3, -0.2, 0, 0.05], rows: 2, picture: { width: 12, height: 8 } })

/** The pictures that a drawing carries, in their order. */
async function picturesOf(svg: string): Promise<readonly Image[]> {
  const hrefs = all(parseSvg(svg), "image").map(({ attributes }) => attributes.href!)
  return await Promise.all(
    hrefs.map(async (href) => (await readImage(Buffer.from(href.replace(/^.*,/, ""), "base64"))).image),
  )
}

const levelsOf = ({ data }: Image): readonly number[] => Array.from(data, Math.round)

describe("drawExplanation", () => {
  const looks: readonly Omit<RenderSvgOptions, "photo">[] = [
    {},
    { layout: "alone" },
    { layout: "alone", theme: "dark" },
    { layout: "alone", palette: "BrBG" },
    { layout: "alone", style: "original" },
    { layout: "alone", map: "smooth" },
    { width: 700 },
    { layout: "overlay", width: 333 },
  ]

  it.each(looks)("draws what renderSvg draws, with these options: %j", async (look) => {
    expect(await drawExplanation(explanation, look)).toBe(renderSvg(explanation, look))
  })

  it("carries the photo, pixel by pixel, and draws it beside the map by itself", async () => {
    const svg = await drawExplanation(explanation, { photo })
    const [picture, ...others] = await picturesOf(svg)
    expect(others).toEqual([])
    expect([picture?.width, picture?.height]).toEqual([12, 8])
    expect(levelsOf(picture!)).toEqual(levelsOf(photo))
    expect(num(parseSvg(svg), "width")).toBe(1600)
  })

  it("stores a large photo no larger than it is drawn", async () => {
    const large: Image = { width: 3000, height: 2, channels: 1, data: new Uint8Array(6000).fill(77) }
    const widthOf = async (options: { layout: "overlay"; width?: number } | object): Promise<number> => {
      const svg = await drawExplanation(makeExplanation({ effects: [0.3], picture: large }), {
        photo: large,
        ...options,
      })
      return (await picturesOf(svg))[0]!.width
    }
    expect(await widthOf({})).toBe(1200)
    expect(await widthOf({ layout: "overlay" })).toBe(3000)
    expect(await widthOf({ layout: "overlay", width: 2000 })).toBe(2000)
  })

  it.each([
    [100, 600],
    [600, 600],
    [2500, 2500],
    [9000, 4096],
  ])("draws an overlay over a picture of %d pixels at %d", async (width, drawn) => {
    const wide = makeExplanation({ effects: [0.3], picture: { width, height: 500 } })
    expect(num(parseSvg(await drawExplanation(wide, { layout: "overlay" })), "width")).toBe(drawn)
  })
})

describe("drawExplanation before and after", () => {
  /** Explains the photo by how bright its right side is, and keeps what the model was asked about. */
  async function asked(options: Parameters<typeof explain>[2]) {
    const pictures: Image[] = []
    const model = functionModel((images) => {
      pictures.push(...images)
      return images.map(({ data }) => [
        Array.from(data).reduce((sum, level, i) => sum + (i % 36 >= 27 ? level : 0), 0) / 30_000,
      ])
    })
    return { explanation: await explain(model, photo, { evidence: "none", ...options }), pictures }
  }
  const windows = slidingWindow({ size: { width: 6, height: 4 }, stride: { width: 3, height: 4 } })
  const strongest = (explanation: Explanation): number => {
    const { effects } = viewOf(explanation)
    return effects.findIndex((effect) => Math.abs(effect) === Math.max(...effects.map(Math.abs)))
  }

  it("shows the picture as the model saw it, and with the strongest region hidden", async () => {
    const { explanation, pictures } = await asked({ regions: windows, fill: "cell-mean" })
    const [before, after] = await picturesOf(await drawExplanation(explanation, { photo, layout: "pair" }))
    expect(levelsOf(before!)).toEqual(levelsOf(pictures[0]!))
    expect(levelsOf(after!)).toEqual(levelsOf(pictures[1 + strongest(explanation)]!))
    expect(levelsOf(after!)).not.toEqual(levelsOf(before!))
  })

  it("shows the strongest region whole where all others were hidden, among overlapping windows too", async () => {
    const { explanation, pictures } = await asked({ regions: windows, fill: 0, method: "all-but-one" })
    const [, after] = await picturesOf(await drawExplanation(explanation, { photo, layout: "pair" }))
    expect(levelsOf(after!)).toEqual(levelsOf(pictures[2 + strongest(explanation)]!))
  })

  it("takes the fill where the record cannot hold it", async () => {
    const fill = () => new Uint8Array(6 * 4 * 3).fill(200)
    const { explanation } = await asked({ regions: windows, fill })
    expect(await problemOf(() => drawExplanation(explanation, { photo, layout: "pair" }))).toContain(
      "RangeError: the fill custom is not one of",
    )
    const [, after] = await picturesOf(await drawExplanation(explanation, { photo, layout: "pair", fill }))
    expect(levelsOf(after!)).toEqual(
      levelsOf(hideRegions(photo, explanation, { hidden: [strongest(explanation)], fill })),
    )
  })

  it("takes theme and width, and another fill than the record's", async () => {
    const { explanation } = await asked({ regions: windows })
    const draw = (options: object): Promise<string> =>
      drawExplanation(explanation, { photo, layout: "pair", width: 640, theme: "dark", ...options })
    const svg = parseSvg(await draw({}))
    expect(num(svg, "width")).toBe(640)
    expect(all(svg, "rect")[0]?.attributes.fill).toBe("#17161c")
    const [, blurred] = await picturesOf(await draw({ fill: blurFill({ sigma: 2 }) }))
    const [, mean] = await picturesOf(await draw({}))
    expect(levelsOf(blurred!)).not.toEqual(levelsOf(mean!))
  })

  it("needs the photo", async () => {
    expect(await problemOf(() => drawExplanation(explanation, { layout: "pair" }))).toBe(
      "RangeError: layout pair needs the photo that was explained",
    )
  })
})
