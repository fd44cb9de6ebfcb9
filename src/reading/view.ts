import type { NoiseFloor } from "../evidence-record.ts"
import type { Attribution, EffectMeaning, Explanation } from "../explanation.ts"
import { keepsAnswer } from "../keeps-answer.ts"
import type { ClassScore, FillDescription, RegionId } from "../types.ts"
import { isMeasurable, isQuiet, type RegionVerdict, regionVerdict } from "./region-verdict.ts"

/** What a view says about one region. */
export interface RegionView {
  /** In points of the score; NaN where there is no value. */
  readonly effect: number
  /** What can be said about the region. */
  readonly verdict: RegionVerdict
  /** By how much the effect may be off: half of its 90 % interval, or the noise floor; undefined if neither is known. */
  readonly half: number | undefined
  /** The effect as its colour shows it: 0 if it cannot be told from noise. */
  readonly colored: number
  /** Score of the target with the region hidden, or shown, alone: `baseline` plus or minus the effect; undefined for effects on average. */
  readonly after: number | undefined
  /** The top class with the region hidden, or shown, alone; undefined if the record does not have it. */
  readonly answer: ClassScore | undefined
  /** Whether the answer that is explained is another one with the region hidden so: see `keepsAnswer`. */
  readonly turns: boolean
}

/** One attribution of a record, made easy to read: everything that is drawn or written about its effects comes from here. */
export interface View {
  readonly record: Explanation
  readonly attribution: Attribution
  /** Path of the attribution in the record: `attributions[0]`. */
  readonly path: string
  /** What the effects mean. */
  readonly means: EffectMeaning
  /** One per region, in points of the score; NaN where there is no value. */
  readonly effects: readonly number[]
  /** Lower ends of the 90 % intervals, if there are any. */
  readonly low: readonly number[] | undefined
  /** Upper ends of the 90 % intervals, if there are any. */
  readonly high: readonly number[] | undefined
  /** The noise floor: a smaller effect is not measurable; undefined if no noise was measured. */
  readonly floor: number | undefined
  /** Whether intervals or a noise floor tell which effects are measurable. */
  readonly judged: boolean
  /** The fills that `effects` come from. */
  readonly fills: readonly FillDescription[]
  /** The score that effects are changes of; undefined for effects on average, which are changes of many scores. */
  readonly baseline: number | undefined
  /** One per region. */
  readonly regions: readonly RegionView[]
}

/** What follows from the meaning of effects. */
interface Kind {
  readonly floor: (noise: NoiseFloor, attribution: Attribution) => number | undefined
  readonly baseline: (record: Explanation, attribution: Attribution) => number | undefined
  /** The sign with which an effect is added to the baseline. */
  readonly sign: 1 | -1
  readonly fills: (all: readonly FillDescription[]) => readonly FillDescription[]
}

const kinds: Readonly<Record<EffectMeaning, Kind>> = {
  alone: {
    floor: ({ alone }) => alone,
    baseline: ({ target }) => target.score,
    sign: -1,
    fills: (all) => all.slice(0, 1),
  },
  "shown-alone": {
    floor: () => undefined,
    baseline: (_, { hiddenScore }) => hiddenScore,
    sign: 1,
    fills: (all) => all.slice(0, 1),
  },
  around: {
    floor: ({ around }) => around,
    baseline: ({ target }) => target.score,
    sign: -1,
    fills: (all) => all.slice(0, 1),
  },
  average: {
    /** Nothing judges an estimate without intervals. */
    floor: ({ average }, { low }) => (low === undefined ? undefined : average),
    baseline: () => undefined,
    sign: -1,
    fills: (all) => all,
  },
}

/**
 * Reads the attribution of a record that was made by `method`; by default the one in front. Functions that draw or describe a record use this view;
 * pass them another view to draw or describe another attribution.
 *
 * @throws RangeError if the record has no attribution of that method.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid, viewOf } from "gridexplainer"
 * const image = { width: 4, height: 4, channels: 1, data: Uint8Array.from({ length: 16 }, (_, i) => (i === 5 ? 255 : 0)) } as const
 * const dot = functionModel((images) => images.map(({ data }) => [data[5]! / 255, 1 - data[5]! / 255]))
 * const explanation = await explain(dot, image, { regions: grid(4), fills: [0] })
 * viewOf(explanation).means // => "alone"
 * viewOf(explanation).effects[5] // => 1
 * viewOf(explanation, "random-masks").means // => "average"
 * const verdicts = [4, 5].map((region) => viewOf(explanation).regions[region]!.verdict)
 * verdicts // => ["none", "supports"]
 * ```
 */
export function viewOf(of: Explanation | View, method?: string): View {
  if ("record" in of && (method === undefined || method === of.attribution.method)) return of
  const record = "record" in of ? of.record : of
  const wanted = method ?? record.shown
  const place = record.attributions.findIndex((one) => one.method === wanted)
  if (place < 0) {
    const held = record.attributions.map((one) => one.method).join(", ")
    throw new RangeError(`method must be one of the record's attributions (${held}), got ${wanted}`)
  }
  return read(record, held(record, place))
}

/**
 * The view of the first attribution of a record with this meaning; undefined if there is none or, with `complete`, if any of its regions has no value.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid, viewMeaning } from "gridexplainer"
 * const image = { width: 4, height: 4, channels: 1, data: Uint8Array.from({ length: 16 }, (_, i) => (i === 5 ? 255 : 0)) } as const
 * const dot = functionModel((images) => images.map(({ data }) => [data[5]! / 255, 1 - data[5]! / 255]))
 * const explanation = await explain(dot, image, { regions: grid(4), fills: [0], evidence: "quick" })
 * viewMeaning(explanation, "alone")!.effects[5] // => 1
 * viewMeaning(explanation, "shown-alone") // => undefined
 * ```
 */
export function viewMeaning(
  of: Explanation | View,
  means: EffectMeaning,
  { complete = false }: { readonly complete?: boolean } = {},
): View | undefined {
  const record = "record" in of ? of.record : of
  const place = record.attributions.findIndex((one) => one.means === means && !(complete && one.effects.includes(null)))
  return place < 0 ? undefined : read(record, held(record, place))
}

/** The effects of single regions: this view if it has them, or else the view of regions hidden alone, without values if the record has none. */
export function viewAlone(of: Explanation | View): View {
  const view = viewOf(of)
  if (view.baseline !== undefined) return view
  const { record } = view
  const none = { method: "one-at-a-time", means: "alone", effects: record.regions.boxes.map(() => null) } as const
  return viewMeaning(record, "alone") ?? read(record, { attribution: none, path: "attributions" })
}

/**
 * The record with the attribution of this view in front, to be saved or drawn.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid, inFront, viewOf } from "gridexplainer"
 * const image = { width: 4, height: 4, channels: 1, data: Uint8Array.from({ length: 16 }, (_, i) => (i === 5 ? 255 : 0)) } as const
 * const dot = functionModel((images) => images.map(({ data }) => [data[5]! / 255, 1 - data[5]! / 255]))
 * const explanation = await explain(dot, image, { regions: grid(4), fills: [0], evidence: "quick" })
 * inFront(viewOf(explanation, "one-at-a-time")).shown // => "one-at-a-time"
 * ```
 */
export function inFront({ record, attribution: { method: shown } }: View): Explanation {
  return { ...record, shown }
}

function held({ attributions }: Explanation, place: number): Pick<View, "attribution" | "path"> {
  return { attribution: attributions[place]!, path: `attributions[${place}]` }
}

function read(record: Explanation, { attribution, path }: Pick<View, "attribution" | "path">): View {
  const { means, low, high, answers } = attribution
  const measured = measuredAlone(record)
  const kind = kinds[means]
  const noise = record.evidence?.noise
  const floor = noise === undefined ? undefined : kind.floor(noise, attribution)
  const effects = attribution.effects.map((effect) => effect ?? Number.NaN)
  const halfOf = (region: RegionId): number | undefined =>
    low === undefined || high === undefined ? floor : (high[region]! - low[region]!) / 2
  const baseline = kind.baseline(record, attribution)
  return {
    record,
    attribution,
    path,
    means,
    effects,
    low,
    high,
    floor,
    judged: low !== undefined || floor !== undefined,
    fills: kind.fills(record.fills),
    baseline,
    regions: effects.map((effect, region) => {
      const turns = falls(means) && changesAnswer(record, { effect, answer: answers?.[region] })
      const verdict = combined(regionVerdict(attribution, { region, floor }), {
        ...{ region, means, effect, turns, measured },
      })
      const half = halfOf(region)
      return {
        ...{ effect, verdict, half, colored: isQuiet(verdict) ? 0 : effect },
        after: baseline === undefined ? undefined : baseline + kind.sign * effect,
        answer: answers?.[region] ?? undefined,
        turns,
      }
    }),
  }
}

/** The verdict on each region hidden alone, if all regions were and a floor tells which effects are noise. */
function measuredAlone(record: Explanation): readonly RegionVerdict[] | undefined {
  const { attributions, evidence } = record
  const alone = attributions.find(({ means }) => means === "alone")
  const floor = evidence?.noise?.alone
  if (alone === undefined || floor === undefined) return undefined
  return alone.effects.map((_, region) => {
    const verdict = regionVerdict(alone, { region, floor })
    const effect = alone.effects[region] ?? Number.NaN
    const turns = changesAnswer(record, { effect, answer: alone.answers?.[region] })
    return verdict === "none" && turns ? signOf(effect) : verdict
  })
}

/** One verdict a region: what hiding it alone was measured to do stands, whatever else is in front; and what changes the answer is never without effect. */
function combined(
  own: RegionVerdict,
  of: {
    readonly region: RegionId
    readonly means: EffectMeaning
    readonly effect: number
    /** Whether hiding the region so changed the answer. */
    readonly turns: boolean
    readonly measured: readonly RegionVerdict[] | undefined
  },
): RegionVerdict {
  const alone = of.measured?.[of.region]
  if (own === "none" && of.turns) return signOf(of.effect)
  if (own !== "none" || of.means === "shown-alone" || alone === undefined || !isMeasurable(alone)) return own
  return of.means === "alone" ? alone : signOf(of.effect)
}

/** Whether a positive effect means that the score fell: regions were hidden rather than shown. */
export function falls(means: EffectMeaning): boolean {
  return kinds[means].sign < 0
}

function signOf(effect: number): "supports" | "opposes" {
  return effect < 0 ? "opposes" : "supports"
}

/** Whether the answer is another one with a region hidden, as sets are judged and the strip is ordered: for a margin the lead is lost, not the first place. */
function changesAnswer(
  { target, top, model: { classes, scale } }: Explanation,
  { effect, answer: best }: { readonly effect: number; readonly answer: ClassScore | null | undefined },
): boolean {
  if (best === null || best === undefined) return false
  return keepsAnswer(target, { top, classes, scale })?.({ score: target.score - effect, best }) === false
}

/** The measurable effects; all effects if no noise was measured. */
export function measurableEffects({ judged, effects, regions }: View): readonly number[] {
  return judged ? effects.filter((_, region) => isMeasurable(regions[region]!.verdict)) : effects
}
