import { mkdir } from "node:fs/promises"
import { extname, join } from "node:path"
import type { Explanation, Image } from "../../index.ts"
import { checkWritable, embedPicture, renderSheet, saveDrawing } from "../engine.ts"
import type { DrawingFlags } from "../options/drawing-options.ts"
import { isFolder, namesFolder } from "../output/output-names.ts"
import { lookOf } from "./drawing-of.ts"

interface SheetFlags extends DrawingFlags {
  readonly output?: string
  readonly format?: readonly string[]
}

/** A contact sheet that grows while pictures are explained. */
export interface Sheet {
  /** Adds explanations of one picture; without its photo, a grey area is drawn. */
  add(explained: readonly { readonly explanation: Explanation }[], photo: Image | undefined): Promise<void>
  /** Draws the sheet and saves it where `--output` said; undefined if there is nothing to draw. */
  finish(): Promise<{ readonly svg: string; readonly file?: string } | undefined>
}

/** Above this a sheet is larger than PNG files are drawn here. */
const MOST_TILES = 400

/** Pixels of a photo's longer side on a sheet. */
const TILE_PIXELS = 680

/**
 * Makes sure that the sheet can be written before anything is explained for it.
 *
 * @throws RangeError for a file that cannot be a sheet, or too many tiles; GridExplainerError `FILE_UNWRITABLE`
 */
export async function startSheet(flags: SheetFlags, options: { readonly tiles: number }): Promise<Sheet> {
  const { tiles } = options
  if (tiles > MOST_TILES) throw new RangeError(`a sheet takes at most ${MOST_TILES} explanations, got ${tiles}`)
  const file = flags.output === undefined ? undefined : await sheetFile(flags.output, flags.format)
  if (file !== undefined) await checkWritable(file, { what: "sheet" })
  const entries: Parameters<typeof renderSheet>[0][number][] = []
  return {
    async add(explained, photo) {
      const picture = photo === undefined ? undefined : await embedPicture(photo, { longestSide: TILE_PIXELS })
      entries.push(...explained.map(({ explanation }) => ({ explanation, photo: picture })))
    },
    async finish() {
      if (entries.length === 0) return undefined
      const svg = renderSheet(entries, sheetOptions(flags))
      if (file === undefined) return { svg }
      await saveDrawing(file, svg)
      return { svg, file }
    },
  }
}

async function sheetFile(output: string, formats: readonly string[] = ["png"]): Promise<string> {
  if (/\{[^{}]*\}/.test(output)) throw new RangeError(`a sheet is one file, got the template ${output}`)
  if (namesFolder(output)) await mkdir(output, { recursive: true })
  const file = (await isFolder(output)) ? join(output, `contact-sheet.${formats[0]!}`) : output
  if ([".png", ".svg"].includes(extname(file).toLowerCase())) return file
  throw new RangeError(`a sheet is saved as .png or .svg, got ${file}`)
}

function sheetOptions({ columns, ...flags }: SheetFlags): Parameters<typeof renderSheet>[1] {
  return { ...lookOf(flags), ...(columns === undefined ? {} : { columns }) }
}
