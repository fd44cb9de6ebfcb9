import type { EffectMeaning } from "../../explanation.ts"
import { fillIn } from "../../words/fill-in.ts"
import { hasCells } from "./cell-shapes.ts"
import { element, text } from "./element.ts"
import { hasShownPictures } from "./hidden-picture.ts"
import type { Stage } from "./stage.ts"

/** Which picture shows in the chosen part, and which one around it. */
const hidden = { below: "given", above: "hidden" } as const
const layers = {
  alone: hidden,
  around: hidden,
  average: hidden,
  "shown-alone": { below: "hidden", above: "given" },
} as const satisfies Readonly<Record<EffectMeaning, object>>

/** The place that a script fills with the numbers of a part of the map and the picture that the model was shown. "" if parts are too small to be pointed at. */
export function chosenCell(stage: Stage): string {
  if (!hasCells(stage)) return ""
  const { words, explanation } = stage
  const { interactive } = words
  const noun = words.nouns[explanation.regions.layout.kind].one
  const help = fillIn(hasShownPictures(stage) ? interactive.helpPicture : interactive.help, { noun })
  return element(
    "div",
    {
      ...{ class: "chosen scripted", id: "chosen", hidden: "", "data-grid": interactive.grid },
      ...namesOf(stage),
    },
    element("p", { class: "help" }, text(help)),
    hasShownPictures(stage) ? picture(stage) : "",
    element("div", {}, element("h3", {}), element("dl", { class: "facts" })),
  )
}

function picture({ view, words, explanation, ids }: Stage): string {
  const { width, height } = explanation.seen.size
  const { below, above } = layers[view.means]
  return element(
    "svg",
    {
      ...{ viewBox: `0 0 ${width} ${height}`, role: "img" },
      ...{ "aria-label": words.interactive.none, focusable: "false" },
    },
    element("clipPath", { id: "gx-chosen" }, element("use", { href: "#gx-cell-0" })),
    element("use", { href: `#${ids[below]}` }),
    element("use", { href: `#${ids[above]}`, "clip-path": "url(#gx-chosen)", class: "covered" }),
  )
}

/** `Without the square at {place}`, whose place a script fills in: for the map in front and, if the other map hides less, for that one. */
function namesOf({ view, words, explanation }: Stage): Readonly<Record<string, string>> {
  const { interactive, page } = words
  const named = (template: string): string =>
    fillIn(template, { region: words.regions[explanation.regions.layout.kind] })
  const names = {
    alone: interactive.cell,
    around: page.cellAround,
    average: interactive.cell,
    "shown-alone": interactive.cellShown,
  } as const satisfies Readonly<Record<EffectMeaning, string>>
  return { "data-name": named(names[view.means]), "data-name-alone": named(interactive.cell) }
}
