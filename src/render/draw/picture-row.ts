import type { Size } from "../../types.ts"
import { english } from "../../words/english.ts"
import { type TextBlock, text } from "./blocks.ts"
import { edgeRoom } from "./draw-edges.ts"
import { drawMap, keptPhoto, photoIn } from "./draw-map.ts"
import type { Rect } from "./geometry.ts"
import { headingOf } from "./heading.ts"
import type { Letters } from "./letters.ts"
import type { Sketch } from "./sketch.ts"
import { fitLine } from "./text-metrics.ts"

/** The photo beside its map, or above it, or the map alone. */
export type Pictures = "beside" | "above" | "map"

/** Between pictures, and between columns. */
export const gap = 32

/** The pictures of a page, each below its name. */
export interface PictureRow extends TextBlock {
  readonly width: number
  /** Where the map is in it. */
  readonly map: Rect
  /** Where the pictures begin, under their names. */
  readonly top: number
}

/** The photo and its map, both of one size; the photo is stored once. */
export function pictureRow(
  sketch: Sketch,
  {
    pictures,
    size,
    letters,
    room,
  }: { readonly pictures: Pictures; readonly size: Size; readonly letters: Letters; readonly room: number },
): PictureRow {
  const indent = indentOf(sketch)
  const names = namesRoom(sketch, letters)
  const second = pictures === "beside"
  const mapLeft = indent + (second ? size.width + gap : 0)
  const mapTop = names + (pictures === "above" ? size.height + 18 + names : 0)
  const id = `${sketch.id}-photo`
  const isShared = sketch.photo !== undefined && pictures !== "map"
  return {
    width: mapLeft + size.width,
    height: mapTop + size.height,
    map: { left: mapLeft, top: mapTop, ...size },
    top: names,
    draw: (left, top) => {
      const map = { left: left + mapLeft, top: top + mapTop, ...size }
      const photo: Rect = { ...map, left: left + (second ? 0 : indent), top: top + names }
      const name = (words: string, at: Rect, width: number): string =>
        nameOver(words, { at, room: width, sketch, letters })
      const heading = headingOf(sketch.view, { ...sketch, size: letters.small, room: room - mapLeft })
      return [
        isShared ? keptPhoto(sketch, photo, id) : "",
        pictures === "map"
          ? ""
          : name(english.drawing.thePicture, photo, size.width) + photoIn(sketch, photo, isShared ? id : undefined),
        name(heading, map, room - mapLeft),
        drawMap(sketch, map, isShared ? { photoId: id } : {}),
      ].join("")
    },
  }
}

/** Room for the numbers of rows beside a map. */
export function indentOf({ explanation }: Sketch): number {
  return explanation.regions.layout.kind === "grid" ? edgeRoom : 0
}

/** Room for a name over a picture, and for the numbers of columns under it. */
export function namesRoom(sketch: Sketch, { small }: Letters): number {
  return Math.round(small * 1.2) + (indentOf(sketch) === 0 ? 8 : 26)
}

function nameOver(
  words: string,
  {
    at,
    room,
    sketch,
    letters,
  }: { readonly at: Rect; readonly room: number; readonly sketch: Sketch; readonly letters: Letters },
): string {
  const { small: size } = letters
  const base = at.top - namesRoom(sketch, letters) + size
  return text(fitLine(words, size, room), { left: at.left, base, size, fill: sketch.theme.quiet })
}
