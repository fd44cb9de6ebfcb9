import type { Run } from "../asking/open-run.ts"
import {
  type Evidence,
  type EvidenceStage,
  evidenceStages,
  type FillTrial,
  type NoiseFloor,
} from "../evidence-record.ts"
import type { Attribution } from "../explanation.ts"
import { describeFill } from "../fills/describe-fill.ts"
import { keepsAnswer } from "../keeps-answer.ts"
import { isRepeatable, mapSize, saysMore } from "../measured.ts"
import type { EstimatorContext, Observation } from "../method.ts"
import type { MethodResult } from "../methods/run-method.ts"
import { aloneFirst, descending } from "../region-orders.ts"
import type { RegionId } from "../types.ts"
import { asksAlone } from "./choose-question.ts"
import { compareShifted } from "./compare-shifted.ts"
import { findMissingness } from "./find-missingness.ts"
import { findPairs } from "./find-pairs.ts"
import { hideInTurn } from "./hide-in-turn.ts"
import { measureAlone } from "./measure-alone.ts"
import { measureFaithfulness } from "./measure-faithfulness.ts"
import type { Subject } from "./open-subjects.ts"
import { aroundCalls, LEAST_SETS, setsBudget } from "./plan-evidence.ts"
import type { OptionalStages } from "./run-stages.ts"
import { findSets } from "./sets/find-sets.ts"
import { knownAnswers } from "./sets/known-answers.ts"
import { noiseWithEffects } from "./subject-noise.ts"

/** What was found out about one target. */
export interface Gathered {
  /** The one in front first. */
  readonly attributions: readonly Attribution[]
  readonly shown?: string
  readonly evidence: Omit<Evidence, "calls">
}

/** What was asked for all targets together, before each has its own questions. */
export interface Known {
  /** What stands in front: each region alone, or what the method found. */
  readonly front: MethodResult
  /** All regions hidden alone, if that was asked. */
  readonly alone?: Attribution
  readonly noise: NoiseFloor | undefined
}

export interface Found extends Known {
  readonly trials: readonly FillTrial[] | undefined
  readonly around: Around | undefined
  readonly search: MethodResult | undefined
  /** Stages shared by all targets that were stopped. */
  readonly before: readonly EvidenceStage[]
  readonly stages: OptionalStages
}

export interface Around {
  readonly attribution: Attribution
  /** What is hidden with each region. */
  readonly together: readonly (readonly RegionId[])[]
  readonly noise: NoiseFloor | undefined
}

/** Asks the questions of a single target: its regions hidden in turn, the sets that decide, pairs, and how faithful the order is. */
export async function gatherForTarget(subject: Subject, found: Found): Promise<Gathered> {
  const { run, plan, target, ask, shifted } = subject
  const { front: result, around, search, stages, trials } = found
  const { regions, fills, seed } = run
  const { attribution: front } = result
  const untouched = target.record.score
  const isCoarse = around !== undefined && standsInFront(found)
  const shown = isCoarse ? around.attribution : front
  const { observations } = search ?? result
  const searched = search?.attribution.order ?? shown.order ?? descending(shown.effects)

  const some =
    found.alone !== undefined || plan.alone === undefined
      ? undefined
      : await stages.run("alone", () => aloneOf(subject, searched))
  const alone = found.alone ?? (plan.alone === undefined && asksAlone[front.means] ? front : some)
  const effects = alone?.effects ?? []
  const noise =
    around?.noise ??
    (found.alone === undefined && alone !== undefined
      ? await noiseWithEffects(subject, { noise: found.noise, attribution: alone, stages })
      : found.noise)
  const floor = noise?.alone ?? 0
  const keeps = keepsAnswer(target.record, { top: run.top, classes: run.classes, scale: target.scale })
  const order =
    found.alone === undefined ? searched : aloneFirst(searched, { alone: found.alone, untouched, floor, keeps })
  const isSteady = noise === undefined || isRepeatable(noise.repeat, run.targets[0]!.scale)
  const strip =
    plan.strip === undefined
      ? undefined
      : await stages.run("strip", () => hideInTurn(ask, { order, hidden: plan.strip!.hidden }))
  const holds = isSteady ? keeps : undefined
  const budget =
    setsBudget(plan, run.targets.length) -
    (around === undefined || plan.around !== "needed" ? 0 : aroundCalls(plan, run.subject.grid!))
  const sets =
    budget < LEAST_SETS || holds === undefined
      ? undefined
      : await stages.run("sets", () =>
          findSets(ask, {
            ...{ regions: regions.list.length, order: searched, holds, seed, budget },
            positions: run.positions,
            factors: target.scale === "probability",
            disjoint: regions.layout.kind !== "window",
            known: knownTo(subject, {
              observations: found.alone === undefined ? observations : (search?.observations ?? []),
              alone,
              around: around && { ...around, keeps: holds },
              strip,
            }),
          }),
        )
  // The order of the search: two regions of which either is enough have no effect when each is hidden alone.
  const candidates = searched.slice(0, plan.pairs?.candidates ?? 0)
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
      missing: evidenceStages.filter((stage) => found.before.includes(stage) || stages.missing.includes(stage)),
    },
  }
}

/** Whether regions with those around them stand in front: regions alone say little, and these say more. */
function standsInFront({ alone, noise, around }: Found): boolean {
  const coarse = mapSize(around!.attribution.effects, around!.noise?.around ?? 0)
  return saysMore(coarse, mapSize(alone?.effects ?? [], noise?.alone ?? 0))
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

/** What the search for sets may use; for a later target this includes what was asked for the earlier ones. */
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
