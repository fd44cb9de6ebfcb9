import { extname } from "node:path"
import { checkImage } from "../image/check-image.ts"
import { isBytes } from "../image/pixel-array.ts"
import { resizeImage } from "../image/resize-image.ts"
import { extent } from "../render/extent.ts"
import { renderSvg } from "../render/render-svg.ts"
import { serialize } from "../report/serialize.ts"
import type { Explanation, Image } from "../types.ts"
import { imageToPng } from "./image-to-png.ts"
import { svgToPng } from "./svg-to-png.ts"
import { writeFile } from "./write-file.ts"

export interface SaveExplanationOptions {
  /**
   * The picture that was explained, to be drawn under the explanation. Without it a grey plate stands for it.
   *
   * Floats from 0 to 1 are drawn from black to white; those that reach below 0 or beyond 255 are stretched so that they just fit.
   */
  readonly photo?: Image
  /** Width of the drawing in pixels. @default 1200 */
  readonly width?: number
  /** @default "light" */
  readonly theme?: "light" | "dark"
}

/** Endings of files that an explanation can be saved as. */
export const explanationEndings: readonly string[] = [".png", ".svg", ".json"]

/** A drawing shows each picture at half the page at most: more pixels would only make the file larger. */
const longestSide = 1200

/**
 * Saves an explanation: `.png` and `.svg` draw it for people, `.json` writes the record. The file is written whole or not at all.
 *
 * @throws RangeError for another ending; GridExplainerError `FILE_UNWRITABLE`.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { readFile, saveExplanation } from "gridexplainer/node"
 * const image = { width: 2, height: 2, channels: 3, data: new Uint8Array(12) } as const
 * const model = functionModel((images) => images.map(() => [1]))
 * await saveExplanation("explanation.svg", await explain(model, image, { regions: grid(2) }), { photo: image })
 * new TextDecoder().decode(await readFile("explanation.svg")).slice(0, 4) // => "<svg"
 * ```
 */
export async function saveExplanation(
  path: string,
  explanation: Explanation,
  options: SaveExplanationOptions = {},
): Promise<void> {
  const ending = extname(path).toLowerCase()
  if (!explanationEndings.includes(ending))
    throw new RangeError(`an explanation is saved as ${explanationEndings.join(", ")}, got ${path}`)
  const content = ending === ".json" ? serialize(explanation) : await draw(ending, explanation, options)
  await writeFile(path, content, { what: "explanation" })
}

async function draw(
  ending: string,
  explanation: Explanation,
  { photo, width, theme }: SaveExplanationOptions,
): Promise<Uint8Array | string> {
  const svg = renderSvg(explanation, {
    ...(photo === undefined ? {} : { photo: { href: await hrefOf(photo) } }),
    ...(width === undefined ? {} : { width }),
    ...(theme === undefined ? {} : { theme }),
  })
  return ending === ".svg" ? svg : await svgToPng(svg)
}

/** The picture as a data address, at the size of a drawing. */
async function hrefOf(photo: Image): Promise<string> {
  checkImage(photo, "photo")
  const shrink = Math.min(1, longestSide / Math.max(photo.width, photo.height))
  const size = {
    width: Math.max(1, Math.round(photo.width * shrink)),
    height: Math.max(1, Math.round(photo.height * shrink)),
  }
  const levels = toLevels(photo)
  const png = await imageToPng(shrink === 1 ? levels : resizeImage(levels, size, { filter: "box" }))
  return `data:image/png;base64,${Buffer.from(png).toString("base64")}`
}

/** Floats of the range that a model takes, as levels from 0 to 255. */
function toLevels(photo: Image): Image {
  if (isBytes(photo.data)) return photo
  const { least, most } = extent(photo.data)
  if (least >= 0 && most > 1 && most <= 255) return photo
  const [black, white] = least >= 0 && most <= 1 ? [0, 1] : [least, most]
  const scale = 255 / (white - black || 1) // A picture of one single level has no range.
  return { ...photo, data: Float32Array.from(photo.data, (level) => (level - black) * scale) }
}
