/**
 * `node scripts/gallery/drawn-lesion.mjs`: draws `examples/drawn-lesion.png`, which a model for skin lesions can be asked about.
 *
 * Photographs of skin may seldom be passed on. No photograph went into this picture, and it shows nobody.
 */
import { fileURLToPath } from "node:url"
import { random } from "gridexplainer"
import sharp from "sharp"

const [width, height] = [360, 270]
const skin = [216, 170, 144]
const pigment = [92, 52, 40]

const next = random(3)
const clouds = noise(70)
const blotches = noise(18)
const net = noise(6)
const grain = noise(3)
const creases = Array.from({ length: 22 }, (_, i) => ({
  angle: (i % 2 === 0 ? 0.5 : -0.8) + next() * 0.4,
  offset: (next() - 0.3) * 500,
}))

const data = new Uint8Array(width * height * 3)
for (let y = 0; y < height; y++)
  for (let x = 0; x < width; x++) {
    const share = pigmentAt(x, y)
    const light = lightAt(x, y)
    skin.forEach((level, channel) => {
      const mixed = level + ((pigment[channel] ?? 0) - level) * share
      data[(y * width + x) * 3 + channel] = Math.min(255, Math.round(mixed * light))
    })
  }
await sharp(data, { raw: { width, height, channels: 3 } })
  .png({ palette: true, colours: 32, dither: 0, compressionLevel: 9, effort: 10 })
  .toFile(fileURLToPath(new URL("../../examples/drawn-lesion.png", import.meta.url)))

/**
 * How much of the skin's colour pigment has replaced, from 0 to 1: a patch with a ragged edge, a darker part and a fine net.
 *
 * @param {number} x
 * @param {number} y
 */
function pigmentAt(x, y) {
  const [dx, dy] = [(x - 184) / 1.2, y - 134]
  const angle = Math.atan2(dy, dx)
  const lobes = 9 * Math.sin(2 * angle + 0.6) + 6 * Math.sin(3 * angle + 2) + 3 * Math.sin(7 * angle)
  const inside = 1 / (1 + Math.exp((Math.hypot(dx, dy) - 58 - lobes - 8 * blotches(x, y)) / 4))
  const core = Math.exp(-(((x - 204) / 36) ** 2 + ((y - 116) / 28) ** 2))
  return (
    inside *
    Math.min(
      1,
      0.52 + 0.34 * core + 0.12 * blotches(y, x) + 0.16 * Math.abs(net(0.8 * x + 0.6 * y, width + 0.6 * y - 0.8 * x)),
    )
  )
}

/**
 * Brightness: 1 in the middle, less towards the corners, uneven as skin is.
 *
 * @param {number} x
 * @param {number} y
 */
function lightAt(x, y) {
  const corner = Math.hypot(x / width - 0.5, y / height - 0.5) ** 2
  const dents = creases.map(({ angle, offset }) => {
    const distance = x * Math.sin(angle) + y * Math.cos(angle) - offset + 6 * blotches(x, y)
    return Math.exp(-((distance / 1.6) ** 2))
  })
  return 1.03 - 0.35 * corner + 0.04 * clouds(x, y) + 0.012 * grain(x, y) - 0.05 * Math.max(...dents)
}

/**
 * Smooth noise from -1 to 1: numbers on a lattice, blended between its points.
 *
 * @param {number} step pixels between the lattice's points
 * @returns {(x: number, y: number) => number}
 */
function noise(step) {
  const across = Math.ceil((2 * (width + height)) / step) + 2
  const lattice = Float64Array.from({ length: across ** 2 }, () => next() * 2 - 1)
  const blend = (/** @type {number} */ t) => t * t * (3 - 2 * t)
  return (x, y) => {
    const [column, row] = [Math.floor(x / step), Math.floor(y / step)]
    const [u, v] = [blend(x / step - column), blend(y / step - row)]
    const at = (/** @type {number} */ i, /** @type {number} */ j) => lattice[(row + j) * across + column + i] ?? 0
    return (at(0, 0) * (1 - u) + at(1, 0) * u) * (1 - v) + (at(0, 1) * (1 - u) + at(1, 1) * u) * v
  }
}
