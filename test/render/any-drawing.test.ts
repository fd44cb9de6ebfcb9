import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type AnyDrawing, anyDrawing, anySheet, anySingle } from "./any-drawing.ts"
import { contrast, contrastUnder, levelsOf } from "./contrast.ts"
import { all, num, parseSvg, type SvgNode } from "./parse-svg.ts"
import { boxOf, inside, meet, numbersOf, type Rect, rectOf, textsOf } from "./text-boxes.ts"

/** 540 random drawings: grids, windows and masks; every layout, theme, palette, style and map; pictures of any shape; labels in any script. */
function everyDrawing(drawings: fc.Arbitrary<AnyDrawing>, check: (svg: SvgNode, drawing: AnyDrawing) => void): void {
  fc.assert(
    fc.property(drawings, (drawing) => {
      check(parseSvg(drawing.svg), drawing)
    }),
    { numRuns: 540 },
  )
}

describe("any drawing", () => {
  it("has every text on the page, and no two on each other", () => {
    everyDrawing(anyDrawing, (svg) => {
      const boxes = textsOf(svg)
        .filter(({ text }) => text !== "")
        .map((text) => ({ text, box: boxOf(text) }))
      for (const { text, box } of boxes) expect(text, text.text).toSatisfy(() => inside(box, pageOf(svg)))
      for (const [a, b] of meetingPairs(boxes)) expect(a.text, `${a.text.text} on ${b.text.text}`).toBe(b.text)
    })
  })

  it("has every number inside of its own square", () => {
    everyDrawing(anySingle, (svg) => {
      for (const map of mapsOf(svg)) {
        const squares = all(map, "rect").filter(isSquare).map(rectOf)
        for (const number of numbersOf(map)) {
          const box = boxOf(number)
          const own = squares.filter((square) => meet(square, middleOf(box)))
          expect(own).toHaveLength(1)
          expect(inside(box, own[0]!)).toBe(true)
        }
      }
    })
  })

  it("writes black numbers on at least 4.5 : 1, whatever the photo, and white ones on their own black edge", () => {
    const grey = fc.integer({ min: 0, max: 255 })
    const drawings = fc.tuple(fc.oneof({ weight: 5, arbitrary: anySingle }, anySheet), fc.tuple(grey, grey, grey))
    fc.assert(
      fc.property(drawings, ([{ svg }, colour]) => {
        for (const map of mapsOf(parseSvg(svg)))
          for (const number of some(numbersOf(map))) {
            if (number.attributes.fill === "#000")
              for (const pixel of [colour, [0, 0, 0], [255, 255, 255]] as const)
                expect(contrastUnder(map, number, pixel)).toBeGreaterThanOrEqual(4.5)
            else expect(contrastToEdge(number)).toBeGreaterThanOrEqual(4.5)
          }
      }),
      { numRuns: 540 },
    )
  })

  it("writes all other words on bare paper, at 4.5 : 1 or more", () => {
    everyDrawing(anyDrawing, (svg) => {
      const [paper] = all(svg, "rect").filter((rect) => rect.attributes.class === "paper")
      expect(rectOf(paper!)).toEqual(pageOf(svg))
      const pictures = [...all(svg, "image"), ...all(svg, "clipPath").flatMap((clip) => all(clip, "rect"))].map(rectOf)
      for (const text of textsOf(svg).filter(({ attributes }) => attributes.class !== "numbers")) {
        expect(contrast(levelsOf(text.attributes.fill!), levelsOf(paper!.attributes.fill!))).toBeGreaterThanOrEqual(4.5)
        for (const picture of pictures) expect(meet(boxOf(text), picture), text.text).toBe(false)
      }
    })
  })

  it("is well-formed, has one of each name, and refers to nothing outside of itself", () => {
    everyDrawing(anyDrawing, (svg, drawing) => {
      // What XML 1.0 allows: no control characters, no lone surrogates, no U+FFFE and U+FFFF.
      expect(drawing.svg).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u)
      const nodes = all(svg)
      for (const { name } of nodes) expect(elements).toContain(name)
      const names = nodes.flatMap(({ attributes }) => attributes.id ?? [])
      expect(new Set(names).size).toBe(names.length)
      for (const node of nodes)
        for (const [key, value] of Object.entries(node.attributes)) {
          expect(key).not.toMatch(/^(on|style)/)
          if (key === "href" && !value.startsWith("#")) expect(value).toMatch(/^data:image\/png;base64,[\w+/=]+$/)
          for (const [, name] of [
            ...value.matchAll(/url\(#([^)]*)\)/g),
            ...(key === "href" ? value.matchAll(/^#(.*)/g) : []),
          ])
            expect(names).toContain(name)
          if (key !== "href") expect(value).not.toMatch(/url\((?!#)/)
          if (key === "aria-labelledby") expect(names).toEqual(expect.arrayContaining(value.split(" ")))
        }
    })
  })

  it("is the same text for the same input", () => {
    everyDrawing(anyDrawing, (_, { svg, again }) => expect(again()).toBe(svg))
  })
})

const elements = [
  ...["svg", "title", "desc", "defs", "g", "rect", "path", "text", "image", "use", "pattern", "clipPath"],
  ...["filter", "feColorMatrix", "feComponentTransfer", "feFuncR", "feFuncG", "feFuncB", "linearGradient", "stop"],
]

const pageOf = (svg: SvgNode): Rect => {
  const [left = 0, top = 0, width = 0, height = 0] = svg.attributes.viewBox!.split(" ").map(Number)
  return { left, top, right: left + width, bottom: top + height }
}

const mapsOf = (svg: SvgNode): readonly SvgNode[] => all(svg, "g").filter((group) => group.attributes.class === "map")

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

/** At most 40 of a map's numbers, from everywhere in it, always the first and the last. */
function some(numbers: readonly SvgNode[]): readonly SvgNode[] {
  const step = Math.max(1, (numbers.length - 1) / 39)
  return numbers.filter((_, i) => i === numbers.length - 1 || i % step < 1)
}

/** Of a text that has an edge as wide as its strokes, painted before it. */
function contrastToEdge({ attributes }: SvgNode): number {
  expect(attributes["paint-order"]).toBe("stroke")
  // Stems of DejaVu Sans are 0.09 of the font size wide; half of the edge lies outside of the letter.
  expect(Number(attributes["stroke-width"]) / 2).toBeGreaterThanOrEqual(0.09 * Number(attributes["font-size"]))
  return contrast(levelsOf(attributes.fill!), levelsOf(attributes.stroke!))
}
