import type { Box, Edit, Preprocessing } from "../types.ts"

/** Numbers of a tensor, and the same memory as pairs of numbers; the pairs are absent if the memory does not begin at a multiple of eight bytes. */
export interface Numbers {
  readonly singles: Float32Array
  readonly pairs: Float64Array | undefined
}

/** Moves boxes of pictures that are tensors already. */
export interface TensorBoxes {
  /** The numbers of a box of the picture at `source[0]` and on, line by line as the tensor holds them. */
  cut(source: Float32Array, box: Box): Numbers
  /** Writes what `cut` gave into the picture at `target[offset]` and on, only where the mask holds 1 if there is one. */
  paste(target: Numbers, offset: number, patch: Pick<Edit, "box" | "mask"> & { readonly lines: Numbers }): void
  /** Copies a box from the picture at `source[0]` and on. */
  copy(target: Numbers, offset: number, from: { readonly box: Box; readonly source: Numbers }): void
}

/** Adds the view of numbers two at a time. */
export function numbersOf(singles: Float32Array): Numbers {
  const { buffer, byteOffset, length } = singles
  return { singles, pairs: byteOffset % 8 === 0 ? new Float64Array(buffer, byteOffset, length >> 1) : undefined }
}

/** Boxes of tensors of one layout. Nothing is checked: boxes must lie in the picture. */
export function tensorBoxes({ size, layout, order }: Pick<Preprocessing, "size" | "layout" | "order">): TensorBoxes {
  const planes = order === "gray" ? 1 : 3
  /** How many numbers of a pixel lie side by side: all its channels, or one. */
  const together = layout === "NHWC" ? planes : 1
  const bands = layout === "NHWC" ? 1 : planes
  const row = size.width * together
  const band = row * size.height

  return {
    cut(source, box) {
      const length = box.width * together
      const cut = numbersOf(new Float32Array(length * box.height * bands))
      const whole = numbersOf(source)
      let from = box.top * row + box.left * together
      for (let b = 0, to = 0; b < bands; b++, from += band, to += length * box.height)
        copyLines(cut, whole, { to, toRow: length, from, fromRow: row, length, count: box.height })
      return cut
    },
    paste(target, offset, { box, mask, lines }) {
      const { width, height } = box
      const length = width * together
      let to = offset + box.top * row + box.left * together
      for (let b = 0, from = 0; b < bands; b++, to += band, from += length * height)
        if (mask === undefined)
          copyLines(target, lines, { to, toRow: row, from, fromRow: length, length, count: height })
        else
          for (let cell = 0; cell < mask.length; cell++) {
            if (mask[cell] === 0) continue
            const start = to + Math.floor(cell / width) * row + (cell % width) * together
            for (let c = 0; c < together; c++) target.singles[start + c] = lines.singles[from + cell * together + c]!
          }
    },
    copy(target, offset, { box, source }) {
      const length = box.width * together
      let from = box.top * row + box.left * together
      for (let b = 0; b < bands; b++, from += band)
        copyLines(target, source, { to: offset + from, toRow: row, from, fromRow: row, length, count: box.height })
    },
  }
}

/** Lines of a tensor: where the first line starts, and the step from one line to the next. */
interface Lines {
  readonly to: number
  readonly toRow: number
  readonly from: number
  readonly fromRow: number
  /** Numbers in a line. */
  readonly length: number
  readonly count: number
}

function copyLines(target: Numbers, source: Numbers, { to, toRow, from, fromRow, length, count }: Lines): void {
  const isEven = ((to | toRow | from | fromRow | length) & 1) === 0
  // Two numbers at a time take half as long. No bit is lost: two floats make a NaN, whose bits may change, only if one of them is a NaN, and pixels never are.
  if (isEven && target.pairs !== undefined && source.pairs !== undefined)
    copyPairs(target.pairs, source.pairs, {
      to: to >> 1,
      toRow: toRow >> 1,
      from: from >> 1,
      fromRow: fromRow >> 1,
      length: length >> 1,
      count,
    })
  else copySingles(target.singles, source.singles, { to, toRow, from, fromRow, length, count })
}

function copyPairs(target: Float64Array, source: Float64Array, lines: Lines): void {
  const { toRow, fromRow, length, count } = lines
  let { to, from } = lines
  for (let y = 0; y < count; y++, to += toRow, from += fromRow)
    for (let i = 0; i < length; i++) target[to + i] = source[from + i]!
}

function copySingles(target: Float32Array, source: Float32Array, lines: Lines): void {
  const { toRow, fromRow, length, count } = lines
  let { to, from } = lines
  for (let y = 0; y < count; y++, to += toRow, from += fromRow)
    for (let i = 0; i < length; i++) target[to + i] = source[from + i]!
}
