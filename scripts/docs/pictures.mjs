/**
 * `npm run docs:pictures`: draws the pictures of the documentation with the package itself, light and dark, into `docs/pictures`.
 *
 * Run it after a change of the drawings, then look at each picture.
 */
import { mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { explain, explainTargets, grid, slidingWindow } from "gridexplainer"
import { loadModel, readImage, saveExplanation, saveSheet } from "gridexplainer/node"
import sharp from "sharp"

/** @typedef {import("gridexplainer").Explanation} Explanation */

const root = fileURLToPath(new URL("../..", import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), "gridexplainer-pictures-"))
const model = await loadModel()
const coffee = await photo("coffee.png")
const cat = await photo("chelsea.png")

await single("coffee", await coffee.explain({}))
await single("window", await coffee.explain({ regions: slidingWindow({ size: 56, stride: 14 }) }), { layout: "alone" })
await single("pair", await coffee.explain({}), { layout: "pair" })
await sheet("grids", await Promise.all([4, 8, 16].map((side) => coffee.explain({ regions: grid(side) }))))
await sheet(
  "fills",
  await Promise.all(
    /** @type {const} */ (["cell-mean", "blur", "#000000"]).map((fill) => coffee.explain({ regions: grid(6), fill })),
  ),
)
await sheet("targets", await cat.targets({ targets: { top: 3 }, regions: grid(6) }), cat)

await model.dispose?.()
rmSync(scratch, { recursive: true })

/**
 * A picture of `examples`, ready to be explained.
 *
 * @param {string} file
 */
async function photo(file) {
  const { image, ...picture } = await readImage(join(root, "examples", file))
  return {
    image,
    explain: (/** @type {import("gridexplainer").ExplainOptions} */ options) =>
      explain(model, image, { picture, ...options }),
    targets: (/** @type {Parameters<typeof explainTargets>[2]} */ options) =>
      explainTargets(model, image, { picture, ...options }),
  }
}

/**
 * @param {string} name
 * @param {Explanation} explanation
 * @param {import("gridexplainer/node").DrawExplanationOptions} [options]
 */
async function single(name, explanation, options = {}) {
  await both(name, (file, theme) => saveExplanation(file, explanation, { photo: coffee.image, theme, ...options }))
}

/**
 * @param {string} name
 * @param {readonly Explanation[]} explanations
 */
async function sheet(name, explanations, { image } = coffee) {
  const entries = explanations.map((explanation) => ({ explanation, photo: image }))
  await both(name, (file, theme) => saveSheet(file, entries, { theme }))
}

/**
 * A drawing in both themes, as WebP.
 *
 * @param {string} name
 * @param {(file: string, theme: "light" | "dark") => Promise<void>} draw
 */
async function both(name, draw) {
  for (const theme of /** @type {const} */ (["light", "dark"])) {
    const png = join(scratch, "drawing.png")
    const webp = join(root, "docs", "pictures", `${name}${theme === "dark" ? "-dark" : ""}.webp`)
    await draw(png, theme)
    await sharp(png).webp({ quality: 84, smartSubsample: true, effort: 6 }).toFile(webp)
    console.log(`${Math.round(statSync(webp).size / 1000)} kB  ${webp.slice(root.length)}`)
  }
}
