import type { Image, RegionId } from "../../src/types.ts"

/** Side of a planted picture, of a cell of its 8 x 8 grid, and of a quarter cell, in pixels. */
export const side = 64
const cell = 8
const quarter = 4
const quarters = side / quarter

/**
 * A grey picture of little checkers: each quarter cell has two light and two dark blocks of 2 x 2 pixels around level 128, their contrast (60 to 80 levels) and
 * which of them are light drawn anew. So every quarter has fine detail, which any fill takes away and half a pixel's shift does not.
 */
export function plantedPicture(next: () => number): Image {
  const data = new Uint8Array(side * side)
  for (let q = 0; q < quarters * quarters; q++) {
    const swing = Math.round(60 + 20 * next()) * (next() < 0.5 ? 1 : -1)
    for (let i = 0; i < quarter * quarter; i++) {
      const x = i % quarter
      const y = Math.floor(i / quarter)
      data[pixelOf(q, x, y)] = 128 + (x < 2 === y < 2 ? swing : -swing)
    }
  }
  return { width: side, height: side, channels: 1, data }
}

/** Contrast (standard deviation of the levels) of each quarter cell, row by row, 16 x 16 of them. */
export function contrasts(data: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: quarters * quarters }, (_, q) => {
    let sum = 0
    let squares = 0
    const start = pixelOf(q, 0, 0)
    for (let y = 0; y < quarter; y++)
      for (let x = 0; x < quarter; x++) {
        const value = data[start + y * side + x]!
        sum += value
        squares += value * value
      }
    const pixels = quarter * quarter
    return Math.sqrt(Math.max(0, squares / pixels - (sum / pixels) ** 2))
  })
}

/** Whether a quarter's detail is there: 0 below a contrast of 15 levels, 1 above 40, which the picture has and half a pixel's shift leaves. */
export function detail(contrast: number): number {
  return Math.min(1, Math.max(0, (contrast - 15) / 25))
}

/** How much of a cell's detail is there: the mean over its quarters. */
export function detailOf(contrast: Float64Array, id: RegionId): number {
  const first = Math.floor(id / 8) * 2 * quarters + (id % 8) * 2
  return [0, 1, quarters, quarters + 1].reduce((sum, step) => sum + detail(contrast[first + step]!) / 4, 0)
}

/** A bright mark of 4 x 4 pixels; in the grid shifted by half a cell it lies in one cell, or in two side by side. */
export function markCell(image: Image, id: RegionId, next: () => number): Image {
  const left = (id % 8) * cell + Math.floor(next() * 5)
  const top = Math.floor(id / 8) * cell + (next() < 0.5 ? 0 : quarter)
  const data = Uint8Array.from(image.data)
  for (let y = 0; y < quarter; y++) data.fill(255, (top + y) * side + left, (top + y) * side + left + quarter)
  return { ...image, data }
}

function pixelOf(q: number, x: number, y: number): number {
  return (Math.floor(q / quarters) * quarter + y) * side + (q % quarters) * quarter + x
}
