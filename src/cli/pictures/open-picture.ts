import type { Photo, PictureSource } from "../../node/index.ts"
import { fetchFile, readImage, readStandardInput, restrictDecoders } from "../engine.ts"
import type { PictureFlags } from "../options/picture-options.ts"
import { downloadLine } from "../terminal/progress-line.ts"
import type { Terminal } from "../terminal/terminal.ts"
import { fileNameOf } from "./picture-name.ts"

/**
 * Opens a picture from wherever it is. Remarks about it, such as "only the first picture of the animation", are noted.
 *
 * @throws GridExplainerError for a picture that cannot be read; the terminal's `signal.reason` on abort
 */
export async function openPicture(source: PictureSource, flags: PictureFlags, terminal: Terminal): Promise<Photo> {
  if (source.kind === "nothing") throw source.problem
  await restrictDecoders()
  const { colorManagement, stretch, background, maxPixels } = flags
  const name = fileNameOf(source)
  return readImage(source.kind === "file" ? source.path : await bytesOf(source, flags, terminal), {
    ...(source.kind === "file" || name === undefined ? {} : { name }),
    ...(colorManagement === undefined ? {} : { colorManagement }),
    ...(background === undefined ? {} : { background }),
    ...(stretch === undefined ? {} : { stretch }),
    ...(maxPixels === undefined ? {} : { maxPixels }),
    signal: terminal.signal,
  })
}

async function bytesOf(
  source: Extract<PictureSource, { kind: "web" | "input" }>,
  { timeout }: PictureFlags,
  { input, signal, status, statusWidth }: Terminal,
): Promise<Uint8Array> {
  if (source.kind === "input") return readStandardInput(input, { signal })
  const onProgress = (progress: { bytes: number; totalBytes?: number }): void =>
    status(downloadLine(progress, statusWidth))
  const limit = timeout === undefined ? {} : { timeout: 1000 * timeout }
  return fetchFile(source.address, { signal, onProgress, ...limit }).finally(() => status(""))
}
