import type { Image, Region } from "../types.ts"

/** The mean of each channel over the pixels of a region. */
export function meanOf(image: Image, { box, mask }: Region): readonly number[] {
  const { channels, data, width } = image
  const sums = new Array<number>(channels).fill(0)
  let count = 0
  for (let y = 0; y < box.height; y++)
    for (let x = 0; x < box.width; x++) {
      if (mask !== undefined && mask[y * box.width + x] === 0) continue
      count++
      const start = ((box.top + y) * width + box.left + x) * channels
      for (let c = 0; c < channels; c++) sums[c]! += data[start + c]!
    }
  return sums.map((sum) => sum / count)
}
