import type { Box, Edit, Preprocessing } from "../types.ts"

/** Moves boxes of pictures that are tensors already. */
export interface TensorBoxes {
  /** The numbers of a box of the picture at `source[0]` and on, line by line as the tensor holds them. */
  cut(source: Float32Array, box: Box): Float32Array
  /** Writes what `cut` gave into the picture at `target[offset]` and on, only where the mask holds 1 if there is one. */
  paste(
    target: Float32Array,
    offset: number,
    patch: Pick<Edit, "box" | "mask"> & { readonly lines: Float32Array },
  ): void
  /** Copies a box from the picture at `source[0]` and on. */
  copy(target: Float32Array, offset: number, from: { readonly box: Box; readonly source: Float32Array }): void
}

/** Boxes of tensors of one layout. Nothing is checked: boxes must lie in the picture. */
export function tensorBoxes({ size, layout, order }: Pick<Preprocessing, "size" | "layout" | "order">): TensorBoxes {
  const planes = order === "gray" ? 1 : 3
  /** Numbers of neighbouring pixels lie side by side: all channels of a pixel, or one. */
  const together = layout === "NHWC" ? planes : 1
  const bands = layout === "NHWC" ? 1 : planes
  const row = size.width * together

  /** Calls `line` with the first place of each line of a box in the picture and in the box. */
  function eachLine({ left, top, width, height }: Box, line: (inPicture: number, inBox: number) => void): void {
    const length = width * together
    for (let band = 0, inBox = 0; band < bands; band++) {
      let inPicture = (band * size.height + top) * row + left * together
      for (let y = 0; y < height; y++, inPicture += row, inBox += length) line(inPicture, inBox)
    }
  }

  return {
    cut(source, box) {
      const length = box.width * together
      const lines = new Float32Array(length * box.height * bands)
      eachLine(box, (from, to) => copyNumbers(lines, to, source, from, length))
      return lines
    },
    paste(target, offset, { box, mask, lines }) {
      const length = box.width * together
      if (mask === undefined) {
        eachLine(box, (to, from) => copyNumbers(target, offset + to, lines, from, length))
        return
      }
      const area = box.width * box.height
      eachLine(box, (to, from) => {
        const cell = (from / together) % area
        for (let i = 0; i < length; i++)
          if (mask[cell + Math.floor(i / together)] !== 0) target[offset + to + i] = lines[from + i]!
      })
    },
    copy(target, offset, { box, source }) {
      const length = box.width * together
      eachLine(box, (place) => copyNumbers(target, offset + place, source, place, length))
    },
  }
}

/** A loop, which is quicker than `set` for the few numbers of a line. */
function copyNumbers(target: Float32Array, to: number, source: Float32Array, from: number, count: number): void {
  for (let i = 0; i < count; i++) target[to + i] = source[from + i]!
}
