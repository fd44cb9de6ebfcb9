import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { Resvg } from "@resvg/resvg-js"
import { describe, expect, it } from "vitest"
import { drawableText } from "../../src/node/pictures/fonts/drawable-text.ts"
import { svgToPng } from "../../src/node/pictures/svg-to-png.ts"
import { renderSvg } from "../../src/render/index.ts"
import { makeExplanation } from "../render/make-explanation.ts"
import { makeFont } from "./support/make-font.ts"
import { temporaryFolder } from "./support/temporary-folder.ts"

const packaged = {
  loadSystemFonts: false,
  fontFiles: ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((name) =>
    fileURLToPath(new URL(`../../assets/fonts/${name}`, import.meta.url)),
  ),
  defaultFontFamily: "DejaVu Sans",
  sansSerifFamily: "DejaVu Sans",
}

/** A font of squares with these letters, in a file. */
function fontOf(letters: readonly string[], width?: number): string {
  const file = join(temporaryFolder(), "squares.ttf")
  writeFileSync(file, makeFont({ family: "Squares", letters, ...(width === undefined ? {} : { width }) }))
  return file
}

const svgOf = (text: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="40" font-family="DejaVu Sans" font-size="20"><text y="20">${text}</text></svg>`

/** As if every letter were as wide as the font is high. */
const measure = (text: string) => [...text].length

/** What stands in a drawing in the end, with these fonts beside the packaged one, and whether it needs them. */
async function drawn(text: string, fontFiles: readonly string[] = []) {
  const { svg, fontFiles: used } = await drawableText(svgOf(text), {
    packaged: packaged.fontFiles[0]!,
    others: () => Promise.resolve(fontFiles),
    measure,
  })
  return { text: /<text[^>]*>(.*)<\/text>/.exec(svg)?.[1], isPackaged: used.length === 0 }
}

/** A text without the places of its parts, between which spaces go without saying. */
const plain = (text: string | undefined) => text?.replaceAll(/<.*?>/g, "").replaceAll(" ", "")

/** Whether a drawing holds the box that stands for a letter that no font has: a square, and another a little within it. */
function hasBox(svg: string, fontFiles: readonly string[] = []): boolean {
  const drawn = new Resvg(svg, { font: { ...packaged, fontFiles: [...packaged.fontFiles, ...fontFiles] } }).toString()
  const square = String.raw`M ([\d.-]+) [\d.-]+(?: L [\d.-]+ [\d.-]+){4} Z`
  return [...drawn.matchAll(new RegExp(`${square} (?=${square})`, "g"))].some(
    ([, outer, inner]) => Number(inner) - Number(outer) > 0 && Number(inner) - Number(outer) < 5,
  )
}

const scripts = {
  Chinese: "熊猫",
  Japanese: "パンダ",
  Korean: "판다",
  Devanagari: "पांडा",
  Bengali: "পান্ডা",
  Tamil: "பாண்டா",
  Thai: "แพนด้า",
  Ethiopic: "ፓንዳ",
  pictograms: "🐟🦉",
}

describe("a label in a script that the packaged font lacks", () => {
  it.each(Object.entries(scripts))(
    "%s: is a box where nothing is done, and never one in a picture",
    async (_, label) => {
      const text = `${label} (class 388), 94.0 %`
      expect(hasBox(svgOf(text))).toBe(true)
      expect(await drawn(text)).toEqual({ text: "class 388, 94.0 %", isPackaged: true })
    },
  )

  it.each(Object.entries(scripts))("%s: is drawn where another font has its letters", async (_, label) => {
    const font = fontOf([...new Set(label)])
    const text = `${label} (class 388)`
    const { svg, fontFiles } = await drawableText(svgOf(text), {
      packaged: packaged.fontFiles[0]!,
      others: () => Promise.resolve([font]),
      measure,
    })
    expect(plain(svg)).toBe(plain(text))
    expect(fontFiles).toEqual([font])
    expect(hasBox(svg, [font])).toBe(false)
  })

  it("keeps what can be drawn, and the number of the class", async () => {
    expect((await drawn("supports 熊猫 (class 388)")).text).toBe("supports class 388")
    expect((await drawn("the lead of 熊猫 (class 388) over 狗 (class 3)")).text).toBe(
      "the lead of class 388 over class 3",
    )
    expect((await drawn("大 熊猫 (class 388)")).text).toBe("class 388")
    expect((await drawn("dog狗 (class 3)")).text).toBe("dog? (class 3)")
    expect((await drawn("熊猫.jpg")).text).toBe("?.jpg")
    expect((await drawn("熊猫 (score function)")).text).toBe("score function")
  })

  it("takes from another font only what is lacking", async () => {
    expect((await drawn("cup 熊猫 (class 388)", [fontOf(["c", "u", "p", "熊", "猫"])])).text).toBe(
      // Three letters and a space, which DejaVu Sans makes 0.318 wide; two letters with a little room behind; a space.
      '<tspan x="0.000em">cup</tspan><tspan x="3.318em" font-family="&#39;Squares&#39;">熊猫</tspan><tspan x="5.696em">(class 388)</tspan>',
    )
    expect(plain((await drawn("熊猫 (class 388)", [fontOf(["猫"])])).text)).toBe("?猫(class388)")
  })

  it.each([
    ["start", "0.000em", "1.378em"],
    ["middle", "-1.689em", "-0.311em"],
    ["end", "-3.378em", "-2.000em"],
  ])("keeps the anchor %s of a text", async (anchor, first, second) => {
    const svg = svgOf("").replace(/<text.*text>/, `<text x="7" y="20" text-anchor="${anchor}">猫 ab</text>`)
    const found = await drawableText(svg, {
      packaged: packaged.fontFiles[0]!,
      others: () => Promise.resolve([fontOf(["猫"])]),
      measure,
    })
    expect(found.svg).toContain(
      `<g transform="translate(7)"><text y="20" text-anchor="start"><tspan x="${first}" font-family="&#39;Squares&#39;">猫</tspan><tspan x="${second}">ab</tspan></text></g>`,
    )
  })

  it("gives each syllable of Indic scripts a place of its own, and keeps joined letters together", async () => {
    const text = (await drawn("क्षिति", [fontOf(Array.from("क्षिति"), 0.5)])).text
    expect(text?.match(/>[^<]+</g)).toEqual([">क्षि<", ">ति<"])
  })

  it("takes the letters of one word from one font, where one has them all", async () => {
    const files = [fontOf(["熊"]), fontOf(["熊", "猫"]), fontOf(["猫"])]
    const { fontFiles } = await drawableText(svgOf("熊猫"), {
      packaged: packaged.fontFiles[0]!,
      others: () => Promise.resolve(files),
      measure,
    })
    expect(fontFiles).toEqual([files[1]])
  })

  it("takes a letter that is wider than its room for one that no font has", async () => {
    const label = "熊 (class 388)"
    expect(plain((await drawn(label, [fontOf(["熊"], 1.1)])).text)).toBe(plain(label))
    expect((await drawn(label, [fontOf(["熊"], 1.2)])).text).toBe("class 388")
  })

  it("passes over files that are no fonts", async () => {
    const file = join(temporaryFolder(), "broken.ttf")
    writeFileSync(file, "no font")
    expect((await drawn("熊 (class 388)", [file, join(temporaryFolder(), "absent.ttf")])).text).toBe("class 388")
  })
})

describe("a label that the packaged font has", () => {
  it.each(["espresso", "Käfer", "καφές", "кофе", "קפה", "قهوة", "ყავა", "≥ ☕ → ½"])(
    "%s: stays as it is and needs no other font",
    async (label) => {
      expect(await drawn(label, [fontOf(["猫", ...Array.from(label)])])).toEqual({ text: label, isPackaged: true })
    },
  )
})

describe("svgToPng", () => {
  it("gives the same bytes with and without other fonts where the packaged one has every letter", async () => {
    const svg = renderSvg(makeExplanation({ effects: [0.4, -0.2] }))
    const alone = await svgToPng(svg, { systemFonts: false })
    expect(await svgToPng(svg)).toEqual(alone)
    expect(await svgToPng(svg, { fontFiles: [fontOf(["猫", "e"])] })).toEqual(alone)
  })

  it("draws a Chinese label with the font that it is given", async () => {
    const svg = svgOf("猫 (class 3)")
    const without = await svgToPng(svg, { systemFonts: false })
    expect(await svgToPng(svg, { systemFonts: false, fontFiles: [fontOf(["猫"])] })).not.toEqual(without)
    expect(without).toEqual(await svgToPng(svgOf("class 3"), { systemFonts: false }))
  })
})
