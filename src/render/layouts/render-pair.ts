import type { EffectMeaning, Explanation } from "../../explanation.ts"
import { strongestRegion } from "../../reading/strongest-region.ts"
import { type View, viewAlone, viewOf } from "../../reading/view.ts"
import { regionsAround } from "../../regions/neighbourhoods.ts"
import type { RegionId } from "../../types.ts"
import { contextOf, regionOf } from "../../words/context.ts"
import { detailsOf } from "../../words/details.ts"
import { english } from "../../words/english.ts"
import { fillIn } from "../../words/fill-in.ts"
import { changeOf } from "../../words/region-texts.ts"
import { targetWords } from "../../words/target-words.ts"
import type { Theme } from "../color/themes.ts"
import { answerLines, firstAnswer, stateHeading, statePicture } from "../draw/answer-lines.ts"
import { headline, paragraph } from "../draw/blocks.ts"
import type { Rect } from "../draw/geometry.ts"
import { svgOf } from "../draw/page.ts"
import { checkPicture, type DrawingOptions, type EmbeddedPicture, makeSketch } from "../draw/sketch.ts"
import { tag } from "../draw/xml.ts"

/** The two pictures of a pair, at the model's own size. */
export interface RenderPairOptions extends Pick<DrawingOptions, "theme"> {
  /** What the model saw. */
  readonly before: EmbeddedPicture
  /** What it saw with the region hidden; `hideRegions` makes that picture. */
  readonly after: EmbeddedPicture
  /** Which region was hidden. Default: the one with the largest effect. */
  readonly region?: RegionId
  /** Width of the drawing in pixels, from 200 to 8192. Default: the layout's own width, at most 1200. */
  readonly width?: number
}

const margin = 40
const gap = 40
const column = 540

/**
 * Draws before and after: the picture as the model saw it, and as it saw it with one region hidden, each with what the model then answered.
 *
 * @throws {RangeError} for a region that does not exist, and for pictures that are not PNG or JPEG `data:` addresses.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { renderPair } from "gridexplainer/render"
 * const image = { width: 2, height: 2, channels: 1, data: Uint8Array.of(255, 0, 0, 51) } as const
 * const model = functionModel((images) => images.map(({ data }) => [(data[0]! + data[3]!) / 510]))
 * const explanation = await explain(model, image, { regions: grid(2), fill: 0, evidence: "none" })
 * const picture = { href: "data:image/png;base64,iVBORw0KGgo=" }
 * renderPair(explanation, { before: picture, after: picture }).includes("60.0\u00a0%") // => true
 * ```
 */
export function renderPair(of: Explanation | View, options: RenderPairOptions): string {
  const front = viewOf(of)
  const { record } = front
  const { before, after, region = strongestRegion(front), width, theme: themeName = "light" } = options
  checkPicture("before", before)
  checkPicture("after", after)
  if (record.regions.boxes[region] === undefined)
    throw new RangeError(`region must be from 0 to ${record.regions.boxes.length - 1}, got ${region}`)
  // A pair hides one region alone, whichever effects stand in front.
  const view = viewAlone(front)
  const { theme, id } = makeSketch(view, { theme: themeName })
  const { left, right } = panelsOf(record)
  const room = right.left + right.width - margin
  const asked = view === front || Number.isFinite(view.effects[region])
  const context = contextOf(view, { form: "short" })
  const title = asked
    ? changeOf(context, region)
    : fillIn(english.region.notAsked, { region: regionOf(context, region) })
  const labelTop = left.top + left.height + 14
  const details = paragraph(detailsOf(view, { unseen: "" }), { room, size: 14, most: 3, fill: theme.quiet })
  const detailsTop = labelTop + 78
  const id2 = `${id}-pair-${region}`
  return svgOf(
    {
      width: room + 2 * margin,
      height: detailsTop + details.height + margin - 8,
      paper: theme.paper,
      title,
      description: detailsOf(view, { unseen: "" }),
      id: id2,
      body: [
        headline(title, room, theme).draw(margin, margin),
        stateHeading(english.shown.before, left, theme),
        stateHeading(headings[view.means], right, theme),
        statePicture(before, left, id2),
        statePicture(after, right, id2),
        markOf(view, { region, panels: [left, right] }),
        ...answers(view, { region, panels: [left, right], top: labelTop, asked, theme }),
        details.draw(margin, detailsTop),
      ],
    },
    width,
  )
}

const { afterHidden, afterShown } = english.shown
const headings: Readonly<Record<EffectMeaning, string>> = {
  ...{ alone: afterHidden, around: afterHidden, "shown-alone": afterShown, average: afterHidden },
}

function panelsOf({ seen: { size } }: Explanation): { readonly left: Rect; readonly right: Rect } {
  const scale = Math.min(column / size.width, 620 / size.height)
  const left = { left: margin, top: margin + 36 + 46, width: size.width * scale, height: size.height * scale }
  return { left, right: { ...left, left: margin + Math.max(left.width, 230) + gap } }
}

/** The same outline on both pictures, so that the place is found in both. */
function markOf(
  { record: { regions, seen }, means }: View,
  { region, panels }: { readonly region: RegionId; readonly panels: readonly Rect[] },
): string {
  const hidden = means === "around" ? regionsAround(regions.layout, region) : [region]
  const [first, last] = [regions.boxes[hidden[0]!]!, regions.boxes[hidden.at(-1)!]!]
  const { left, top } = first
  const box = { left, top, width: last.left + last.width - left, height: last.top + last.height - top }
  return panels
    .map((panel) => {
      const [x, y] = [panel.width / seen.size.width, panel.height / seen.size.height]
      const rect = {
        x: panel.left + box.left * x,
        y: panel.top + box.top * y,
        width: box.width * x,
        height: box.height * y,
        fill: "none",
      }
      return (
        tag("rect", { ...rect, stroke: "#fff", "stroke-width": 4, "stroke-opacity": 0.85 }) +
        tag("rect", { ...rect, stroke: "#000", "stroke-width": 1.8 })
      )
    })
    .join("")
}

/** The score of the explained class under each picture, and the answer that the model then gave. */
function answers(
  { record: explanation, regions }: View,
  {
    region,
    panels,
    top,
    asked,
    theme,
  }: {
    readonly region: RegionId
    readonly panels: readonly Rect[]
    readonly top: number
    readonly asked: boolean
    readonly theme: Theme
  },
): readonly string[] {
  const { target, top: best } = explanation
  const { brief: what, score: write } = targetWords(explanation)
  const { shown, noValue, notAsked } = english
  const { effect, after = Number.NaN, answer } = regions[region]!
  const firsts = [best[0], answer]
  return [target.score, after].flatMap((score, i) => {
    const left = panels[i]!.left
    const first = firsts[i]
    const room = Math.max(panels[i]!.width, 230)
    const template = i === 1 && Number.isFinite(effect) ? shown.was : shown.score
    const line = Number.isFinite(score)
      ? fillIn(template, { what, score: write(score), before: write(target.score) })
      : asked
        ? noValue
        : notAsked
    return answerLines([line, firstAnswer(first, explanation)], { left, top, room, theme })
  })
}
