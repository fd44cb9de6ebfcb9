import type { AskedPicture, AskOptions, TargetAnswer, TargetAsk } from "../../src/asking/ask.ts"
import type { ClassScore, Edit, HiddenSet, RegionId } from "../../src/types.ts"

export interface ClosedAsk {
  readonly ask: TargetAsk
  /** What was asked, one entry a call. */
  readonly calls: { readonly pictures: number; readonly options: AskOptions<TargetAnswer> | undefined }[]
}

/** An `Ask` for one target that answers by formulas instead of a model: the score with these regions hidden by a fill, the score of a picture with these edits. */
export function closedAsk(formulas: {
  readonly ofSet?: (hidden: readonly RegionId[], fill: number) => number
  readonly ofEdits?: (
    edits: readonly Edit[],
    place: { readonly index: number; readonly batchSize: number | undefined },
  ) => number
}): ClosedAsk {
  const { ofSet = missing, ofEdits = missing } = formulas
  const calls: ClosedAsk["calls"] = []
  const ask = Object.assign(
    async (sets: readonly HiddenSet[], options?: AskOptions<TargetAnswer>) => {
      calls.push({ pictures: sets.length, options })
      return sets.map(({ hidden }) => answerOf(ofSet(hidden, options?.fill ?? 0)))
    },
    {
      edits: async (pictures: readonly AskedPicture[], options?: Pick<AskOptions, "batchSize">) => {
        calls.push({ pictures: pictures.length, options })
        return pictures.map(({ edits }, index) => answerOf(ofEdits(edits, { index, batchSize: options?.batchSize })))
      },
    },
  )
  return { ask, calls }
}

/** A class by its number, where only the number counts. */
export function classNumber(index: number): ClassScore {
  return { index, label: `class ${index}`, score: 0.5 }
}

function answerOf(score: number): TargetAnswer {
  return { score, best: { index: 0, label: "thing", score } }
}

function missing(): never {
  throw new Error("this was not to be asked")
}
