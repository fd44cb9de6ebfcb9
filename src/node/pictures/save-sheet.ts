import { extname } from "node:path"
import type { Explanation } from "../../explanation.ts"
import type { View } from "../../reading/view.ts"
import { type RenderSheetOptions, renderSheet } from "../../render/layouts/render-sheet.ts"
import type { Image } from "../../types.ts"
import { saveDrawing } from "../files/save-explanation.ts"
import { embedPicture } from "./sharp-codec.ts"

/** One picture of a contact sheet, with its pixels. */
export interface SavedSheetEntry {
  readonly explanation: Explanation | View
  /** The picture that was explained. Without it, a grey area is drawn. */
  readonly photo?: Image | undefined
}

/** Pixels of a photo's longer side at most: a tile is small. */
const longestSide = 680

/**
 * Saves several explanations as one contact sheet, `.png` or `.svg`: several pictures, or several targets or fills of one picture, all on one colour scale.
 * The file is written whole or not at all.
 *
 * @throws RangeError for any other ending, no entries, or scores in different units; GridExplainerError `FILE_UNWRITABLE`.
 *
 * @example
 * ```ts
 * import { explainTargets, functionModel, grid } from "gridexplainer"
 * import { readFile, saveSheet } from "gridexplainer/node"
 * const image = { width: 2, height: 2, channels: 3, data: new Uint8Array(12) } as const
 * const model = functionModel((images) => images.map(() => [0.7, 0.3]))
 * const both = await explainTargets(model, image, { targets: { top: 2 }, regions: grid(2), evidence: "none" })
 * await saveSheet("sheet.svg", both.map((explanation) => ({ explanation, photo: image })))
 * new TextDecoder().decode(await readFile("sheet.svg")).slice(0, 4) // => "<svg"
 * ```
 */
export async function saveSheet(
  path: string,
  entries: readonly SavedSheetEntry[],
  options: RenderSheetOptions = {},
): Promise<void> {
  if (![".png", ".svg"].includes(extname(path).toLowerCase()))
    throw new RangeError(`a sheet is saved as .png or .svg, got ${path}`)
  const embedded = await Promise.all(
    entries.map(async ({ explanation, photo }) => ({
      explanation,
      photo: photo === undefined ? undefined : await embedPicture(photo, { longestSide }),
    })),
  )
  await saveDrawing(path, renderSheet(embedded, options))
}
