import { cholesky, solveLower } from "../math/cholesky.ts"
import type { HiddenSet } from "../types.ts"

/** Masks and scores as a regression reads them: each group's mean removed. */
export interface Observations {
  /** What was shown, a number a region, less the group's mean. */
  readonly rows: readonly Float64Array[]
  readonly values: Float64Array
  /** Scores less the means that were removed. */
  readonly free: number
  /** Squares of the scores that no effect can explain, left out of `values`. */
  readonly residual: number
  /** Sum of squares of the scores. */
  readonly variation: number
}

/** Turns masks into rows of numbers: 1 where a region is shown, 0 where it is hidden, between them in a soft mask, less the mean of the group. */
export function observe(options: {
  readonly regions: number
  readonly masks: readonly HiddenSet[]
  readonly scores: readonly number[]
  readonly groups: readonly number[]
}): Observations {
  const { regions, masks, scores, groups } = options
  const rows = masks.map(({ hidden, strength }) => {
    const row = new Float64Array(regions).fill(1)
    for (const [i, id] of hidden.entries()) row[id] = 1 - (strength?.[i] ?? 1)
    return row
  })
  const values = Float64Array.from(scores)
  const members = new Map<number, number[]>()
  for (const [i, group] of groups.entries()) members.set(group, [...(members.get(group) ?? []), i])
  for (const list of members.values()) {
    const mean = list.reduce((sum, i) => sum + values[i]!, 0) / list.length
    for (const i of list) values[i]! -= mean
    for (let region = 0; region < regions; region++) {
      const shown = list.reduce((sum, i) => sum + rows[i]![region]!, 0) / list.length
      for (const i of list) rows[i]![region]! -= shown
    }
  }
  const variation = values.reduce((sum, value) => sum + value * value, 0)
  return { rows, values, free: values.length - members.size, residual: 0, variation }
}

/** The same information in at most as many rows as there are regions. */
export function compress(observed: Observations): Observations {
  const { rows, values, variation } = observed
  const regions = rows[0]!.length
  if (rows.length <= regions) return observed
  const gram = new Float64Array(regions * regions)
  const target = new Float64Array(regions)
  rows.forEach((row, r) => {
    for (let i = 0; i < regions; i++) {
      target[i]! += row[i]! * values[r]!
      for (let j = 0; j < regions; j++) gram[i * regions + j]! += row[i]! * row[j]!
    }
  })
  const trace = gram.reduce((sum, value, at) => (at % (regions + 1) === 0 ? sum + value : sum), 0)
  // Means were removed, so some direction may be empty: a trace of nothing keeps the root defined.
  for (let i = 0; i < regions; i++) gram[i * regions + i]! += (1e-9 * trace) / regions
  const root = cholesky({ size: regions, values: gram })
  const compressed = solveLower(root, target)
  const explained = compressed.reduce((sum, value) => sum + value * value, 0)
  return {
    ...observed,
    rows: Array.from({ length: regions }, (_, i) =>
      Float64Array.from({ length: regions }, (_, j) => (j >= i ? root.values[j * regions + i]! : 0)),
    ),
    values: compressed,
    residual: Math.max(0, variation - explained),
  }
}
