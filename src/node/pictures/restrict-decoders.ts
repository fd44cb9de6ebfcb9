import { importOptional } from "../../import-optional.ts"

/** libvips's names for the readers of the kinds that are read. `Nsgif` is GIF, `Heif` AVIF. */
const readers = ["Jpeg", "Png", "Webp", "Heif", "Nsgif", "Tiff"].map((name) => `VipsForeignLoad${name}`)

/**
 * Turns off every decoder of sharp but those that `readImage` needs, for the whole process: bytes that our signatures and libvips read differently can
 * then reach no other one (SVG, PDF, Ultra HDR, ImageMagick, ...). The command does so; a server that takes pictures from strangers should, too.
 *
 * A library must not: its host may draw an SVG with sharp elsewhere. `readImage` looks at the signature first, and at what libvips took the bytes for.
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
