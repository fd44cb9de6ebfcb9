import { importOptional } from "../../import-optional.ts"

/** libvips's names for the readers of the supported formats. `Nsgif` is GIF, `Heif` AVIF. */
const readers = ["Jpeg", "Png", "Webp", "Heif", "Nsgif", "Tiff"].map((name) => `VipsForeignLoad${name}`)

/**
 * Turns off every decoder of sharp except those that `readImage` needs, for the whole process. Bytes that this package and libvips recognize differently
 * can then not reach another decoder (SVG, PDF, Ultra HDR, ImageMagick, ...). The command does this; a server that takes pictures from strangers should, too.
 *
 * A library must not do it, since its host may use sharp for SVG elsewhere. `readImage` checks the signature first, and then what libvips recognized.
 *
 * @throws GridExplainerError `MISSING_PACKAGE`
 * @example
 * ```ts no-run
 * import { readImage, restrictDecoders } from "gridexplainer/node"
 * await restrictDecoders()
 * const { image } = await readImage("upload.bin")
 * ```
 */
export async function restrictDecoders(): Promise<void> {
  const { default: sharp } = await importOptional("sharp", () => import("sharp"))
  sharp.block({ operation: ["VipsForeignLoad"] })
  sharp.unblock({ operation: readers })
}
