import { askFor, type TargetAsk } from "../asking/ask.ts"
import type { Run, RunTarget } from "../asking/open-run.ts"
import { type Memory, rememberAnswers } from "../asking/remember-answers.ts"
import type { Evidence, EvidencePlan, EvidenceStage, NoiseFloor } from "../evidence-record.ts"
import type { Attribution, Explanation } from "../explanation.ts"
import { describeFill } from "../fills/describe-fill.ts"
import type { EstimatorContext, Observation } from "../method.ts"
import { type MethodResult, runMethod } from "../methods/run-method.ts"
import { shiftedGrid } from "../regions/shifted-grid.ts"
import type { RegionId, Regions } from "../types.ts"
import { asksAlone, type Question } from "./choose-question.ts"
import { compareShifted } from "./compare-shifted.ts"
import { findMissingness } from "./find-missingness.ts"
import { findPairs } from "./find-pairs.ts"
import { measureAlone } from "./measure-alone.ts"
import { measureEffectNoise } from "./measure-effect-noise.ts"
import { measureFaithfulness } from "./measure-faithfulness.ts"
import { measureNoise } from "./measure-noise.ts"
import { setsBudget } from "./plan-evidence.ts"
import { type OptionalStages, runStages, type StagesOptions } from "./run-stages.ts"
import { findSets } from "./sets/find-sets.ts"
import { keepsAnswer } from "./sets/keeps-answer.ts"
import { knownAnswers } from "./sets/known-answers.ts"
import { withOtherFilter } from "./with-other-filter.ts"

export interface GatherOptions extends StagesOptions {
  readonly question: Question
  /** Called every few batches while the method asks, for each target in turn, with a record of what is known by then. */
  readonly onPartial?: ((partial: Explanation, target: number) => void) | undefined
}

/**
 * Asks one part after the other: the noise and what the method asks first, without which nothing can be said; then, for each target in turn, whatever the plan
 * holds. A run that is stopped after those keeps what it has, and names the rest.
 *
 * Several targets share all pictures but those that one target chooses: what an earlier target asked about is not asked again.
 *
 * @returns one record a target.
 */
export async function gatherEvidence(run: Run, options: GatherOptions): Promise<readonly Explanation[]> {
  const { question, onPartial } = options
  const { method } = question
  const plan = question.planFor(run.subject)
  const stages = runStages(run, options)
  const memory = rememberAnswers(run.ask)
  const shifted = shiftedOf(run, plan)
  const subjects = run.targets.map((target, place): Subject => {
    const own = (some: Memory): TargetAsk => askFor(place === 0 ? some.ask : some.askOnce, place)
    return {
      ...{ run, plan, target, place, memory, ask: own(memory) },
      shifted: shifted === undefined ? undefined : { regions: shifted.regions, ask: own(shifted.memory) },
      otherFilter: plan.noise?.checks.includes("other-filter")
        ? withOtherFilter(run.picture, run.classifier)
        : undefined,
    }
  })
  const together =
    run.targets.length === 1 || Object.keys(plan).length === 0 ? undefined : run.targets.map(({ record }) => record)
  const { top, ...start } = run.record
  const finish = (
    { target, place }: Subject,
    { attributions, evidence: { missing, ...found } }: Gathered,
  ): Explanation => ({
    ...start,
    target: target.record,
    top,
    attributions,
    shown: method.name,
    plan,
    ...(Object.keys(plan).length === 0 ? {} : { evidence: { ...found, calls: { ...stages.calls }, missing } }),
    ...(together === undefined ? {} : { together: { targets: together, place } }),
    asked: run.asked(),
  })
  const partial =
    onPartial === undefined
      ? undefined
      : (attributions: readonly Attribution[]): void => {
          for (const [i, subject] of subjects.entries()) {
            const missing = stageOrder.filter((stage) => stage !== "noise" && plan[stage] !== undefined)
            onPartial(finish(subject, { attributions: [attributions[i]!], evidence: { missingness: [], missing } }), i)
          }
        }

  const noises: (NoiseFloor | undefined)[] = []
  for (const subject of subjects)
    noises.push(plan.noise === undefined ? undefined : await stages.needed("noise", () => noiseOf(subject)))
  const results = await stages.needed("average", () =>
    runMethod(memory.ask, run, { method, budget: plan.average?.masks ?? 0, onPartial: partial }),
  )
  const gathered: Gathered[] = []
  for (const [i, subject] of subjects.entries())
    gathered.push(await gatherFor(subject, { noise: noises[i], result: results[i]!, stages: stages.optional() }))
  return gathered.map((one, i) => finish(subjects[i]!, one))
}

/** What was found out about one target. */
interface Gathered {
  /** The one in front first. */
  readonly attributions: readonly Attribution[]
  readonly evidence: Omit<Evidence, "calls">
}

/** One of the targets, and whom to ask about it. */
interface Subject {
  readonly run: Run
  readonly plan: EvidencePlan
  readonly target: RunTarget
  readonly place: number
  readonly memory: Memory
  readonly ask: TargetAsk
  readonly otherFilter: ReturnType<typeof withOtherFilter>
  readonly shifted: { readonly regions: Regions; readonly ask: TargetAsk } | undefined
}

interface Found {
  readonly noise: NoiseFloor | undefined
  readonly result: MethodResult
  readonly stages: OptionalStages
}

async function gatherFor(subject: Subject, { noise: scoreNoise, result, stages }: Found): Promise<Gathered> {
  const { run, plan, target, ask, shifted } = subject
  const { regions, fills, seed } = run
  const { attribution: front, observations } = result
  const untouched = target.record.score
  const order = front.order ?? descending(front.effects)

  const asked = plan.alone === undefined ? undefined : await stages.run("alone", () => aloneOf(subject, order))
  const alone = plan.alone === undefined && asksAlone[front.means] ? front : asked
  const effects = alone?.effects ?? []
  const noise =
    scoreNoise === undefined || alone === undefined || plan.noise?.effects === 0
      ? scoreNoise
      : ((await stages.run("noise", () => effectNoiseOf(subject, { noise: scoreNoise, effects }))) ?? scoreNoise)
  const floor = noise?.alone ?? 0
  const holds = keepsAnswer(target, run)
  const sets =
    plan.sets === undefined || holds === undefined
      ? undefined
      : await stages.run("sets", () =>
          findSets(ask, {
            ...{ regions: regions.list.length, order, holds, seed },
            budget: setsBudget(plan, run.targets.length),
            positions: run.positions,
            factors: target.scale === "probability",
            disjoint: regions.layout.kind !== "window",
            known: knownTo(subject, { observations, alone }),
          }),
        )
  const candidates = order.slice(0, plan.pairs?.candidates ?? 0)
  const pairs =
    candidates.length < 2
      ? undefined
      : await stages.run("pairs", () => findPairs(ask, { candidates, alone: effects, untouched, floor }))
  const faithfulness =
    plan.faithfulness === undefined
      ? undefined
      : await stages.run("faithfulness", () =>
          measureFaithfulness(ask, {
            ...{ order, regions, untouched, seed, scale: target.scale, fill: describeFill(fills[0]!) },
            hidden: plan.faithfulness!.hidden,
            randomOrders: plan.faithfulness!.randomOrders,
            pixels:
              plan.faithfulness!.pixels && regions.layout.kind !== "mask"
                ? { image: run.image, paint: run.painters[0]!, effects: front.effects.map((effect) => effect ?? 0) }
                : undefined,
          }),
        )
  const again =
    shifted === undefined
      ? undefined
      : await stages.run("shifted", () =>
          compareShifted(shifted.ask, { regions, effects, shifted: shifted.regions, untouched, floor }),
        )
  return {
    attributions: alone === undefined || alone.method === front.method ? [front] : [front, alone],
    evidence: {
      ...(noise === undefined ? {} : { noise }),
      ...(again === undefined ? {} : { shifted: again }),
      ...(sets === undefined ? {} : { sets: { enough: sets.enough, needed: sets.needed } }),
      ...(pairs === undefined ? {} : { pairs: pairs.pairs }),
      ...(faithfulness === undefined ? {} : { faithfulness }),
      missingness: missingnessOf(run, observations),
      missing: stages.missing,
    },
  }
}

function noiseOf({ run, plan, target, ask, otherFilter }: Subject): Promise<NoiseFloor> {
  const { image, subject } = run
  const masks = plan.average?.masks ?? subject.regions
  const { checks } = plan.noise!
  const { score: untouched } = target.record
  return measureNoise(ask, { image, otherFilter, untouched, regions: subject.regions, masks, checks }).then(
    ({ noise }) => noise,
  )
}

function aloneOf({ run, plan, target, ask }: Subject, order: readonly RegionId[]): Promise<Attribution> {
  const { regions, positions, subject, seed } = run
  const { most, fills } = plan.alone!
  const which = most >= order.length ? regions.list.map(({ id }) => id) : order.slice(0, most)
  const context: EstimatorContext = {
    ...{ count: subject.regions, positions, fills: subject.fills, seed },
    ...{ untouched: target.record.score, scale: target.scale },
  }
  return measureAlone(ask, { which, fills, context })
}

async function effectNoiseOf(
  { run, plan, ask, otherFilter }: Subject,
  { noise, effects }: { readonly noise: NoiseFloor; readonly effects: Attribution["effects"] },
): Promise<NoiseFloor> {
  const { image, regions, fills, seed, subject } = run
  const masks = plan.average?.masks ?? subject.regions
  const { effects: perChange } = plan.noise!
  const fill = fills[0]!
  return (await measureEffectNoise(ask, { image, otherFilter, noise, regions, effects, fill, masks, perChange, seed }))
    .noise
}

/** What the search for sets may know: for a further target also what was asked for the ones before it. */
function knownTo(
  { run, target, place, memory }: Subject,
  known: { readonly observations: readonly Observation[]; readonly alone: Attribution | undefined },
): ReturnType<typeof knownAnswers> {
  const own = knownAnswers(target, { top: run.top, ...known })
  if (place === 0) return own
  const others = memory.known().filter(({ set }) => set.strength === undefined)
  return [
    ...own,
    ...others.map(({ set, answer }) => ({ set, answer: { score: answer.scores[place]!, best: answer.best } })),
  ]
}

function missingnessOf({ fills, subject, top }: Run, observations: readonly Observation[]): Evidence["missingness"] {
  const answers = observations.map(({ mask, best }) => ({
    fill: mask.fill ?? 0,
    share: mask.hidden.length / subject.regions,
    best,
  }))
  return fills.map((fill, fillIndex) =>
    findMissingness(answers, { untouched: top, fillIndex, fill: describeFill(fill) }),
  )
}

function shiftedOf(
  { regions, askAbout }: Run,
  plan: EvidencePlan,
): { readonly regions: Regions; readonly memory: Memory } | undefined {
  if (plan.shifted !== true || regions.layout.kind !== "grid") return undefined
  const shifted = shiftedGrid(regions)
  return { regions: shifted, memory: rememberAnswers(askAbout(shifted)) }
}

/** Regions by their effects, those that were not asked about last. */
function descending(effects: Attribution["effects"]): readonly RegionId[] {
  const value = (id: number): number => effects[id] ?? -Infinity
  return [...effects.keys()].sort((a, b) => (value(a) === value(b) ? a - b : value(b) - value(a)))
}

const stageOrder: readonly EvidenceStage[] = ["noise", "average", "alone", "shifted", "sets", "pairs", "faithfulness"]
