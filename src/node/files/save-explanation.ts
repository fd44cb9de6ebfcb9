import { extname } from "node:path"
import type { Explanation } from "../../explanation.ts"
import type { View } from "../../reading/view.ts"
import { svgToPng } from "../pictures/svg-to-png.ts"
import { endingOf } from "./ending-of.ts"
import { explanationEndings, explanationWriters, type SaveExplanationOptions } from "./explanation-endings.ts"
import { writeFile } from "./write-file.ts"

/**
 * Saves an explanation as its file's ending says: `.png` and `.svg` draw it for people, `.html` is a report that can be
 * read, sent, printed and checked, `.md` writes it as a page of Markdown, `.json` is the record, `.csv` a
 * table with a row a region, `.npy` the saliency map for NumPy and `.effects.npy` the effects. The file is written whole or not at all.
 *
 * @throws RangeError for another ending; GridExplainerError `FILE_UNWRITABLE`.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { readFile, saveExplanation } from "gridexplainer/node"
 * const image = { width: 2, height: 2, channels: 3, data: new Uint8Array(12) } as const
 * const model = functionModel((images) => images.map(() => [1]))
 * await saveExplanation("explanation.svg", await explain(model, image, { regions: grid(2), evidence: "none" }), { photo: image })
 * new TextDecoder().decode(await readFile("explanation.svg")).slice(0, 4) // => "<svg"
 * ```
 */
export async function saveExplanation(
  path: string,
  explanation: Explanation | View,
  options: SaveExplanationOptions = {},
): Promise<void> {
  const write = explanationWriters[endingOf(path).toLowerCase()]
  if (write === undefined)
    throw new RangeError(`an explanation is saved as ${explanationEndings.join(", ")}, got ${path}`)
  await writeFile(path, await write(explanation, options), { what: "explanation" })
}

/** Writes a drawing as its file's ending says: an SVG as it is, anything else as a PNG. */
export async function saveDrawing(path: string, svg: string): Promise<void> {
  const content = extname(path).toLowerCase() === ".svg" ? svg : await svgToPng(svg)
  await writeFile(path, content, { what: "explanation" })
}
