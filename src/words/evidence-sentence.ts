import type { Evidence, NoiseFloor } from "../evidence-record.ts"
import type { Explanation } from "../explanation.ts"
import type { RegionView, View } from "../reading/view.ts"
import { type EvidenceNumbers, evidenceNumbers } from "./evidence-numbers.ts"
import { nounOf } from "./name-regions.ts"
import { type TargetWords, targetWords } from "./target-words.ts"

/** What each sentence about evidence is made by. */
export type FormulaName =
  | "better-than-chance"
  | "average-better-than-chance"
  | "strongest-on-average"
  | "strongest-alone"
  | "same-alone"
  | "same-on-average"
  | "measurable"
  | "enough"
  | "needed"
  | "either"
  | "depends"
  | "asked"
  | "harmless"
  | "untouched"
  | "missingness"
  | "vanished"
  | "no-value"
  | "not-done"

/** A sentence about evidence, made by a named formula from numbers in the record. */
export interface EvidenceSentence {
  readonly formula: FormulaName
  readonly text: string
  /** Where the numbers stand in the record, such as `attributions[0].low[11]`. */
  readonly paths: readonly string[]
}

/** What stands in brackets behind sets of regions: how they are marked where the sentence is read. */
export interface SetMarks {
  readonly enough?: string
  readonly needed?: string
}

/** What formulas work with. */
export interface SentenceContext {
  readonly view: View
  readonly explanation: Explanation
  readonly evidence: Evidence & { readonly noise: NoiseFloor }
  readonly shown: readonly RegionView[]
  readonly numbers: EvidenceNumbers
  readonly words: TargetWords
  /** `squares`. */
  readonly noun: string
  readonly marks: SetMarks
}

/** Makes one sentence, none where the record does not hold what it is about, or one for each of several. */
export type Formula = (context: SentenceContext) => readonly EvidenceSentence[]

/** Everything that formulas share; undefined where the record has no evidence for what it shows. */
export function sentenceContext(view: View, marks: SetMarks): SentenceContext | undefined {
  const { record: explanation, judged, regions: shown } = view
  const { evidence } = explanation
  if (evidence === undefined || !judged) return undefined
  return {
    view,
    explanation,
    evidence: { ...evidence, noise: evidence.noise ?? { checks: [], repeat: 0, alone: 0, average: 0 } },
    shown,
    numbers: evidenceNumbers(explanation),
    words: targetWords(explanation),
    noun: nounOf(explanation),
    marks,
  }
}

/** `1 of 64 squares has`, `12 of 64 squares have`. */
export function countOf({ noun, shown }: SentenceContext, count: number, verbs: readonly [string, string]): string {
  return `${count} of ${shown.length} ${noun} ${verbs[count === 1 ? 0 : 1]}`
}
