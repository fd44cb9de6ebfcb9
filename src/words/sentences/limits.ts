import { seesAll } from "../details.ts"
import { type Formula, sentence } from "./sentence.ts"

/** What no report may leave out: the first three stand on its first screen. */
export const mainLimits: Formula = (context) => [
  ...sentence(context, "notRight", { paths: [] }),
  ...sentence(context, "ownNumber", { paths: ["model.scale"] }),
  ...sentence(context, "noSum", { values: { noun: context.noun }, paths: [`${context.view.path}.effects`] }),
]

/** What this map cannot tell; lines are added by what the record holds. */
export const limits: Formula = (context) => {
  const { explanation, noun } = context
  const { regions, seen } = explanation
  const box = regions.boxes[0]!
  const perX = seen.source.width / seen.size.width
  const perY = seen.source.height / seen.size.height
  const pixels = (length: number): string => String(Math.max(1, Math.round(length)))
  const size = { width: pixels(box.width * perX), height: pixels(box.height * perY) }
  return [
    ...sentence(context, "notRight", { paths: [] }),
    ...sentence(context, "notReason", { paths: [] }),
    ...sentence(context, "noSum", { values: { noun }, paths: [`${context.view.path}.effects`] }),
    ...(regions.layout.kind === "grid"
      ? sentence(context, "cellSize", { values: size, paths: ["regions.boxes[0]", "seen.source", "seen.size"] })
      : []),
    ...(regions.layout.kind === "window" ? sentence(context, "overlap", { paths: ["regions.layout"] }) : []),
    ...(seesAll(explanation) ? [] : sentence(context, "notGiven", { paths: ["seen.source", "picture.size"] })),
    ...sentence(context, "unnatural", { paths: [] }),
    ...sentence(context, "onePicture", { paths: [] }),
  ]
}
