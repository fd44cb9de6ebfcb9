import type { Evidence, EvidencePlan, NoiseFloor, Said, Strip } from "../../src/evidence-record.ts"
import type { Attribution, Explanation } from "../../src/explanation.ts"
import { random } from "../../src/random.ts"
import { viewOf } from "../../src/reading/view.ts"
import type { ClassScore } from "../../src/types.ts"
import { withFront } from "./make-explanation.ts"

/** Evidence that a test is about; all else says that nothing was found wrong. */
export interface WantedEvidence extends Partial<Omit<Evidence, "noise">> {
  readonly noise?: Partial<NoiseFloor>
  readonly plan?: EvidencePlan
  /** All that hid in turn. @default blur, then image-mean */
  readonly fills?: Explanation["fills"]
  /** Half the width of each interval. @default 0.01 */
  readonly half?: number | readonly number[]
  /** Noise floor of effects on average, and alone. @default 0.01 and 0.04 */
  readonly floor?: number
  readonly floorAlone?: number
  /** Effects on average with each fill, in the order of `fills`; their intervals are as wide as the others. Default: as over all. */
  readonly perFill?: readonly (readonly number[])[]
  /** Effects of regions hidden alone, with the answers, and with each of the fills. */
  readonly alone?: Omit<Attribution, "method" | "means">
}

/** The record with effects on average and what stands behind them. */
export function withEvidence(explanation: Explanation, wanted: WantedEvidence = {}): Explanation {
  const { half = 0.01, floor = 0.01, floorAlone = 0.04, perFill, alone, noise, plan, ...parts } = wanted
  const { fills = [{ name: "blur" }, { name: "image-mean" }], ...rest } = parts
  const { effects } = viewOf(explanation)
  const halfOf = (i: number): number => (typeof half === "number" ? half : half[i]!)
  const interval = (values: readonly number[]) => ({
    effects: values,
    low: values.map((value, i) => value - halfOf(i)),
    high: values.map((value, i) => value + halfOf(i)),
  })
  const average: Attribution = {
    ...{ method: "random-masks", means: "average" },
    ...interval(effects),
    order: effects.map((_, i) => i).sort((a, b) => effects[b]! - effects[a]! || a - b),
    perFill: (perFill ?? fills.map(() => effects)).map(interval),
    masks: { total: 174, random: 88, length: 1, spread: 0.1 },
  }
  return {
    ...explanation,
    fills,
    attributions: [average, ...(alone === undefined ? [] : [aloneOf(alone)])],
    shown: average.method,
    plan: plan ?? { level: "standard" },
    evidence: {
      noise: { checks: [], repeat: 0, alone: floorAlone, average: floor, ...noise },
      missingness: fills.map((fill) => ({ fill, pictures: 30, odd: null, alarm: false })),
      calls: { noise: 9, average: 174 },
      missing: [],
      ...rest,
    },
  }
}

/** The record with effects of regions hidden alone in front; those on average where it holds no others. */
export function showAlone(record: Explanation, alone?: WantedEvidence["alone"]): Explanation {
  const others = record.attributions.filter(({ method }) => method !== "one-at-a-time")
  const own =
    alone === undefined ? record.attributions.find(({ method }) => method === "one-at-a-time") : aloneOf(alone)
  const { effects } = viewOf(record)
  return { ...record, attributions: [...others, own ?? aloneOf({ effects })], shown: "one-at-a-time" }
}

function aloneOf(alone: NonNullable<WantedEvidence["alone"]>): Attribution {
  return { method: "one-at-a-time", means: "alone", ...alone }
}

/** How a map did beside random orders whose gains are -0.5 to 0.5. */
export function faithfulness(gain: number, centre = 0.3): NonNullable<Evidence["faithfulness"]> {
  const curve = (own: number) => ({ mostFirst: [0.1], leastFirst: [0.5], gain: own })
  return {
    hidden: [8],
    fill: { name: "blur" },
    unit: 1,
    own: curve(gain),
    centreFirst: curve(centre),
    random: [0.1, 0.2, 0.3, 0.4, 0.5].flatMap((one) => [one, -one]),
  }
}

/** A set that was found, and what the model then answered. */
export function foundSet(
  regions: readonly number[],
  answer: ClassScore,
  more: { readonly score?: number; readonly exact?: boolean; readonly confirmed?: boolean } = {},
): NonNullable<NonNullable<Evidence["sets"]>["enough"]> {
  return { regions, score: answer.score, answer, exact: false, confirmed: true, ...more }
}

/** The first regions hidden one after another, each time with what is said then. */
export function stripOf(regions: number, said: (step: number) => Said): Strip {
  const hidden = [1, 2, 3, 5, 8, 13].filter((count) => count <= regions)
  return {
    regions: Array.from({ length: hidden.at(-1)! }, (_, i) => i),
    hidden,
    said: hidden.map((_, step) => said(step)),
  }
}

/** Evidence of any kind for a record: what is measurable, depends, is enough or needed, failed or was left out hangs on the seed. */
export function anyEvidence(explanation: Explanation, seed: number): Explanation {
  const next = random(seed)
  const { top } = explanation
  const { effects } = viewOf(explanation)
  const finite = effects.map((effect) => (Number.isFinite(effect) ? effect : 0))
  const largest = finite.reduce((most, effect) => Math.max(most, Math.abs(effect)), 0)
  const maybe = <Part>(part: Part): Part | undefined => (next() < 0.6 ? part : undefined)
  const some = (share: number): readonly number[] => effects.flatMap((_, i) => (next() < share ? [i] : []))
  const labels = [top[0]!, { index: 3, label: "cup", score: next() }]
  const answer = (): ClassScore => labels[Math.floor(next() * 2)]!
  const set = (share: number) =>
    next() < 0.2 ? null : foundSet(some(share), answer(), { exact: next() < 0.3, confirmed: next() < 0.8 })
  const gain = 1.6 * next() - 0.8
  const fills = [{ name: "blur" }, { name: "image-mean" }, { name: "color", options: { color: [0, 0, 0] } }]
  const own = withFront(explanation, { effects: finite })
  const optional = {
    alone: maybe({
      effects: finite.map((effect) => (next() < 0.9 ? effect * next() : null)),
      answers: finite.map(() => answer()),
    }),
    shifted: maybe({ rows: 2, columns: 2, effects: [0, 0, 0, 0], vanished: some(0.02) }),
    sets: maybe({ enough: set(next() < 0.5 ? 0.2 : 2 / effects.length), needed: set(0.1) }),
    strip: maybe(stripOf(effects.length, () => ({ score: next(), answer: answer() }))),
    pairs: maybe(
      effects.length < 2
        ? []
        : [{ regions: [0, effects.length - 1] as const, together: 0.5, alone: [0.1 * next(), 0.1 * next()] as const }],
    ),
    faithfulness: maybe(faithfulness(gain, next())),
  }
  const found = withEvidence(own, {
    ...Object.fromEntries(Object.entries(optional).filter(([, part]) => part !== undefined)),
    fills: fills.slice(0, 1 + Math.floor(3 * next())),
    half: finite.map(() => largest * next() ** 2),
    floor: next() < 0.12 ? 2 * largest + 0.1 : largest * next() ** 3,
    floorAlone: largest * next(),
    missing: next() < 0.2 ? ["sets", "faithfulness"] : [],
  })
  const evidence = found.evidence!
  const perFill = found.attributions[0]!.perFill!.map((one) => ({
    ...one,
    effects: one.effects.map((effect) => (next() < 0.15 ? -effect! : effect)),
  }))
  const missingness = evidence.missingness.map((one) =>
    next() < 0.3 ? { ...one, odd: { index: 3, label: "envelope", count: 12 }, alarm: true } : one,
  )
  return {
    ...withFront(found, { effects, perFill }),
    evidence: {
      ...evidence,
      noise: { ...evidence.noise!, checks: next() < 0.5 ? [] : [{ name: "level-up", score: next() }] },
      missingness,
    },
  }
}
