import { element, text } from "./element.ts"
import { foldedSection } from "./section.ts"
import type { Stage } from "./stage.ts"

/** A form on paper, to be filled in by whoever uses the report: lines with names. */
export function roleSection(stage: Stage): string {
  const { role, roleFields } = stage.words.labels
  const boxes = Object.values(roleFields).map((name) =>
    element("div", { class: "box" }, element("h3", {}, text(name)), element("div", { class: "room" })),
  )
  return foldedSection(
    stage,
    { name: "role" },
    element("p", { class: "on-screen" }, text(role)),
    element("div", { class: "boxes" }, ...boxes),
  )
}
