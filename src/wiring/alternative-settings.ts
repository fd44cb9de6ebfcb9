import { preprocessingPresets } from "../models/preprocessing-presets.ts"
import type { Preprocessing } from "../types.ts"

type Levels = Pick<Preprocessing, "range" | "mean" | "std">

/** The presets whose levels differ, in the order red, green, blue. */
const knownLevels: readonly Levels[] = (["raw", "zero-one", "keras-tf", "torchvision", "keras-caffe"] as const).map(
  (name) => inOrder(preprocessingPresets[name], preprocessingPresets[name].order === "BGR"),
)

/**
 * Other settings that a model may have been meant for: both orders of the channels, the levels of all presets, the other layout. The declared
 * setting is not among them, nor any that differs from it by less than a fiftieth of its span; `fit`, `filter` and `size` stay.
 *
 * For a model with one channel: the levels of the presets that have one mean, and each of them inverted.
 */
export function alternativeSettings(declared: Preprocessing): readonly Preprocessing[] {
  const own = inOrder(declared, declared.order === "BGR")
  const levels = [own, ...knownLevels].flatMap((one) => (declared.order === "gray" ? greyLevels(one) : [one]))
  const orders = declared.order === "gray" ? (["gray"] as const) : (["RGB", "BGR"] as const)
  const layout = declared.layout === "NCHW" ? "NHWC" : "NCHW"
  const all = orders.flatMap((order) =>
    levels.map((one): Preprocessing => ({ ...declared, ...inOrder(one, order === "BGR"), order })),
  )
  const different: Preprocessing[] = []
  for (const one of [declared, ...all])
    if (!different.some((other) => sameOrder(one, other) && sameLevels(one, other))) different.push(one)
  return [...different.slice(1), { ...declared, layout }]
}

/** Whether two settings give nearly the same numbers to each colour: within a fiftieth of the span that the second one gives. */
export function sameLevels(one: Preprocessing, other: Preprocessing): boolean {
  const [a, b] = [ends(one), ends(other)]
  return a.every(([low, high], colour) => {
    const [otherLow, otherHigh] = b[colour % b.length]!
    const room = Math.abs(otherHigh - otherLow) / 50
    return Math.abs(low - otherLow) <= room && Math.abs(high - otherHigh) <= room
  })
}

function sameOrder(one: Preprocessing, other: Preprocessing): boolean {
  return one.order === other.order && one.layout === other.layout
}

/** What black and white become, for each colour: red, green, blue, or grey alone. */
function ends(setting: Preprocessing): readonly (readonly [number, number])[] {
  const { range, mean, std } = inOrder(setting, setting.order === "BGR")
  return (setting.order === "gray" ? [0] : [0, 1, 2]).map((colour) => {
    const middle = mean[colour % mean.length]!
    const spread = std[colour % std.length]!
    return [(range[0] - middle) / spread, (range[1] - middle) / spread]
  })
}

/** The levels with lists of three reversed, or unchanged. */
function inOrder({ range, mean, std }: Levels, turned: boolean): Levels {
  return { range, mean: turned ? [...mean].reverse() : mean, std: turned ? [...std].reverse() : std }
}

function greyLevels(levels: Levels): readonly Levels[] {
  if (levels.mean.length + levels.std.length > 2) return []
  const [low, high] = levels.range
  return [levels, { ...levels, range: [high, low] }]
}
