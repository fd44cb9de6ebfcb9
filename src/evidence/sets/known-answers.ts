import type { TargetAnswer } from "../../asking/ask.ts"
import type { Run, RunTarget } from "../../asking/open-run.ts"
import type { Strip } from "../../evidence-record.ts"
import type { Attribution } from "../../explanation.ts"
import type { Observation } from "../../method.ts"
import type { HiddenSet, RegionId } from "../../types.ts"

/** A picture made with the first fill, and what the model said of it. */
export interface KnownAnswer {
  readonly set: HiddenSet
  readonly answer: TargetAnswer
}

/** What was asked about regions with others around them. */
interface AroundKnown {
  readonly attribution: Attribution
  readonly together: readonly (readonly RegionId[])[]
  readonly keeps: (answer: TargetAnswer) => boolean
}

/** What the model said so far of pictures made with the first fill: the untouched one, those of a method, and those with one or more regions hidden. */
export function knownAnswers(
  { record: target }: Pick<RunTarget, "record">,
  {
    top,
    observations,
    alone,
    around,
    strip,
  }: Pick<Run, "top"> & {
    readonly observations: readonly Observation[]
    readonly alone: Attribution | undefined
    /** Each region hidden with others, and which these are: those that change the answer. The others would mislead the search, as all of them hold neighbours. */
    readonly around?: AroundKnown | undefined
    readonly strip?: Strip | undefined
  },
): readonly KnownAnswer[] {
  const hiding = (of: Attribution | undefined, hiddenWith: (id: RegionId) => readonly RegionId[]) =>
    (of?.effects ?? []).flatMap((effect, id): readonly KnownAnswer[] => {
      const best = of!.answers?.[id] ?? null
      if (effect === null || best === null) return []
      return [{ set: { hidden: hiddenWith(id) }, answer: { score: target.score - effect, best } }]
    })
  return [
    { set: { hidden: [] }, answer: { score: target.score, best: top[0]! } },
    ...observations
      .filter(({ mask }) => (mask.fill ?? 0) === 0 && mask.strength === undefined)
      .map(({ mask, score, best }) => ({ set: mask, answer: { score, best } })),
    ...hiding(alone, (id) => [id]),
    ...hiding(around?.attribution, (id) => around!.together[id]!).filter(({ answer }) => !around!.keeps(answer)),
    ...(strip?.said ?? []).map(({ score, answer: best }, i) => ({
      set: { hidden: strip!.regions.slice(0, strip!.hidden[i]) },
      answer: { score, best },
    })),
  ]
}
