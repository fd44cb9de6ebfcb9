import { cropImage } from "../image/crop-image.ts"
import { random } from "../random.ts"
import type { Image, Size } from "../types.ts"
import type { Probe } from "./wiring-record.ts"

/** A part of a probe picture, at its own size. */
export interface View {
  readonly image: Image
  /** The place of its picture in the list. */
  readonly picture: number
}

export interface ViewsOptions {
  /** The model's input size; every view has its proportions, so no view depends on the fit. */
  readonly size: Size
  /** Views in all, spread evenly over the pictures; at least one per picture. */
  readonly count: number
  /** The smallest and the largest side of a view, as shares of the largest view that fits. */
  readonly share: readonly [number, number]
  readonly seed: number
}

/**
 * Cuts views out of pictures: first the largest that fits, from the middle, then smaller ones at random places, the same for all pictures.
 *
 * The order is all first views, then all second ones and so on, so that the beginning of the list is a fair sample.
 */
export function viewsOf(probes: readonly Probe[], options: ViewsOptions): readonly View[] {
  const { size, count, share, seed } = options
  const each = Math.max(1, Math.round(count / probes.length))
  const draw = random(seed)
  return Array.from({ length: each }, (_, turn) => {
    const scale = turn === 0 ? 1 : share[0] + (share[1] - share[0]) * draw()
    const [across, down] = turn === 0 ? [0.5, 0.5] : [draw(), draw()]
    return probes.map(({ image }, picture) => ({ image: cut(image, { size, scale, across, down }), picture }))
  }).flat()
}

/** A part with the proportions of `size`, `scale` times the largest that fits; `across` and `down` place it within the remaining room, from 0 to 1. */
function cut(
  image: Image,
  at: { readonly size: Size; readonly scale: number; readonly across: number; readonly down: number },
): Image {
  const { size, across, down } = at
  const scale = at.scale * Math.min(image.width / size.width, image.height / size.height)
  const width = clamp(Math.round(size.width * scale), image.width)
  const height = clamp(Math.round(size.height * scale), image.height)
  const left = Math.floor((image.width - width) * across)
  const top = Math.floor((image.height - height) * down)
  return cropImage(image, { left, top, width, height })
}

function clamp(side: number, most: number): number {
  return Math.max(1, Math.min(side, most))
}
