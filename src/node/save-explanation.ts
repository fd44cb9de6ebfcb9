import { extname } from "node:path"
import type { Explanation } from "../explanation.ts"
import { serialize } from "../report/serialize.ts"
import { type DrawExplanationOptions, drawExplanation } from "./draw-explanation.ts"
import { svgToPng } from "./svg-to-png.ts"
import { writeFile } from "./write-file.ts"

/** Endings of files that an explanation can be saved as. */
export const explanationEndings: readonly string[] = [".png", ".svg", ".json"]

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
  options: DrawExplanationOptions = {},
): Promise<void> {
  const ending = extname(path).toLowerCase()
  if (!explanationEndings.includes(ending))
    throw new RangeError(`an explanation is saved as ${explanationEndings.join(", ")}, got ${path}`)
  if (ending === ".json") await writeFile(path, serialize(explanation), { what: "explanation" })
  else await saveDrawing(path, await drawExplanation(explanation, options))
}

/** Writes a drawing as its file's ending says: an SVG as it is, anything else as a PNG. */
export async function saveDrawing(path: string, svg: string): Promise<void> {
  const content = extname(path).toLowerCase() === ".svg" ? svg : await svgToPng(svg)
  await writeFile(path, content, { what: "explanation" })
}
