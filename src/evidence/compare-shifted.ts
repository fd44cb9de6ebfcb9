import type { TargetAsk } from "../asking/ask.ts"
import type { ShiftedGrid } from "../evidence-record.ts"
import type { Box, Region, Regions } from "../types.ts"

export interface CompareShiftedOptions {
  /** Regions of the first grid, and the effect of each hidden alone; null if that was not asked. */
  readonly regions: Regions
  readonly effects: readonly (number | null)[]
  /** The grid that `askShifted` knows: see `shiftedGrid`. */
  readonly shifted: Regions
  /** Score of the untouched picture. */
  readonly untouched: number
  /** The noise floor, in points of the score: a smaller effect is not measurable. */
  readonly floor: number
}

/**
 * Hides each cell of a shifted grid alone, and names the cells of the first grid whose effect vanished: it is at least the floor, and no shifted
 * cell that shares pixels with them has an effect of the same sign of at least the floor. Such an effect came from where the grid happened to lie.
 *
 * @param askShifted asks about the same picture with regions of the shifted grid, one picture per region.
 * @throws RangeError if the shifted regions are not a grid.
 */
export async function compareShifted(
  askShifted: TargetAsk,
  { regions, effects, shifted, untouched, floor }: CompareShiftedOptions,
): Promise<ShiftedGrid> {
  if (shifted.layout.kind !== "grid") throw new RangeError(`shifted regions must be a grid, got ${shifted.layout.kind}`)
  const answers = await askShifted(shifted.list.map(({ id }) => ({ hidden: [id] })))
  const again = answers.map(({ score }) => untouched - score)
  const seenAgain = ({ box }: Region, effect: number): boolean =>
    shifted.list.some((cell) => overlap(box, cell.box) && isAsLarge(again[cell.id]! * Math.sign(effect), floor))
  const vanished = regions.list.filter((region) => {
    const effect = effects[region.id] ?? 0
    return isAsLarge(Math.abs(effect), floor) && !seenAgain(region, effect)
  })
  const { rows, columns } = shifted.layout
  return { rows, columns, effects: again, vanished: vanished.map(({ id }) => id) }
}

/** An effect of 0 is never measurable, even if the floor is 0. */
function isAsLarge(size: number, floor: number): boolean {
  return size > 0 && size >= floor
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height
}
