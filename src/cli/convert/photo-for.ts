import type { Explanation, Image } from "../../index.ts"
import type { Photo } from "../../node/index.ts"
import { findPictures, GridExplainerError, pixelsSha256 } from "../engine.ts"
import type { PictureFlags } from "../options/picture-options.ts"
import { openPicture } from "../pictures/open-picture.ts"
import type { Terminal } from "../terminal/terminal.ts"

/** Gives the photo that goes under the drawing of a record. */
export type PhotoFor = (explanation: Explanation) => Image | undefined

/**
 * Opens the photo of `--image`, and makes sure for each record that it is the picture that was explained.
 *
 * @throws RangeError if `--image` names several pictures; GridExplainerError for a photo that cannot be read, and when a record is about another
 */
export async function photoFor(
  { image, ...flags }: Omit<PictureFlags, "recursive"> & { readonly image?: string },
  terminal: Terminal,
): Promise<PhotoFor> {
  if (image === undefined) return () => undefined
  const sources = await findPictures([image])
  if (sources.length !== 1) throw new RangeError(`--image must be one photo, got ${image}, which are ${sources.length}`)
  const photo = await openPicture(sources[0]!, flags, terminal)
  for (const remark of photo.notes) terminal.note(`${image}: ${remark}`)
  const came = await pixelsSha256(photo.image)
  return (explanation) => {
    checkSame(photo, explanation, { image, came })
    return photo.image
  }
}

/** Compares the fingerprints of the pixels; if one of them is not known, the size. */
function checkSame(
  photo: Photo,
  { picture }: Explanation,
  { image, came }: { readonly image: string; readonly came: string | undefined },
): void {
  const { size, pixelsSha256: wanted, fileSha256 } = picture
  const { width, height } = photo.image
  const known = wanted !== undefined && came !== undefined
  if (known ? wanted === came : size.width === width && size.height === height) return
  const [expected, got] = known
    ? [`whose pixels have the SHA-256 ${wanted}`, `whose pixels have ${came}`]
    : [`of ${size.width} x ${size.height} pixels`, `of ${width} x ${height}`]
  const isFile = fileSha256 === photo.fileSha256
  throw new GridExplainerError(
    "RECORD_INVALID",
    `expected the photo that was explained, ${expected}, got ${image}, ${got}`,
    {
      nextStep: isFile
        ? "It is the same file, read differently: give --color-management, --background and --stretch as for explain"
        : "Give the photo that was explained as --image, or leave it out",
    },
  )
}
