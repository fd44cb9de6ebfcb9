import type { TargetAsk } from "../asking/ask.ts"
import type { Faithfulness, HidingCurve } from "../evidence-record.ts"
import { random } from "../random.ts"
import type { FillDescription, RegionId, Regions, ScoreScale } from "../types.ts"
import { type HiddenPixelsOptions, hiddenPixels } from "./hidden-pixels.ts"
import { gainUnit, hidingCurve, hidingSets } from "./hiding-curve.ts"
import { centreFirst, randomOrder } from "./reference-orders.ts"

export interface FaithfulnessOptions {
  /** All regions, the one that matters most first. */
  readonly order: readonly RegionId[]
  readonly regions: Regions
  /** Score of the untouched picture. */
  readonly untouched: number
  /** `probability` where scores run from 0 up; `logit` for logits and differences of scores, which have no natural zero. */
  readonly scale: ScoreScale
  /** How many regions are hidden at each step. */
  readonly hidden: readonly number[]
  readonly fill: FillDescription
  /** The fill, by its place in the list of `ask`. @default 0 */
  readonly fillIndex?: number
  /** How many random orders the map is compared with; an even number: see `measureFaithfulness`. */
  readonly randomOrders: number
  readonly seed: number
  /** Asks for the curve by pixels as well; only for grids and windows. */
  readonly pixels?: Omit<HiddenPixelsOptions, "hidden"> | undefined
}

/**
 * Hides regions in the order of a map, most relevant first and least relevant first, and does the same in random orders and outwards from the middle.
 *
 * Random orders come in pairs, an order and its reverse: what one hides first the other hides last, so the second gain is minus the first and
 * costs nothing. In all, `faithfulnessCalls(options)` pictures are asked about.
 *
 * @throws RangeError for an order that does not name each region once, steps that do not hide some of the regions, or an odd number of random orders.
 */
export async function measureFaithfulness(ask: TargetAsk, options: FaithfulnessOptions): Promise<Faithfulness> {
  checkOptions(options)
  const { order, regions, untouched, hidden, fill, fillIndex = 0, randomOrders, pixels } = options
  const unit = gainUnit(options.scale, untouched)
  const next = random(options.seed)
  const drawn = Array.from({ length: randomOrders / 2 }, () => randomOrder(order.length, next))
  const orders = [order, centreFirst(regions), ...drawn]
  const answers = await ask(
    orders.flatMap((one) => hidingSets(one, hidden)),
    { fill: fillIndex },
  )
  const byPixels =
    pixels === undefined
      ? []
      : await ask.edits(hiddenPixels(regions, { ...pixels, hidden }).map((edits) => ({ edits })))
  const length = 2 * hidden.length
  const curve = (from: readonly { readonly score: number }[], place: number): HidingCurve =>
    hidingCurve(
      from.slice(place * length, (place + 1) * length).map(({ score }) => score),
      { untouched, unit },
    )
  const gains = drawn.map((_, i) => curve(answers, 2 + i).gain)
  return {
    hidden,
    fill,
    unit,
    own: curve(answers, 0),
    ...(pixels === undefined ? {} : { pixels: curve(byPixels, 0) }),
    centreFirst: curve(answers, 1),
    random: gains.flatMap((gain) => [gain, 0 - gain]),
  }
}

/** How many pictures `measureFaithfulness` asks about. */
export function faithfulnessCalls({
  hidden,
  randomOrders,
  pixels,
}: Pick<FaithfulnessOptions, "hidden" | "randomOrders" | "pixels">): number {
  return 2 * hidden.length * (2 + randomOrders / 2 + (pixels === undefined ? 0 : 1))
}

function checkOptions({ order, regions, hidden, randomOrders }: FaithfulnessOptions): void {
  const count = regions.list.length
  const named = new Set(order)
  if (order.length !== count || !regions.list.every(({ id }) => named.has(id)))
    throw new RangeError(`order must name each of ${count} regions once, got ${named.size} of them in ${order.length}`)
  const wrong = hidden.find((step) => !Number.isSafeInteger(step) || step < 1 || step > count)
  if (hidden.length === 0 || wrong !== undefined)
    throw new RangeError(`hidden must be steps from 1 to ${count} regions, got ${wrong ?? "none"}`)
  if (!Number.isSafeInteger(randomOrders) || randomOrders < 0 || randomOrders % 2 !== 0)
    throw new RangeError(`random orders must be an even number from 0 up, got ${randomOrders}`)
}
