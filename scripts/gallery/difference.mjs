import pixelmatch from "pixelmatch"
import sharp from "sharp"

/** The share of a picture's pixels that may differ without anybody seeing it. */
export const mostDifference = 0.0001

/**
 * How much two pictures differ.
 *
 * @param {Uint8Array} stored
 * @param {Uint8Array} fresh
 * @returns {Promise<{ readonly share: number, readonly picture?: Buffer }>} the share of pixels that differ, and a PNG that shows them in red
 */
export async function difference(stored, fresh) {
  if (Buffer.compare(stored, fresh) === 0) return { share: 0 }
  const [a, b] = await Promise.all([decode(stored), decode(fresh)])
  const { width, height } = a
  if (width !== b.width || height !== b.height) return { share: 1, picture: await sharp(fresh).png().toBuffer() }
  const marked = new Uint8Array(width * height * 4)
  const count = pixelmatch(a.data, b.data, marked, width, height, { threshold: 0.1, includeAA: true })
  return { share: count / (width * height), picture: await sharp(marked, { raw: { width, height, channels: 4 } }).png().toBuffer() }
}

/** @param {Uint8Array} picture */
async function decode(picture) {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}
