import type { Explanation } from "../../explanation.ts"
import { isMeasurable, shownRegions } from "../../reading/shown-regions.ts"
import { shownDecimals } from "../../words/decimals-within.ts"
import { effectUnit } from "../../words/format.ts"
import { regionPlace } from "../../words/name-regions.ts"
import { scaleOf } from "../../words/target-words.ts"
import { extent } from "../color/extent.ts"
import { terminalSigns } from "./terminal-signs.ts"
import { effectText } from "./terminal-text.ts"

/** The ten strongest regions, one a line; where evidence says which effects are measurable, of those. */
export function strongestLines(explanation: Explanation): readonly string[] {
  const { effects } = explanation
  const scale = scaleOf(explanation)
  const shown = shownRegions(explanation)
  const decimals = shownDecimals(explanation)
  const signs = terminalSigns(explanation, { sets: true })
  const size = (index: number): number => Math.abs(effects[index]!) || 0 // NaN comes last.
  const listed = effects
    .map((_, i) => i)
    .filter((i) => shown === undefined || isMeasurable(shown[i]!.verdict))
    .sort((a, b) => size(b) - size(a) || a - b)
    .slice(0, 10)
  if (listed.length === 0) return []
  const texts = new Map(listed.map((i) => [i, effectText(effects[i]!, scale, decimals) + signs.behind(i)]))
  const longest = extent([...texts.values()].map(({ length }) => length)).most
  const lines = listed.map((i) => `${texts.get(i)!.padStart(longest)}  ${regionPlace(explanation, i)}`)
  return [`Strongest, in ${effectUnit(scale)}:`, ...lines, ...(signs.width === 0 ? [] : [signs.setKey])]
}
