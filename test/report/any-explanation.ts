import {
  type Classifier,
  coinFlips,
  type EvidenceLevel,
  type Explanation,
  explainTargets,
  featureMask,
  functionModel,
  grid,
  type MethodOption,
  type Regions,
  ridge,
  type Segmenter,
  slidingWindow,
  type TargetsOption,
} from "../../src/index.ts"
import { random } from "../../src/random.ts"
import type { Image } from "../../src/types.ts"

const SIDE = 32

/** Kinds of models: each gives scores from some pixels of the picture. */
const models = {
  softmax: (of: (k: number) => number) => {
    const shares = [0, 1, 2, 3, 4, 5].map((k) => Math.exp(of(k) / 60))
    const sum = shares.reduce((all, one) => all + one)
    return shares.map((one) => one / sum)
  },
  logits: (of: (k: number) => number) => [0, 1, 2, 3].map((k) => of(k) / 20 - 3),
  /** A probability of its own for each class. */
  sigmoid: (of: (k: number) => number) => [0, 1, 2].map((k) => 1 / (1 + Math.exp(-of(k) / 40))),
  one: (of: (k: number) => number) => [1 / (1 + Math.exp(2 - of(0) / 60))],
} as const

const layouts: readonly Segmenter[] = [
  grid(4),
  grid(6),
  grid({ rows: 3, columns: 5, split: "original" }),
  slidingWindow({ size: 13, stride: 9 }),
  featureMask(Array.from({ length: SIDE * SIDE }, (_, i) => Math.floor((i % SIDE) / 7) + 5 * (i > 500 ? 1 : 0))),
]

const methods: readonly (MethodOption | undefined)[] = [
  ...[undefined, undefined, undefined, "one-at-a-time", "all-but-one", "random-masks"],
  { name: "own", means: "average", design: coinFlips(), estimator: ridge() },
] as const

/** What a run of chance writes down: any model, layout, method, fill, level and targets; one record a target. */
export async function anyExplanation(seed: number): Promise<readonly Explanation[]> {
  const next = random(seed)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)]!
  const kind = pick(Object.keys(models) as (keyof typeof models)[])
  const image: Image = {
    ...{ width: SIDE, height: SIDE, channels: 1 },
    data: Uint8Array.from({ length: SIDE * SIDE }, () => Math.floor(256 * next())),
  }
  const places = Array.from({ length: 12 }, () => Math.floor(next() * SIDE * SIDE))
  const model: Classifier = functionModel(
    (images) => images.map(({ data }) => models[kind]((k) => data[places[k]!]! - data[places[k + 6]!]! * 0.4)),
    { scale: kind === "logits" ? "logit" : "probability" },
  )
  const several: TargetsOption = [
    0,
    { target: 1, against: "runner-up" },
    { name: "sum", score: (row) => row[0]! - 3 * row[1]! },
  ]
  const method = pick(methods)
  const level = pick<EvidenceLevel>(["none", "quick", "standard", "thorough"])
  return explainTargets(model, image, {
    ...{ regions: pick<(image: Image) => Regions>(layouts), evidence: level, seed },
    ...(method === undefined ? {} : { method }),
    ...(next() < 0.5 ? {} : { fill: pick(["blur", 0, "noise"] as const) }),
    targets: kind === "one" || next() < 0.5 ? { top: 1 } : next() < 0.5 ? { top: 2 } : several,
    picture: { name: "any.png" },
  })
}
