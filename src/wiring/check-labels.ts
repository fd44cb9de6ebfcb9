import type { NamesVerdict } from "./judge-names.ts"
import type { WiringCheck } from "./wiring-record.ts"

/** Whether there is one label a class. */
export function checkLabelCount(labels: readonly string[] | undefined, columns: number): WiringCheck {
  const name = "label-count"
  if (labels === undefined)
    return { name, state: "untold", sentence: `the ${columns} classes have no labels; --labels names them` }
  if (labels.length === columns) return { name, state: "ok", sentence: `${columns} labels for ${columns} classes` }
  const hint =
    columns - labels.length === 1
      ? ": the first class is often the background, which lists leave out"
      : labels.length - columns === 1
        ? ": the list may begin with a heading or the background"
        : ""
  return {
    name,
    state: "flagged",
    sentence: `${labels.length} labels for ${columns} classes${hint}`,
    flag: `--labels <a list of ${columns} names>`,
  }
}

/** Whether labels stand at the places of the classes that they name. */
export function labelNamesCheck(
  verdict: NamesVerdict,
  {
    by,
    labels,
    columns,
  }: { readonly by: string; readonly labels: readonly string[] | undefined; readonly columns: number },
): WiringCheck {
  const name = "label-names"
  const told = verdict.state === "untold" ? verdict.told : `${verdict.told} with ${by}`
  if (labels === undefined) {
    const fits = verdict.state === "fit" && verdict.shift === 0
    const sentence = fits
      ? `no labels were given; the answers fit the ${columns} classes of ImageNet in their usual order (${told})`
      : `no labels were given (${told})`
    return { name, state: "untold", sentence }
  }
  if (verdict.state === "untold") return { name, state: "untold", sentence: told }
  if (verdict.state === "misfit")
    return {
      name,
      state: "flagged",
      sentence: `the model tells pictures apart, but the labels do not fit (${told}): they may be in another order, or the model does not know such pictures`,
      flag: "--labels <the list that the model was trained with>",
    }
  if (verdict.shift === 0) return { name, state: "ok", sentence: `the labels fit the answers (${told})` }
  const way = verdict.shift > 0 ? "early" : "late"
  return {
    name,
    state: "flagged",
    sentence: `the labels stand one place too ${way} (${told})`,
    flag: `--labels <the list ${verdict.shift > 0 ? "with one more name in front" : "without its first line"}>`,
  }
}
