import type { Sentence } from "../../words/context.ts"
import type { Said } from "../../words/report-words.ts"
import { element, text } from "./element.ts"

/** A sentence, with the name of its template and the paths of its numbers in the record. */
export function saidSentence({ name, text: words, paths }: Sentence): string {
  const path = paths.length === 0 ? undefined : paths.join(" ")
  return element("span", { "data-formula": name, "data-path": path }, text(words))
}

/** Paragraphs of sentences, as a list; "" if there are none. */
export function saidList(said: Said, options: { readonly ordered?: boolean; readonly class?: string } = {}): string {
  const items = said.map((group) => element("li", {}, group.map(saidSentence).join(" ")))
  return items.length === 0
    ? ""
    : element(options.ordered === true ? "ol" : "ul", { class: options.class ?? "said" }, ...items)
}
