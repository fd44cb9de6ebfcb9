import { describe, expect, it } from "vitest"
import { blurFill } from "../../src/fills/blur.ts"
import { recordedFill } from "../../src/fills/recorded-fill.ts"
import { type FillOption, fillNames, resolveFill } from "../../src/fills/resolve-fill.ts"
import type { Fill, FillDescription, Image } from "../../src/types.ts"

const photo: Image = {
  width: 4,
  height: 2,
  channels: 3,
  data: Uint8Array.from({ length: 24 }, (_, i) => (i * 37) % 251),
}
const region = { id: 0, box: { left: 1, top: 0, width: 3, height: 2 } }

const paint = (fill: Fill): number[] => Array.from(fill.prepare(photo, { seed: 7 })(region))

/** What a record says about a fill, after a way through a file. */
const describedBy = ({ name, options }: Fill): FillDescription =>
  JSON.parse(JSON.stringify(options === undefined ? { name } : { name, options })) as FillDescription

describe("recordedFill", () => {
  const options: readonly (readonly [string, FillOption])[] = [
    ...fillNames.map((name) => [name, name] as const),
    ["#0a141e", "#0a141e"],
    ["fractions of levels", [1.5, 2, 255]],
    ["one grey", 128],
    ["blur with a sigma", blurFill({ sigma: 0.5 })],
    ["blur with a share", blurFill({ share: 0.4 })],
  ]

  it.each(options)("paints what the fill painted that was written down: %s", (_, option) => {
    const fill = resolveFill(option)
    const again = recordedFill(describedBy(fill))
    expect(paint(again)).toEqual(paint(fill))
    expect(describedBy(again)).toEqual(describedBy(fill))
  })

  it("tells blurs of different strength apart", () => {
    const strengths = [blurFill(), blurFill({ sigma: 0.5 }), blurFill({ sigma: 2 })].map((fill) =>
      paint(recordedFill(describedBy(fill))).join(),
    )
    expect(new Set(strengths).size).toBe(3)
  })

  it.each([[{ name: "custom" }], [{ name: "toString" }], [{ name: "color" }], [{ name: "" }]])(
    "cannot repeat what a record does not say: %j",
    (description) => {
      expect(() => recordedFill(description)).toThrow(
        new RangeError(
          `the fill ${description.name} is not one of cell-mean, cell-gray, image-mean, blur, noise, color: give the fill itself`,
        ),
      )
    },
  )

  it("refuses options that no fill has", () => {
    expect(() => recordedFill({ name: "blur", options: { sigma: -1 } })).toThrow("blur sigma must be a finite number")
    expect(() => recordedFill({ name: "color", options: { color: [1, 2] } })).toThrow(
      "three finite numbers, got [1, 2]",
    )
    expect(() => recordedFill({ name: "color", options: { color: "red" } })).toThrow("written #rrggbb, got red")
  })
})
