import type { Run } from "../asking/prepare-run.ts"
import type { Evidence, NoiseFloor, ShiftedGrid } from "../evidence-record.ts"
import type { Attribution } from "../explanation.ts"
import { describeFill } from "../fills/describe-fill.ts"
import { shiftedGrid } from "../regions/shifted-grid.ts"
import type { FillDescription } from "../types.ts"
import { compareShifted } from "./compare-shifted.ts"
import type { EvidenceOptions } from "./evidence-options.ts"
import { findMissingness } from "./find-missingness.ts"
import { findPairs } from "./find-pairs.ts"
import { measureAlone } from "./measure-alone.ts"
import { type MaskedAnswer, measureAverage } from "./measure-average.ts"
import { measureEffectNoise } from "./measure-effect-noise.ts"
import { measureFaithfulness } from "./measure-faithfulness.ts"
import { measureNoise } from "./measure-noise.ts"
import { runStages } from "./run-stages.ts"
import { findSets } from "./sets/find-sets.ts"
import { keepsAnswer } from "./sets/keeps-answer.ts"
import { knownAnswers } from "./sets/known-answers.ts"

/** What was found: attributions, effects on average first, and what stands behind them. */
export interface Gathered {
  readonly attributions: readonly Attribution[]
  readonly evidence: Evidence
}

/**
 * Asks for one part of the evidence after the other: noise and effects on average first, without which nothing can be said; then whatever the plan holds.
 * A run that is stopped after those keeps what it has, and names the rest.
 */
export async function gatherEvidence(run: Run, options: EvidenceOptions): Promise<Gathered> {
  const { plan, ask, regions, target, seed, fills } = run
  const untouched = target.score
  const count = regions.list.length
  const stages = runStages(run, options)

  const scoreNoise = await stages.needed("noise", () => noiseOf(run))
  const { average, answers } = await stages.needed("average", () =>
    measureAverage(ask, {
      positions: run.positions,
      masks: plan.masks,
      randomShare: plan.randomShare,
      fills: fills.length,
      seed,
      factors: run.scale === "probability",
    }),
  )
  const { order } = average
  const alone = await stages.optional("alone", plan.alone > 0, () =>
    measureAlone(ask, {
      regions: count,
      which: plan.alone >= count ? regions.list.map(({ id }) => id) : order.slice(0, plan.alone),
      fills: plan.aloneFills === "all" ? fills.length : 1,
      untouched,
    }),
  )
  const effects = alone?.effects ?? []
  const noise =
    (await stages.optional("noise", plan.effectNoise > 0 && alone !== undefined, () =>
      effectNoiseOf(run, { noise: scoreNoise, effects }),
    )) ?? scoreNoise
  const holds = keepsAnswer(run)
  const sets = await stages.optional("sets", plan.sets > 0 && holds !== undefined, () =>
    findSets(ask, {
      ...{ regions: count, order, holds: holds!, budget: plan.sets, seed },
      positions: run.positions,
      factors: run.scale === "probability",
      disjoint: regions.layout.kind !== "window",
      known: knownAnswers(run, { masked: answers, alone }),
    }),
  )
  const pairs = await stages.optional("pairs", plan.pairs > 1 && plan.alone > 0, () =>
    findPairs(ask, { candidates: order.slice(0, plan.pairs), alone: effects, untouched, floor: noise.alone }),
  )
  const faithfulness = await stages.optional("faithfulness", plan.hidden.length > 0, () =>
    measureFaithfulness(ask, {
      ...{ order, regions, untouched, hidden: plan.hidden, seed, randomOrders: plan.randomOrders },
      scale: run.scale,
      fill: describeFill(fills[0]!),
      pixels:
        plan.pixels && regions.layout.kind !== "mask"
          ? { image: run.image, paint: run.painters[0]!, effects: average.effects }
          : undefined,
    }),
  )
  const shifted = await stages.optional("shifted", plan.shifted && regions.layout.kind === "grid", () =>
    shiftedOf(run, { noise, effects }),
  )
  const evidence: Evidence = {
    noise,
    ...(shifted === undefined ? {} : { shifted }),
    ...(sets === undefined ? {} : { sets: { enough: sets.enough, needed: sets.needed } }),
    ...(pairs === undefined ? {} : { pairs: pairs.pairs }),
    ...(faithfulness === undefined ? {} : { faithfulness }),
    missingness: fills.map((fill, i) => missingnessOf(answers, { run, fill: i, description: describeFill(fill) })),
    calls: stages.calls,
    missing: stages.missing,
  }
  return { attributions: [average, ...(alone === undefined ? [] : [alone])], evidence }
}

async function noiseOf({ ask, plan, image, otherFilter, target, regions }: Run): Promise<NoiseFloor> {
  const { noise } = await measureNoise(ask, {
    image,
    otherFilter,
    untouched: target.score,
    regions: regions.list.length,
    masks: plan.masks,
    checks: plan.noise,
  })
  return noise
}

async function effectNoiseOf(
  { ask, plan, image, otherFilter, regions, fills, seed }: Run,
  { noise, effects }: { readonly noise: NoiseFloor; readonly effects: readonly (number | null)[] },
): Promise<NoiseFloor> {
  const { masks, effectNoise: perChange } = plan
  const fill = fills[0]!
  return (await measureEffectNoise(ask, { image, otherFilter, noise, regions, effects, fill, masks, perChange, seed }))
    .noise
}

async function shiftedOf(
  { regions, target, askAbout }: Run,
  { noise, effects }: { readonly noise: NoiseFloor; readonly effects: readonly (number | null)[] },
): Promise<ShiftedGrid | undefined> {
  if (regions.layout.kind !== "grid") return undefined
  const shifted = shiftedGrid(regions)
  return compareShifted(askAbout(shifted), { regions, effects, shifted, untouched: target.score, floor: noise.alone })
}

function missingnessOf(
  answers: readonly MaskedAnswer[],
  { run, fill, description }: { readonly run: Run; readonly fill: number; readonly description: FillDescription },
): Evidence["missingness"][number] {
  const regions = run.regions.list.length
  return findMissingness(
    answers.map((one) => ({ fill: one.fill, share: one.set.hidden.length / regions, best: one.answer.best })),
    { untouched: run.top, fillIndex: fill, fill: description },
  )
}
