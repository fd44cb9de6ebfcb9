import { extname, resolve } from "node:path"
import type { Comparison, Explanation } from "../../index.ts"
import type { EmbeddedPicture } from "../../render/index.ts"
import {
  checkWritable,
  compareExplanations,
  embedPicture,
  GridExplainerError,
  pixelsSha256,
  plainText,
  readImage,
  readRecord,
  renderDifference,
  restrictDecoders,
  saveDrawing,
  writeFile,
} from "../engine.ts"
import { SomethingFlagged } from "../exit-code.ts"
import type { DrawingFlags } from "../options/drawing-options.ts"
import { jsonLine } from "../terminal/json-line.ts"
import type { Terminal } from "../terminal/terminal.ts"
import { diffText } from "./diff-text.ts"

/** The options of `diff`, as given on the command line. */
export interface DiffFlags extends Pick<DrawingFlags, "theme" | "palette" | "width"> {
  readonly output?: string
  readonly json?: boolean
  readonly quiet?: boolean
  readonly image?: string
}

/** The two files that are compared. */
export interface DiffFiles {
  readonly a: string
  readonly b: string
}

/** Pixels of the photo's longer side: it is drawn three times, each a third of the page. */
const PHOTO_PIXELS = 1000

/**
 * Runs `diff` and prints what changed.
 *
 * @throws SomethingFlagged if something changed; RangeError for wrong use, and for files that cannot be read, compared or written, so that 1 always means a
 * change
 */
export async function runDiff(files: DiffFiles, flags: DiffFlags, terminal: Terminal): Promise<void> {
  const comparison = await compareFiles(files, flags, terminal).catch(throwAsWrongUse)
  if (comparison.verdict !== "within-noise") throw new SomethingFlagged()
}

async function compareFiles(files: DiffFiles, flags: DiffFlags, terminal: Terminal): Promise<Comparison> {
  const { output, json, quiet } = flags
  checkFlags(files, flags)
  if (output !== undefined) await checkWritable(output, { what: "difference" })
  const [a, b] = await Promise.all([recordIn(files.a), recordIn(files.b)])
  const comparison = compareExplanations(a, b)
  if (output !== undefined) await save(output, { a, b, comparison }, { flags, terminal })
  if (json === true) terminal.print(jsonLine(comparison))
  else if (quiet !== true) {
    const sides = { a: { file: files.a, explanation: a }, b: { file: files.b, explanation: b } }
    terminal.print(diffText(sides, terminal))
    if (output !== undefined) terminal.print(`\nWritten: ${plainText(output)}\n`)
  }
  return comparison
}

/** The record in a file; problems are reported with the file's name. */
async function recordIn(path: string): Promise<Explanation> {
  return await readRecord(path).catch((cause: unknown) => {
    if (!(cause instanceof GridExplainerError) || cause.code !== "RECORD_INVALID") throw cause
    throw new RangeError(`${path}: ${cause.message}`, { cause })
  })
}

/** Refuses options that would do nothing, and an output that would replace what is compared. */
function checkFlags(files: DiffFiles, flags: DiffFlags): void {
  const { output, image } = flags
  const ending = extname(output ?? "").toLowerCase()
  if (output !== undefined && ![".png", ".svg", ".json"].includes(ending))
    throw new RangeError(`--output must end in .png, .svg or .json, got ${output}`)
  const given = (["image", "theme", "palette", "width"] as const).find((name) => flags[name] !== undefined)
  if (given !== undefined && ending !== ".png" && ending !== ".svg")
    throw new RangeError(`--${given} changes drawings: give --output with a .png or .svg file as well`)
  const taken = [files.a, files.b, ...(image === undefined ? [] : [image])]
  const replaced = output === undefined ? undefined : taken.find((path) => resolve(path) === resolve(output))
  if (replaced !== undefined) throw new RangeError(`--output would replace ${replaced}: give another name`)
}

async function save(
  output: string,
  { a, b, comparison }: { readonly a: Explanation; readonly b: Explanation; readonly comparison: Comparison },
  { flags, terminal }: { readonly flags: DiffFlags; readonly terminal: Terminal },
): Promise<void> {
  if (extname(output).toLowerCase() === ".json") {
    await writeFile(output, `${JSON.stringify(comparison, null, 2)}\n`, { what: "comparison" })
    return
  }
  const { image, theme, palette, width } = flags
  const photo = image === undefined ? undefined : await photoOf(image, a, terminal)
  const look = {
    ...(theme === undefined ? {} : { theme }),
    ...(palette === undefined ? {} : { palette }),
    ...(width === undefined ? {} : { width }),
  }
  await saveDrawing(output, renderDifference(a, b, { ...look, photo }))
}

/** The photo under the maps: it must have the size that was explained, and should have the same pixels. */
async function photoOf(path: string, { picture }: Explanation, terminal: Terminal): Promise<EmbeddedPicture> {
  await restrictDecoders()
  const { image } = await readImage(path)
  const { width, height } = picture.size
  if (image.width !== width || image.height !== height)
    throw new RangeError(
      `--image must be the picture that was explained, of ${width} x ${height} pixels, got ${image.width} x ${image.height}`,
    )
  if (picture.pixelsSha256 !== undefined && (await pixelsSha256(image)) !== picture.pixelsSha256)
    terminal.note(`${plainText(path)}: its pixels are not those that were explained`)
  return await embedPicture(image, { longestSide: PHOTO_PIXELS })
}

function throwAsWrongUse(error: unknown): never {
  if (!(error instanceof GridExplainerError)) throw error
  throw new RangeError(error.message, { cause: error })
}
