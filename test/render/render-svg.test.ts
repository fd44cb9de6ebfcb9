import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Explanation } from "../../src/explanation.ts"
import { divergingColor, type RenderSvgOptions, renderSvg } from "../../src/render/index.ts"
import { withEvidence } from "./make-evidence.ts"
import { gridRegions, makeExplanation, withFront, wobble } from "./make-explanation.ts"
import { all, num, parseSvg, type SvgNode } from "./parse-svg.ts"
import { boxOf, inside, meet, numbersOf, type Rect, rectOf } from "./text-boxes.ts"

const photo = { href: "data:image/png;base64,iVBORw0KGgo=" }
const draw = (explanation: Explanation, options: RenderSvgOptions = {}): SvgNode =>
  parseSvg(renderSvg(explanation, options))

/** What is painted over the grey photo. */
const marksOf = (svg: SvgNode): SvgNode => all(svg, "g").find(({ attributes }) => attributes.class === "marks")!
/** The tinted squares, in the order of the regions. */
const squaresOf = (svg: SvgNode): readonly SvgNode[] =>
  all(svg, "rect").filter(({ attributes }) => attributes.class === "cells")
const classOf = (svg: SvgNode, name: string): readonly SvgNode[] =>
  all(svg).filter(({ attributes, name: tag }) => attributes.class === name && tag !== "g")
const panelOf = (svg: SvgNode): Rect => rectOf(all(all(svg, "clipPath")[0]!, "rect")[0]!)
const wordsOf = (svg: SvgNode): readonly string[] => all(svg, "text").map(({ text }) => text)

describe("the drawing", () => {
  const explanation = makeExplanation({ effects: [0.3, -0.2, 0, 0.05], rows: 2 })

  it("keeps the score in its title, however long the label is", () => {
    const label = "a very long name that nobody would give to a class of pictures, but somebody did"
    const svg = draw(makeExplanation({ effects: [0.3], label, picture: { width: 300, height: 400 } }), {
      photo,
      layout: "overlay",
    })
    expect(wordsOf(svg)).toContainEqual(expect.stringMatching(/^a very long.*…, 94\.1 %$/))
  })

  it("is one picture with a name and a description", () => {
    const svg = draw(explanation, { photo })
    expect(svg.attributes.role).toBe("img")
    const [title, desc] = [all(svg, "title")[0]!, all(svg, "desc")[0]!]
    expect(title.text).toBe("espresso, 94.1 %")
    expect(desc.text).toContain("Hiding the square at row 1, column 1 lowers espresso from 94.1 % to 64.1 %")
    expect(svg.attributes["aria-labelledby"]).toBe(`${title.attributes.id} ${desc.attributes.id}`)
  })

  it("shows the photo once in colour and once in grey, from the same data, at its own shape", () => {
    const svg = draw(explanation, { photo })
    const [image, ...others] = all(svg, "image")
    expect(others).toEqual([])
    expect(image?.attributes.href).toBe(photo.href)
    expect(num(image!, "width") / num(image!, "height")).toBeCloseTo(600 / 400, 3)
    const uses = all(svg, "use")
    expect(uses.map(({ attributes }) => attributes.href)).toEqual([
      `#${image?.attributes.id}`,
      `#${image?.attributes.id}`,
    ])
    const [colour, grey] = uses as [SvgNode, SvgNode]
    expect(num(grey, "x")).toBeCloseTo(panelOf(svg).left, 1)
    expect(num(colour, "x") + num(image!, "width")).toBeLessThan(num(grey, "x"))
    const greys = all(svg, "g").filter(({ attributes }) => "filter" in attributes)
    expect(greys.flatMap((group) => all(group, "use"))).toEqual([grey])
  })

  it("shows a very wide photo above its map", () => {
    const svg = draw(makeExplanation({ effects: [0.3], picture: { width: 900, height: 200 } }), { photo })
    const [colour] = all(svg, "image").filter(({ attributes }) => "id" in attributes)
    expect(num(all(svg, "use")[0]!, "y") + num(colour!, "height")).toBeLessThan(panelOf(svg).top)
    expect(panelOf(svg).right - panelOf(svg).left).toBeGreaterThan(900)
  })

  it("draws the map alone where there is no photo to stand beside it", () => {
    expect(all(draw(explanation), "image")).toEqual([])
    expect(renderSvg(explanation)).toBe(renderSvg(explanation, { layout: "alone" }))
  })

  it("leaves out the photo in colour where the map stands alone", () => {
    const svg = draw(explanation, { photo, layout: "alone" })
    expect(all(svg, "image")).toHaveLength(1)
    expect(rectOf(all(svg, "image")[0]!)).toEqual(panelOf(svg))
    expect(wordsOf(svg)).not.toContain("The picture")
  })

  it("lays a map over the whole width, with the answer and the legend below it", () => {
    const svg = draw(explanation, { photo, layout: "overlay" })
    expect(panelOf(svg)).toEqual({ left: 0, top: 0, right: 600, bottom: 400 })
    expect(svg.attributes.viewBox).toMatch(/^0 0 600 /)
    const words = all(svg, "text").filter(({ attributes }) => attributes.class !== "numbers")
    for (const text of words) expect(boxOf(text).top).toBeGreaterThan(400)
    expect(words.map(({ text }) => text)).toEqual(expect.arrayContaining(["espresso, 94.1 %", "+30.0", "0 points"]))
  })

  it("sets a tower in the middle of a page that holds the legend, and never draws a page of miles", () => {
    const svg = draw(makeExplanation({ effects: [0.3], picture: { width: 1, height: 1000 } }), { layout: "overlay" })
    const [, , width = 0, height = 0] = svg.attributes.viewBox!.split(" ").map(Number)
    expect(width).toBe(460)
    expect(height).toBeLessThan(2000)
    expect((panelOf(svg).left + panelOf(svg).right) / 2).toBeCloseTo(230, 1)
  })

  it("is the same text every time", () => expect(renderSvg(explanation)).toBe(renderSvg(structuredClone(explanation))))

  it("names its parts so that two drawings can stand in one page", () => {
    const ids = (one: Explanation): readonly string[] =>
      all(draw(one, { photo })).flatMap((node) => node.attributes.id ?? [])
    const [a, b] = [ids(explanation), ids(makeExplanation({ effects: [0.3, -0.2, 0, 0.06], rows: 2 }))]
    expect(new Set([...a, ...b]).size).toBe(a.length + b.length)
  })

  it("is as wide as asked: a slide is made larger, and for a phone all is set anew", () => {
    const slide = draw(explanation, { photo })
    expect(slide.attributes.viewBox).toBe("0 0 1600 900")
    const large = draw(explanation, { photo, width: 3200 })
    expect([num(large, "width"), num(large, "height"), large.attributes.viewBox]).toEqual([3200, 1800, "0 0 1600 900"])
    const phone = draw(explanation, { photo, width: 380 })
    expect(phone.attributes.viewBox).toMatch(/^0 0 380 /)
    for (const text of all(phone, "text")) expect(num(text, "font-size")).toBeGreaterThanOrEqual(12)
  })

  it("changes the page and not the map in the dark", () => {
    const [dark, light] = [draw(explanation, { theme: "dark" }), draw(explanation)]
    expect(all(marksOf(dark))).toEqual(all(marksOf(light)))
    const paper = (svg: SvgNode): string | undefined => classOf(svg, "paper")[0]?.attributes.fill
    expect([paper(light), paper(dark)]).toEqual(["#ffffff", "#17161c"])
  })

  it("refuses a missing effect, names that nobody knows, and widths that cannot be", () => {
    expect(() => renderSvg(withFront(explanation, { effects: [0.3] }))).toThrow(
      new RangeError("expected one effect for each of 4 regions, got 1"),
    )
    const wrong = (options: object) => () => renderSvg(explanation, options)
    expect(wrong({ layout: "pair" })).toThrow(
      new RangeError("layout must be beside or alone or overlay or map, got pair"),
    )
    expect(wrong({ layout: "toString" })).toThrow(RangeError)
    expect(wrong({ theme: "sepia" })).toThrow(new RangeError("theme must be light or dark, got sepia"))
    expect(wrong({ palette: "jet" })).toThrow(new RangeError("palette must be PuOr or RdBu or BrBG, got jet"))
    expect(wrong({ style: "old" })).toThrow(new RangeError("style must be points or original, got old"))
    expect(wrong({ map: "bumpy" })).toThrow(new RangeError("map must be exact or smooth, got bumpy"))
    for (const width of [199, 8193, Number.NaN, Number.POSITIVE_INFINITY])
      expect(wrong({ width })).toThrow(new RangeError(`width must be from 200 to 8192 pixels, got ${width}`))
  })

  it.each([
    "https://example.org/a.png",
    "javascript:alert(1)",
    'data:image/png;base64,AA" onload="x',
    "data:image/svg+xml;base64,AA==",
    "",
  ])("refuses a photo that is not inside of the file: %j", (href) => {
    expect(() => renderSvg(explanation, { photo: { href } })).toThrow(
      new RangeError(`photo must be a data:image/png or data:image/jpeg address, got ${href.slice(0, 40)}`),
    )
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
              { photo },
            )
            const numbers = numbersOf(svg)
            const squares = squaresOf(svg).map(rectOf)
            const inks = numbers.map(boxOf)
            // Those that round to nothing may be left out.
            const silent = effects.filter((effect) => Math.abs(scale === "logit" ? effect : 100 * effect) < 0.5).length
            expect(numbers.length === 0 || numbers.length >= rows * columns - silent).toBe(true)
            inks.forEach((ink, i) => {
              expect(squares.filter((square) => inside(ink, square))).toHaveLength(1)
              expect(inside(ink, panelOf(svg))).toBe(true)
              expect(num(numbers[i]!, "font-size")).toBeGreaterThanOrEqual(12)
              expect(inks.slice(i + 1).filter((other) => meet(ink, other))).toEqual([])
            })
          }
    },
  )

  it("stand in the square that they belong to", () => {
    const svg = draw(makeExplanation({ effects: [0.3, -0.2, 0.01, 0.05], rows: 2 }))
    const squares = squaresOf(svg).map(rectOf)
    for (const number of numbersOf(svg)) {
      const index = ["+30.0", "−20.0", "+1.0", "+5.0"].indexOf(number.text)
      expect(inside(boxOf(number), squares[index]!)).toBe(true)
    }
    expect(numbersOf(svg)).toHaveLength(4)
  })

  it("carry a decimal where there is room, none where there is less, and leave the colour alone where there is no room", () => {
    const texts = (n: number): readonly string[] => {
      const record = makeExplanation({ effects: Array(n * n).fill(0.123), rows: n, seen: { width: 224, height: 224 } })
      return numbersOf(draw(record, { photo })).map((number) => number.text)
    }
    expect(texts(8)[0]).toBe("+12.3")
    expect(texts(16)[0]).toBe("+12")
    expect(texts(32)).toEqual([])
  })

  it("are left out where they are not wanted, and nothing else is", () => {
    const record = makeExplanation({ effects: [0.3, -0.2, 0.01, 0.05], rows: 2 })
    for (const style of ["points", "original"] as const) {
      const [on, off] = [draw(record, { style }), draw(record, { style, numbers: false })]
      expect(numbersOf(off)).toEqual([])
      expect(squaresOf(off).map(rectOf)).toEqual(squaresOf(on).map(rectOf))
    }
  })

  it("say less than one where a measured effect rounds to nothing", () => {
    const record = makeExplanation({
      effects: Array.from({ length: 169 }, (_, i) => (i === 84 ? 0.3 : 0.001)),
      rows: 13,
    })
    const svg = draw(withEvidence(record, { half: 0.0001, floor: 0.0001 }), { photo })
    expect(numbersOf(svg).filter(({ text }) => text === "<1")).toHaveLength(168)
  })

  it("without decimals leave out zeros, which would hide the others", () => {
    const effects = Array.from({ length: 256 }, (_, i) => (i === 84 ? 0.3 : 0.001))
    const svg = draw(makeExplanation({ effects, rows: 16, seen: { width: 224, height: 224 } }), { photo })
    expect(numbersOf(svg).map(({ text }) => text)).toEqual(["+30"])
    expect(squaresOf(svg)).toHaveLength(256)
  })
})

describe("rows and columns", () => {
  const edgesOf = (n: number, wanted: object = {}): readonly SvgNode[] =>
    all(
      draw(makeExplanation({ effects: wobble(n * n), rows: n, seen: { width: 224, height: 224 }, ...wanted })),
      "text",
    ).filter(({ attributes }) => attributes.class === "edges")

  it("are numbered from 1 along the upper and the left edge", () => {
    const edges = edgesOf(4)
    const above = edges.filter(({ attributes }) => attributes["text-anchor"] === "middle")
    const beside = edges.filter(({ attributes }) => attributes["text-anchor"] === "end")
    expect(above.map(({ text }) => text)).toEqual(["1", "2", "3", "4"])
    expect(beside.map(({ text }) => text)).toEqual(["1", "2", "3", "4"])
    expect(new Set(above.map((text) => num(text, "y"))).size).toBe(1)
    expect(new Set(beside.map((text) => num(text, "x"))).size).toBe(1)
  })

  it("stand at the middle of their squares, the last one larger than the others too", () => {
    // 7 squares of 32 in 231: the last one takes 39.
    const svg = draw(
      makeExplanation({ effects: wobble(7), seen: { width: 231, height: 231 }, picture: { width: 231, height: 231 } }),
    )
    const squares = squaresOf(svg).map(rectOf)
    const above = all(svg, "text").filter(
      ({ attributes }) => attributes.class === "edges" && attributes["text-anchor"] === "middle",
    )
    expect(above).toHaveLength(7)
    expect(above.map((text) => num(text, "x"))).toEqual(squares.map(({ left, right }) => closeTo((left + right) / 2)))
  })

  it("skip some where squares are small, and never touch", () => {
    const edges = edgesOf(64)
    expect(edges.slice(0, 2).map(({ text }) => text)).toEqual(["1", "3"])
    expect(edges.length).toBeLessThan(128)
    const boxes = edges.map(boxOf)
    boxes.forEach((box, i) => {
      for (const other of boxes.slice(i + 1)) expect(meet(box, other)).toBe(false)
    })
  })

  it("leave out squares that lie outside of the picture", () => {
    // Of 8 columns of 75 pixels, padding put the first and a third of the second beside the picture, and as much on the right.
    const edges = edgesOf(8, {
      picture: { width: 400, height: 600 },
      source: { left: -100, top: 0, width: 600, height: 600 },
    })
    const above = edges.filter(({ attributes }) => attributes["text-anchor"] === "middle")
    expect(above.map(({ text }) => text)).toEqual(["2", "3", "4", "5", "6", "7"])
  })
})

describe("colours", () => {
  it("are symmetric around zero: opposite effects are equally strong", () => {
    const [a, b, c, d] = squaresOf(draw(makeExplanation({ effects: [0.3, -0.3, 0.075, -0.075], rows: 2 })))
    const colour = (node: SvgNode | undefined): string | undefined => node?.attributes.fill
    expect(colour(a)).toBe(hex(divergingColor(1)))
    expect(colour(b)).toBe(hex(divergingColor(-1)))
    // A quarter of the strongest has half of its colour: the square root.
    expect(colour(c)).toBe(hex(divergingColor(1 / 2)))
    expect(colour(d)).toBe(hex(divergingColor(-1 / 2)))
    expect(a?.attributes["fill-opacity"]).toBe(b?.attributes["fill-opacity"])
    expect(c?.attributes["fill-opacity"]).toBe(d?.attributes["fill-opacity"])
    expect(num(a!, "fill-opacity")).toBe(0.92)
  })

  it("do not move when only the other sign is there", () => {
    const first = (effects: readonly number[]): string | undefined =>
      squaresOf(draw(makeExplanation({ effects })))[0]?.attributes.fill
    expect(first([0.2, 0.4])).toBe(first([0.2, -0.4]))
  })

  it("stay pale when no effect reaches a point", () => {
    const squares = squaresOf(draw(makeExplanation({ effects: [0.0099, -0.0099, 0.005, 0], rows: 2 })))
    expect(squares).toHaveLength(4)
    // A fifth of 5 points: the square root of that is 0.445.
    for (const square of squares) {
      expect(num(square, "fill-opacity")).toBeLessThan(0.55)
      for (const [i, level] of levels(square).entries())
        expect(Math.abs(level - 247)).toBeLessThanOrEqual(0.446 * (247 - [0x88, 0x75, 0x11][i]!) + 1)
    }
  })

  it("can be done without: each number has its sign", () => {
    const svg = draw(makeExplanation({ effects: [0.3, -0.3, 0.06, -0.06], rows: 2 }))
    expect(numbersOf(svg).map((number) => number.text)).toEqual(["+30.0", "−30.0", "+6.0", "−6.0"])
  })

  it("are absent where nothing was measured: a map in grey with dots, a legend without a bar, and a sentence", () => {
    const record = makeExplanation({ effects: [0.003, -0.003, 0.005, 0], rows: 2 })
    const svg = draw(withEvidence(record, { floor: 0.02 }))
    expect(squaresOf(svg)).toEqual([])
    expect(numbersOf(svg)).toEqual([])
    const [dots] = classOf(marksOf(svg), "quiet")
    expect(dots?.attributes.d?.match(/M/g)).toHaveLength(4)
    const legend = all(svg, "text").filter(({ attributes }) => attributes.class === "legend")
    expect(legend.map(({ text }) => text)).toEqual(["no measurable effect"])
    expect(wordsOf(svg).join(" ")).toContain("No single square of 4 matters by itself")
  })

  it("can be chosen, and the words follow", () => {
    const explanation = makeExplanation({ effects: [0.3, -0.3] })
    const svg = draw(explanation, { palette: "RdBu" })
    expect(squaresOf(svg).map(({ attributes }) => attributes.fill)).toEqual(["#f0524a", "#2e8ae6"])
    expect(all(svg, "desc")[0]!.text).toContain("Red (+) supports espresso: hiding it lowers the score; blue (−)")
  })

  it("are explained by a legend with the ends of the scale, as far as the map has both signs", () => {
    const words = (effects: readonly number[]): readonly string[] =>
      all(draw(makeExplanation({ effects })), "text")
        .filter(({ attributes }) => attributes.class === "legend")
        .map(({ text }) => text)
    expect(words([0.329, -0.014])).toEqual(["−32.9", "0 points", "+32.9", "− speaks against", "+ supports"])
    expect(words([0.004])).toEqual(["0 points", "+5.0", "+ supports: hiding it lowers the score"])
    expect(words([-0.3])).toEqual(["−30.0", "0 points", "− against: hiding it raises the score"])
  })

  it("of logits are explained in logits", () => {
    const words = wordsOf(draw(makeExplanation({ effects: [1.5, -0.25], scale: "logit", score: 7 })))
    expect(words).toEqual(expect.arrayContaining(["−1.50", "0 logits", "+1.50"]))
  })
})

describe("the map", () => {
  it("fills the picture where the model was given all of it", () => {
    const svg = draw(makeExplanation({ effects: [0.3, 0.1, 0.1, 0.1], rows: 2 }))
    const { left, top, right, bottom } = panelOf(svg)
    expect(squaresOf(svg).map(rectOf)[0]).toEqual({
      left,
      top,
      right: closeTo((left + right) / 2),
      bottom: closeTo((top + bottom) / 2),
    })
    expect(squaresOf(svg).map(rectOf)[3]).toMatchObject({ right: closeTo(right), bottom: closeTo(bottom) })
  })

  it("draws no more of the picture than was cut out for the model, and says so", () => {
    const source = { left: 100, top: 0, width: 400, height: 400 }
    const svg = draw(makeExplanation({ effects: [0.3, 0.1, 0.1, 0.1], rows: 2, source }), { photo })
    const panel = panelOf(svg)
    expect(panel.right - panel.left).toBeCloseTo(panel.bottom - panel.top, 1)
    const squares = squaresOf(svg).map(rectOf)
    expect(squares[0]?.left).toBeCloseTo(panel.left, 1)
    expect(squares[1]?.right).toBeCloseTo(panel.right, 1)
    // The whole photo is 600 wide where the part is 400; 100 of it lie to the left.
    const [image] = all(svg, "image")
    const side = panel.right - panel.left
    expect(num(image!, "width")).toBeCloseTo(1.5 * side, 0)
    const [colour, grey] = all(svg, "svg").slice(1) as [SvgNode, SvgNode]
    expect(rectOf(grey)).toEqual(panel)
    for (const cut of [colour, grey]) expect(num(all(cut, "use")[0]!, "x")).toBeCloseTo(-side / 4, 0)
    expect(wordsOf(svg).join(" ")).toContain("the model was given the middle 400 × 400 of 600 × 400 pixels")
  })

  it("ends at the picture where padding reached beyond it", () => {
    const svg = draw(
      makeExplanation({ effects: wobble(64), rows: 8, source: { left: 0, top: -100, width: 600, height: 600 } }),
    )
    const panel = panelOf(svg)
    for (const square of squaresOf(svg)) expect(inside(rectOf(square), panel)).toBe(true)
    // Rows are 75 pixels high: the first ends 25 above the picture, the last begins 25 below it.
    expect(squaresOf(svg)).toHaveLength(6 * 8)
    expect(numbersOf(svg).length).toBeGreaterThanOrEqual(4 * 8)
    for (const number of numbersOf(svg)) expect(inside(boxOf(number), panel)).toBe(true)
  })

  it("leaves out a number that the picture's edge would cut", () => {
    // Rows are 75 pixels high; of the second one, 5 are inside of the picture.
    const source = { left: 0, top: -145, width: 600, height: 600 }
    const svg = draw(makeExplanation({ effects: wobble(64), rows: 8, source }))
    expect(squaresOf(svg)).toHaveLength(7 * 8)
    expect(numbersOf(svg)).toHaveLength(6 * 8)
    for (const number of numbersOf(svg)) expect(inside(boxOf(number), panelOf(svg))).toBe(true)
  })

  it("makes numbers smaller where the line round a set leaves less room, in squares that padding cut, and leaves them out under 12 pixels", () => {
    // Two rows of 400 pixels, of which so many each are inside of the picture; the line takes 5 on both sides.
    const sizes = (inside: number): readonly number[] => {
      const [picture, source] = [
        { width: 800, height: 2 * inside },
        { left: 0, top: inside - 400, width: 800, height: 800 },
      ]
      const record = makeExplanation({ effects: Array<number>(16).fill(0.3), rows: 2, picture, source })
      const enough = { regions: [5], score: 0.5, answer: record.top[0]!, exact: false, confirmed: true }
      const svg = draw(withEvidence(record, { sets: { enough, needed: null } }), { layout: "overlay" })
      return numbersOf(svg).map(({ attributes }) => Number(attributes["font-size"] ?? 22))
    }
    expect(sizes(40)).toEqual(Array(16).fill(22))
    expect(sizes(24)).toEqual(Array(16).fill(14))
    expect(sizes(21)).toEqual([])
  })

  it("leaves out no number of a grid whose squares differ by a pixel", () => {
    const picture = { width: 427, height: 427 }
    const record = makeExplanation({ effects: Array<number>(36).fill(-0.13), rows: 6, picture })
    const enough = { regions: [14], score: 0.5, answer: record.top[0]!, exact: false, confirmed: true }
    for (let width = 360; width <= 420; width += 7) {
      const svg = draw(withEvidence(record, { sets: { enough, needed: null } }), { layout: "alone", width })
      expect(numbersOf(svg)).toHaveLength(36)
    }
  })

  it("outlines the set that is enough where it has at most 8 squares", () => {
    const record = makeExplanation({ effects: Array<number>(16).fill(0.3), rows: 4 })
    const outlined = (count: number): boolean => {
      const regions = Array.from({ length: count }, (_, i) => i)
      const enough = { regions, score: 0.5, answer: record.top[0]!, exact: false, confirmed: true }
      const svg = draw(withEvidence(record, { sets: { enough, needed: null } }))
      const says = wordsOf(svg).includes(`outlined: these ${count} alone keep the answer`)
      expect(classOf(marksOf(svg), "enough").length > 0).toBe(says)
      return says
    }
    expect([2, 8, 9].map(outlined)).toEqual([true, true, false])
  })

  it("puts a dot into each square whose effect is none or depends on the fill, a number into each other", () => {
    const record = makeExplanation({ effects: [0.3, -0.2, 0.001, 0.1], rows: 2 })
    const perFill = [
      [0.3, -0.2, 0.001, 0.4],
      [0.3, -0.2, 0.001, -0.2],
    ]
    const svg = draw(withEvidence(record, { perFill }))
    expect(numbersOf(svg).map(({ text }) => text)).toEqual(["+30.0", "−20.0"])
    const [dots] = classOf(marksOf(svg), "quiet")
    expect(dots?.attributes.d?.match(/M/g)).toHaveLength(2)
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
    const paths = all(marksOf(svg), "path").filter(({ attributes }) => attributes.fill?.startsWith("#"))
    // The square roots of 1/2 and 1/4.
    const shades = [-Math.SQRT1_2, 0.5, 1].map((at) => hex(divergingColor(at)))
    expect(paths.map(({ attributes }) => attributes.fill)).toEqual(shades)
    const { left, right } = panelOf(svg)
    const third = (right - left) / 3
    paths.forEach((path, i) => {
      const [x = "", end = ""] = /^M([\d.]+) [\d.]+H([\d.]+)V/.exec(path.attributes.d!)!.slice(1)
      expect(Number(x)).toBeCloseTo(left + (2 - i) * third, 1)
      expect(Number(end)).toBeCloseTo(left + (3 - i) * third, 1)
    })
  })

  it("joins pixels of one mask region, and draws the line between two", () => {
    const size = { width: 300, height: 300 }
    const halves = {
      layout: { kind: "mask" },
      boxes: gridRegions(2, 1, size).boxes,
      runs: [0, 45000, 1, 45000],
    } as const
    const svg = draw(makeExplanation({ effects: [0.2, -0.1], regions: halves, seen: size }))
    const tints = all(marksOf(svg), "path").filter(({ attributes }) => attributes.fill?.startsWith("#"))
    expect(tints.map(({ attributes }) => attributes.d?.match(/M/g)?.length)).toEqual([1, 1])
    const [lines] = classOf(svg, "lines")
    // Round the picture and once across.
    expect(lines?.attributes.d?.match(/M/g)).toHaveLength(5)
  })

  it("stays small for the raggedest masks", () => {
    const count = 2000
    const next = wobble(90_000).map((value) => Math.floor(((value + 1) / 2) * count * 0.999))
    const ragged = makeExplanation({
      effects: wobble(count),
      regions: {
        layout: { kind: "mask" },
        boxes: gridRegions(count, 1, { width: 300, height: 4000 }).boxes,
        runs: next.flatMap((id) => [id, 1]),
      },
      seen: { width: 300, height: 300 },
    })
    expect(renderSvg(ragged).length).toBeLessThan(1_000_000)
  })
})

describe("the smooth map", () => {
  const explanation = makeExplanation({
    effects: [0.4, -0.4],
    seen: { width: 64, height: 64 },
    picture: { width: 512, height: 512 },
  })
  const smooth = draw(explanation, { map: "smooth" })
  const bands = all(marksOf(smooth), "path").filter(
    ({ attributes }) => attributes.fill?.startsWith("#") === true && attributes.class === "marks",
  )

  it("has bands of colour from one end of the scale to the other, and no numbers", () => {
    const fills = bands.map(({ attributes }) => attributes.fill)
    expect(fills).toEqual(
      expect.arrayContaining(
        [0.5, 1, -0.5, -1].map((at) => hex(divergingColor(Math.sign(at) * Math.sqrt(Math.abs(at))))),
      ),
    )
    expect(numbersOf(smooth)).toEqual([])
    expect(wordsOf(smooth).join(" ")).toContain("smoothed")
  })

  it("is refused for masks", () => {
    const regions = {
      layout: { kind: "mask" },
      boxes: [{ left: 0, top: 0, width: 64, height: 64 }],
      runs: [0, 4096],
    } as const
    expect(() => renderSvg(makeExplanation({ effects: [0.1], regions }), { map: "smooth" })).toThrow(RangeError)
  })
})

describe("the original's style", () => {
  const explanation = makeExplanation({ effects: [0.2, -0.05, 0, 0.0199], rows: 2 })
  const svg = draw(explanation, { photo, style: "original" })

  it("writes sizes from 0 to 100, without signs, white with a black edge", () => {
    expect(numbersOf(svg).map(({ text }) => text)).toEqual(["100", "25", "0", "9"])
    for (const { attributes } of numbersOf(svg)) expect([attributes.fill, attributes.stroke]).toEqual(["#fff", "#000"])
  })

  it("leaves the photo in colour under the map", () => {
    expect(all(svg, "g").filter(({ attributes }) => "filter" in attributes)).toEqual([])
    expect(all(svg, "use")).toHaveLength(2)
  })

  it("covers more of the photo, the larger the size", () => {
    const opacity = squaresOf(svg).map((square) => num(square, "fill-opacity"))
    expect(opacity[0]).toBeGreaterThan(opacity[1]!)
    expect(opacity[1]).toBeGreaterThan(opacity[3]!)
    expect(opacity[3]).toBeGreaterThan(opacity[2]!)
  })

  it("says what 100 stands for, and that signs are missing", () => {
    const words = wordsOf(svg)
    expect(words).toEqual(
      expect.arrayContaining([
        "100 stands for 20.0 points, the largest change here",
        "signs are not shown",
        "0",
        "50",
        "100",
      ]),
    )
    expect(all(svg, "desc")[0]!.text).toContain("100 stands for that change, whatever its size")
  })

  it("stretches noise to 100 and says how small it is", () => {
    const noise = draw(makeExplanation({ effects: [0.002, -0.001] }), { style: "original" })
    expect(numbersOf(noise).map(({ text }) => text)).toEqual(["100", "50"])
    expect(wordsOf(noise)).toContain("100 stands for 0.2 points, the largest change here")
  })

  it("says so where nothing changes at all", () => {
    const nothing = draw(makeExplanation({ effects: [0, 0] }), { style: "original" })
    expect(numbersOf(nothing).map(({ text }) => text)).toEqual(["0", "0"])
    expect(wordsOf(nothing)).toContain("no change was measured")
    expect(all(nothing, "desc")[0]!.text).not.toContain("100 stands for")
  })

  it("keeps its edges inside of small squares", () => {
    // 48 squares of 16: a zero at 18 would fit without its edge.
    const seen = { width: 48, height: 1 }
    const tight = makeExplanation({ effects: Array(48).fill(0), picture: { width: 10, height: 10 }, seen })
    const svg = draw(tight, { style: "original" })
    const squares = squaresOf(svg).map(rectOf)
    expect(numbersOf(svg)).toHaveLength(48)
    for (const [i, number] of numbersOf(svg).entries()) expect(inside(boxOf(number), squares[i]!)).toBe(true)
  })

  it("leaves out squares in bars beside the picture, and still writes the others", () => {
    const source = { left: -100, top: 0, width: 600, height: 600 }
    const padded = draw(
      makeExplanation({ effects: wobble(64), rows: 8, source, picture: { width: 400, height: 600 } }),
      {
        style: "original",
      },
    )
    expect(squaresOf(padded)).toHaveLength(6 * 8)
    expect(numbersOf(padded).length).toBeGreaterThanOrEqual(4 * 8)
  })

  it("colours windows and masks without numbers: the original has squares alone", () => {
    const boxes = [0, 1].map((left) => ({ left, top: 0, width: 2, height: 1 }))
    const layout = { kind: "window", rows: 1, columns: 2, window: boxes[0]!, stride: { width: 1, height: 1 } } as const
    const windows = makeExplanation({ effects: [0.4, -0.2], regions: { layout, boxes }, seen: { width: 3, height: 1 } })
    const drawn = draw(windows, { style: "original" })
    expect(numbersOf(drawn)).toEqual([])
    // The means are 0.4, 0.1 and -0.2: 0.15 + 0.6 times 1, 1/4 and 1/2.
    const opacity = all(marksOf(drawn), "path").map((path) => num(path, "fill-opacity"))
    expect([...opacity].sort()).toEqual([0.3, 0.45, 0.75])
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
      expect(num(text, "x") + width).toBeLessThanOrEqual(1600)
    }
  })

  it("from right to left is followed by a mark, so that the score stays behind it", () => {
    const svg = draw(makeExplanation({ effects: [0.3], label: "قطة" }))
    expect(all(svg, "title")[0]!.text).toBe("قطة\u200e, 94.1 %")
  })

  it("in letters that the font may lack comes with the number of its class", () => {
    expect(all(draw(makeExplanation({ effects: [0.3], label: "埃及猫" })), "title")[0]!.text).toBe(
      "埃及猫 (class 967), 94.1 %",
    )
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
