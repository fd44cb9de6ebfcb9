import type { FoundSet } from "../../evidence-record.ts"
import { asSeen } from "../../reading/as-seen.ts"
import { enoughLine } from "../../render/draw/evidence-marks.ts"
import { setArea, setLines } from "../../render/draw/set-lines.ts"
import { tag } from "../../render/draw/xml.ts"
import { fillIn, numbered } from "../../words/fill-in.ts"
import { labelOf } from "../../words/label-of.ts"
import { element, text } from "./element.ts"
import { drawing } from "./map-figure.ts"
import type { Stage } from "./stage.ts"

/** The very pictures that the model was shown: untouched, with only the set that is enough, and without the set that is needed. */
export function setFigures(stage: Stage): string {
  const { explanation, pictures, context, words } = stage
  const { enough = null, needed = null } = explanation.evidence?.sets ?? {}
  if (pictures?.given === undefined || pictures.hidden === undefined || (enough === null && needed === null)) return ""
  const [first] = explanation.top
  const { classScore } = context.numbers
  const given = figure(stage, {
    heading: words.shown.given,
    answer:
      first === undefined ? "" : answerOf(stage, { label: labelOf(first), score: classScore(first.score, "exact") }),
    paths: ["top[0].label", "top[0].score"],
  })
  return element(
    "div",
    { class: "figures" },
    given,
    enough === null || enough.regions.length === 0 ? "" : setFigure(stage, { set: enough, name: "enough" }),
    needed === null || needed.regions.length === 0 ? "" : setFigure(stage, { set: needed, name: "needed" }),
  )
}

interface NamedSet {
  readonly set: FoundSet
  readonly name: "enough" | "needed"
}

function setFigure(stage: Stage, { set, name }: NamedSet): string {
  const { words, context } = stage
  const count = set.regions.length
  return figure(stage, {
    heading: fillIn(numbered(words.shown[name], count), { count, ...context.common }),
    answer: answerOf(stage, { label: labelOf(set.answer), score: context.numbers.classScore(set.answer.score) }),
    paths: [`evidence.sets.${name}.answer`],
    set: { set, name },
  })
}

function answerOf({ words }: Stage, answer: { readonly label: string; readonly score: string }): string {
  return fillIn(words.shown.answer, answer)
}

function figure(
  stage: Stage,
  {
    heading,
    answer,
    paths,
    set,
  }: { readonly heading: string; readonly answer: string; readonly paths: readonly string[]; readonly set?: NamedSet },
): string {
  const { explanation, ids } = stage
  const { size } = explanation.seen
  const marked = set === undefined ? "" : hiddenParts(stage, set)
  return element(
    "figure",
    {},
    drawing(
      size,
      { role: "img", "aria-label": `${heading}: ${answer}` },
      tag("use", { href: `#${ids.given}` }),
      marked,
    ),
    element(
      "figcaption",
      {},
      element("b", {}, text(heading)),
      " ",
      element("span", { "data-path": paths.join(" ") }, text(answer)),
    ),
  )
}

/** The hidden copy where the set is hidden, or everywhere but where it is shown; and a line round the set. */
function hiddenParts({ explanation, ids }: Stage, { set, name }: NamedSet): string {
  const regions = new Set(set.regions)
  const seen = asSeen(explanation)
  const panel = { left: 0, top: 0, ...explanation.seen.size }
  const isHidden = (region: number): boolean => regions.has(region) === (name === "needed")
  const clip = tag(
    "clipPath",
    { id: `gx-${name}` },
    tag("path", { d: setArea(isHidden, { explanation: seen, panel }) }),
  )
  const thick = panel.width / 110
  const line = setLines((region) => regions.has(region), { explanation: seen, panel, inset: thick * 1.4 })
  return clip + tag("use", { href: `#${ids.hidden}`, "clip-path": `url(#gx-${name})` }) + enoughLine(line, thick)
}
