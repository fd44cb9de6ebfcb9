import { asSeen } from "../../reading/as-seen.ts"
import { setArea, setLines } from "../../render/draw/set-lines.ts"
import { number, tag } from "../../render/draw/xml.ts"
import type { RegionId } from "../../types.ts"
import { drawing } from "./map-figure.ts"
import type { Stage } from "./stage.ts"

/** Whether pictures that the model was shown can be put together: not without the photo, nor if regions overlap and are hidden in more than one way. */
export function hasShownPictures({ pictures }: Pick<Stage, "pictures">): boolean {
  return pictures?.given !== undefined && pictures.hidden !== undefined
}

export interface HiddenPictureOptions {
  /** The id of the part of the drawing that defines what is hidden; unique within a page. */
  readonly id: string
  readonly isHidden: (region: RegionId) => boolean
  /** Whether a line runs around a region. */
  readonly isLined: (region: RegionId) => boolean
  /** What the picture is, for screen readers. */
  readonly name: string
}

/** Exactly the picture that the model was shown: what it was given, covered by the hidden copy where regions are hidden. */
export function hiddenPicture(
  { explanation, ids }: Stage,
  { id, isHidden, isLined, name }: HiddenPictureOptions,
): string {
  const { size } = explanation.seen
  const seen = asSeen(explanation)
  const panel = { left: 0, top: 0, ...size }
  const area = setArea(isHidden, { explanation: seen, panel })
  const line = setLines(isLined, { explanation: seen, panel, inset: size.width / 150 })
  const covered =
    area === ""
      ? ""
      : tag("clipPath", { id }, tag("path", { d: area })) +
        tag("use", { href: `#${ids.hidden}`, "clip-path": `url(#${id})` })
  const outline =
    line === "" ? "" : tag("path", { d: line, class: "line under" }) + tag("path", { d: line, class: "line" })
  return drawing(
    { width: Number(number(size.width)), height: Number(number(size.height)) },
    { role: "img", "aria-label": name },
    tag("use", { href: `#${ids.given}` }) + covered + outline,
  )
}
