import { isMeasurable } from "../../reading/region-verdict.ts"
import type { View } from "../../reading/view.ts"
import { placeOf } from "../../words/context.ts"
import { english } from "../../words/english.ts"
import { fillIn } from "../../words/fill-in.ts"
import { numbersOf } from "../../words/numbers.ts"
import { extent } from "../color/extent.ts"
import { terminalSigns } from "./terminal-signs.ts"
import { effectText } from "./terminal-text.ts"

/** The ten strongest regions, one per line; if evidence says which effects are measurable, only among those. */
export function strongestLines(view: View): readonly string[] {
  const { effects, judged, regions } = view
  const { signed, unit } = numbersOf(view, english)
  const signs = terminalSigns(view, { sets: true })
  const size = (index: number): number => Math.abs(effects[index]!) || 0 // NaN comes last.
  const listed = effects
    .map((_, i) => i)
    .filter((i) => !judged || isMeasurable(regions[i]!.verdict))
    .sort((a, b) => size(b) - size(a) || a - b)
    .slice(0, 10)
  if (listed.length === 0) return []
  const texts = new Map(listed.map((i) => [i, effectText(effects[i]!, signed) + signs.behind(i)]))
  const longest = extent([...texts.values()].map(({ length }) => length)).most
  const lines = listed.map((i) => `${texts.get(i)!.padStart(longest)}  ${placeOf({ view, words: english }, i)}`)
  return [fillIn(english.terminal.strongest, { unit }), ...lines, ...(signs.width === 0 ? [] : [signs.setKey])]
}
