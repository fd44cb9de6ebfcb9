import type { TargetAnswer } from "../../asking/ask.ts"
import type { FoundSet } from "../../evidence-record.ts"
import type { RegionId } from "../../types.ts"
import { bySizeAndGain, type TriedSets } from "./tried-sets.ts"

export interface ConfirmSetOptions {
  readonly tried: TriedSets
  /** Asks about one set, alone in its call; undefined if nothing more may be asked. */
  readonly askAlone: (regions: readonly RegionId[]) => Promise<TargetAnswer | undefined>
  readonly works: (answer: TargetAnswer) => boolean
  /** The order in which regions are added to a set that was not confirmed. */
  readonly order: readonly RegionId[]
}

/**
 * Asks about the smallest set again, alone in its batch. If the answer differs then, the next working set with at most one more region is asked,
 * or the same set with the next region of the order.
 *
 * Sums differ in their last digits between batch sizes, so a set on the edge may fail: ReX's documentation mentions this.
 *
 * @returns the first set that is confirmed, or the smallest with `confirmed: false` if nothing more may be asked; null if no set works.
 */
export async function confirmSet({ tried, askAlone, works, order }: ConfirmSetOptions): Promise<FoundSet | null> {
  const { best } = tried
  if (best === undefined) return null
  const rest = tried.all.filter((set) => set.works && set !== best).sort(bySizeAndGain)
  let regions = best.regions
  while (true) {
    const answer = await askAlone(regions)
    if (answer === undefined) return found(tried, { ...best, confirmed: false })
    if (works(answer)) return found(tried, { regions, answer, confirmed: true })
    const next =
      rest[0] !== undefined && rest[0].regions.length <= regions.length + 1 ? rest.shift()?.regions : undefined
    const more = order.find((id) => !regions.includes(id))
    if (next === undefined && more === undefined) return found(tried, { ...best, confirmed: false })
    regions = next ?? [...regions, more!].sort((a, b) => a - b)
  }
}

function found(
  tried: TriedSets,
  {
    regions,
    answer,
    confirmed,
  }: { readonly regions: readonly RegionId[]; readonly answer: TargetAnswer; readonly confirmed: boolean },
): FoundSet {
  const exact = tried.untried(regions.length) === 0
  return { regions, score: answer.score, answer: answer.best, exact, confirmed }
}
