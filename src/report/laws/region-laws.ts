import type { Explanation } from "../../explanation.ts"
import { sourceBox } from "../../image/source-box.ts"
import type { Box, RegionLayout, Size } from "../../types.ts"
import { type Contradiction, first, type Law } from "./law.ts"

/** Laws for regions and for what the model saw. */
export const regionLaws: readonly Law[] = [
  { name: "seen-is-the-picture", find: otherPicture },
  { name: "prepared-as-seen", find: otherPreparation },
  { name: "boxes-as-laid-out", find: otherLayout },
  { name: "masks-in-their-boxes", find: outsideBoxes },
  { name: "masks-cover-the-picture", find: uncovered },
]

function otherPicture({ picture, seen }: Explanation): Contradiction | undefined {
  const { size, source, fit, filter } = seen
  const wanted = fit === undefined ? { left: 0, top: 0, ...picture.size } : sourceBox(picture.size, size, fit)
  if (!isSameBox(source, wanted))
    return {
      at: ["seen", "source"],
      problem: `it is ${boxText(source)}, but ${fit ?? "the whole picture"} takes ${boxText(wanted)}`,
    }
  if (fit === undefined && filter !== undefined)
    return { at: ["seen", "filter"], problem: "there is a filter, but no fit" }
  if (fit !== undefined || isSameSize(size, picture.size)) return undefined
  return {
    at: ["seen", "size"],
    problem: `the model saw ${sizeText(size)} of a picture of ${sizeText(picture.size)} as it is`,
  }
}

function otherPreparation({ model: { preprocessing }, seen }: Explanation): Contradiction | undefined {
  if (preprocessing === undefined) return undefined
  const at = ["model", "preprocessing"]
  if (!isSameSize(preprocessing.size, seen.size))
    return { at, problem: `the model takes ${sizeText(preprocessing.size)}, but saw ${sizeText(seen.size)}` }
  const channels = preprocessing.order === "gray" ? 1 : 3
  const odd = [preprocessing.mean, preprocessing.std].find(({ length }) => length !== 1 && length !== channels) // One number counts for all channels.
  return (
    odd && {
      at,
      problem: `${preprocessing.order} has ${channels} channels, but there are ${odd.length} numbers for them`,
    }
  )
}

function otherLayout({ regions: { layout, boxes, runs }, seen: { size } }: Explanation): Contradiction | undefined {
  if (layout.kind === "mask" || runs !== undefined) return undefined
  const { columns } = layout
  const odd = boxes.findIndex((box, i) => {
    const [above, left] = [boxes[i % columns]!, boxes[i - (i % columns)]!]
    return box.left !== above.left || box.width !== above.width || box.top !== left.top || box.height !== left.height
  })
  if (odd >= 0)
    return {
      at: ["regions", "boxes", odd],
      problem: `it does not stand in its row and column of ${layout.rows} x ${columns}`,
    }
  const across = boxes.slice(0, columns).map(({ left, width }) => ({ from: left, length: width }))
  const down = boxes.filter((_, i) => i % columns === 0).map(({ top, height }) => ({ from: top, length: height }))
  return first([
    unlined(across, { layout, side: "width", length: size.width, at: (i) => i }),
    unlined(down, { layout, side: "height", length: size.height, at: (i) => i * columns }),
  ])
}

/** The cells of a grid follow each other without gaps from one edge to the other; windows advance by their stride and are clipped at the edge. */
function unlined(
  parts: readonly { readonly from: number; readonly length: number }[],
  {
    layout,
    side,
    length,
    at,
  }: {
    readonly layout: Exclude<RegionLayout, { kind: "mask" }>
    readonly side: "width" | "height"
    readonly length: number
    readonly at: (i: number) => number
  },
): Contradiction | undefined {
  let end = 0
  for (const [i, part] of parts.entries()) {
    const from = layout.kind === "window" ? i * layout.stride[side] : end
    const most = layout.kind === "window" ? Math.min(layout.window[side], length - from) : part.length
    if (part.from !== from || part.length !== most)
      return {
        at: ["regions", "boxes", at(i)],
        problem: `it goes from ${part.from} over ${part.length} pixels, but its ${layout.kind} has ${from} over ${most} there`,
      }
    end = part.from + part.length
  }
  return end === length
    ? undefined
    : { at: ["regions", "boxes"], problem: `they end at ${end}, but the picture at ${length}` }
}

function outsideBoxes({ regions: { layout, boxes, runs }, seen: { size } }: Explanation): Contradiction | undefined {
  if (runs === undefined) return undefined
  if (layout.kind !== "mask")
    return { at: ["regions", "runs"], problem: `masks go with the layout mask, but this is a ${layout.kind}` }
  const found = new Set<number>()
  let pixel = 0
  for (let i = 0; i < runs.length; i += 2) {
    const [region, count] = [runs[i]!, runs[i + 1]!]
    const at = ["regions", "runs", i]
    if (count < 1) return { at, problem: "a run has no pixel" }
    if (!holdsRun(boxes[region]!, { from: pixel, count, width: size.width }))
      return { at, problem: `pixels of region ${region} lie outside its box, ${boxText(boxes[region]!)}` }
    found.add(region)
    pixel += count
  }
  const empty = boxes.findIndex((_, region) => !found.has(region))
  return empty < 0 ? undefined : { at: ["regions", "runs"], problem: `region ${empty} has a box, but no pixel` }
}

function holdsRun(
  box: Box,
  { from, count, width }: { readonly from: number; readonly count: number; readonly width: number },
): boolean {
  const last = from + count - 1
  const [top, bottom] = [Math.floor(from / width), Math.floor(last / width)]
  const [left, right] = top === bottom ? [from % width, last % width] : [0, width - 1]
  return box.left <= left && right < box.left + box.width && box.top <= top && bottom < box.top + box.height
}

/** Boxes in a custom layout without masks: together they have as many pixels as the picture, and none is in two of them. */
function uncovered({ regions: { layout, boxes, runs }, seen: { size } }: Explanation): Contradiction | undefined {
  if (layout.kind !== "mask" || runs !== undefined) return undefined
  const at = ["regions", "boxes"]
  const area = boxes.reduce((sum, { width, height }) => sum + width * height, 0)
  if (area !== size.width * size.height)
    return { at, problem: `they hold ${area} pixels, but the picture has ${size.width * size.height}` }
  const taken = new Uint8Array(area)
  for (const [i, { left, top, width, height }] of boxes.entries())
    for (let y = top; y < top + height; y++) {
      const from = y * size.width + left
      if (taken.subarray(from, from + width).includes(1))
        return { at: [...at, i], problem: "it lies over another region" }
      taken.fill(1, from, from + width)
    }
  return undefined
}

function isSameSize(one: Size, other: Size): boolean {
  return one.width === other.width && one.height === other.height
}

function isSameBox(one: Box, other: Box): boolean {
  return one.left === other.left && one.top === other.top && isSameSize(one, other)
}

function sizeText({ width, height }: Size): string {
  return `${width} x ${height} pixels`
}

function boxText({ left, top, ...size }: Box): string {
  return `${sizeText(size)} at ${left}, ${top}`
}
