import type { Abortable, Image, Preprocessing } from "../types.ts"
import { sameLevels } from "./alternative-settings.ts"
import type { ExpectedViews } from "./expect-views.ts"
import type { NamesVerdict } from "./judge-names.ts"
import { type Contest, judgeByLayers, judgeByNames, judgeBySpread, sampleSize, type Verdict } from "./judge-settings.ts"
import type { ModelLayers } from "./layer-distance.ts"
import { settingAsker } from "./setting-asker.ts"
import type { Measured } from "./wiring-record.ts"

/** The best setting, and what it was judged on. */
export interface Judged extends Verdict {
  /** Whether the order of the channels was judged, too: layers alone say nothing about it. */
  readonly tellsOrder: boolean
  /** Pictures that the first layers scored. */
  readonly asked: number
}

export interface JudgeWiringOptions {
  readonly names: NamesVerdict
  readonly pictures: ExpectedViews
  readonly layers: ModelLayers | undefined
  readonly batchSize: number
  readonly signal?: Abortable | undefined
}

/** Judges levels and layout by the first layers if there are any, then the rest by names, or everything by spread. */
export async function judgeWiring(contest: Contest, options: JudgeWiringOptions): Promise<Judged> {
  const { names, pictures } = options
  const { verdict: byLayers, asked } = await layersVerdict(contest, options)
  const next: Contest =
    byLayers === undefined
      ? contest
      : {
          ...contest,
          declared: byLayers.best,
          alternatives: [contest.declared, ...contest.alternatives].filter((one) => isTurned(one, byLayers.best)),
        }
  if (names.state === "fit") {
    const byNames = await judgeByNames(next, { ...pictures, shift: names.shift })
    return { best: byNames.best, measured: measuredBy(byLayers, byNames, contest.declared), tellsOrder: true, asked }
  }
  if (byLayers !== undefined) return { ...byLayers, tellsOrder: false, asked }
  return { ...(await judgeBySpread(next)), tellsOrder: true, asked }
}

async function layersVerdict(
  { declared, alternatives, views: count }: Contest,
  { pictures, layers, batchSize, signal }: JudgeWiringOptions,
): Promise<{ readonly verdict: Verdict | undefined; readonly asked: number }> {
  if (layers === undefined) return { verdict: undefined, asked: 0 }
  const images: readonly Image[] = pictures.views.map(({ image }) => image)
  const asker = settingAsker(layers.classifier, images, { declared, batchSize, signal })
  const verdict = await judgeByLayers(asker, {
    declared,
    alternatives: alternatives.filter((one) => one.layout !== declared.layout || !sameLevels(one, declared)),
    channels: layers.channels,
    views: sampleSize(count),
  })
  return { verdict, asked: asker.asked() }
}

/** Whether a setting has the same levels and layout but the other order of channels. */
function isTurned(one: Preprocessing, best: Preprocessing): boolean {
  return one.order !== best.order && one.layout === best.layout && sameLevels(one, best)
}

/** All comparisons; the one that decided is last. */
function measuredBy(byLayers: Verdict | undefined, byNames: Verdict, declared: Preprocessing): readonly Measured[] {
  if (byLayers === undefined) return byNames.measured
  const layersDecided = byNames.best === byLayers.best && byLayers.best !== declared
  return layersDecided ? byLayers.measured : [...byLayers.measured, ...byNames.measured]
}
