import type { Explanation, FunctionScale } from "../explanation.ts"
import { scaleOf } from "../words/target-words.ts"
import { isMeasurable, shownRegions } from "./shown-regions.ts"

/**
 * The index of the largest effect, whatever its sign; where evidence says which effects are measurable, of those, if there are any. The first of equals, and 0
 * where none has a value.
 */
export function strongestRegion(explanation: Explanation): number {
  const { effects } = explanation
  const shown = shownRegions(explanation)
  const counts = (index: number): boolean => shown === undefined || isMeasurable(shown[index]!.verdict)
  return largest(effects, counts) ?? largest(effects, () => true) ?? 0
}

function largest(effects: readonly number[], counts: (index: number) => boolean): number | undefined {
  let strongest: number | undefined
  let most = -1
  effects.forEach((effect, index) => {
    if (!Number.isFinite(effect) || Math.abs(effect) <= most || !counts(index)) return
    strongest = index
    most = Math.abs(effect)
  })
  return strongest
}

/** Whether any effect can be told from none; where nothing says so, whether any reaches 1 point (0.04 logits, which is 1 point at 50 %). */
export function movesTheAnswer(explanation: Explanation): boolean {
  const shown = shownRegions(explanation)
  if (shown !== undefined) return shown.some(({ verdict }) => isMeasurable(verdict))
  const strongest = explanation.effects[strongestRegion(explanation)]!
  return Number.isFinite(strongest) && Math.abs(strongest) >= leastMove[scaleOf(explanation)]
}

const leastMove: Readonly<Record<FunctionScale, number>> = { probability: 0.01, logit: 0.04, number: 0.01 }
