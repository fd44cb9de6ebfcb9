import type { Classifier, ErrorCode } from "../../index.ts"
import type { Photo, PictureSource } from "../../node/index.ts"
import { GridExplainerError, version } from "../engine.ts"
import { RunStopped } from "../exit-code.ts"
import { openModel } from "../models/open-model.ts"
import type { ModelOptions } from "../options/model-options.ts"
import type { PictureFlags } from "../options/picture-options.ts"
import { tellSoFar } from "../process/tell-so-far.ts"
import type { Terminal } from "../terminal/terminal.ts"
import { seconds, verboseNote } from "../terminal/verbose.ts"
import { openPicture } from "./open-picture.ts"
import { withName } from "./with-name.ts"

/** A picture that is open, and the model that is asked about it. */
export interface PictureJob {
  readonly source: PictureSource
  readonly photo: Photo
  /** Its place among all pictures, from 0, including those that failed or were skipped. */
  readonly index: number
  /** Its place from 0, without those that were skipped. */
  readonly turn: number
  /** How many pictures are done, without those that failed. */
  readonly done: number
  readonly classifier: Classifier
}

/** How a run ended. */
export interface PictureTally {
  readonly done: number
  /** The names of the pictures that could not be read. */
  readonly failed: readonly string[]
}

export interface EachPictureOptions {
  readonly flags: ModelOptions & PictureFlags
  readonly terminal: Terminal
  /** Places of pictures to skip. @default none */
  readonly leave?: ReadonlySet<number>
}

/** Errors that concern one picture only. */
const picturesOwn: ReadonlySet<ErrorCode> = new Set([
  "DOWNLOAD_FAILED",
  "FILE_UNREADABLE",
  "IMAGE_UNREADABLE",
  "IMAGE_UNSUPPORTED",
])

/**
 * Does `work` for one picture after the other, with one model, which is loaded once the first picture has been read. A picture that cannot be
 * read is named and skipped.
 *
 * @returns how many were done, and which failed.
 * @throws RunStopped if something else went wrong or the run was interrupted
 */
export async function eachPicture(
  sources: readonly PictureSource[],
  work: (job: PictureJob) => Promise<void>,
  { flags, terminal, leave = new Set() }: EachPictureOptions,
): Promise<PictureTally> {
  const { node } = process.versions
  verboseNote(flags, terminal, `gridexplainer ${version}, Node ${node}, ${process.platform} ${process.arch}`)
  const failed: string[] = []
  let classifier: Classifier | undefined
  const turns = [...sources.entries()].filter(([index]) => !leave.has(index))
  let done = 0
  try {
    for (const [turn, [index, source]] of turns.entries()) {
      terminal.signal.throwIfAborted()
      const began = performance.now()
      const photo = await openPicture(source, flags, terminal).catch((error: unknown) => {
        if (!isPicturesOwn(error)) throw error
        terminal.status("")
        terminal.fail(withName(source.shown, error.message))
        failed.push(source.shown)
      })
      if (photo === undefined) continue
      const { image, fileSha256 } = photo
      const size = `${image.width} x ${image.height} pixels`
      verboseNote(flags, terminal, `${source.shown}: ${size}, read in ${seconds(began)}, sha256 ${fileSha256}`)
      for (const remark of photo.notes ?? []) terminal.note(withName(source.shown, remark))
      classifier ??= await openModel(flags, terminal)
      await work({ source, photo, index, turn, done, classifier })
      done++
      if (turns.length > 1) tellSoFar(`${done} of ${turns.length} pictures done`)
    }
  } catch (error) {
    throw new RunStopped(error, { done, total: turns.length })
  } finally {
    await classifier?.dispose?.()
  }
  return { done, failed }
}

function isPicturesOwn(error: unknown): error is GridExplainerError {
  return error instanceof GridExplainerError && picturesOwn.has(error.code)
}
