import type { Explanation } from "../explanation.ts"
import { faithfulnessVerdict } from "../reading/faithfulness-verdict.ts"
import { movesTheAnswer } from "../reading/strongest-region.ts"
import { type View, viewOf } from "../reading/view.ts"
import {
  asked,
  averageBetterThanChance,
  betterThanChance,
  enough,
  harmless,
  missingness,
  needed,
  notDone,
  untouched,
} from "./answer-formulas.ts"
import {
  depends,
  either,
  measurable,
  noValue,
  sameAlone,
  sameOnAverage,
  strongestAlone,
  strongestOnAverage,
  vanished,
} from "./effect-formulas.ts"
import {
  type EvidenceSentence,
  type Formula,
  type SentenceContext,
  type SetMarks,
  sentenceContext,
} from "./evidence-sentence.ts"

/** What the evidence of a record says, in words. */
export interface EvidenceWords {
  /** What must be read before the map: that it does no better than chance. */
  readonly warning: EvidenceSentence | undefined
  /** Three to six, five beside a warning: what matters, how sure that is, what keeps and what changes the answer. */
  readonly sentences: readonly EvidenceSentence[]
  /** What else a reader must know: fills that mislead, what the grid made, what was not done. */
  readonly notes: readonly EvidenceSentence[]
}

export interface EvidenceWordsOptions {
  /** What stands in brackets behind the sets, where they are marked: `outlined`. */
  readonly marks?: SetMarks
}

/** In the order in which they are read. */
const inOrder: readonly Formula[] = [
  ...[strongestOnAverage, strongestAlone, sameAlone, sameOnAverage, measurable, depends],
  ...[enough, needed, either, betterThanChance, averageBetterThanChance],
]
/** Left out where there is no room, the last first; all others are said of every record that holds what they are about. */
const fillers: readonly Formula[] = [either, depends, sameAlone, sameOnAverage]
const noteFormulas: readonly Formula[] = [missingness, vanished, noValue, notDone]

const fewest = 3
const most = 6

/**
 * Says what the evidence of a record tells, in sentences of at most 24 words (a class name counted as one), each made by a named formula from numbers in the
 * record. Nothing for records without evidence.
 *
 * @example
 * ```ts
 * import { explainWithEvidence, functionModel, grid } from "gridexplainer"
 * import { evidenceWords } from "gridexplainer/render"
 * const image = { width: 4, height: 4, channels: 1, data: Uint8Array.from({ length: 16 }, (_, i) => (i === 5 ? 255 : 0)) } as const
 * const dot = functionModel((images) => images.map(({ data }) => [data[5]! / 255, 1 - data[5]! / 255]))
 * const explanation = await explainWithEvidence(dot, image, { regions: grid(4), fills: [0], evidence: "quick" })
 * evidenceWords(explanation).sentences.length > 2 // => true
 * ```
 */
export function evidenceWords(of: Explanation | View, { marks = {} }: EvidenceWordsOptions = {}): EvidenceWords {
  const view = viewOf(of)
  const context = sentenceContext(view, marks)
  if (context === undefined) return { warning: undefined, sentences: [], notes: [] }
  const [chance] = betterThanChance(context)
  // A map that claims nothing cannot claim it wrongly.
  const warning = chance !== undefined && !isFaithful(view.record) && movesTheAnswer(view) ? chance : undefined
  const notes = noteFormulas.flatMap((formula) => formula(context))
  return { warning, sentences: chosen(context, warning), notes }
}

function chosen(context: SentenceContext, warning: EvidenceSentence | undefined): readonly EvidenceSentence[] {
  const made = inOrder
    .filter((formula) => warning === undefined || formula !== betterThanChance)
    .map((formula) => ({ formula, sentences: formula(context) }))
  const needed = made.filter(({ formula }) => !fillers.includes(formula)).flatMap(({ sentences }) => sentences)
  const room = most - needed.length - (warning === undefined ? 0 : 1)
  const filling = fillers.filter((formula) => formula(context).length > 0).slice(0, Math.max(0, room))
  const sentences = made
    .filter(({ formula }) => !fillers.includes(formula) || filling.includes(formula))
    .flatMap((one) => one.sentences)
  const count = sentences.length + (warning === undefined ? 0 : 1)
  const rest = [asked, harmless, untouched].flatMap((formula) => formula(context))
  return [...sentences, ...rest.slice(0, Math.max(0, fewest - count))]
}

/** Whether the order of the map was compared with random orders and beat all of them. */
export function isFaithful({ evidence }: Explanation): boolean {
  return evidence?.faithfulness !== undefined && faithfulnessVerdict(evidence.faithfulness).holds
}
