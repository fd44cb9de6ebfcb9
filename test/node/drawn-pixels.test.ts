import fc from "fast-check"
import sharp from "sharp"
import { beforeAll, describe, expect, inject, it } from "vitest"
import { imageToPng } from "../../src/node/pictures/image-to-png.ts"
import { svgToPng } from "../../src/node/pictures/svg-to-png.ts"
import { random } from "../../src/random.ts"
import { extent } from "../../src/render/color/extent.ts"
import { plainText, renderSvg } from "../../src/render/index.ts"
import { anySingle, photo } from "../render/any-drawing.ts"
import { contrast } from "../render/contrast.ts"
import { makeExplanation } from "../render/make-explanation.ts"
import { parseSvg, type SvgNode } from "../render/parse-svg.ts"
import { boxOf, inside, numbersOf, type Rect, textsOf } from "../render/text-boxes.ts"

type Colour = readonly [red: number, green: number, blue: number]

/** A part of a drawing as pixels. */
interface Drawn {
  /** All pixels in a box of the drawing, and none that it only touches. */
  in(box: Rect): readonly Colour[]
}

/** What a renderer paints of a part of a drawing, at twice its size. */
async function pixelsOf(svg: string, part: Rect): Promise<Drawn> {
  const [width, height] = [Math.ceil(part.right - part.left), Math.ceil(part.bottom - part.top)]
  const view = `width="${2 * width}" height="${2 * height}" viewBox="${part.left} ${part.top} ${width} ${height}"`
  const png = await svgToPng(svg.replace(/width="[^"]*" height="[^"]*" viewBox="[^"]*"/, view))
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  expect([info.width, info.height]).toEqual([2 * width, 2 * height])
  return {
    in({ left, top, right, bottom }) {
      const found: Colour[] = []
      for (let y = Math.ceil(2 * (top - part.top)); y < Math.floor(2 * (bottom - part.top)); y++)
        for (let x = Math.ceil(2 * (left - part.left)); x < Math.floor(2 * (right - part.left)); x++) {
          const i = 3 * (y * info.width + x)
          found.push([data[i]!, data[i + 1]!, data[i + 2]!])
        }
      return found
    },
  }
}

const black: Colour = [0, 0, 0]
const white: Colour = [255, 255, 255]
const withoutNumbers = (svg: string): string =>
  svg.replace(/<g class="numbers".*?<\/g>/gs, (group) => group.replace(/<text.*?<\/text>/gs, ""))

/** A photo of random pixels, of all black and of all white ones. */
async function photos(): Promise<readonly string[]> {
  const side = 64
  const next = random(inject("seed"))
  const levels: readonly (() => number)[] = [() => 255 * next(), () => 0, () => 255]
  return await Promise.all(
    levels.map(async (level) => {
      const data = Uint8Array.from({ length: 3 * side * side }, level)
      const png = await imageToPng({ width: side, height: side, channels: 3, data })
      return `data:image/png;base64,${Buffer.from(png).toString("base64")}`
    }),
  )
}

describe("what a renderer paints under the numbers of 60 random drawings or more", () => {
  /** The least contrast to black under any black number, and the least between any white number and its edge. */
  const found = { drawings: 0, numbers: 0, under: 21, ink: 21, white: 21 }

  beforeAll(async () => {
    const hrefs = await photos()
    const next = random(inject("seed"))
    while (found.drawings < 60 || found.numbers <= 300)
      for (const { svg } of fc.sample(anySingle, { numRuns: 5, seed: Math.floor(2 ** 31 * next()) })) {
        const numbers = numbersOf(parseSvg(svg))
        const middle = numbers[Math.floor(numbers.length * next())]
        if (middle === undefined) continue
        const part = around(boxOf(middle), 110)
        const shown = svg.replaceAll(photo.href, hrefs[found.drawings % hrefs.length]!)
        const [full, bare] = [await pixelsOf(shown, part), await pixelsOf(withoutNumbers(shown), part)]
        const seen = numbers.filter((number) => inside(boxOf(number), part))
        for (const number of seen) look(number, full, bare)
        found.drawings++
        found.numbers += seen.length
      }
  }, 600_000)

  function look(number: SvgNode, full: Drawn, bare: Drawn): void {
    const box = boxOf(number)
    if (number.attributes.fill === "#fff") {
      found.white = Math.min(found.white, range(full.in(box)))
      return
    }
    found.under = Math.min(found.under, extent(bare.in(box).map((colour) => contrast(colour, black))).least)
    found.ink = Math.min(found.ink, range(full.in(box)))
  }

  it("has 4.5 : 1 to black in every pixel", () => {
    expect(found.drawings).toBeGreaterThanOrEqual(60)
    expect(found.numbers).toBeGreaterThan(300)
    // Levels are rounded to whole numbers several times.
    expect(found.under).toBeGreaterThanOrEqual(4.45)
  })

  it("is really written on: each number has strokes that stand out by as much", () => {
    expect(found.ink).toBeGreaterThanOrEqual(4.45)
    expect(found.white).toBeGreaterThanOrEqual(4.5)
  })
})

describe("pictures of any shape", () => {
  it.each([
    [1, 1],
    [20_000, 1],
    [1, 20_000],
    [16_000, 3],
  ])("are drawn as a PNG, of %d x %d pixels too", async (width, height) => {
    const explanation = makeExplanation({ effects: [0.3, Number.NaN, -0.2, 0.01], rows: 2, picture: { width, height } })
    for (const layout of ["beside", "alone", "overlay"] as const)
      for (const drawn of [200, 1500]) {
        const png = await svgToPng(renderSvg(explanation, { layout, photo, width: drawn }))
        expect((await sharp(png).metadata()).width).toBe(drawn)
      }
  })
})

/** The contrast between the lightest and the darkest pixel. */
function range(colours: readonly Colour[]): number {
  const { least, most } = extent(colours.map((colour) => contrast(colour, black)))
  return most / least
}

function around({ left, top, right, bottom }: Rect, space: number): Rect {
  return { left: left - space, top: top - space, right: right + space, bottom: bottom + space }
}

describe("words in a PNG, which knows no font but its own", () => {
  it("are all there, in every layout", async () => {
    for (const layout of ["alone", "overlay"] as const) {
      const svg = renderSvg(makeExplanation({ effects: [0.3, -0.2, 0.1, 0], rows: 2 }), { layout })
      const drawn = await pixelsOf(svg, pageOf(svg))
      for (const text of textsOf(parseSvg(svg))) expect(range(drawn.in(boxOf(text))), text.text).toBeGreaterThan(3)
    }
  })

  it.each(["埃及猫", "एक बिल्ली", "한국 고양이", "แมว", "𓃠𓃠", "قطة مصرية", "ქართული", "😀🐱", "\u{10fffd}\u0378"])(
    "never vanish: %s is in its letters, or in boxes that stand for them",
    async (label) => {
      const svg = renderSvg(makeExplanation({ effects: [0.3], label }), { layout: "alone" })
      const drawn = await pixelsOf(svg, pageOf(svg))
      const [title] = textsOf(parseSvg(svg))
      expect(title?.text).toContain(label)
      const box = boxOf(title!)
      const size = Number(title!.attributes["font-size"])
      // The first letters, and the number of the class or the score behind them, which is always legible.
      expect(inkIn(drawn, { ...box, right: box.left + size })).toBeGreaterThan(0.03)
    },
  )

  it("never vanish, whatever letter or sign of Unicode it is", async () => {
    const letters = fc
      .sample(fc.string({ unit: "binary", minLength: 1, maxLength: 1 }), 6000)
      .filter((letter) => /[\p{L}\p{N}\p{S}\p{P}]/u.test(letter) && plainText(letter) === letter)
    const known = [...new Set([...Array.from("aé−Щس猫बแ한😀𓃠𝄞"), ...letters])]
      .filter((letter) => !blank.has(letter))
      .slice(0, 400)
    expect(known.length).toBe(400)
    const texts = known.map((letter, i) => {
      const escaped = letter.replace(/[&<]/, (sign) => `&#${sign.codePointAt(0)};`)
      return `<text x="${40 * (i % 20) + 8}" y="${40 * Math.floor(i / 20) + 28}" font-size="20">${escaped}</text>`
    })
    const open = '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="800" viewBox="0 0 800 800">'
    const svg = `${open}<rect width="800" height="800" fill="#fff"/>${texts.join("")}</svg>`
    const drawn = await pixelsOf(svg, pageOf(svg))
    const vanished = known.filter((_, i) => {
      const [left, top] = [40 * (i % 20), 40 * Math.floor(i / 20)]
      return inkIn(drawn, { left, top, right: left + 40, bottom: top + 40 }) === 0
    })
    expect(vanished.map((letter) => letter.codePointAt(0)!.toString(16))).toEqual([])
  })
})

function pageOf(svg: string): Rect {
  const [, , right = 0, bottom = 0] = parseSvg(svg).attributes.viewBox!.split(" ").map(Number)
  return { left: 0, top: 0, right, bottom }
}

/** Signs that are blank by their nature: the Braille pattern without dots. */
const blank: ReadonlySet<string> = new Set(["\u2800"])

/** The share of a box that is not paper. */
function inkIn(drawn: Drawn, box: Rect): number {
  const colours = drawn.in(box)
  return colours.filter((colour) => contrast(colour, white) > 1.5).length / colours.length
}
