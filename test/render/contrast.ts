import { expect } from "vitest"
import { all, num, type SvgNode } from "./parse-svg.ts"
import { boxOf, inside, meet, type Rect, rectOf } from "./text-boxes.ts"

type Colour = readonly [red: number, green: number, blue: number]

/** `#rgb` or `#rrggbb` as levels from 0 to 255. */
export function levelsOf(colour: string): Colour {
  const long = colour.length === 4 ? colour.replace(/[0-9a-f]/gi, "$&$&") : colour
  if (!/^#[0-9a-f]{6}$/i.test(long)) throw new Error(`not a colour: ${colour}`)
  const level = (i: number): number => Number.parseInt(long.slice(i, i + 2), 16)
  return [level(1), level(3), level(5)]
}

/** WCAG 2.2: from 1 for the same lightness to 21 for black on white. */
export function contrast(a: Colour, b: Colour): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** Relative luminance of WCAG 2.2. */
export function luminance(colour: Colour): number {
  const [r, g, b] = colour.map((level) => {
    const share = level / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/**
 * Tells of a number of this map the least contrast to what a renderer paints under it, for pixels of the photo in these colours: the grey and lifted
 * photo and the tint, blended in sRGB one after the other. Nothing else may touch the number.
 */
export function contrastsIn(map: SvgNode): (text: SvgNode, photos: readonly Colour[]) => number {
  const nodes = painted(map)
  return (text, photos) => {
    const ink = boxOf(text)
    const near = nodes.map((node, at) => ({ node, at })).filter(({ node }) => isNear(node, ink))
    const own = nodes.indexOf(text)
    expect(near.filter(({ node, at }) => at > own || !inside(ink, rectOf(node)))).toEqual([])
    const under = near.reduce<readonly Colour[]>(
      (colours, { node }) => colours.map((colour) => over(colour, node)),
      photos.map((photo) => greyOf(map, photo)),
    )
    return Math.min(...under.map((colour) => contrast(colour, levelsOf(text.attributes.fill!))))
  }
}

/** Whether a painted rectangle is seen where the ink is. Lines must keep away from it. */
function isNear(node: SvgNode, ink: Rect): boolean {
  const isLine = node.name === "path" ? touches(node, ink) : node.attributes.fill === "none" && onEdge(node, ink)
  if (isLine) throw new Error(`a line goes through a number: ${JSON.stringify(node.attributes)}`)
  return node.name === "rect" && "fill-opacity" in node.attributes && meet(rectOf(node), ink)
}

/** What of a drawing is painted, without definitions. */
function painted(node: SvgNode): readonly SvgNode[] {
  return node.name === "defs" ? [] : [node, ...node.children.flatMap(painted)]
}

/** The photo's pixel after the filter that the map puts over it. */
function greyOf(map: SvgNode, [r, g, b]: Colour): Colour {
  const [saturate] = all(map, "feColorMatrix")
  const [transfer] = all(map, "feFuncR")
  const filter = all(map, "filter")[0]!
  expect(saturate?.attributes).toMatchObject({ type: "saturate", values: "0" })
  expect(filter.attributes["color-interpolation-filters"]).toBe("sRGB")
  expect(all(map, "g").some((node) => node.attributes.filter === `url(#${filter.attributes.id})`)).toBe(true)
  const grey = 0.213 * r + 0.715 * g + 0.072 * b
  const lifted = grey * num(transfer!, "slope") + 255 * num(transfer!, "intercept")
  return [lifted, lifted, lifted]
}

/** What a rectangle makes of a colour. */
function over(colour: Colour, node: SvgNode): Colour {
  return mix(colour, levelsOf(node.attributes.fill!), num(node, "fill-opacity"))
}

const mix = (under: Colour, above: Colour, opacity: number): Colour => {
  const level = (i: 0 | 1 | 2): number => under[i] * (1 - opacity) + above[i] * opacity
  return [level(0), level(1), level(2)]
}

/** Whether a line between squares, the line round a set or a dot touches a box. No other path belongs to a map with numbers. */
function touches(node: SvgNode, box: Rect): boolean {
  const { attributes } = node
  const d = attributes.d!
  // "M x y V bottom H left", a right and a lower edge.
  if (attributes.class === "lines")
    return d
      .split("M")
      .slice(1)
      .some((corner) => {
        const [x = 0, top = 0, bottom = 0, left = 0] = numbersIn(corner)
        return (
          meet({ left: x - 0.5, right: x + 0.5, top, bottom }, box) ||
          meet({ left, right: x, top: bottom - 0.5, bottom: bottom + 0.5 }, box)
        )
      })
  if (attributes.class === "enough") return segmentsOf(d, num(node, "stroke-width") / 2).some((line) => meet(line, box))
  if (attributes.class === "quiet") return dotsOf(d).some((dot) => meet(dot, box))
  throw new Error(`a path on a map with numbers: ${attributes.class} ${d}`)
}

/** "M x y L x y ...": what straight lines along the axes cover, with half their width. */
function segmentsOf(d: string, half: number): readonly Rect[] {
  return d
    .split("M")
    .slice(1)
    .map((segment) => {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbersIn(segment)
      return {
        left: Math.min(x1, x2) - half,
        right: Math.max(x1, x2) + half,
        top: Math.min(y1, y2) - half,
        bottom: Math.max(y1, y2) + half,
      }
    })
}

/** "M x y a r r ...": the squares round dots. */
function dotsOf(d: string): readonly Rect[] {
  return d
    .split("M")
    .slice(1)
    .map((part) => {
      const [left = 0, top = 0, radius = 0] = numbersIn(part)
      return { left, top: top - radius, right: left + 2 * radius, bottom: top + radius }
    })
}

function numbersIn(d: string): readonly number[] {
  return (d.match(/-?[\d.]+/g) ?? []).map(Number)
}

/** Whether the line of an unfilled rectangle touches a box. */
function onEdge(node: SvgNode, box: Rect): boolean {
  const line = rectOf(node)
  const half = num(node, "stroke-width") / 2
  const { left, top, right, bottom } = line
  if (!meet({ left: left - half, top: top - half, right: right + half, bottom: bottom + half }, box)) return false
  return !inside(box, { left: left + half, top: top + half, right: right - half, bottom: bottom - half })
}
