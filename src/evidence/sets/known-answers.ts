import type { Answer } from "../../asking/ask.ts"
import type { Run } from "../../asking/prepare-run.ts"
import type { Attribution } from "../../explanation.ts"
import type { HiddenSet } from "../../types.ts"
import type { MaskedAnswer } from "../measure-average.ts"

/** A picture made with the first fill, and what the model said of it. */
export interface KnownAnswer {
  readonly set: HiddenSet
  readonly answer: Answer
}

/** What the model said so far of pictures made with the first fill: the untouched one, masked ones, those with one region hidden. */
export function knownAnswers(
  { target, top }: Pick<Run, "target" | "top">,
  { masked, alone }: { readonly masked: readonly MaskedAnswer[]; readonly alone: Attribution | undefined },
): readonly KnownAnswer[] {
  const single = (effect: number | null, id: number): readonly KnownAnswer[] => {
    const best = alone?.answers?.[id] ?? null
    if (effect === null || best === null) return []
    return [{ set: { hidden: [id] }, answer: { score: target.score - effect, best } }]
  }
  return [
    { set: { hidden: [] }, answer: { score: target.score, best: top[0]! } },
    ...masked.filter(({ fill }) => fill === 0).map(({ set, answer }) => ({ set, answer })),
    ...(alone?.effects ?? []).flatMap(single),
  ]
}
