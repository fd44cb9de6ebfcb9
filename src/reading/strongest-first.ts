/** The regions by the size of their effects, whatever the sign, the largest first; those without a value last. */
export function strongestFirst(effects: readonly number[]): readonly number[] {
  const size = (index: number): number => Math.abs(effects[index]!) || 0 // NaN comes last.
  const isMissing = (index: number): number => (Number.isFinite(effects[index]) ? 0 : 1)
  return effects.map((_, i) => i).sort((a, b) => isMissing(a) - isMissing(b) || size(b) - size(a) || a - b)
}
