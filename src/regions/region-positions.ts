import type { Region, Regions } from "../types.ts"

/**
 * The middle of each region as `[across, down]`, in widths of a region: the distance between neighbours of a grid is 1. For other regions, one width is
 * the side of a square of their mean area.
 */
export function regionPositions({ layout, list }: Regions): readonly (readonly [number, number])[] {
  if (layout.kind === "grid") return list.map(({ id }) => [id % layout.columns, Math.floor(id / layout.columns)])
  const pixels = list.reduce(
    (sum, { box, mask }) => sum + (mask === undefined ? box.width * box.height : count(mask)),
    0,
  )
  const width = Math.sqrt(pixels / list.length)
  return list.map((region) => {
    const [x, y] = middle(region)
    return [x / width, y / width]
  })
}

function middle({ box, mask }: Region): readonly [number, number] {
  if (mask === undefined) return [box.left + box.width / 2, box.top + box.height / 2]
  let across = 0
  let down = 0
  mask.forEach((belongs, i) => {
    if (belongs === 0) return
    across += box.left + (i % box.width) + 0.5
    down += box.top + Math.floor(i / box.width) + 0.5
  })
  const pixels = count(mask)
  return [across / pixels, down / pixels]
}

function count(mask: Uint8Array): number {
  return mask.reduce((sum, belongs) => sum + belongs, 0)
}
