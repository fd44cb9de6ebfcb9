import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { divergingColor, renderSvg } from "../../src/render/index.ts"
import type { Box, Explanation } from "../../src/types.ts"
import { gridRegions, makeExplanation, wobble } from "./make-explanation.ts"
import { all, num, parseSvg, type SvgNode } from "./parse-svg.ts"

const photo = { href: "data:image/png;base64,iVBORw0KGgo=" }
const draw = (explanation: Explanation, options: Parameters<typeof renderSvg>[1] = {}): SvgNode =>
  parseSvg(renderSvg(explanation, options))

/** The tinted squares, in the order of the regions. */
const squaresOf = (svg: SvgNode): readonly SvgNode[] =>
  all(svg, "rect").filter((rect) => rect.attributes.stroke === "#fff")
const stripesOf = (svg: SvgNode): readonly SvgNode[] =>
  all(map(svg)).filter((node) => node.attributes.fill?.startsWith("url(") === true)
const numbersOf = (svg: SvgNode): readonly SvgNode[] =>
  all(svg, "text").filter((text) => text.attributes.class === "numbers")
/** What is painted over the grey photo. */
const map = (svg: SvgNode): SvgNode => all(svg, "g").find((group) => "clip-path" in group.attributes)!
const panelOf = (svg: SvgNode): Rect => rectOf(all(all(svg, "clipPath")[0]!, "rect")[0]!)

interface Rect {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

function rectOf(node: SvgNode): Rect {
  const left = num(node, "x")
  const top = num(node, "y")
  return { left, top, right: left + num(node, "width"), bottom: top + num(node, "height") }
}

// Widths of DejaVu Sans's digits and signs, in parts of the font size, read from the font.
const widths: Readonly<Record<string, number>> = { "+": 0.838, "−": 0.838, ".": 0.318 }

/** The ink of a number: digits are 0.73 of the font size high. */
function inkOf(text: SvgNode): Rect {
  const size = num(text, "font-size")
  const width = [...text.text].reduce((sum, sign) => sum + (widths[sign] ?? 0.636), 0) * size
  const x = num(text, "x")
  return { left: x - width / 2, right: x + width / 2, top: num(text, "y") - 0.73 * size, bottom: num(text, "y") }
}

const inside = (a: Rect, b: Rect): boolean =>
  a.left >= b.left - 0.02 && a.right <= b.right + 0.02 && a.top >= b.top - 0.02 && a.bottom <= b.bottom + 0.02
const meet = (a: Rect, b: Rect): boolean =>
  a.left < b.right - 0.02 && b.left < a.right - 0.02 && a.top < b.bottom - 0.02 && b.top < a.bottom - 0.02

describe("the drawing", () => {
  const explanation = makeExplanation({ effects: [0.3, -0.2, 0, 0.05], rows: 2 })

  it("is one picture with a name and a description", () => {
    const svg = draw(explanation, { photo })
    expect(svg.attributes.role).toBe("img")
    const [title, desc] = [all(svg, "title")[0]!, all(svg, "desc")[0]!]
    expect(title.text).toBe("espresso, 94.1 %")
    expect(desc.text).toContain("Hiding the square at row 1, column 1 lowers espresso from 94.1 % to 64.1 %")
    expect(svg.attributes["aria-labelledby"]).toBe(`${title.attributes.id} ${desc.attributes.id}`)
  })

  it("shows the photo once in colour and once in grey, at its own shape", () => {
    const svg = draw(explanation, { photo })
    const [image] = all(svg, "image")
    expect(image?.attributes.href).toBe(photo.href)
    expect(num(image!, "width") / num(image!, "height")).toBeCloseTo(600 / 400, 3)
    expect(all(svg, "use").map((use) => use.attributes.href)).toEqual([`#${image?.attributes.id}`])
    expect(num(image!, "x") + num(all(svg, "use")[0]!, "x")).toBeCloseTo(panelOf(svg).left, 1)
  })

  it("does without a photo", () => expect(all(draw(explanation), "image")).toEqual([]))

  it("is the same text every time", () => expect(renderSvg(explanation)).toBe(renderSvg(structuredClone(explanation))))

  it("names its parts so that two drawings can stand in one page", () => {
    const ids = (one: Explanation): readonly string[] =>
      all(draw(one, { photo })).flatMap((node) => node.attributes.id ?? [])
    const [a, b] = [ids(explanation), ids(makeExplanation({ effects: [0.3, -0.2, 0, 0.06], rows: 2 }))]
    expect(new Set([...a, ...b]).size).toBe(a.length + b.length)
  })

  it("is as wide as asked, with the same drawing inside", () => {
    const small = draw(explanation, { width: 600 })
    const large = draw(explanation)
    expect(small.attributes.viewBox).toBe(large.attributes.viewBox)
    expect([num(small, "width"), num(large, "width")]).toEqual([600, 1200])
    expect(num(small, "height")).toBeCloseTo(num(large, "height") / 2, 1)
  })

  it("changes the page and not the map in the dark", () => {
    const dark = draw(explanation, { theme: "dark" })
    expect(all(map(dark))).toEqual(all(map(draw(explanation))))
    expect(all(dark, "rect").find((rect) => rect.attributes.width === "1200")?.attributes.fill).toBe("#17161c")
  })

  it("refuses numbers that are none, a missing effect, and photos that are not inside the file", () => {
    const wrong = (effects: readonly number[]): Explanation => ({ ...explanation, effects })
    expect(() => renderSvg(wrong([0.3, Number.NaN, 0, 0]))).toThrow("effects must be finite numbers, effect 1 is NaN")
    expect(() => renderSvg(wrong([0.3, 0, 0, Number.NEGATIVE_INFINITY]))).toThrow(RangeError)
    expect(() => renderSvg(wrong([0.3]))).toThrow("expected one effect for each of 4 regions, got 1")
    expect(() => renderSvg(explanation, { width: 0 })).toThrow("width must be from 200 to 8192 pixels, got 0")
    expect(() => renderSvg(explanation, { theme: "blue" as "dark" })).toThrow("theme must be light or dark, got blue")
    for (const href of [
      "https://example.org/a.png",
      "javascript:alert(1)",
      'data:image/png;base64,AA" onload="x',
      "data:image/svg+xml;base64,AA==",
    ])
      expect(() => renderSvg(explanation, { photo: { href } })).toThrow(RangeError)
  })
})

describe("numbers", () => {
  const shapes = {
    landscape: [600, 400],
    portrait: [240, 400],
    square: [512, 512],
    panorama: [900, 200],
    tower: [100, 500],
  } as const
  const grids = [4, 5, 8, 9, 12, 16, 20, 24, 32]

  it.each(Object.keys(shapes) as (keyof typeof shapes)[])(
    "never touch each other or leave their square on a %s",
    (shape) => {
      const [width, height] = shapes[shape]
      for (const n of grids)
        for (const [rows, columns] of [
          [n, n],
          [n, 6],
        ] as const)
          for (const scale of ["probability", "logit"] as const) {
            const effects = wobble(rows * columns).map((effect) => effect * (scale === "logit" ? 14 : 1))
            const svg = draw(
              makeExplanation({ effects, rows, scale, picture: { width, height }, seen: { width: 224, height: 224 } }),
            )
            const numbers = numbersOf(svg)
            const squares = squaresOf(svg).map(rectOf)
            const inks = numbers.map(inkOf)
            expect([0, rows * columns]).toContain(numbers.length)
            inks.forEach((ink, i) => {
              expect(inside(ink, squares[i]!)).toBe(true)
              expect(inside(ink, panelOf(svg))).toBe(true)
              expect(num(numbers[i]!, "font-size")).toBeGreaterThanOrEqual(8)
              for (const other of [inks[i + 1], inks[i + columns]])
                if (other !== undefined) expect(meet(ink, other)).toBe(false)
            })
          }
    },
  )

  it("carry a decimal where there is room, none where there is less, and give way to the legend where there is no room", () => {
    const texts = (n: number): readonly string[] =>
      numbersOf(
        draw(makeExplanation({ effects: Array(n * n).fill(0.123), rows: n, seen: { width: 224, height: 224 } })),
      ).map((number) => number.text)
    expect(texts(8)[0]).toBe("+12.3")
    expect(texts(18)[0]).toBe("+12")
    expect(texts(32)).toEqual([])
  })

  it("are readable over any photo: 4.5 : 1 at the least, stripes included", () => {
    const level = fc.integer({ min: 0, max: 255 })
    const effect = fc.double({ min: -1, max: 1, noNaN: true })
    fc.assert(
      fc.property(
        fc.array(effect, { minLength: 9, maxLength: 9 }),
        fc.tuple(level, level, level),
        (effects, colour) => {
          const svg = draw(makeExplanation({ effects, rows: 3 }), { photo })
          for (const photoColour of [colour, [0, 0, 0], [255, 255, 255]] as const)
            for (const number of numbersOf(svg))
              expect(worstContrast(svg, number, photoColour)).toBeGreaterThanOrEqual(4.5)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe("colours", () => {
  it("are symmetric around zero: opposite effects lie at opposite places of the scale, equally strong", () => {
    const [a, b, c, d] = squaresOf(draw(makeExplanation({ effects: [0.3, -0.3, 0.1, -0.1], rows: 2 })))
    const colour = (node: SvgNode | undefined): string | undefined => node?.attributes.fill
    expect(colour(a)).toBe(hex(divergingColor(1)))
    expect(colour(b)).toBe(hex(divergingColor(-1)))
    expect(colour(c)).toBe(hex(divergingColor(1 / 3)))
    expect(colour(d)).toBe(hex(divergingColor(-1 / 3)))
    expect(a?.attributes["fill-opacity"]).toBe(b?.attributes["fill-opacity"])
    expect(c?.attributes["fill-opacity"]).toBe(d?.attributes["fill-opacity"])
  })

  it("do not move when only the other sign is there", () => {
    const first = (effects: readonly number[]): string | undefined =>
      squaresOf(draw(makeExplanation({ effects })))[0]?.attributes.fill
    expect(first([0.2, 0.4])).toBe(first([0.2, -0.4]))
  })

  it("stay pale when no effect reaches a point", () => {
    const squares = squaresOf(draw(makeExplanation({ effects: [0.0099, -0.0099, 0.005, 0], rows: 2 })))
    for (const square of squares) {
      expect(num(square, "fill-opacity")).toBeLessThan(0.25)
      for (const level of levels(square)) expect(Math.abs(level - 247)).toBeLessThan(40)
    }
  })

  it("can be done without: what speaks against the answer is striped, what supports it never", () => {
    const svg = draw(makeExplanation({ effects: [0.3, -0.3, 0.02, -0.02], rows: 2 }))
    const squares = squaresOf(svg).map(rectOf)
    const striped = stripesOf(svg).map(rectOf)
    expect(striped).toEqual([squares[1], squares[3]])
    expect(numbersOf(svg).map((number) => number.text)).toEqual(["+30.0", "−30.0", "+2.0", "−2.0"])
  })

  it("are explained by a legend with the end of the scale and the range that was measured", () => {
    const words = (effects: readonly number[]): readonly string[] =>
      all(draw(makeExplanation({ effects })), "text").map(({ text }) => text)
    expect(words([0.329, -0.014])).toEqual(
      expect.arrayContaining(["−32.9", "0", "+32.9", "measured: −1.4 to +32.9 points"]),
    )
    expect(words([0.004, -0.001])).toEqual(
      expect.arrayContaining(["−5.0", "0", "+5.0", "measured: −0.1 to +0.4 points"]),
    )
    expect(words([0.3])).toEqual(
      expect.arrayContaining(["+ supports: hiding lowers the score", "− against: hiding raises the score"]),
    )
  })
})

describe("the map", () => {
  const quarters = (source: Box): readonly Rect[] =>
    squaresOf(draw(makeExplanation({ effects: [0.3, 0.1, 0.1, 0.1], rows: 2, source }))).map(rectOf)

  it("fills the picture where the model was given all of it", () => {
    const svg = draw(makeExplanation({ effects: [0.3, 0.1, 0.1, 0.1], rows: 2 }))
    const { left, top, right, bottom } = panelOf(svg)
    expect(squaresOf(svg).map(rectOf)[0]).toEqual({
      left,
      top,
      right: (left + right) / 2,
      bottom: closeTo((top + bottom) / 2),
    })
    expect(squaresOf(svg).map(rectOf)[3]).toMatchObject({ right, bottom: closeTo(bottom) })
  })

  it("covers only the part that was cut out for the model, and fades the rest", () => {
    const source = { left: 100, top: 0, width: 400, height: 400 }
    const svg = draw(makeExplanation({ effects: [0.3, 0.1, 0.1, 0.1], rows: 2, source }))
    const panel = panelOf(svg)
    const scale = (panel.right - panel.left) / 600
    expect(quarters(source)[0]?.left).toBeCloseTo(panel.left + 100 * scale, 1)
    expect(quarters(source)[1]?.right).toBeCloseTo(panel.left + 500 * scale, 1)
    expect(all(svg, "path").some((path) => path.attributes["fill-rule"] === "evenodd")).toBe(true)
  })

  it("ends at the picture where padding reached beyond it", () => {
    const svg = draw(
      makeExplanation({ effects: wobble(64), rows: 8, source: { left: 0, top: -100, width: 600, height: 600 } }),
    )
    const panel = panelOf(svg)
    for (const square of squaresOf(svg)) expect(inside(rectOf(square), panel)).toBe(true)
    // Rows are 75 pixels high: the first ends 25 above the picture, the last begins 25 below it.
    expect(squaresOf(svg)).toHaveLength(6 * 8)
    for (const number of numbersOf(svg)) expect(inside(inkOf(number), panel)).toBe(true)
  })

  it("leaves out a number that the picture's edge would cut", () => {
    // Rows are 75 pixels high; of the second one, 5 are inside of the picture.
    const source = { left: 0, top: -145, width: 600, height: 600 }
    const svg = draw(makeExplanation({ effects: wobble(64), rows: 8, source }))
    expect(squaresOf(svg)).toHaveLength(7 * 8)
    expect(numbersOf(svg)).toHaveLength(6 * 8)
    for (const number of numbersOf(svg)) expect(inside(inkOf(number), panelOf(svg))).toBe(true)
  })

  it("frames the strongest square, and none where nothing moves", () => {
    const frames = (effects: readonly number[]): readonly SvgNode[] => {
      const svg = draw(makeExplanation({ effects, rows: 2 }))
      return all(map(svg), "rect").filter((rect) => rect.attributes.fill === "none")
    }
    const [frame] = frames([0, 0, -0.3, 0.1])
    const square = squaresOf(draw(makeExplanation({ effects: [0, 0, -0.3, 0.1], rows: 2 })))[2]!
    expect(inside(rectOf(frame!), rectOf(square))).toBe(true)
    expect(frames([0, 0, -0.003, 0.001])).toEqual([])
  })

  it("shows overlapping windows as the mean per pixel", () => {
    // Two windows of 2 x 1 on 3 pixels: 0.4 where only the first lies, 0.1 where both do, -0.2 where only the second does.
    const boxes = [0, 1].map((left) => ({ left, top: 0, width: 2, height: 1 }))
    const layout = { kind: "window", rows: 1, columns: 2, window: boxes[0]!, stride: { width: 1, height: 1 } } as const
    const explanation = makeExplanation({
      effects: [0.4, -0.2],
      regions: { layout, boxes },
      seen: { width: 3, height: 1 },
      picture: { width: 300, height: 100 },
    })
    const svg = draw(explanation)
    const paths = all(map(svg), "path").filter((path) => path.attributes.fill?.startsWith("#"))
    expect(paths.map((path) => path.attributes.fill)).toEqual([-0.5, 0.25, 1].map((at) => hex(divergingColor(at))))
    const { left, right } = panelOf(svg)
    const third = (right - left) / 3
    paths.forEach((path, i) => {
      const [x = "", end = ""] = /^M([\d.]+) [\d.]+H([\d.]+)V/.exec(path.attributes.d!)!.slice(1)
      expect(Number(x)).toBeCloseTo(left + (2 - i) * third, 1)
      expect(Number(end)).toBeCloseTo(left + (3 - i) * third, 1)
    })
    expect(stripesOf(svg).map((path) => path.attributes.d)).toEqual([paths[0]?.attributes.d])
    expect(all(svg, "text").map(({ text }) => text)).toContain("measured: −20.0 to +40.0 points")
  })

  it("joins pixels of one mask region, and stays small for the raggedest masks", () => {
    const size = { width: 300, height: 300 }
    const two = makeExplanation({
      effects: [0.2, -0.1],
      regions: { layout: { kind: "mask" }, boxes: gridRegions(2, 1, size).boxes, runs: [0, 45000, 1, 45000] },
      seen: size,
    })
    expect(all(map(draw(two)), "path").map((path) => path.attributes.d?.match(/M/g)?.length)).toEqual([1, 1, 1])
    const count = 2000
    const ragged = makeExplanation({
      effects: wobble(count),
      regions: {
        layout: { kind: "mask" },
        boxes: gridRegions(count, 1, { width: 300, height: 4000 }).boxes,
        runs: Array.from({ length: 90000 }, (_, i) => [(i * 7919) % count, 1]).flat(),
      },
      seen: size,
    })
    expect(renderSvg(ragged).length).toBeLessThan(1_000_000)
  })
})

describe("text from outside", () => {
  const hostile = `</text><script>alert(1)</script>"'&amp; \u0000\u0008\u001b[2J\u202eecnalg\u2066\ud800 ]]> <!-- ${"W".repeat(300)}`

  it("is escaped, stripped and kept on the page", () => {
    const explanation = makeExplanation({
      effects: [0.3, -0.2],
      label: hostile,
      model: hostile,
      top: [{ index: 1, label: hostile, score: 0.5 }],
    })
    const written = renderSvg(explanation, { photo })
    const svg = parseSvg(written)
    expect(new Set(all(svg).map((node) => node.name))).not.toContain("script")
    expect(written.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\ufffe\uffff]/u)
    expect(all(svg, "title")[0]!.text).toContain(`</text><script>alert(1)</script>"'&amp;`)
    for (const text of all(svg, "text")) {
      // W is as wide as 0.99 of the font size: the widest letter of the label.
      const width = [...text.text].filter((letter) => letter === "W").length * 0.989 * num(text, "font-size")
      expect(num(text, "x") + width).toBeLessThanOrEqual(1200)
    }
  })

  it("never makes two drawings out of one", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (label) => {
        const svg = draw(makeExplanation({ effects: [0.3, -0.2], label }))
        expect(svg.children.filter(({ name }) => name === "title")).toHaveLength(1)
      }),
      { numRuns: 200 },
    )
  })
})

const closeTo = (value: number): number => expect.closeTo(value, 1) as number
const hex = (colour: readonly number[]): string =>
  `#${colour.map((level) => level.toString(16).padStart(2, "0")).join("")}`
const levels = (node: SvgNode): readonly number[] =>
  [1, 3, 5].map((i) => Number.parseInt(node.attributes.fill!.slice(i, i + 2), 16))

/** The least contrast between a number and what is really under it: the grey photo, the tint, stripes or the gap between them, the plate. */
function worstContrast(svg: SvgNode, text: SvgNode, photoColour: readonly number[]): number {
  const ink = inkOf(text)
  const [r = 0, g = 0, b = 0] = photoColour
  const transfer = all(svg, "feFuncR")[0]!
  const grey = (0.213 * r + 0.715 * g + 0.072 * b) * num(transfer, "slope") + 255 * num(transfer, "intercept")
  let under: readonly (readonly number[])[] = [[grey, grey, grey]]
  for (const node of all(map(svg))) {
    if (node === text) break
    if (node.name !== "rect" || node.attributes.fill === "none" || !meet(rectOf(node), ink)) continue
    expect(inside(ink, rectOf(node))).toBe(true)
    const opacity = num(node, "fill-opacity")
    if (node.attributes.fill?.startsWith("url(")) {
      const line = all(all(svg, "pattern")[0]!, "rect")[0]!
      under = [...under, ...under.map((colour) => mix(colour, levels(line), opacity * num(line, "fill-opacity")))]
    } else under = under.map((colour) => mix(colour, levels(node), opacity))
  }
  const ownInk = luminance(levels({ ...text, attributes: { fill: text.attributes.fill!.replace("#000", "#000000") } }))
  return Math.min(
    ...under.map((colour) => {
      const [light, dark] = [luminance(colour), ownInk].sort((x, y) => y - x) as [number, number]
      return (light + 0.05) / (dark + 0.05)
    }),
  )
}

const mix = (under: readonly number[], over: readonly number[], opacity: number): readonly number[] =>
  under.map((level, i) => level * (1 - opacity) + over[i]! * opacity)

/** Relative luminance of WCAG 2.2. */
function luminance(colour: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = colour.map((level) => {
    const share = level / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
