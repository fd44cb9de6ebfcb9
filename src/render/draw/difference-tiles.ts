import type { SetUpPart } from "../../reading/compare-set-up.ts"
import { placeOf } from "../../words/context.ts"
import { type DifferenceContext, writeDifference } from "../../words/difference-words.ts"
import { fillIn } from "../../words/fill-in.ts"
import { titleOf } from "../../words/picture-words.ts"
import { setUpWords } from "../../words/set-up-words.ts"
import { strongestLine } from "../../words/sheet-words.ts"
import { leastColumn } from "./answer-lines.ts"
import { text } from "./blocks.ts"
import { drawMap, keptPhoto } from "./draw-map.ts"
import type { Rect } from "./geometry.ts"
import { tileHead } from "./sheet-tile.ts"
import type { Sketch } from "./sketch.ts"
import { fitLine, textWidth } from "./text-metrics.ts"
import { tag } from "./xml.ts"

/** Room for two lines and the numbers of columns above a map, and for a line below it. */
export const headRoom = 66
export const footRoom = 32

/** Parts that usually differ between models and are not mentioned in a narrow heading. */
const ofModels: readonly SetUpPart[] = ["model-file", "runtime", "input-size", "preprocessing"]

/** The words above and below a map. */
interface TileWords {
  readonly title: string
  readonly heading: string
  readonly foot: string
}

/** The maps of A, of B, and of the difference, each with its heading. */
export function differenceTiles(
  context: DifferenceContext,
  {
    sketches,
    panels,
    id,
  }: { readonly sketches: readonly Sketch[]; readonly panels: readonly Rect[]; readonly id: string },
): readonly string[] {
  const [first] = sketches as [Sketch]
  const words = [wordsOf(context, "a"), wordsOf(context, "b"), differenceOf(context)]
  // Stored once, drawn three times.
  const shared = first.photo === undefined ? {} : { photoId: `${id}-photo` }
  const photo = first.photo === undefined ? "" : keptPhoto(first, panels[0]!, `${id}-photo`)
  return [photo, ...sketches.map((sketch, i) => tile(sketch, panels[i]!, { ...words[i]!, ...shared }))]
}

function tile(
  sketch: Sketch,
  panel: Rect,
  { title, heading, foot, photoId }: TileWords & { readonly photoId?: string },
): string {
  const room = Math.max(panel.width, leastColumn)
  const head = { ...panel, top: panel.top - 16, width: room }
  const base = panel.top + panel.height + 20
  const below = textWidth(foot, 13) <= room ? foot : foot.replace(/ \([^(]*\)$/, "")
  return tag(
    "g",
    { class: "tile" },
    [
      tileHead([title, heading], head, sketch),
      drawMap(sketch, panel, photoId === undefined ? {} : { photoId }),
      text(fitLine(below, 13, room), { left: panel.left, base, size: 13, fill: sketch.theme.quiet }),
    ].join(""),
  )
}

/** What A or B is: its answer, and the parts of its set-up that differ from the other's. */
function wordsOf({ a, b, comparison, words, decimals }: DifferenceContext, side: "a" | "b"): TileWords {
  const view = { a, b }[side]
  const parts = comparison.setUp.map(({ part }) => part)
  // The title states the target; if the models differ, so do their files.
  const told: readonly SetUpPart[] = parts.includes("model") ? ["target", ...ofModels] : ["target"]
  const lines = setUpWords(
    comparison.setUp.filter(({ part }) => !told.includes(part)),
    { a: a.record, b: b.record },
    words,
  )
  const { sideA, sideB, sameWay, elseSame } = words.differenceNames
  const heading = lines.map((line) => `${line.part}: ${line[side]}`).join(" · ")
  const same = comparison.setUp.length === 0 ? sameWay : elseSame
  return {
    title: fillIn(side === "a" ? sideA : sideB, { title: titleOf(view, words) }),
    heading: heading === "" ? same : heading,
    foot: strongestLine(view, { decimals, words }),
  }
}

function differenceOf(context: DifferenceContext): TileWords {
  const { changed, scale, verdict } = context.comparison
  const [region] = changed
  const largest = region === undefined ? undefined : writeDifference(context, region)
  const { words } = context
  const { untold, within, map, mapHeading } = words.differenceNames
  return {
    title: fillIn(map, { unit: words.unitNames[scale] }),
    heading: mapHeading,
    foot:
      largest === undefined
        ? verdict === "unknown"
          ? untold
          : within
        : fillIn(words.region.line, {
            place: placeOf({ words, view: context.a }, region!),
            effect: largest.difference,
          }),
  }
}
