import { mostRegions } from "../regions/record-regions.ts"
import type { Box, Image, Region, Regions } from "../types.ts"

/**
 * Throws unless regions are valid: numbered by their places, inside the picture, together covering every pixel, and, except for windows, without
 * overlap.
 *
 * @throws RangeError that names the first region or pixel that breaks a rule.
 */
export function checkRegions(
  { size, layout, list }: Regions,
  { width, height }: Pick<Image, "width" | "height">,
): void {
  if (size.width !== width || size.height !== height)
    throw new RangeError(
      `regions must be of the picture that was given, ${width} x ${height} pixels, got ${size.width} x ${size.height}`,
    )
  if (list.length === 0) throw new RangeError("a picture must have at least one region, got none")
  if (list.length > mostRegions)
    throw new RangeError(`a picture can have at most ${mostRegions} regions, got ${list.length}`)
  if (layout.kind !== "mask" && layout.rows * layout.columns !== list.length)
    throw new RangeError(
      `a ${layout.kind} of ${layout.rows} rows and ${layout.columns} columns must have ${layout.rows * layout.columns} regions, got ${list.length}`,
    )
  const owners = new Int32Array(width * height).fill(-1)
  list.forEach((region, place) => {
    if (region.id !== place)
      throw new RangeError(`the id of region ${place} must be its place, ${place}, got ${String(region.id)}`)
    checkBox(region, size)
    eachPixel(region, width, (pixel) => {
      const owner = owners[pixel]!
      if (owner !== -1 && layout.kind !== "window")
        throw new RangeError(`regions must not overlap, got pixel ${at(pixel, width)} in regions ${owner} and ${place}`)
      owners[pixel] = place
    })
  })
  const free = owners.indexOf(-1)
  if (free !== -1) throw new RangeError(`regions must cover the whole picture, got none at pixel ${at(free, width)}`)
}

function checkBox({ id, box, mask }: Region, { width, height }: Pick<Box, "width" | "height">): void {
  const { left, top } = box
  const whole = [left, top, box.width, box.height].every((side) => Number.isSafeInteger(side))
  const inside = left >= 0 && top >= 0 && left + box.width <= width && top + box.height <= height
  if (!whole || box.width < 1 || box.height < 1 || !inside)
    throw new RangeError(
      `the box of region ${id} must lie in the picture, ${width} x ${height} whole pixels, got ${box.width} x ${box.height} at ${left}, ${top}`,
    )
  if (mask === undefined) return
  if (mask.length !== box.width * box.height)
    throw new RangeError(
      `the mask of region ${id} must have one value per pixel, ${box.width * box.height}, got ${mask.length}`,
    )
  if (!mask.includes(1)) throw new RangeError(`the mask of region ${id} must hold at least one pixel, got none`)
  const odd = mask.find((value) => value > 1)
  if (odd !== undefined) throw new RangeError(`the mask of region ${id} must be made of 0 and 1, got ${odd}`)
}

function eachPixel({ box, mask }: Region, width: number, visit: (pixel: number) => void): void {
  for (let y = 0; y < box.height; y++)
    for (let x = 0; x < box.width; x++)
      if (mask === undefined || mask[y * box.width + x] === 1) visit((box.top + y) * width + box.left + x)
}

function at(pixel: number, width: number): string {
  return `${pixel % width}, ${Math.floor(pixel / width)}`
}
