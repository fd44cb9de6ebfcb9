import type { Image } from "../types.ts"

/**
 * What a host can do with pictures and the core cannot. `gridexplainer/node` implements it with sharp and resvg; a web page can use ImageBitmap and a canvas.
 */
export interface PictureCodec {
  /** Decodes the file of a picture: upright, RGB, 8 bits. */
  decode(bytes: Uint8Array): Promise<Image>
  /** Encodes a picture as a file: `png` keeps every level, `jpeg` is smaller. Fractions are rounded, and levels outside 0 to 255 clipped. */
  encode(image: Image, kind: "png" | "jpeg"): Promise<Uint8Array>
  /** Draws an SVG document as a PNG of its own size. */
  rasterize(svg: string): Promise<Uint8Array>
}
