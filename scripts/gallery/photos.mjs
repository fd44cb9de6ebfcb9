import { fileURLToPath } from "node:url"
import { cropImage } from "gridexplainer"
import { readImage } from "gridexplainer/node"

/** @typedef {import("gridexplainer").Image} Image */
/** @typedef {import("gridexplainer").Box} Box */

/** Parts of the examples, so that there are pictures of every shape: the file that they are cut from, and where. */
const parts = /** @type {const} */ ({
  "astronaut-portrait.png": ["astronaut.png", { left: 60, top: 0, width: 320, height: 512 }],
  "astronaut-face.png": ["astronaut.png", { left: 150, top: 20, width: 160, height: 200 }],
  "coffee-cup.png": ["coffee.png", { left: 150, top: 40, width: 300, height: 300 }],
  "coffee-spoon.png": ["coffee.png", { left: 310, top: 60, width: 180, height: 300 }],
  "chelsea-eye.png": ["chelsea.png", { left: 150, top: 70, width: 130, height: 100 }],
  "rocket-ground.jpg": ["rocket.jpg", { left: 0, top: 267, width: 640, height: 160 }],
  "rocket-tower.jpg": ["rocket.jpg", { left: 270, top: 0, width: 120, height: 427 }],
})

/** @type {Map<string, Promise<Image>>} */
const read = new Map()

/**
 * A picture of `examples`, or a part of one.
 *
 * @param {string} name
 * @returns {Promise<Image>}
 */
export function photo(name) {
  const known = read.get(name) ?? load(name)
  read.set(name, known)
  return known
}

/**
 * @param {string} name
 * @returns {Promise<Image>}
 */
async function load(name) {
  const part = Object.entries(parts).find(([key]) => key === name)?.[1]
  if (part !== undefined) return cropImage(await photo(part[0]), part[1])
  const { image } = await readImage(fileURLToPath(new URL(`../../examples/${name}`, import.meta.url)))
  return image
}
