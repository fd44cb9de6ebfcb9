import type { HiddenSet } from "../types.ts"

/** Masks as a regression reads them. */
export interface ObservedMasks {
  /** What each mask shows, one number per region, minus the mean of the mask's group. */
  readonly rows: readonly Float64Array[]
  /** Degrees of freedom: the number of masks minus the number of means that were removed. */
  readonly free: number
  /** Scores of these masks, each minus the mean of its group. */
  readonly centred: (scores: readonly number[]) => Float64Array
}

/** Turns masks into rows of numbers: 1 where a region is shown, 0 where it is hidden, in between for a soft mask, minus the mean of the group. */
export function observe(options: {
  readonly regions: number
  readonly masks: readonly HiddenSet[]
  readonly groups: readonly number[]
}): ObservedMasks {
  const { regions, masks, groups } = options
  const rows = masks.map(({ hidden, strength }) => {
    const row = new Float64Array(regions).fill(1)
    for (let i = 0; i < hidden.length; i++) row[hidden[i]!] = strength === undefined ? 0 : 1 - strength[i]!
    return row
  })
  const members = new Map<number, number[]>()
  for (const [i, group] of groups.entries()) {
    const list = members.get(group)
    if (list === undefined) members.set(group, [i])
    else list.push(i)
  }
  for (const list of members.values()) {
    const shown = new Float64Array(regions)
    for (const i of list) {
      const row = rows[i]!
      for (let region = 0; region < regions; region++) shown[region] = shown[region]! + row[region]!
    }
    for (let region = 0; region < regions; region++) shown[region] = shown[region]! / list.length
    for (const i of list) {
      const row = rows[i]!
      for (let region = 0; region < regions; region++) row[region] = row[region]! - shown[region]!
    }
  }
  return {
    rows,
    free: masks.length - members.size,
    centred(scores) {
      const values = Float64Array.from(scores)
      for (const list of members.values()) {
        const mean = list.reduce((sum, i) => sum + values[i]!, 0) / list.length
        for (const i of list) values[i]! -= mean
      }
      return values
    },
  }
}
