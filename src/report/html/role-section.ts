import { element, text } from "./element.ts"
import { section } from "./section.ts"
import type { Stage } from "./stage.ts"

/** Boxes to be filled in by whoever uses the report: a form on paper, and a text to be edited on a screen that allows it. */
export function roleSection(stage: Stage): string {
  const { role, roleFields } = stage.words.labels
  const boxes = Object.values(roleFields).map((name) =>
    element("div", { class: "box" }, element("h3", {}, text(name)), element("div", { class: "room" })),
  )
  return section(stage, "role", element("p", {}, text(role)), element("div", { class: "boxes" }, ...boxes))
}
