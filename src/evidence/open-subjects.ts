import { askFor, type TargetAsk } from "../asking/ask.ts"
import type { Run, RunTarget } from "../asking/open-run.ts"
import { type Memory, rememberAnswers } from "../asking/remember-answers.ts"
import type { EvidencePlan } from "../evidence-record.ts"
import { shiftedGrid } from "../regions/shifted-grid.ts"
import type { Regions } from "../types.ts"
import { type ChangedPictures, changedPictures } from "./changed-pictures.ts"
import { withOtherFilter } from "./with-other-filter.ts"

/** One of the targets, and the `Ask` for it. */
export interface Subject {
  readonly run: Run
  readonly plan: EvidencePlan
  readonly target: RunTarget
  readonly place: number
  readonly memory: Memory
  readonly ask: TargetAsk
  readonly changed: ChangedPictures
  readonly shifted: { readonly regions: Regions; readonly ask: TargetAsk } | undefined
}

/** All targets of a run. What one of them asked about is remembered for the later ones. */
export function openSubjects(run: Run, plan: EvidencePlan): readonly Subject[] {
  const memory = rememberAnswers(run.ask)
  const shifted = shiftedOf(run, plan)
  const otherFilter = plan.noise?.checks.includes("other-filter")
    ? withOtherFilter(run.picture, run.classifier)
    : undefined
  const { image, fills, seed } = run
  const changed = changedPictures(image, { fill: fills[0]!, seed, otherFilter })
  return run.targets.map((target, place) => {
    const own = (some: Memory): TargetAsk => askFor(place === 0 ? some.ask : some.askOnce, place)
    return {
      ...{ run, plan, target, place, memory, changed, ask: own(memory) },
      shifted: shifted === undefined ? undefined : { regions: shifted.regions, ask: own(shifted.memory) },
    }
  })
}

function shiftedOf(
  { regions, askAbout }: Run,
  plan: EvidencePlan,
): { readonly regions: Regions; readonly memory: Memory } | undefined {
  if (plan.shifted !== true || regions.layout.kind !== "grid") return undefined
  const shifted = shiftedGrid(regions)
  return { regions: shifted, memory: rememberAnswers(askAbout(shifted)) }
}
