import type SharpModule from "sharp"
import { importOptional } from "./import-optional.ts"

/** libvips's names for the readers of the kinds that are read. `Nsgif` is GIF, `Heif` AVIF. */
const readers = ["Jpeg", "Png", "Webp", "Heif", "Nsgif", "Tiff"].map((name) => `VipsForeignLoad${name}`)

let restricted = false

/**
 * sharp with every reader turned off but those of `pictureFormats`, so that bytes which our signatures and libvips read differently can reach no
 * other one (SVG, PDF, Ultra HDR, ImageMagick, ...).
 *
 * The switch is libvips's own and holds for the whole process. It is set once: who turns a reader on again afterwards keeps it.
 *
 * @throws GridExplainerError `MISSING_PACKAGE`
 */
export async function loadSharp(): Promise<typeof SharpModule> {
  const { default: sharp } = await importOptional("sharp", () => import("sharp"))
  if (!restricted) {
    sharp.block({ operation: ["VipsForeignLoad"] })
    sharp.unblock({ operation: readers })
    restricted = true
  }
  return sharp
}
