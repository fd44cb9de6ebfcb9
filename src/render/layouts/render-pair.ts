import type { Explanation } from "../../explanation.ts"
import { strongestRegion } from "../../reading/strongest-region.ts"
import type { ClassScore, RegionId } from "../../types.ts"
import { detailsOf } from "../../words/details.ts"
import { changeOf } from "../../words/finding.ts"
import { regionName } from "../../words/name-regions.ts"
import { targetWords } from "../../words/target-words.ts"
import { answerLines, firstAnswer, stateHeading, statePicture } from "../draw/answer-lines.ts"
import { headline, paragraph } from "../draw/blocks.ts"
import type { Rect } from "../draw/geometry.ts"
import { svgOf } from "../draw/page.ts"
import { checkPicture, type DrawingOptions, type EmbeddedPicture, makeSketch, type Sketch } from "../draw/sketch.ts"
import { tag } from "../draw/xml.ts"

/** The two pictures of a pair, at the model's own size. */
export interface RenderPairOptions extends Pick<DrawingOptions, "theme"> {
  /** What the model saw. */
  readonly before: EmbeddedPicture
  /** What it saw when the region was hidden; `hideRegions` makes it. */
  readonly after: EmbeddedPicture
  /** Which region was hidden. Default: the one with the largest effect. */
  readonly region?: RegionId
  /** Width of the drawing in pixels, from 200 to 8192. Default: the layout's own, at most 1200. */
  readonly width?: number
}

const margin = 40
const gap = 40
const column = 540

/**
 * Draws before and after: the picture as the model saw it, and as it saw it with one region hidden, each with what the model then answered.
 *
 * @throws {RangeError} for a region that is not there, or pictures that are no PNG or JPEG data addresses.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { renderPair } from "gridexplainer/render"
 * const image = { width: 2, height: 2, channels: 1, data: Uint8Array.of(255, 0, 0, 51) } as const
 * const model = functionModel((images) => images.map(({ data }) => [(data[0]! + data[3]!) / 510]))
 * const explanation = await explain(model, image, { regions: grid(2), fill: 0 })
 * const picture = { href: "data:image/png;base64,iVBORw0KGgo=" }
 * renderPair(explanation, { before: picture, after: picture }).includes("60.0 %") // => true
 * ```
 */
export function renderPair(record: Explanation, options: RenderPairOptions): string {
  const { before, after, region = strongestRegion(record), width, theme: themeName = "light" } = options
  checkPicture("before", before)
  checkPicture("after", after)
  if (record.regions.boxes[region] === undefined)
    throw new RangeError(`region must be from 0 to ${record.regions.boxes.length - 1}, got ${region}`)
  const explanation = aloneOnly(record)
  const sketch = makeSketch(explanation, { theme: themeName })
  const { theme, id } = sketch
  const { left, right } = panelsOf(explanation)
  const room = right.left + right.width - margin
  const asked = record.design !== "random-masks" || Number.isFinite(explanation.effects[region])
  const title = titleOfPair(explanation, { region, asked })
  const labelTop = left.top + left.height + 14
  const details = paragraph(detailsOf(explanation, { unseen: "" }), { room, size: 14, most: 3, fill: theme.quiet })
  const detailsTop = labelTop + 78
  const id2 = `${id}-pair-${region}`
  return svgOf(
    {
      width: room + 2 * margin,
      height: detailsTop + details.height + margin - 8,
      paper: theme.paper,
      title,
      description: detailsOf(explanation, { unseen: "" }),
      id: id2,
      body: [
        headline(title, room, theme).draw(margin, margin),
        stateHeading("What the model saw", left, theme),
        stateHeading(headingOfAfter(explanation), right, theme),
        statePicture(before, left, id2),
        statePicture(after, right, id2),
        markOf(explanation, { region, panels: [left, right] }),
        ...answers(sketch, { region, panels: [left, right], top: labelTop, now: answerAfter(record, region), asked }),
        details.draw(margin, detailsTop),
      ],
    },
    width,
  )
}

/** A pair hides one region alone, whatever the record's effects tell of: NaN where that was not asked. */
function aloneOnly(record: Explanation): Explanation {
  if (record.design !== "random-masks") return record
  const { evidence, ...rest } = record
  const effects = record.regions.boxes.map((_, region) => evidence?.alone?.effects[region] ?? Number.NaN)
  return { ...rest, design: "one-at-a-time", effects }
}

/** The model's first class with a region hidden, or shown, alone; undefined where that was not asked. */
function answerAfter({ design, topPerRegion, evidence }: Explanation, region: RegionId): ClassScore | undefined {
  return design === "random-masks" ? (evidence?.alone?.top[region] ?? undefined) : topPerRegion?.[region]
}

function titleOfPair(explanation: Explanation, { region, asked }: { region: RegionId; asked: boolean }): string {
  return asked ? changeOf(explanation, region) : `Hiding ${regionName(explanation, region)}: not asked`
}

function headingOfAfter({ design }: Explanation): string {
  return design === "all-but-one" ? "The same with everything else hidden" : "The same with that place hidden"
}

function panelsOf({ seen: { size } }: Explanation): { readonly left: Rect; readonly right: Rect } {
  const scale = Math.min(column / size.width, 620 / size.height)
  const left = { left: margin, top: margin + 36 + 46, width: size.width * scale, height: size.height * scale }
  return { left, right: { ...left, left: margin + Math.max(left.width, 230) + gap } }
}

/** The same outline on both pictures, so that the place is found in both. */
function markOf(
  { regions, seen }: Explanation,
  { region, panels }: { readonly region: RegionId; readonly panels: readonly Rect[] },
): string {
  const box = regions.boxes[region]!
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
  { explanation, theme }: Sketch,
  {
    region,
    panels,
    top,
    now,
    asked,
  }: {
    readonly region: RegionId
    readonly panels: readonly Rect[]
    readonly top: number
    readonly now: ClassScore | undefined
    readonly asked: boolean
  },
): readonly string[] {
  const { target, effects, hiddenScore, design, top: best } = explanation
  const { name, quantity, score: write } = targetWords(explanation)
  const what = quantity === "lead" ? "the lead" : name // Its classes stand in the title.
  const effect = effects[region]!
  const after = design === "all-but-one" ? (hiddenScore ?? 0) + effect : target.score - effect
  const firsts = [best[0], now]
  return [target.score, after].flatMap((score, i) => {
    const left = panels[i]!.left
    const first = firsts[i]
    const room = Math.max(panels[i]!.width, 230)
    const change = i === 1 && Number.isFinite(effect) ? `  (was ${write(target.score)})` : ""
    const line = Number.isFinite(score) ? `${what} ${write(score)}${change}` : asked ? "no value" : "not asked"
    return answerLines([line, firstAnswer(first, explanation)], { left, top, room, theme })
  })
}
