import type { Answer, Ask } from "../asking/ask.ts"
import type { Run, RunTarget } from "../asking/open-run.ts"
import type { Attribution } from "../explanation.ts"
import type { Mask, MethodContext, Observation } from "../method.ts"
import type { Method } from "./method.ts"

export interface RunMethodOptions {
  readonly method: Method
  /** How many pictures the design may ask about. */
  readonly budget: number
  /** Called every few batches with what is known so far, one attribution per target. */
  readonly onPartial?: ((attributions: readonly Attribution[]) => void) | undefined
}

/** What a method found out about one target. */
export interface MethodResult {
  readonly attribution: Attribution
  readonly observations: readonly Observation[]
}

/** Pictures between two partial results: fewer would tell little that is new, and each partial result takes an estimate. */
const PARTIAL = 24

/**
 * Asks what a method's design wants to know, and lets its estimator turn the answers into one number per region: one result per target, from the same pictures.
 *
 * @throws RangeError for a design that asks nothing, or an estimator that does not return one number or null per region.
 */
export async function runMethod(ask: Ask, run: Run, options: RunMethodOptions): Promise<readonly MethodResult[]> {
  const { method, budget, onPartial } = options
  const context = { count: run.subject.regions, positions: run.positions, fills: run.subject.fills, seed: run.seed }
  const known = run.targets.map((target) => ({ target, answers: [] as Observation[] }))
  const targets = known.map(({ target, answers }) => ({
    untouched: target.record.score,
    scale: target.scale,
    answers,
  }))
  let reported = 0
  const report = (fresh: readonly Said[]): void => {
    const count = known[0]!.answers.length + fresh.length
    if (onPartial === undefined || count < reported + PARTIAL) return
    reported = count
    const estimates = known.map(({ target, answers }, t) =>
      estimate(method, [...answers, ...fresh.map((one) => observed(one, t))], { context, target }),
    )
    onPartial(estimates)
  }
  for (const round of method.design.rounds({ ...context, budget, targets })) {
    const said = await askMasks(ask, [...round], report)
    for (const [t, { answers }] of known.entries()) answers.push(...said.map((one) => observed(one, t)))
  }
  if (known[0]!.answers.length === 0)
    throw new RangeError(`the design of method "${method.name}" must ask about at least one picture, got none`)
  return known.map(({ target, answers }) => ({
    attribution: estimate(method, answers, { context, target }),
    observations: answers,
  }))
}

interface Said {
  readonly mask: Mask
  readonly answer: Answer
}

function observed({ mask, answer }: Said, target: number): Observation {
  return { mask, score: answer.scores[target]!, best: answer.best }
}

/** Asks fill by fill, and answers in the order of the masks. */
async function askMasks(
  ask: Ask,
  masks: readonly Mask[],
  report: (fresh: readonly Said[]) => void,
): Promise<readonly Said[]> {
  const replies = new Map<Mask, Answer>()
  const fresh: Said[] = []
  for (const fill of new Set(masks.map((mask) => mask.fill ?? 0))) {
    const own = masks.filter((mask) => (mask.fill ?? 0) === fill)
    const begun = fresh.length
    const onAnswers = (answers: readonly Answer[]): void => {
      for (const answer of answers) fresh.push({ mask: own[fresh.length - begun]!, answer })
      report(fresh)
    }
    const answers = await ask(own, { fill, onAnswers })
    for (const [i, mask] of own.entries()) replies.set(mask, answers[i]!)
  }
  return masks.map((mask) => ({ mask, answer: replies.get(mask)! }))
}

function estimate(
  { name, means, estimator }: Method,
  observations: readonly Observation[],
  { context, target }: { readonly context: MethodContext; readonly target: RunTarget },
): Attribution {
  const found = estimator(observations, { ...context, untouched: target.record.score, scale: target.scale })
  const { effects } = found
  const wrong = effects.findIndex((effect) => effect !== null && !Number.isFinite(effect))
  if (effects.length !== context.count || wrong !== -1)
    throw new RangeError(
      `the estimator of method "${name}" must give a number or null a region, ${context.count}, got ${
        wrong === -1 ? effects.length : `${effects[wrong]} for region ${wrong}`
      }`,
    )
  return { method: name, means, ...found }
}
