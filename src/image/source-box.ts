import type { Box, Fit, Size } from "../types.ts"

/** The box of a picture that is resized to another size: see `fitImage`. */
export function sourceBox(image: Size, size: Size, fit: Fit): Box {
  const { width, height } = image
  const across = (height * size.width) / size.height
  const down = (width * size.height) / size.width
  const wide = across < width
  switch (fit) {
    case "squash":
      return { left: 0, top: 0, width, height }
    case "crop":
      return centred(image, wide ? { width: across, height } : { width, height: down })
    case "pad":
      return centred(image, wide ? { width, height: down } : { width: across, height })
    default:
      throw new RangeError(`fit must be squash, crop or pad, got ${String(fit)}`)
  }
}

/** A box of this size, rounded, around the image's middle; if that falls between pixels, the box is half a pixel to the left. */
function centred(image: Size, size: Size): Box {
  const width = Math.max(1, Math.round(size.width))
  const height = Math.max(1, Math.round(size.height))
  const left = Math.floor((image.width - width) / 2)
  const top = Math.floor((image.height - height) / 2)
  return { left, top, width, height }
}
