import { isMeasurable } from "../../reading/region-verdict.ts"
import { scaleOf } from "../../reading/scale-of.ts"
import type { View } from "../../reading/view.ts"
import { shownDecimals } from "../../words/decimals-within.ts"
import { effectUnit } from "../../words/format.ts"
import { regionPlace } from "../../words/name-regions.ts"
import { extent } from "../color/extent.ts"
import { terminalSigns } from "./terminal-signs.ts"
import { effectText } from "./terminal-text.ts"

/** The ten strongest regions, one a line; where evidence says which effects are measurable, of those. */
export function strongestLines(view: View): readonly string[] {
  const { effects, record, judged, regions } = view
  const scale = scaleOf(record)
  const decimals = shownDecimals(view)
  const signs = terminalSigns(view, { sets: true })
  const size = (index: number): number => Math.abs(effects[index]!) || 0 // NaN comes last.
  const listed = effects
    .map((_, i) => i)
    .filter((i) => !judged || isMeasurable(regions[i]!.verdict))
    .sort((a, b) => size(b) - size(a) || a - b)
    .slice(0, 10)
  if (listed.length === 0) return []
  const texts = new Map(listed.map((i) => [i, effectText(effects[i]!, scale, decimals) + signs.behind(i)]))
  const longest = extent([...texts.values()].map(({ length }) => length)).most
  const lines = listed.map((i) => `${texts.get(i)!.padStart(longest)}  ${regionPlace(record, i)}`)
  return [`Strongest, in ${effectUnit(scale)}:`, ...lines, ...(signs.width === 0 ? [] : [signs.setKey])]
}
