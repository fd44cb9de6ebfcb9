/**
 * Ink to light without a colour profile, as Pillow does it and browsers do nearly: each of cyan, magenta and yellow takes its share of what black leaves.
 *
 * `cmyk` holds four bytes a pixel, 255 for full ink; the answer three.
 */
export function cmykToRgb(cmyk: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((cmyk.length / 4) * 3)
  for (let from = 0, to = 0; from < cmyk.length; from += 4) {
    const light = 255 - cmyk[from + 3]!
    for (let c = 0; c < 3; c++, to++) rgb[to] = light - Math.round((cmyk[from + c]! * light) / 255)
  }
  return rgb
}
