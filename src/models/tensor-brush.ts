import { checkBox } from "../image/check-box.ts"
import { checkMask } from "../image/check-mask.ts"
import { lastingPixels } from "../image/lasting-pixels.ts"
import { type Numbers, tensorBoxes } from "../image/tensor-boxes.ts"
import { tensorWriter } from "../image/tensor-writer.ts"
import type { Channels, Edit, Image, PixelArray, Preprocessing } from "../types.ts"

/** Paints variants of a picture into tensors. */
export interface TensorBrush {
  /** How many numbers one picture takes. */
  readonly length: number
  paintImage(target: Float32Array, image: Image): void
  /** Turns the memory from `target[offset]` on into the untouched picture with the wanted edits. */
  paint(target: Numbers, offset: number, row: Row): void
}

export interface Row {
  /** The untouched picture. */
  readonly base: Numbers
  /** The edits of the same picture that are painted there already; absent if something else is there. */
  readonly there: readonly Edit[] | undefined
  readonly wanted: readonly Edit[]
}

/** Above this share of the picture, copying all of it is faster than undoing edits one by one. */
const LARGE = 1 / 3

/** What lasting pixels became, and the number of pixels of their box. */
interface Kept {
  readonly width: number
  readonly pixels: number
  readonly lines: Numbers
}

/**
 * A brush for pictures with this many channels. What lasting pixels become is kept, since the same region is hidden in hundreds of variants.
 *
 * `paint` throws what a tensor writer throws for edits that do not fit.
 */
export function tensorBrush(preprocessing: Preprocessing, channels: Channels): TensorBrush {
  const writer = tensorWriter(preprocessing, channels)
  const boxes = tensorBoxes(preprocessing)
  const { size } = preprocessing
  const known = new WeakMap<PixelArray, Kept>()
  let scratch: Float32Array | undefined

  /** The lines of an edit, whose box may lie elsewhere, or have another shape, than the last time. */
  function linesOf({ box, pixels }: Edit): Numbers {
    const last = known.get(pixels)
    if (last?.width === box.width && last.pixels === box.width * box.height) {
      checkBox(box, size, "edit")
      return last.lines
    }
    scratch ??= new Float32Array(writer.length)
    writer.writeEdit(scratch, 0, { box, pixels })
    const lines = boxes.cut(scratch, box)
    known.set(pixels, { width: box.width, pixels: box.width * box.height, lines })
    return lines
  }

  function write(target: Numbers, offset: number, edit: Edit): void {
    if (!lastingPixels.has(edit.pixels)) {
      writer.writeEdit(target.singles, offset, edit)
      return
    }
    checkMask(edit)
    boxes.paste(target, offset, { ...edit, lines: linesOf(edit) })
  }

  return {
    length: writer.length,
    paintImage: (target, image) => writer.writeImage(target, 0, image),
    paint(target, offset, { base, there, wanted }) {
      const covered = new Set(wanted.filter(({ mask }) => mask === undefined).map(({ box }) => box))
      const open = there?.filter(({ box }) => !covered.has(box))
      if (open === undefined || areaOf(open) > LARGE * size.width * size.height)
        target.singles.set(base.singles, offset)
      else for (const { box } of open) boxes.copy(target, offset, { box, source: base })
      for (const edit of wanted) write(target, offset, edit)
    },
  }
}

/** Pixels in some boxes; a pixel in several boxes counts several times. */
function areaOf(edits: readonly Edit[]): number {
  return edits.reduce((sum, { box }) => sum + box.width * box.height, 0)
}
