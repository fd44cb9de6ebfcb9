import type { Command } from "commander"
import type { PictureSource } from "../node/pictures/find-pictures.ts"
import type { Photo } from "../node/pictures/read-image.ts"
import { choiceOption, pixelCount, rgbOf, wholeNumber } from "./parse-option.ts"
import { fileNameOf } from "./picture-name.ts"
import { downloadLine } from "./progress-line.ts"
import type { Terminal } from "./terminal.ts"

/** Which pictures are meant, and how their files are read. */
export interface PictureFlags {
  readonly recursive?: boolean
  readonly colorManagement?: "srgb" | "ignore"
  readonly background?: readonly [number, number, number]
  readonly maxPixels?: number
  /** Seconds that a download may take. */
  readonly timeout?: number
}

/** What stands for pictures on the command line, for help. */
export const picturesHelp = "files, folders, 'photos/*.jpg', https://..., or - (stdin)"

/** The options of every command that reads pictures. */
export function addPictureOptions(command: Command): void {
  command.optionsGroup("Reading pictures:").option("--recursive", "take the folders inside folders, too")
  addReadingOptions(command)
}

/** How the file of a picture is read. */
export function addReadingOptions(command: Command): void {
  command
    .optionsGroup("Reading pictures:")
    .addOption(choiceOption("--color-management <how>", "as browsers or as Pillow", ["srgb", "ignore"]))
    .option("--background <colour>", "behind transparent pixels (default: '#ffffff')", rgbOf)
    .option("--max-pixels <count>", "of a picture (default: 50M)", pixelCount)
    .option("--timeout <seconds>", "for a download (default: 60)", wholeNumber({ least: 1, most: 86_400 }))
}

/**
 * Opens a picture from wherever it is. Remarks about it, such as "only the first picture of the animation", are noted.
 *
 * @throws GridExplainerError for a picture that cannot be had; what the terminal's signal was aborted with
 */
export async function openPicture(source: PictureSource, flags: PictureFlags, terminal: Terminal): Promise<Photo> {
  if (source.kind === "nothing") throw source.problem
  const { readImage, restrictDecoders } = await import("./engine.ts")
  await restrictDecoders()
  const { colorManagement, background, maxPixels } = flags
  const name = fileNameOf(source)
  return readImage(source.kind === "file" ? source.path : await bytesOf(source, flags, terminal), {
    ...(source.kind === "file" || name === undefined ? {} : { name }),
    ...(colorManagement === undefined ? {} : { colorManagement }),
    ...(background === undefined ? {} : { background }),
    ...(maxPixels === undefined ? {} : { maxPixels }),
  })
}

async function bytesOf(
  source: Extract<PictureSource, { kind: "web" | "input" }>,
  { timeout }: PictureFlags,
  { input, signal, status, statusWidth }: Terminal,
): Promise<Uint8Array> {
  const { fetchFile, readStandardInput } = await import("./engine.ts")
  if (source.kind === "input") return readStandardInput(input, { signal })
  const onProgress = (progress: { bytes: number; totalBytes?: number }): void =>
    status(downloadLine(progress, statusWidth))
  const limit = timeout === undefined ? {} : { timeout: 1000 * timeout }
  return fetchFile(source.address, { signal, onProgress, ...limit }).finally(() => status(""))
}
