import { describe, expect, it } from "vitest"
import { blurFill } from "../../src/fills/blur.ts"
import { type FillOption, fillNames } from "../../src/fills/resolve-fill.ts"
import {
  type Classifier,
  type ExplainOptions,
  explain,
  featureMask,
  functionModel,
  grid,
  hideRegions,
  type Image,
  type Segmenter,
  slidingWindow,
} from "../../src/index.ts"

/** A picture in which no two pixels are alike. */
const photo: Image = {
  width: 13,
  height: 9,
  channels: 3,
  data: Uint8Array.from({ length: 13 * 9 * 3 }, (_, i) => (i * 89 + 13) % 256),
}

/** Explains the photo, and keeps every picture that the model was asked about. */
async function asked(options: ExplainOptions, model: Partial<Classifier> = {}) {
  const pictures: Image[] = []
  const classifier = functionModel((images) => {
    pictures.push(...images)
    return images.map(() => [0.5])
  }, model)
  return { explanation: await explain(classifier, photo, options), pictures }
}

/** To the bit: the same levels, in the same kind of array. */
const bitsOf = ({ width, height, channels, data }: Image) => ({
  ...{ width, height, channels, kind: data[Symbol.toStringTag] },
  levels: Array.from(data),
})

async function expectTheSamePictures(options: ExplainOptions, model?: Partial<Classifier>): Promise<void> {
  const { explanation, pictures } = await asked(options, model)
  const [untouched, ...variants] = pictures
  expect(variants).toHaveLength(explanation.regions.boxes.length)
  expect(bitsOf(hideRegions(photo, explanation, { hidden: [] }))).toEqual(bitsOf(untouched!))
  for (const [id, variant] of variants.entries())
    expect(bitsOf(hideRegions(photo, explanation, { hidden: [id] }))).toEqual(bitsOf(variant))
}

const fills: readonly FillOption[] = [...fillNames, "#804020", [0.5, 100.25, 255], blurFill({ sigma: 1.5 })]
const labels = Array.from({ length: 13 * 9 }, (_, i) => (i * i + Math.floor(i / 13)) % 4)
const layouts: Readonly<Record<string, Segmenter>> = {
  squares: grid({ rows: 2, columns: 3 }),
  windows: slidingWindow({ size: { width: 6, height: 4 }, stride: { width: 4, height: 3 } }),
  masks: featureMask(labels),
}

describe("hideRegions", () => {
  it.each(fills)("gives the pictures that the model was asked about, whatever hid them: %j", async (fill) => {
    await expectTheSamePictures({ regions: layouts.squares!, fill, seed: 3 })
  })

  it.each(Object.keys(layouts))(
    "gives the pictures that the model was asked about, whatever was hidden: %s",
    async (name) => {
      for (const fill of ["cell-mean", "noise"] as const) await expectTheSamePictures({ regions: layouts[name]!, fill })
    },
  )

  it.each([
    ["squash", "bilinear"],
    ["crop", "bicubic"],
    ["crop", "nearest"],
    ["pad", "lanczos"],
    ["pad", "box"],
  ] as const)("gives the pictures that the model was asked about, at its own size: %s, %s", async (fit, filter) => {
    const model = { inputSize: { width: 7, height: 8 }, resize: { fit, filter } }
    await expectTheSamePictures({ regions: grid(2), fill: "blur" }, model)
  })

  it("needs the seed for noise, which the record holds", async () => {
    const { explanation } = await asked({ regions: grid(2), fill: "noise", seed: 11 })
    const hidden = (seed: number): number[] =>
      bitsOf(hideRegions(photo, { ...explanation, seed }, { hidden: [0] })).levels
    expect(hidden(11)).not.toEqual(hidden(12))
  })

  it("hides several together, where windows overlap too", async () => {
    const { explanation, pictures } = await asked({
      regions: layouts.windows!,
      design: "all-but-one",
      fill: "cell-mean",
    })
    const all = explanation.regions.boxes.map((_, id) => id)
    const [, everything, ...alone] = pictures
    expect(bitsOf(hideRegions(photo, explanation, { hidden: all }))).toEqual(bitsOf(everything!))
    for (const [id, picture] of alone.entries()) {
      const hidden = all.filter((other) => other !== id)
      expect(bitsOf(hideRegions(photo, explanation, { hidden, shown: [id] }))).toEqual(bitsOf(picture))
      // Without being named, the shown window loses what it shares with its neighbours.
      expect(bitsOf(hideRegions(photo, explanation, { hidden }))).not.toEqual(bitsOf(picture))
    }
  })

  it("takes a fill of the caller's own, which the record cannot hold", async () => {
    const stripes: FillOption = (image, { box }) =>
      Float32Array.from({ length: box.width * box.height * image.channels }, (_, i) => (i % 2) * 255)
    const { explanation, pictures } = await asked({ regions: grid(2), fill: stripes })
    expect(bitsOf(hideRegions(photo, explanation, { hidden: [2], fill: stripes }))).toEqual(bitsOf(pictures[3]!))
    expect(() => hideRegions(photo, explanation, { hidden: [2] })).toThrow(
      "the fill custom is not one of cell-mean, cell-gray, image-mean, blur, noise, color: give the fill itself",
    )
  })

  it("leaves the picture that it was given as it was", async () => {
    const { explanation } = await asked({ regions: grid(2), fill: 0 })
    const before = Array.from(photo.data)
    hideRegions(photo, explanation, { hidden: [0, 1, 2, 3] })
    expect(Array.from(photo.data)).toEqual(before)
  })

  it("refuses regions that are not there and pictures of another size", async () => {
    const { explanation } = await asked({ regions: grid(2), fill: 0 })
    for (const id of [-1, 4, 0.5, Number.NaN]) {
      const message = `hidden and shown must be regions from 0 to 3, got ${id}`
      expect(() => hideRegions(photo, explanation, { hidden: [0, id] })).toThrow(new RangeError(message))
      expect(() => hideRegions(photo, explanation, { hidden: [0], shown: [id] })).toThrow(new RangeError(message))
    }
    const smaller: Image = { width: 9, height: 13, channels: 3, data: photo.data }
    expect(() => hideRegions(smaller, explanation, { hidden: [0] })).toThrow(
      new RangeError("expected the picture of 13 x 9 pixels that was explained, got 9 x 13"),
    )
  })
})
