import fc from "fast-check"
import { beforeAll, describe, expect, inject, it } from "vitest"
import { type AnyDrawing, anyDrawing, anyNumbered } from "./any-drawing.ts"
import { contrast, contrastsIn, levelsOf } from "./contrast.ts"
import { all, num, parseSvg, type SvgNode } from "./parse-svg.ts"
import { boxOf, inside, meet, numbersOf, type Rect, rectOf, textsOf } from "./text-boxes.ts"

/** What every drawing must keep to. */
const laws: Readonly<Record<string, (svg: SvgNode, drawing: AnyDrawing) => void>> = {
  "has every text on the page"(svg) {
    for (const text of textsOf(svg))
      if (text.text !== "") expect(pageOf(svg), text.text).toSatisfy((page: Rect) => inside(boxOf(text), page))
  },

  "has no two texts on each other"(svg) {
    const boxes = textsOf(svg).map((text) => ({ words: text.text, box: boxOf(text) }))
    expect(meetingPairs(boxes).map(([a, b]) => `${a.words} on ${b.words}`)).toEqual([])
  },

  "has every number inside of its own square"(svg) {
    for (const map of mapsOf(svg)) {
      const squares = all(map, "rect").filter(isSquare).map(rectOf)
      for (const number of numbersOf(map)) {
        const own = squares.filter((square) => meet(square, middleOf(boxOf(number))))
        if (own.length === 0 && number.text.startsWith("<")) continue // Of an effect of nothing that changes the answer: it has no colour.
        expect(own, number.text).toHaveLength(1)
        expect(own[0], number.text).toSatisfy((square: Rect) => inside(boxOf(number), square))
      }
    }
  },

  "writes black numbers on 4.5 : 1 or more, whatever the photo, and white ones on an edge of their own"(svg) {
    for (const map of mapsOf(svg)) {
      const contrastOf = contrastsIn(map)
      for (const number of some(numbersOf(map)))
        if (number.attributes.fill === "#000") expect(contrastOf(number, photoPixels)).toBeGreaterThanOrEqual(4.5)
        else expect(contrastToEdge(number)).toBeGreaterThanOrEqual(4.5)
    }
  },

  "writes all other words at 4.5 : 1 or more, on bare paper"(svg) {
    const words = textsOf(svg).filter(({ attributes }) => attributes.class !== "numbers")
    const [paper] = all(svg, "rect").filter(({ attributes }) => attributes.class === "paper")
    if (paper === undefined) {
      expect(words).toEqual([])
      return
    }
    expect(rectOf(paper)).toEqual(pageOf(svg))
    for (const text of words)
      expect(contrast(levelsOf(text.attributes.fill!), levelsOf(paper.attributes.fill!))).toBeGreaterThanOrEqual(4.5)
    for (const picture of picturesOf(svg))
      for (const text of words) expect(meet(boxOf(text), picture), text.text).toBe(false)
  },

  "holds nothing that XML 1.0 forbids, and no element, handler or style beyond those of a drawing"(svg, drawing) {
    // Control characters, lone surrogates, U+FFFE and U+FFFF.
    expect(drawing.svg).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u)
    expect(drawing.svg).not.toMatch(/ (on\w*|style)="/)
    expect(elements).toEqual(expect.arrayContaining([...new Set(all(svg).map(({ name }) => name))]))
  },

  "is the same text for the same input"(_, { svg, again }) {
    expect(again()).toBe(svg)
  },

  "has one of each name, and refers to nothing outside of itself"(svg) {
    const nodes = all(svg)
    const names = nodes.flatMap(({ attributes }) => attributes.id ?? [])
    expect(new Set(names).size).toBe(names.length)
    for (const { attributes } of nodes)
      for (const [key, value] of Object.entries(attributes)) {
        const referred = key === "href" && !value.startsWith("data:") ? value : /url\((.*?)\)/.exec(value)?.[1]
        if (referred !== undefined && !["aria-label", "title"].includes(key)) expect(names).toContain(referred.slice(1))
        if (key === "href" && value.startsWith("data:")) expect(value).toMatch(/^data:image\/png;base64,[\w+/]+=*$/)
        if (key === "aria-labelledby") expect(names).toEqual(expect.arrayContaining(value.split(" ")))
      }
  },
}

/**
 * Half of them: grids, windows and masks; every layout, theme, palette, style and map; sheets and pairs; pictures of any shape;
 * labels in any script; effects of any size, and some that are no numbers. The others with numbers in their squares. What fails is shown with the
 * seed that makes it again.
 */
describe("any drawing", () => {
  const broken = new Map<string, Error>()

  beforeAll(() => {
    const seed = inject("seed")
    const count = inject("drawings") / 2
    const drawings = [
      ...fc.sample(anyDrawing, { numRuns: count, seed }),
      ...fc.sample(anyNumbered, { numRuns: count, seed }),
    ]
    drawings.forEach((drawing, i) => {
      const svg = parseSvg(drawing.svg)
      for (const [name, law] of Object.entries(laws).filter(([name]) => !broken.has(name)))
        try {
          law(svg, drawing)
        } catch (cause) {
          broken.set(name, new Error(`drawing ${i} of seed ${seed}: ${fc.stringify(drawing)}`, { cause }))
        }
    })
  }, 300_000)

  it.each(Object.keys(laws))("%s", (name) => {
    const problem = broken.get(name)
    if (problem !== undefined) throw problem
  })
})

/** Black, white and colours between. */
const photoPixels = [
  [0, 0, 0],
  [255, 255, 255],
  [120, 40, 200],
  [30, 160, 60],
] as const

const elements = [
  ...["svg", "title", "desc", "defs", "g", "rect", "path", "text", "image", "use", "pattern", "clipPath"],
  ...["filter", "feColorMatrix", "feComponentTransfer", "feFuncR", "feFuncG", "feFuncB", "linearGradient", "stop"],
]

const pageOf = (svg: SvgNode): Rect => {
  const [left = 0, top = 0, width = 0, height = 0] = svg.attributes.viewBox!.split(" ").map(Number)
  return { left, top, right: left + width, bottom: top + height }
}

/** Where pictures are seen: by themselves, by their name, or as a part in a frame of its own. */
function picturesOf(svg: SvgNode): readonly Rect[] {
  const stored = all(svg, "image")
  const seen = (node: SvgNode): readonly Rect[] => {
    if (node.name === "svg" && node !== svg) return [rectOf(node)]
    if (node.name === "image") return "x" in node.attributes ? [rectOf(node)] : []
    if (node.name !== "use") return node.children.flatMap(seen)
    const image = stored.find(({ attributes }) => `#${attributes.id}` === node.attributes.href)!
    const { left, top } = rectOf(node)
    return [{ left, top, right: left + num(image, "width"), bottom: top + num(image, "height") }]
  }
  return seen(svg)
}

/** Groups inside of a map have its class too. */
const mapsOf = (svg: SvgNode): readonly SvgNode[] =>
  all(svg, "g").filter(({ attributes, children: [first] }) => attributes.class === "map" && first?.name === "defs")

const isSquare = ({ attributes }: SvgNode): boolean => attributes.class === "cells"

function middleOf({ left, top, right, bottom }: Rect): Rect {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  return { left: x - 0.03, right: x + 0.03, top: y - 0.03, bottom: y + 0.03 }
}

/** All pairs of boxes that meet. */
function meetingPairs<T extends { readonly box: Rect }>(boxes: readonly T[]): readonly (readonly [T, T])[] {
  const ordered = [...boxes].sort((a, b) => a.box.top - b.box.top)
  return ordered.flatMap((a, i) => {
    const found: [T, T][] = []
    for (let k = i + 1; k < ordered.length && ordered[k]!.box.top < a.box.bottom; k++)
      if (meet(a.box, ordered[k]!.box)) found.push([a, ordered[k]!])
    return found
  })
}

/** At most 30 of a map's numbers, from everywhere in it, always the first and the last. */
function some(numbers: readonly SvgNode[]): readonly SvgNode[] {
  const step = Math.max(1, (numbers.length - 1) / 29)
  return numbers.filter((_, i) => i === numbers.length - 1 || i % step < 1)
}

/** Of a text that has an edge as wide as its strokes, painted before it. */
function contrastToEdge({ attributes }: SvgNode): number {
  expect(attributes["paint-order"]).toBe("stroke")
  // Stems of DejaVu Sans are 0.09 of the font size wide; half of the edge lies outside of the letter.
  expect(Number(attributes["stroke-width"]) / 2).toBeGreaterThanOrEqual(0.09 * Number(attributes["font-size"]))
  return contrast(levelsOf(attributes.fill!), levelsOf(attributes.stroke!))
}
