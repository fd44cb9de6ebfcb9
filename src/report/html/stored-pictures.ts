import { tag } from "../../render/draw/xml.ts"
import { isPictureAddress } from "../picture-address.ts"
import { element } from "./element.ts"
import { type PictureName, pictureNames } from "./embedded-pictures.ts"
import { storedMap } from "./map-figure.ts"
import type { Stage } from "./stage.ts"

/**
 * The pictures and maps of a report, each once; the drawings of the page use them by name. None of them is in a part of the page that may be hidden:
 * definitions of a hidden map would be missing wherever else the map is shown.
 */
export function storedPictures(stage: Stage, alone: Stage | undefined): string {
  const { pictures, panel, explanation, ids } = stage
  const { size } = explanation.seen
  const images = pictureNames.flatMap((name) => {
    const picture = pictures?.[name]
    const { width, height } = name === "photo" ? panel : size
    return picture === undefined
      ? []
      : [tag("image", { id: ids[name], width, height, preserveAspectRatio: "none", href: picture.href })]
  })
  return element(
    "svg",
    { class: "stored", width: 0, height: 0, "aria-hidden": "true", focusable: "false" },
    element("defs", {}, ...images, storedMap(stage, ids.map), alone === undefined ? "" : storedMap(alone, ids.alone)),
  )
}

/** The address of a picture in the HTML of a report; undefined if it has none. */
export function storedPicture(html: string, name: PictureName): string | undefined {
  const at = html.indexOf(`<image id="gx-${name}"`)
  const end = at < 0 ? -1 : html.indexOf(">", at)
  if (end < 0) return undefined
  const tag = html.slice(at, end)
  const place = ' href="'
  const from = tag.indexOf(place) + place.length
  const href = tag.slice(from, tag.indexOf('"', from))
  return isPictureAddress(href) ? href : undefined
}
