import {
  type Color,
  converter,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
} from "culori"
import { describe, expect, it } from "vitest"
import { palettes } from "../../../src/render/color/palettes.ts"
import { divergingColor, type PaletteName, paletteNames } from "../../../src/render/index.ts"
import { luminance } from "../contrast.ts"

/** How people see: with all three kinds of cones, or without those for long, middle or short waves. */
const eyes: Readonly<Record<string, (color: Color) => Color>> = {
  all: (color) => color,
  protan: filterDeficiencyProt(1),
  deutan: filterDeficiencyDeuter(1),
  tritan: filterDeficiencyTrit(1),
}

const colorAt = (palette: PaletteName, position: number): Color => {
  const [r, g, b] = divergingColor(position, { palette }).map((level) => level / 255) as [number, number, number]
  return { mode: "rgb", r, g, b }
}

/** How different a minus and a plus of one size look. */
function difference(palette: PaletteName, size: number, eye: string): number {
  const see = eyes[eye]!
  return differenceCiede2000()(see(colorAt(palette, -size)), see(colorAt(palette, size)))
}

const lightness = (palette: PaletteName, position: number): number => converter("lab65")(colorAt(palette, position)).l

describe("palettes", () => {
  it("begins with PuOr, the one that is taken", () => {
    expect(paletteNames).toEqual(["PuOr", "RdBu", "BrBG"])
    expect(divergingColor(0.7)).toEqual(divergingColor(0.7, { palette: "PuOr" }))
  })

  it.each(paletteNames)("%s tells plus from minus in every kind of vision, at a third of the scale too", (palette) => {
    // Side by side, 2 is seen at a glance and 10 are different colours.
    for (const eye of Object.keys(eyes)) {
      expect(difference(palette, 1, eye)).toBeGreaterThan(25)
      expect(difference(palette, 1 / 3, eye)).toBeGreaterThan(12)
    }
  })

  it.each(["RdBu", "BrBG"] as const)(
    "has in PuOr the one that is told apart best without red or green cones",
    (other) => {
      for (const eye of ["protan", "deutan"])
        expect(difference("PuOr", 1, eye)).toBeGreaterThan(difference(other, 1, eye))
    },
  )

  it.each(paletteNames)(
    "%s is no rainbow: from nearly white in the middle it darkens step by step to both ends",
    (palette) => {
      expect(lightness(palette, 0)).toBeGreaterThan(95)
      for (const sign of [-1, 1])
        for (let step = 1; step <= 20; step++)
          expect(lightness(palette, (sign * step) / 20)).toBeLessThan(lightness(palette, (sign * (step - 1)) / 20))
    },
  )

  it.each(paletteNames)("%s has one hue on each side", (palette) => {
    const hue = (position: number): number => {
      const { a, b } = converter("lab65")(colorAt(palette, position))
      return (Math.atan2(b, a) * 180) / Math.PI
    }
    for (const sign of [-1, 1])
      for (const size of [1 / 3, 2 / 3]) {
        const turn = Math.abs(hue(sign * size) - hue(sign)) % 360
        expect(Math.min(turn, 360 - turn)).toBeLessThan(45)
      }
  })

  it.each(paletteNames)("%s has ends of about one darkness, so that neither sign looks larger", (palette) => {
    expect(Math.abs(lightness(palette, 1) - lightness(palette, -1))).toBeLessThan(12)
  })

  it.each(paletteNames)("%s leaves black readable on every colour", (palette) => {
    for (let step = -30; step <= 30; step++)
      expect((luminance(divergingColor(step / 30, { palette })) + 0.05) / 0.05).toBeGreaterThan(4.5)
  })
})

describe("divergingColor", () => {
  it("is the palette's own colour at its ends, and half-way from nearly white between them", () => {
    expect([-1, 0, 1].map((at) => divergingColor(at))).toEqual([
      palettes.PuOr.ends[0],
      [247, 247, 247],
      palettes.PuOr.ends[1],
    ])
    // Half-way from (247, 247, 247) to (255, 127, 17).
    expect(divergingColor(1 / 2)).toEqual([251, 187, 132])
  })

  it("takes the end's colour beyond the ends", () => {
    expect(divergingColor(7)).toEqual(divergingColor(1))
    expect(divergingColor(Number.NEGATIVE_INFINITY)).toEqual(divergingColor(-1))
  })

  it("has no colour for what is no number", () => {
    expect(() => divergingColor(Number.NaN)).toThrow(new RangeError("position must be a number from -1 to 1, got NaN"))
  })
})
