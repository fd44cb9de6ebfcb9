import { element, text } from "./element.ts"
import { saidList } from "./said.ts"
import type { Stage } from "./stage.ts"

/** What may change what a reader does, the weightiest first. */
export function cautions({ said, words }: Stage): string {
  const name = words.labels.caution
  return said.caution.length === 0
    ? ""
    : element(
        "aside",
        { class: "caution", "aria-label": name },
        element("b", {}, text(name)),
        saidList(said.caution, { class: "plain" }),
      )
}
