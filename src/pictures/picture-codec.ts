import type { Image } from "../types.ts"

/**
 * What a host does with pictures and the core cannot. `gridexplainer/node` fills it with sharp and resvg; a page would with ImageBitmap and a canvas.
 */
export interface PictureCodec {
  /** Pixels of a picture's file: upright, RGB, 8 bits. */
  decode(bytes: Uint8Array): Promise<Image>
  /** A picture as a file: `png` keeps every level, `jpeg` is smaller. Fractions are rounded, levels outside 0 to 255 cut off. */
  encode(image: Image, kind: "png" | "jpeg"): Promise<Uint8Array>
  /** An SVG document as a PNG of its own size. */
  rasterize(svg: string): Promise<Uint8Array>
}
