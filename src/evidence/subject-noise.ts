import type { RunTarget } from "../asking/open-run.ts"
import type { NoiseFloor } from "../evidence-record.ts"
import type { Attribution } from "../explanation.ts"
import { leastSize } from "../measured.ts"
import { type EffectNoiseOptions, measureEffectNoise } from "./measure-effect-noise.ts"
import { averageFloor, measureNoise } from "./measure-noise.ts"
import type { Subject } from "./open-subjects.ts"
import type { OptionalStages } from "./run-stages.ts"

/** How far the untouched score moves under changes that should not matter. */
export function noiseOf({ run, plan, target, ask, changed }: Subject): Promise<NoiseFloor> {
  const masks = plan.average?.masks ?? run.subject.regions
  const { checks } = plan.noise!
  const { score: untouched } = target.record
  return measureNoise(ask, { changed, untouched, masks, checks, least: leastOf(target) }).then(({ noise }) => noise)
}

/** The noise with a floor from how far effects alone moved. */
export async function noiseWithEffects(
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

/** How far effects move under those changes. */
export function effectNoiseOf(
  { run: { regions }, plan, target, ask, changed }: Subject,
  asked: Pick<EffectNoiseOptions, "noise" | "effects" | "together" | "changes">,
): ReturnType<typeof measureEffectNoise> {
  const { effects: perChange } = plan.noise!
  const least = leastOf(target)
  return measureEffectNoise(ask, { ...asked, changed, regions, perChange, least })
}

/** The size below which an effect does not count. */
function leastOf({ record, scale }: RunTarget): number {
  return leastSize(record.score, record.chosenBy === "function" ? record.scale : scale)
}
