import type { RecordedRegions } from "../explanation.ts"
import type { Regions } from "../types.ts"

/** The most regions of a picture: each takes at least one question to the model, so more would be a mistake. */
export const mostRegions = 65_536

/** Writes regions down for a record: their boxes and, for masks, the run lengths of their labels row by row. */
export function recordRegions({ size, layout, list }: Regions): RecordedRegions {
  const boxes = list.map(({ box }) => box)
  if (list.every(({ mask }) => mask === undefined)) return { layout, boxes }
  const owner = new Int32Array(size.width * size.height).fill(-1)
  for (const { id, box, mask } of list)
    for (let y = 0; y < box.height; y++)
      for (let x = 0; x < box.width; x++)
        if (mask === undefined || mask[y * box.width + x] !== 0) owner[(box.top + y) * size.width + box.left + x] = id
  return { layout, boxes, runs: runLengths(owner) }
}

function runLengths(values: Int32Array): readonly number[] {
  const runs: number[] = []
  for (const value of values) {
    if (runs.at(-2) === value) runs[runs.length - 1]! += 1
    else runs.push(value, 1)
  }
  return runs
}
