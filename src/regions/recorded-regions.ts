import type { Explanation } from "../explanation.ts"
import type { Region, Regions } from "../types.ts"

/** The regions of a record, in the model's input: the inverse of `recordRegions`. */
export function recordedRegions({ regions, seen }: Pick<Explanation, "regions" | "seen">): Regions {
  const { layout, boxes, runs } = regions
  const masks = runs === undefined ? undefined : masksOf(runs, { boxes, width: seen.size.width })
  const list = boxes.map((box, id): Region => (masks === undefined ? { id, box } : { id, box, mask: masks[id]! }))
  return { size: seen.size, layout, list }
}

function masksOf(
  runs: readonly number[],
  { boxes, width }: { readonly boxes: Explanation["regions"]["boxes"]; readonly width: number },
): readonly Uint8Array[] {
  const masks = boxes.map((box) => new Uint8Array(box.width * box.height))
  let pixel = 0
  for (let i = 0; i + 1 < runs.length; i += 2) {
    const [id, count] = [runs[i]!, runs[i + 1]!]
    const box = boxes[id]
    for (let end = pixel + count; pixel < end; pixel++) {
      if (box === undefined) continue
      const x = (pixel % width) - box.left
      const y = Math.floor(pixel / width) - box.top
      masks[id]![y * box.width + x] = 1
    }
  }
  return masks
}
