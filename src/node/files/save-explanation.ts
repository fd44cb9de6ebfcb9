import { extname } from "node:path"
import type { Explanation } from "../../explanation.ts"
import {
  type EncodeExplanationOptions,
  encodeExplanation,
  explanationEndings,
} from "../../pictures/encode-explanation.ts"
import type { View } from "../../reading/view.ts"
import { sharpCodec } from "../pictures/sharp-codec.ts"
import { endingOf } from "./ending-of.ts"
import { writeFile } from "./write-file.ts"

/** How an explanation is written to a file: drawings take what `drawExplanation` takes, reports the photo. */
export type SaveExplanationOptions = Omit<EncodeExplanationOptions, "codec">

/**
 * Saves an explanation in the format of the file's ending: `.png` and `.svg` draw it for people, `.html` is a report that can be
 * read, sent, printed and checked, `.md` is a page of Markdown, `.json` the record, `.csv` a table with one row per region, `.npy`
 * the saliency map for NumPy and `.effects.npy` the effects. The file is written whole or not at all.
 *
 * @throws RangeError for any other ending and for invalid options; GridExplainerError `FILE_UNWRITABLE` or `MISSING_PACKAGE`.
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
  const ending = endingOf(path)
  if (!explanationEndings.includes(ending.toLowerCase()))
    throw new RangeError(`an explanation is saved as ${explanationEndings.join(", ")}, got ${path}`)
  const content = await encodeExplanation(explanation, ending, { ...options, codec: sharpCodec })
  await writeFile(path, content, { what: "explanation" })
}

/**
 * Writes a drawing from "gridexplainer/render" to a file: `.svg` as it is, any other ending as a PNG. The file is written whole or not at all.
 *
 * @throws GridExplainerError `FILE_UNWRITABLE`, `MISSING_PACKAGE` if resvg is not installed
 *
 * @example
 * ```ts
 * import { readFile, saveDrawing } from "gridexplainer/node"
 * await saveDrawing("drawing.png", '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"/>')
 * const png = await readFile("drawing.png")
 * png.subarray(1, 4) // => Uint8Array.of(80, 78, 71)
 * ```
 */
export async function saveDrawing(path: string, svg: string): Promise<void> {
  const content = extname(path).toLowerCase() === ".svg" ? svg : await sharpCodec.rasterize(svg)
  await writeFile(path, content, { what: "explanation" })
}
