import type { Run } from "../asking/open-run.ts"
import { withFillFirst } from "../asking/with-fill-first.ts"
import {
  type Evidence,
  type EvidencePlan,
  type EvidenceStage,
  evidenceStages,
  type NoiseFloor,
} from "../evidence-record.ts"
import type { Attribution, Explanation } from "../explanation.ts"
import { mapSize, saysLittle } from "../measured.ts"
import { oneAtATime } from "../methods/one-at-a-time.ts"
import { runMethod } from "../methods/run-method.ts"
import { neighbourhoods } from "../regions/neighbourhoods.ts"
import type { Question } from "./choose-question.ts"
import { type Around, type Gathered, gatherForTarget, type Known } from "./gather-for-target.ts"
import { measureAround } from "./measure-around.ts"
import { openSubjects, type Subject } from "./open-subjects.ts"
import { aroundChanges } from "./plan-evidence.ts"
import { type OptionalStages, runStages, type StagesOptions } from "./run-stages.ts"
import { effectNoiseOf, noiseOf, noiseWithEffects } from "./subject-noise.ts"
import { tryFills } from "./try-fills.ts"

export interface GatherOptions extends StagesOptions {
  readonly question: Question
  /** Called every few batches while the method asks, for each target in turn, with a record of what is known so far. */
  readonly onPartial?: ((partial: Explanation, target: number) => void) | undefined
}

/**
 * Asks one part after the other. First which fill, what is noise, and what each region does: without these nothing can be said. Then whatever else the plan
 * contains, for each target in turn. A run that is stopped after the first parts keeps what it has, and names the rest.
 *
 * Several targets share all pictures except those that one target chooses; what an earlier target asked about is not asked again.
 *
 * @returns one record per target.
 */
export async function gatherEvidence(opened: Run, options: GatherOptions): Promise<readonly Explanation[]> {
  const { question, onPartial } = options
  const plan = question.planFor(opened.subject)
  const measures = question.measures(opened.subject)
  const stages = runStages(opened, options)
  const tried = plan.trial === true ? await stages.needed("trial", () => tryFills(opened)) : undefined
  const run =
    tried === undefined ? opened : withFillFirst(opened, tried.place, { only: measures && plan.average === undefined })
  const subjects = openSubjects(run, plan)
  const finish = finisher(run, { plan, subjects, calls: stages.calls })
  const partial =
    onPartial === undefined
      ? undefined
      : (attributions: readonly Attribution[]): void => {
          for (const [i, subject] of subjects.entries()) {
            const missing = evidenceStages.filter((stage) => !isBefore(stage) && plan[stage] !== undefined)
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
            noise: await noiseWithEffects(subject, { noise, attribution, stages: shared }),
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
    gathered.push(await gatherForTarget(subject, { ...found, trials: tried?.trials[i], stages: stages.optional() }))
  }
  return gathered.map((one, i) => finish(subjects[i]!, one))
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

/** The same run with its first fill only. */
function withFirstFill(run: Run): Run {
  return { ...run, subject: { ...run.subject, fills: 1 } }
}

/** Regions hidden with those around them, if the plan wants that for any target; one attribution per target. */
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
        return { attribution, together, noise: moved && { ...noise!, againAround: moved.again, around: moved.floor } }
      }),
    )
  }
  return found
}

/** Whether a stage comes before anything is asked about single regions. */
function isBefore(stage: EvidenceStage): boolean {
  return stage === "trial" || stage === "noise"
}
