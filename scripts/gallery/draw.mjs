import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { drawExplanation, saveSheet, svgToPng } from "gridexplainer/node"
import sharp from "sharp"
import { photo } from "./photos.mjs"
import { readRecord } from "./records.mjs"

/** @typedef {import("gridexplainer").Explanation} Explanation */
/** @typedef {import("./drawings.mjs").Drawing} Drawing */

/** The gallery's pictures are two thirds as wide as the drawings: small, and still to be read. */
const scale = 2 / 3

/**
 * One picture of the gallery, as WebP.
 *
 * @param {Drawing} drawing
 * @returns {Promise<Buffer>}
 */
export async function draw(drawing) {
  const svg = drawing.records.length === 1 ? await drawOne(drawing) : await drawSheet(drawing)
  const own = Number(/^<svg [^>]*?width="([\d.]+)"/.exec(svg)?.[1])
  const png = await svgToPng(svg, { width: Math.round(own * scale), systemFonts: false })
  return await sharp(png)
    .webp({ quality: drawing.quality ?? 72, smartSubsample: true, effort: 4 })
    .toBuffer()
}

/** @param {Drawing} drawing */
async function drawOne(drawing) {
  const { withPhoto = true, options = {} } = drawing
  const [explanation] = explanationsOf(drawing)
  return await drawExplanation(explanation, withPhoto ? { photo: await photoOf(explanation), ...options } : options)
}

/** @param {Drawing} drawing */
async function drawSheet(drawing) {
  const { theme } = drawing.options ?? {}
  const entries = await Promise.all(
    explanationsOf(drawing).map(async (explanation) => ({ explanation, photo: await photoOf(explanation) })),
  )
  const folder = mkdtempSync(join(tmpdir(), "gridexplainer-gallery-"))
  try {
    const file = join(folder, "sheet.svg")
    await saveSheet(file, entries, theme === undefined ? {} : { theme })
    return readFileSync(file, "utf8")
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/**
 * @param {Drawing} drawing
 * @returns {readonly [Explanation, ...Explanation[]]}
 */
function explanationsOf({ records: [first, ...others], change = (explanation) => explanation }) {
  return [change(readRecord(first)), ...others.map((name) => change(readRecord(name)))]
}

/** @param {Explanation} explanation */
function photoOf({ picture }) {
  return photo(picture.name ?? "")
}
