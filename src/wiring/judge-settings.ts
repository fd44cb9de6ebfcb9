import type { Preprocessing, Scores } from "../types.ts"
import { affinity, type Expected } from "./affinity.ts"
import { sameLevels } from "./alternative-settings.ts"
import { layerDistance } from "./layer-distance.ts"
import { type PairedDifference, pairedDifference } from "./paired.ts"
import type { SettingAsker } from "./setting-asker.ts"
import { spread, spreadDifference } from "./spread.ts"
import type { Authority, Measured } from "./wiring-record.ts"

/** Which setting scored best, and the numbers behind it. */
export interface Verdict {
  /** The best setting; the declared one if nothing was clearly better. */
  readonly best: Preprocessing
  /** The scores of the best and the declared setting, or of the declared and the next best; the deciding comparison is last. */
  readonly measured: readonly Measured[]
}

/** Settings to choose from, and what they are judged on. */
export interface Contest {
  readonly declared: Preprocessing
  readonly alternatives: readonly Preprocessing[]
  /** The answers for the first `count` views in a setting, as shares. */
  readonly answers: (setting: Preprocessing, count: number) => Promise<Scores>
  readonly views: number
}

/** What counts as clearly better: chosen on the pictures of imagenet50, see docs/check.md. */
export const margins = {
  names: { mean: 0.02, t: 2 },
  spread: { share: 0.04, t: 3 },
  layers: { ratio: 3, room: 0.02, most: 0.15 },
} as const

/** How many alternatives are asked about all views, after a first round with a third of them. */
const finalists = 3

/**
 * Judges levels by the statistics of the first layers, which `asker` gets from a classifier; see {@link layerDistance}. The order of the channels
 * hardly shows there, because photographs have much the same statistics in red and blue.
 */
export async function judgeByLayers(
  asker: SettingAsker,
  settings: {
    readonly declared: Preprocessing
    readonly alternatives: readonly Preprocessing[]
    readonly views: number
    /** How many channels each layer has. */
    readonly channels: readonly number[]
  },
): Promise<Verdict> {
  const { declared, alternatives, views, channels } = settings
  const { ratio, room, most } = margins.layers
  const own = layerDistance(await asker.ask(declared, views), channels)
  let best = { setting: declared, distance: Number.POSITIVE_INFINITY }
  for (const setting of alternatives) {
    const distance = layerDistance(await asker.ask(setting, views), channels)
    if (distance < best.distance) best = { setting, distance }
  }
  const isBetter = best.distance <= most && own >= ratio * best.distance + room
  return {
    best: isBetter ? best.setting : declared,
    measured: [
      isBetter
        ? { by: "layers", value: best.distance, other: own }
        : { by: "layers", value: own, other: best.distance },
    ],
  }
}

/** Judges by how well answers agree with what is expected of each view. */
export async function judgeByNames(
  contest: Contest,
  options: { readonly expected: readonly Expected[]; readonly shift: number; readonly by: Authority },
): Promise<Verdict> {
  const { expected, shift, by } = options
  const score = async (setting: Preprocessing, count: number): Promise<Float64Array> => {
    const agreement = affinity(await contest.answers(setting, count), expected.slice(0, count), { shift })
    return agreement.filter((_, view) => expected[view]!.size > 0)
  }
  const { mean, t } = margins.names
  return finalsOf(contest, {
    score,
    numberOf: meanOf,
    difference: pairedDifference,
    isBetter: (found) => found.mean >= mean && found.t >= t,
    measure: { by: "names", authority: by },
  })
}

/** Judges by how well answers tell the views apart, if nobody knows what they show. */
export async function judgeBySpread(contest: Contest): Promise<Verdict> {
  const own = spread(await contest.answers(contest.declared, contest.views))
  const { share, t } = margins.spread
  return finalsOf(contest, {
    score: contest.answers,
    numberOf: spread,
    difference: spreadDifference,
    isBetter: (found) => found.mean >= share * own && found.t >= t,
    measure: { by: "spread" },
  })
}

interface Rules<Score> {
  readonly score: (setting: Preprocessing, count: number) => Promise<Score>
  readonly numberOf: (score: Score) => number
  readonly difference: (better: Score, than: Score) => PairedDifference
  readonly isBetter: (difference: PairedDifference) => boolean
  readonly measure: Pick<Measured, "by" | "authority">
}

/**
 * A first round on a third of the views, then the best settings on all views. Among those that are clearly better than the declared setting, it takes the one
 * with the fewest changes that no other clearly beats.
 */
async function finalsOf<Score>(contest: Contest, rules: Rules<Score>): Promise<Verdict> {
  const { declared, alternatives, views } = contest
  const { score, numberOf, difference, isBetter, measure } = rules
  const sample = sampleSize(views)
  const first: { setting: Preprocessing; value: number }[] = []
  for (const setting of alternatives) first.push({ setting, value: numberOf(await score(setting, sample)) })
  first.sort((a, b) => b.value - a.value)
  const simplest = first.find(({ setting }) => changes(setting, declared) === 1)
  const last = first.filter((one, place) => place < finalists || one === simplest)
  const own = await score(declared, views)
  const finals: { setting: Preprocessing; found: Score; value: number }[] = []
  for (const { setting } of last) {
    const found = await score(setting, views)
    finals.push({ setting, found, value: numberOf(found) })
  }
  const winners = finals
    .filter(({ found }) => isBetter(difference(found, own)))
    .sort((a, b) => changes(a.setting, declared) - changes(b.setting, declared) || b.value - a.value)
  const best = winners.find((one) => !winners.some((other) => isBetter(difference(other.found, one.found))))
  if (best !== undefined)
    return { best: best.setting, measured: [{ ...measure, value: best.value, other: numberOf(own) }] }
  const next = Math.max(...finals.map(({ value }) => value))
  return { best: declared, measured: [{ ...measure, value: numberOf(own), other: next }] }
}

/** How many parts of a setting differ: order of channels, layout, levels. */
function changes(one: Preprocessing, other: Preprocessing): number {
  return Number(one.order !== other.order) + Number(one.layout !== other.layout) + Number(!sameLevels(one, other))
}

/** A third of the views, but at least 8 if there are that many. */
export function sampleSize(views: number): number {
  return Math.min(views, Math.max(8, Math.ceil(views / 3)))
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
