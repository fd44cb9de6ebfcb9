import type { Regions } from "../../src/types.ts"

/** How many regions each pixel is in. */
export function coverage({ size, list }: Regions): Uint32Array {
  const times = new Uint32Array(size.width * size.height)
  for (const { box, mask } of list)
    for (let y = 0; y < box.height; y++)
      for (let x = 0; x < box.width; x++)
        if (mask === undefined || mask[y * box.width + x] === 1) times[(box.top + y) * size.width + box.left + x]!++
  return times
}
