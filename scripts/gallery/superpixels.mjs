import { gaussianBlur } from "gridexplainer"

/** @typedef {import("gridexplainer").Image} Image */

/**
 * Cuts a picture into patches of like colour, one label a pixel: k-means over place and colour, from the middles of a lattice.
 *
 * @param {Image} image red, green, blue
 * @param {{ readonly side: number, readonly rounds?: number }} options patches along each side; how often their middles move
 * @returns {readonly number[]}
 */
export function superpixels(image, { side, rounds = 6 }) {
  const { width, height } = image
  const soft = gaussianBlur(image, { sigma: 3 }) // Without grain and thin lines, patches have few islands.
  const pixels = Array.from({ length: width * height }, (_, i) => featuresOf(soft, i, side))
  let middles = Array.from({ length: side * side }, (_, k) => {
    const x = Math.floor((((k % side) + 0.5) / side) * width)
    const y = Math.floor(((Math.floor(k / side) + 0.5) / side) * height)
    return pixels[y * width + x] ?? []
  })
  for (let round = 0; round < rounds; round++) {
    const labels = pixels.map((pixel) => nearest(pixel, middles))
    middles = middles.map((middle, k) => {
      const own = pixels.filter((_, i) => labels[i] === k)
      return own.length === 0 ? middle : middle.map((_, f) => own.reduce((sum, p) => sum + (p[f] ?? 0), 0) / own.length)
    })
  }
  return pixels.map((pixel) => nearest(pixel, middles))
}

/**
 * Place in patches, and colour such that 90 levels count as much as the width of a patch.
 *
 * @param {Image} image
 * @param {number} i
 * @param {number} side
 * @returns {readonly number[]}
 */
function featuresOf({ width, height, channels, data }, i, side) {
  const colour = [0, 1, 2].map((channel) => (data[i * channels + channel] ?? 0) / 90)
  return [((i % width) / width) * side, (Math.floor(i / width) / height) * side, ...colour]
}

/**
 * @param {readonly number[]} pixel
 * @param {readonly (readonly number[])[]} middles
 */
function nearest(pixel, middles) {
  const distances = middles.map((middle) => middle.reduce((sum, m, f) => sum + (m - (pixel[f] ?? 0)) ** 2, 0))
  return distances.indexOf(Math.min(...distances))
}
