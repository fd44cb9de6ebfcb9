import type { NamesVerdict } from "./judge-names.ts"
import type { Authority, WiringCheck } from "./wiring-record.ts"

/** Whether there is one label per class. */
export function checkLabelCount(labels: readonly string[] | undefined, columns: number): WiringCheck {
  const name = "label-count"
  const finding = { kind: "label-count", labels: labels?.length, classes: columns } as const
  if (labels === undefined) return { name, state: "untold", finding }
  if (labels.length === columns) return { name, state: "ok", finding }
  return { name, state: "flagged", finding, remedy: { labels: "one-a-class", classes: columns } }
}

/** Whether labels are at the places of the classes that they name. */
export function labelNamesCheck(
  verdict: NamesVerdict,
  {
    by: authority,
    labels,
    columns: classes,
  }: { readonly by: Authority; readonly labels: readonly string[] | undefined; readonly columns: number },
): WiringCheck {
  const name = "label-names"
  if (verdict.state === "untold") return { name, state: "untold", finding: verdict.finding }
  const { state, shift, ...agreement } = verdict
  const finding = { kind: "names", shift, ...agreement, authority, labels: labels !== undefined, classes } as const
  if (labels === undefined) return { name, state: "untold", finding }
  if (state === "misfit") return { name, state: "flagged", finding, remedy: { labels: "as-trained", classes } }
  if (shift === 0) return { name, state: "ok", finding }
  const remedy = { labels: shift > 0 ? "one-more-in-front" : "without-first", classes } as const
  return { name, state: "flagged", finding, remedy }
}
