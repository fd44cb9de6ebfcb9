import { escapeXml, number, tag } from "./xml.ts"

/** A finished drawing, in the units of the page at its own width. */
export interface Page {
  readonly width: number
  readonly height: number
  /** Background colour; `none` is transparent. */
  readonly paper: string
  readonly title: string
  /** What a screen reader says. */
  readonly description: string
  readonly id: string
  readonly body: readonly string[]
}

const font = "'DejaVu Sans', sans-serif"

/**
 * The SVG document of a page, scaled to `width` pixels.
 *
 * @throws {RangeError} for a width outside 200 to 8192.
 */
export function svgOf(page: Page, width: number = page.width): string {
  if (!(width >= 200 && width <= 8192)) throw new RangeError(`width must be from 200 to 8192 pixels, got ${width}`)
  const { id, height } = page
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${number(width)}" height="${number((height * width) / page.width)}"`,
    ` viewBox="0 0 ${number(page.width)} ${number(height)}" role="img" aria-labelledby="${id}-title ${id}-desc" font-family="${font}">`,
    tag("title", { id: `${id}-title` }, escapeXml(page.title)),
    tag("desc", { id: `${id}-desc` }, escapeXml(page.description)),
    page.paper === "none" ? "" : tag("rect", { class: "paper", width: page.width, height, fill: page.paper }),
    ...page.body,
    "</svg>\n",
  ].join("")
}
