import type { Command } from "commander"
import { choiceOption, pixelCount, rgbOf, wholeNumber } from "./parse-option.ts"

/** Which pictures are used, and how their files are read. */
export interface PictureFlags {
  readonly recursive?: boolean
  readonly colorManagement?: "srgb" | "ignore"
  readonly background?: readonly [number, number, number]
  readonly stretch?: boolean
  readonly maxPixels?: number
  /** Seconds that a download may take. */
  readonly timeout?: number
}

/** How help describes pictures on the command line. */
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
    .option("--stretch", "spread the levels in use from black to white")
    .option("--background <colour>", "behind transparent pixels (default: '#ffffff')", rgbOf)
    .option("--max-pixels <count>", "of a picture (default: 50M)", pixelCount)
    .option("--timeout <seconds>", "for a download (default: 60)", wholeNumber({ least: 1, most: 86_400 }))
}
