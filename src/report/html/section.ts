import type { Words } from "../../words/english.ts"
import { element, text } from "./element.ts"
import type { Stage } from "./stage.ts"

export type SectionName = keyof Words["headings"]

export interface SectionOptions {
  readonly name: SectionName
  /** Open from the start. @default false */
  readonly open?: boolean
}

/** A section that opens when its heading is pressed, and is open on paper. */
export function foldedSection(
  { words }: Pick<Stage, "words">,
  { name, open = false }: SectionOptions,
  ...children: readonly string[]
): string {
  const heading = element("h2", { id: `h-${name}` }, text(words.headings[name]))
  return element(
    "section",
    { id: name, "aria-labelledby": `h-${name}` },
    element(
      "details",
      { class: "fold", open: open ? "" : undefined },
      element("summary", {}, heading),
      element("div", { class: "inside", id: `${name}-inside` }, ...children),
    ),
  )
}

/** Facts with their names. A value may be finished HTML. */
export function facts(
  rows: readonly (readonly [name: string, value: string, path?: string])[],
  kind: "facts" | "facts long" = "facts",
): string {
  const items = rows.map(([name, value, path]) =>
    element("div", {}, element("dt", {}, text(name)), element("dd", { "data-path": path }, value)),
  )
  return element("dl", { class: kind }, ...items)
}
