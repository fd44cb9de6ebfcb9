import { cautions } from "./cautions.ts"
import { chosenCell } from "./chosen-cell.ts"
import { element, text } from "./element.ts"
import { legend } from "./map-figure.ts"
import { mapFigures } from "./map-figures.ts"
import { isPhotoBesideMap, photoFigure } from "./photo-figure.ts"
import { setFigures } from "./set-figures.ts"
import type { Stage } from "./stage.ts"
import { stripFigures } from "./strip.ts"

/**
 * The first screen under the headline: the map, what keeps and what changes the answer, the strongest regions hidden one after another, and what to be careful
 * about.
 */
export function answerSection(stage: Stage, alone: Stage | undefined): string {
  const { words } = stage
  const heading = element("h2", { id: "h-summary", class: "spoken" }, text(words.headings.summary))
  return element(
    "section",
    { id: "summary", "aria-labelledby": "h-summary" },
    heading,
    element(
      "div",
      { class: `answer ${shapeOf(stage)}` },
      ...[mapFigures(stage, alone), legend(stage), setFigures(stage)],
      isPhotoBesideMap(stage) ? photoFigure(stage) : "",
      chosenCell(stage),
    ),
    stripFigures(stage),
    cautions(stage),
  )
}

/** How a map shares a wide screen with what is beside it. */
function shapeOf({ size: { width, height } }: Stage): "flat" | "square" | "tall" {
  if (width > 1.2 * height) return "flat"
  return height > 1.2 * width ? "tall" : "square"
}
