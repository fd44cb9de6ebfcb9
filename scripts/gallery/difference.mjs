import { resizeImage } from "gridexplainer"
import pixelmatch from "pixelmatch"
import sharp from "sharp"

/** @typedef {import("gridexplainer").Image} Image */

/**
 * The share of pixels that may differ, measured over the gallery: levels that are off by one here and there before compression (as another
 * processor may give) change one pixel of a picture at most, 0.000007; an `i` of the legend that becomes an `l` up to 0.000024, a word 0.0003 and more, numbers one
 * unit lower 0.0026 and more, a palette's end 16 levels darker 0.00018 and more.
 */
export const mostDifference = 0.00001

/**
 * How much two pictures differ: by their details, and by their colours, which are compared at an eighth of the size, since there compression
 * changes nothing and a few levels show.
 *
 * @param {Uint8Array} stored
 * @param {Uint8Array} fresh
 * @returns {Promise<{ readonly share: number, readonly picture?: Buffer }>} the share of pixels that differ, and a PNG that shows them in red
 */
export async function difference(stored, fresh) {
  if (Buffer.compare(stored, fresh) === 0) return { share: 0 }
  const [a, b] = await Promise.all([decode(stored), decode(fresh)])
  if (a.width !== b.width || a.height !== b.height) return { share: 1, picture: await sharp(fresh).png().toBuffer() }
  const details = await compare(a, b, 0.15)
  const colours = await compare(anEighth(a), anEighth(b), 0.02)
  return details.share >= colours.share ? details : colours
}

/** @param {Uint8Array} picture @returns {Promise<Image>} */
async function decode(picture) {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: 4 }
}

/** @param {Image} image */
function anEighth(image) {
  const size = { width: Math.ceil(image.width / 8), height: Math.ceil(image.height / 8) }
  return resizeImage(image, size, { filter: "box" })
}

/**
 * @param {Image} a
 * @param {Image} b
 * @param {number} threshold from which colours differ, as pixelmatch counts it
 */
async function compare(a, b, threshold) {
  const { width, height } = a
  const marked = new Uint8Array(width * height * 4)
  const [one, other] = [Uint8Array.from(a.data), Uint8Array.from(b.data)]
  const count = pixelmatch(one, other, marked, width, height, { threshold, includeAA: true })
  const picture = await sharp(marked, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer()
  return { share: count / (width * height), picture }
}
