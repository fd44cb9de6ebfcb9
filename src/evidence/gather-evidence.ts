import { askFor, type TargetAsk } from "../asking/ask.ts"
import type { Run, RunTarget } from "../asking/open-run.ts"
import { type Memory, rememberAnswers } from "../asking/remember-answers.ts"
import { withFillFirst } from "../asking/with-fill-first.ts"
import type { Evidence, EvidencePlan, EvidenceStage, FillTrial, NoiseFloor } from "../evidence-record.ts"
import type { Attribution, Explanation } from "../explanation.ts"
import { describeFill } from "../fills/describe-fill.ts"
import { isRepeatable, leastSize, mapSize, saysLittle, saysMore } from "../measured.ts"
import type { EstimatorContext, Observation } from "../method.ts"
import { oneAtATime } from "../methods/one-at-a-time.ts"
import { type MethodResult, runMethod } from "../methods/run-method.ts"
import { neighbourhoods } from "../regions/neighbourhoods.ts"
import { shiftedGrid } from "../regions/shifted-grid.ts"
import type { RegionId, Regions } from "../types.ts"
import { asksAlone, type Question } from "./choose-question.ts"
import { compareShifted } from "./compare-shifted.ts"
import { findMissingness } from "./find-missingness.ts"
import { findPairs } from "./find-pairs.ts"
import { hideInTurn } from "./hide-in-turn.ts"
import { measureAlone } from "./measure-alone.ts"
import { measureAround } from "./measure-around.ts"
import { type EffectNoiseOptions, measureEffectNoise } from "./measure-effect-noise.ts"
import { measureFaithfulness } from "./measure-faithfulness.ts"
import { averageFloor, measureNoise } from "./measure-noise.ts"
import { aroundCalls, aroundChanges, LEAST_SETS, setsBudget } from "./plan-evidence.ts"
import { type OptionalStages, runStages, type StagesOptions } from "./run-stages.ts"
import { findSets } from "./sets/find-sets.ts"
import { keepsAnswer } from "./sets/keeps-answer.ts"
import { knownAnswers } from "./sets/known-answers.ts"
import { tryFills } from "./try-fills.ts"
import { withOtherFilter } from "./with-other-filter.ts"

export interface GatherOptions extends StagesOptions {
  readonly question: Question
  /** Called every few batches while the method asks, for each target in turn, with a record of what is known by then. */
  readonly onPartial?: ((partial: Explanation, target: number) => void) | undefined
}

/**
 * Asks one part after the other: which fill, what is noise, what each region does, without which nothing can be said; then whatever else the plan holds, for each
 * target in turn. A run that is stopped after those keeps what it has, and names the rest.
 *
 * Several targets share all pictures but those that one target chooses: what an earlier target asked about is not asked again.
 *
 * @returns one record a target.
 */
export async function gatherEvidence(opened: Run, options: GatherOptions): Promise<readonly Explanation[]> {
  const { question, onPartial } = options
  const plan = question.planFor(opened.subject)
  const measures = question.measures(opened.subject)
  const stages = runStages(opened, options)
  const tried = plan.trial === true ? await stages.needed("trial", () => tryFills(opened)) : undefined
  const run =
    tried === undefined ? opened : withFillFirst(opened, tried.place, { only: measures && plan.average === undefined })
  const subjects = subjectsOf(run, plan)
  const finish = finisher(run, { plan, subjects, calls: stages.calls })
  const partial =
    onPartial === undefined
      ? undefined
      : (attributions: readonly Attribution[]): void => {
          for (const [i, subject] of subjects.entries()) {
            const missing = stageOrder.filter((stage) => !isBefore(stage) && plan[stage] !== undefined)
            onPartial(finish(subject, { attributions: [attributions[i]!], evidence: { missingness: [], missing } }), i)
          }
        }

  const noises: (NoiseFloor | undefined)[] = []
  for (const subject of subjects)
    noises.push(plan.noise === undefined ? undefined : await stages.needed("noise", () => noiseOf(subject)))
  const front = await stages.needed(measures ? "alone" : "average", () =>
    measures
      ? runMethod(subjects[0]!.memory.ask, plan.alone!.fills === "all" ? run : withFirstFill(run), {
          ...{ method: oneAtATime, budget: 0, onPartial: partial },
        })
      : runMethod(subjects[0]!.memory.ask, run, {
          ...{ method: question.method, budget: plan.average?.masks ?? 0, onPartial: partial },
        }),
  )
  const shared = stages.optional()
  const known: Known[] = []
  for (const [i, subject] of subjects.entries()) {
    const attribution = front[i]!.attribution
    const noise = noises[i]
    known.push(
      measures
        ? {
            front: front[i]!,
            alone: attribution,
            noise: await withEffects(subject, { noise, attribution, stages: shared }),
          }
        : { front: front[i]!, noise },
    )
  }
  const around = measures ? await aroundOf(subjects, { known, plan, stages: shared }) : []
  const search =
    measures && plan.average !== undefined
      ? await shared.run("average", () =>
          runMethod(subjects[0]!.memory.ask, run, { method: question.method, budget: plan.average!.masks }),
        )
      : undefined
  const gathered: Gathered[] = []
  for (const [i, subject] of subjects.entries()) {
    const found = { ...known[i]!, around: around[i], search: search?.[i], before: shared.missing }
    gathered.push(await gatherFor(subject, { ...found, trials: tried?.trials[i], stages: stages.optional() }))
  }
  return gathered.map((one, i) => finish(subjects[i]!, one))
}

/** What was found out about one target. */
interface Gathered {
  /** The one in front first. */
  readonly attributions: readonly Attribution[]
  readonly shown?: string
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

/** What was asked for all targets before each has its own. */
interface Known {
  /** What stands in front: each region alone, or what the method found. */
  readonly front: MethodResult
  /** Where all regions were hidden alone. */
  readonly alone?: Attribution
  readonly noise: NoiseFloor | undefined
}

interface Found extends Known {
  readonly trials: readonly FillTrial[] | undefined
  readonly around: Around | undefined
  readonly search: MethodResult | undefined
  /** Stages of all targets that were stopped. */
  readonly before: readonly EvidenceStage[]
  readonly stages: OptionalStages
}

interface Around {
  readonly attribution: Attribution
  readonly noise: NoiseFloor | undefined
}

function subjectsOf(run: Run, plan: EvidencePlan): readonly Subject[] {
  const memory = rememberAnswers(run.ask)
  const shifted = shiftedOf(run, plan)
  const otherFilter = plan.noise?.checks.includes("other-filter")
    ? withOtherFilter(run.picture, run.classifier)
    : undefined
  return run.targets.map((target, place) => {
    const own = (some: Memory): TargetAsk => askFor(place === 0 ? some.ask : some.askOnce, place)
    return {
      ...{ run, plan, target, place, memory, otherFilter, ask: own(memory) },
      shifted: shifted === undefined ? undefined : { regions: shifted.regions, ask: own(shifted.memory) },
    }
  })
}

function finisher(
  run: Run,
  {
    plan,
    subjects,
    calls,
  }: { readonly plan: EvidencePlan; readonly subjects: readonly Subject[]; readonly calls: Evidence["calls"] },
): (subject: Subject, gathered: Gathered) => Explanation {
  const { level: _, alone: __, ...asked } = plan
  const isBare = Object.keys(asked).length === 0
  const together = subjects.length === 1 || isBare ? undefined : run.targets.map(({ record }) => record)
  const { top, ...start } = run.record
  return ({ target, place }, { attributions, shown, evidence: { missing, ...found } }) => ({
    ...start,
    target: target.record,
    top,
    attributions,
    shown: shown ?? attributions[0]!.method,
    plan,
    ...(isBare ? {} : { evidence: { ...found, calls: { ...calls }, missing } }),
    ...(together === undefined ? {} : { together: { targets: together, place } }),
    asked: run.asked(),
  })
}

/** Only the first fill hides. */
function withFirstFill(run: Run): Run {
  return { ...run, subject: { ...run.subject, fills: 1 } }
}

/** The noise with a floor from how far effects alone moved. */
async function withEffects(
  subject: Subject,
  {
    noise,
    attribution,
    stages,
  }: { readonly noise: NoiseFloor | undefined; readonly attribution: Attribution; readonly stages: OptionalStages },
): Promise<NoiseFloor | undefined> {
  const { plan } = subject
  if (noise === undefined || plan.noise?.effects === 0) return noise
  const found = await stages.run("noise", () => effectNoiseOf(subject, { noise, effects: attribution.effects }))
  if (found === undefined) return noise
  const { again, floor: alone } = found
  const masks = plan.average?.masks ?? subject.run.subject.regions
  const { checks, repeat } = noise
  return { checks, repeat, again, alone, average: averageFloor(alone, masks) }
}

/** Regions hidden with those around them, where the plan wants that for one of the targets; one a target. */
async function aroundOf(
  subjects: readonly Subject[],
  {
    known,
    plan,
    stages,
  }: { readonly known: readonly Known[]; readonly plan: EvidencePlan; readonly stages: OptionalStages },
): Promise<readonly (Around | undefined)[]> {
  const { grid } = subjects[0]!.run.subject
  const isNeeded = known.some(
    ({ alone, noise }, i) =>
      noise !== undefined && saysLittle(mapSize(alone?.effects ?? [], noise.alone), subjects[i]!.target.record.score),
  )
  if (grid === undefined || plan.around === undefined || (plan.around === "needed" && !isNeeded)) return []
  const together = neighbourhoods(grid)
  const found: (Around | undefined)[] = []
  for (const [i, subject] of subjects.entries()) {
    const { noise } = known[i]!
    found.push(
      await stages.run("around", async () => {
        const attribution = await measureAround(subject.ask, {
          ...{ around: together, untouched: subject.target.record.score },
        })
        const { effects } = attribution
        const moved =
          noise === undefined
            ? undefined
            : await effectNoiseOf(subject, { noise, effects, together, changes: aroundChanges })
        return { attribution, noise: moved && { ...noise!, againAround: moved.again, around: moved.floor } }
      }),
    )
  }
  return found
}

/** Effects of less are none. */
function leastOf({ record, scale }: RunTarget): number {
  return leastSize(record.score, record.chosenBy === "function" ? record.scale : scale)
}

async function gatherFor(subject: Subject, found: Found): Promise<Gathered> {
  const { run, plan, target, ask, shifted } = subject
  const { front: result, around, search, stages, trials } = found
  const { regions, fills, seed } = run
  const { attribution: front } = result
  const untouched = target.record.score
  const isCoarse = around !== undefined && standsInFront(found)
  const shown = isCoarse ? around.attribution : front
  const { observations } = search ?? result
  const order = search?.attribution.order ?? shown.order ?? descending(shown.effects)

  const some =
    found.alone !== undefined || plan.alone === undefined
      ? undefined
      : await stages.run("alone", () => aloneOf(subject, order))
  const alone = found.alone ?? (plan.alone === undefined && asksAlone[front.means] ? front : some)
  const effects = alone?.effects ?? []
  const noise =
    around?.noise ??
    (found.alone === undefined && alone !== undefined
      ? await withEffects(subject, { noise: found.noise, attribution: alone, stages })
      : found.noise)
  const floor = noise?.alone ?? 0
  const isSteady = noise === undefined || isRepeatable(noise.repeat, run.targets[0]!.scale)
  const strip =
    plan.strip === undefined
      ? undefined
      : await stages.run("strip", () => hideInTurn(ask, { order, hidden: plan.strip!.hidden }))
  const holds = isSteady ? keepsAnswer(target, run) : undefined
  const budget =
    setsBudget(plan, run.targets.length) -
    (around === undefined || plan.around !== "needed" ? 0 : aroundCalls(plan, run.subject.grid!))
  const sets =
    budget < LEAST_SETS || holds === undefined
      ? undefined
      : await stages.run("sets", () =>
          findSets(ask, {
            ...{ regions: regions.list.length, order, holds, seed, budget },
            positions: run.positions,
            factors: target.scale === "probability",
            disjoint: regions.layout.kind !== "window",
            known: knownTo(subject, {
              observations: found.alone === undefined ? observations : (search?.observations ?? []),
              alone,
              strip,
            }),
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
                ? { image: run.image, paint: run.painters[0]!, effects: shown.effects.map((effect) => effect ?? 0) }
                : undefined,
          }),
        )
  const again =
    shifted === undefined
      ? undefined
      : await stages.run("shifted", () =>
          compareShifted(shifted.ask, { regions, effects, shifted: shifted.regions, untouched, floor }),
        )
  const attributions = [front, some, around?.attribution, search?.attribution].filter((one) => one !== undefined)
  return {
    attributions,
    shown: shown.method,
    evidence: {
      ...(trials === undefined ? {} : { trials }),
      ...(noise === undefined ? {} : { noise }),
      ...(strip === undefined ? {} : { strip }),
      ...(again === undefined ? {} : { shifted: again }),
      ...(sets === undefined ? {} : { sets: { enough: sets.enough, needed: sets.needed } }),
      ...(pairs === undefined ? {} : { pairs: pairs.pairs }),
      ...(faithfulness === undefined ? {} : { faithfulness }),
      missingness: missingnessOf(run, observations),
      missing: stageOrder.filter((stage) => found.before.includes(stage) || stages.missing.includes(stage)),
    },
  }
}

/** Regions with those around them stand in front where regions alone say little and they say more. */
function standsInFront({ alone, noise, around }: Found): boolean {
  const coarse = mapSize(around!.attribution.effects, around!.noise?.around ?? 0)
  return saysMore(coarse, mapSize(alone?.effects ?? [], noise?.alone ?? 0))
}

function noiseOf({ run, plan, target, ask, otherFilter }: Subject): Promise<NoiseFloor> {
  const { image, subject } = run
  const masks = plan.average?.masks ?? subject.regions
  const { checks } = plan.noise!
  const { score: untouched } = target.record
  return measureNoise(ask, { image, otherFilter, untouched, masks, checks, least: leastOf(target) }).then(
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

function effectNoiseOf(
  { run, plan, target, ask, otherFilter }: Subject,
  asked: Pick<EffectNoiseOptions, "noise" | "effects" | "together" | "changes">,
): ReturnType<typeof measureEffectNoise> {
  const { image, regions, fills, seed } = run
  const { effects: perChange } = plan.noise!
  const least = leastOf(target)
  return measureEffectNoise(ask, { ...asked, image, otherFilter, regions, fill: fills[0]!, perChange, seed, least })
}

/** What the search for sets may know: for a further target also what was asked for the ones before it. */
function knownTo(
  { run, target, place, memory }: Subject,
  known: Omit<Parameters<typeof knownAnswers>[1], "top">,
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

const stageOrder: readonly EvidenceStage[] = [
  "trial",
  "noise",
  "alone",
  "around",
  "average",
  "strip",
  "shifted",
  "sets",
  "pairs",
  "faithfulness",
]

/** What is known before anything is said of regions. */
function isBefore(stage: EvidenceStage): boolean {
  return stage === "trial" || stage === "noise"
}
