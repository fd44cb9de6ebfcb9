import { keepPainted } from "../asking/keep-painted.ts"
import { lastingPixels } from "../image/lasting-pixels.ts"
import type { Fill, FillPainter, Image } from "../types.ts"
import { changedPicture, type PixelChange } from "./changed-picture.ts"

/** Changes that should not matter: to the picture's own pixels, or to the filter that resized it to the model's input. */
export type HarmlessChange = PixelChange | "other-filter"

/** A picture changed in ways that should not matter. The changed pictures are kept, since hundreds of regions are hidden in the same few. */
export interface ChangedPictures {
  /** Whether there is a picture made with the other filter. */
  readonly hasOtherFilter: boolean
  /** The changed picture, as the model sees it. */
  of(change: HarmlessChange): Image
  /** Hides regions of that picture. */
  paint(change: HarmlessChange): FillPainter
}

export interface ChangedPicturesOptions {
  readonly fill: Fill
  readonly seed: number
  /** The same picture, resized with another filter: see `withOtherFilter`. */
  readonly otherFilter?: Image | undefined
}

/** @param image what the model sees; it must not change while this is in use. */
export function changedPictures(image: Image, { fill, seed, otherFilter }: ChangedPicturesOptions): ChangedPictures {
  const pictures = new Map<HarmlessChange, Image>()
  const painters = new Map<HarmlessChange, FillPainter>()

  function make(change: HarmlessChange): Image {
    const picture = change === "other-filter" ? (otherFilter ?? image) : changedPicture(image, change)
    if (picture !== image) lastingPixels.add(picture.data)
    return picture
  }

  function of(change: HarmlessChange): Image {
    const picture = pictures.get(change) ?? make(change)
    pictures.set(change, picture)
    return picture
  }

  return {
    hasOtherFilter: otherFilter !== undefined,
    of,
    paint(change) {
      const painter = painters.get(change) ?? keepPainted(fill.prepare(of(change), { seed }))
      painters.set(change, painter)
      return painter
    },
  }
}
