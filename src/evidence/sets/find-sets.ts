import type { TargetAnswer, TargetAsk } from "../../asking/ask.ts"
import type { FoundSets } from "../../evidence-record.ts"
import { checkInteger } from "../../math/check-integer.ts"
import type { Position } from "../../method.ts"
import { random } from "../../random.ts"
import type { HiddenSet, RegionId } from "../../types.ts"
import { confirmSet } from "./confirm-set.ts"
import type { KnownAnswer } from "./known-answers.ts"
import { proposeSets } from "./propose-sets.ts"
import { type SetQuestion, type SetQuestionsOptions, setQuestions } from "./set-questions.ts"
import { regionKinship } from "./weigh-regions.ts"

export interface FindSetsOptions extends SetQuestionsOptions {
  /** All regions, those that matter most first. */
  readonly order: readonly RegionId[]
  /** How many pictures may be asked about, including those that confirm a set at batch size 1; at least 4. */
  readonly budget: number
  readonly seed: number
  /** The middle of each region, in widths of a region: neighbours tend to be useful together. Default: unknown. */
  readonly positions?: readonly Position[]
  /** Answers with the first fill that are known already: they cost nothing and guide the search. Default: none. */
  readonly known?: readonly KnownAnswer[]
}

/** How many pictures are kept for asking again, beyond one per set. */
const SPARE = 2

/**
 * Finds the smallest set of regions that is enough (shown alone, it keeps the answer) and the smallest that is needed (hiding it changes the answer),
 * and asks about both again at batch size 1. The first fill hides.
 *
 * Both searches run side by side and learn from each other's pictures: first the shortest beginning of the order that works, then smaller sets guessed
 * by a regression of the scores on the regions, then all smaller sets if there are few enough. Hiding more may bring an answer
 * back, so nothing is concluded that was not asked. Sizes are upper bounds unless `exact`.
 *
 * Related: the minimal sufficient explanations of ReX (Chockler 2021), the counterfactual sets of SEDC (Martens and Provost 2014, Vermeire 2022).
 *
 * @returns both sets; null for one that was not found, and for both if the untouched picture has another answer. The set that is enough may be empty.
 * @throws RangeError for a budget below 4, or an order that does not hold each region once.
 */
export async function findSets(
  ask: TargetAsk,
  options: FindSetsOptions,
): Promise<FoundSets & { readonly asked: number }> {
  const { order, budget, known = [] } = options
  check(options)
  const questions = setQuestions(options)
  const [enough, needed] = questions
  let left = budget
  const learn = (set: HiddenSet, answer: TargetAnswer): void => {
    for (const question of questions) question.learn(set, answer)
  }
  const askAbout = async (sets: readonly HiddenSet[]): Promise<void> => {
    left -= sets.length
    const answers = sets.length === 0 ? [] : await ask(sets)
    for (const [i, answer] of answers.entries()) learn(sets[i]!, answer)
  }
  const askAlone = async (set: HiddenSet): Promise<TargetAnswer | undefined> => {
    if (left === 0) return undefined
    left -= 1
    const [answer] = await ask([set], { batchSize: 1 })
    return answer
  }

  for (const { set, answer } of known) learn(set, answer)
  await askAbout(
    questions.filter(({ tried }) => tried.get(order) === undefined).map((question) => question.pictureOf(order)),
  )
  if (enough.tried.get(order)?.works !== true) return { enough: null, needed: null, asked: budget - left }

  const nextRound = rounds(questions, options)
  const reserve = Math.min(questions.length + SPARE, left)
  for (let sets = nextRound(left - reserve); sets.length > 0; sets = nextRound(left - reserve)) await askAbout(sets)

  const confirmed = ({ tried, works, pictureOf }: SetQuestion) =>
    confirmSet({ tried, works, order, askAlone: (regions) => askAlone(pictureOf(regions)) })
  left -= 1 // One picture is kept for the second question, whatever the first needs.
  const first = await confirmed(enough)
  left += 1
  const second = await confirmed(needed)
  return { enough: first, needed: second, asked: budget - left }
}

/** The pictures of the next round for both questions, each once; none if both searches are over or nothing is left. */
function rounds(
  questions: readonly SetQuestion[],
  { order, positions, seed }: FindSetsOptions,
): (left: number) => readonly HiddenSet[] {
  const kinship = regionKinship(order.length, positions)
  const streams = questions.map(() => random(seed))
  let active = questions.length
  return (left) => {
    const share = Math.ceil(left / Math.max(1, active))
    const proposed = questions.map(({ tried, pictureOf }, i) =>
      proposeSets(tried, { order, kinship, left: share, next: streams[i]! }).map(pictureOf),
    )
    active = proposed.filter(({ length }) => length > 0).length
    const pictures = new Map(proposed.flat().map((picture) => [picture.hidden.join(), picture]))
    return [...pictures.values()].slice(0, left)
  }
}

function check({ regions, order, budget }: FindSetsOptions): void {
  checkInteger("the budget for sets", budget, { least: 4 })
  if (order.length !== regions || new Set(order).size !== regions || order.some((id) => !(id >= 0 && id < regions)))
    throw new RangeError(`an order must hold each of the ${regions} regions once, got ${order.join(", ")}`)
}
