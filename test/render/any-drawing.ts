import fc from "fast-check"
import type { Explanation } from "../../src/explanation.ts"
import type { MethodName } from "../../src/methods/resolve-method.ts"
import { random } from "../../src/random.ts"
import { featureMask } from "../../src/regions/feature-mask.ts"
import { grid } from "../../src/regions/grid.ts"
import { recordRegions } from "../../src/regions/record-regions.ts"
import { slidingWindow } from "../../src/regions/sliding-window.ts"
import {
  type DrawingOptions,
  type LayoutName,
  type RenderDifferenceOptions,
  renderDifference,
  renderPair,
  renderSets,
  renderSheet,
  renderSvg,
  type TriedPictures,
} from "../../src/render/index.ts"
import type { Box, Image, ScoreScale, Segmenter, Size } from "../../src/types.ts"
import { anyEvidence, showAlone } from "./make-evidence.ts"
import { makeExplanation } from "./make-explanation.ts"

/** A picture of one pixel. */
export const photo = {
  href: "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNoAAAAggCBd81ytgAAAABJRU5ErkJggg==",
} as const

/** One drawing of random things. */
export interface AnyDrawing {
  readonly svg: string
  /** Draws the same once more, from copies. */
  readonly again: () => string
  /** What a failing test shows instead of the drawing. */
  readonly [fc.toStringMethod]: () => string
}

const shapes: readonly (readonly [width: number, height: number])[] = [
  [600, 400],
  [400, 600],
  [512, 512],
  [1, 1],
  [2000, 300],
  [100, 900],
  [3000, 1],
  [1, 1000],
]

const labels: readonly string[] = [
  "espresso",
  "German short-haired pointer",
  `</text><script>alert("1 & 2")</script> ]]> <!-- &amp; '`,
  "埃及猫 エジプシャンマウ 이집트 고양이",
  "قطة مصرية ".repeat(12),
  "س".repeat(120),
  "मिस्री बिल्ली",
  "😴😹🐮 👨‍👩‍👧 🏳️‍🌈",
  "кошка Щука кот",
  "\u202egnp.tac\u202c \u0000\u001b[2J\ud800 \ufffe\u2028x",
  "",
  "W".repeat(300),
  "a bc def ".repeat(60),
]

const anyLabel = fc.oneof(fc.constantFrom(...labels), fc.string({ unit: "binary", maxLength: 120 }))

const count = fc.integer({ min: 1, max: 32 })
const anyRegions: fc.Arbitrary<(seen: Size) => Segmenter> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(count, count).map(
      ([rows, columns]) =>
        () =>
          grid({ rows, columns }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(count, count, count, count).map(([w, h, across, down]) => ({ width, height }: Size) => {
      const size = {
        width: Math.max(Math.ceil(width / 8), Math.min(w, width)),
        height: Math.max(4, Math.min(h, height)),
      }
      return slidingWindow({
        size,
        stride: { width: Math.min(size.width, 2 + across), height: Math.min(size.height, 2 + down) },
      })
    }),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(count, fc.nat()).map(([parts, seed]) => ({ width, height }: Size) => {
      const next = random(seed)
      const block = Math.max(1, Math.floor(width / 7))
      const label = Array.from({ length: 8 * height }, () => Math.floor(next() * parts))
      return featureMask(
        Array.from(
          { length: width * height },
          (_, i) => label[8 * Math.floor(i / width / 5) + Math.floor((i % width) / block)]!,
        ),
      )
    }),
  },
)

/** What can be told of an explanation in a few numbers, so that a failing one is found again and made smaller. */
const facts = fc.record({
  shape: fc.oneof(
    fc.constantFrom(...shapes),
    fc.tuple(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 2000 })),
  ),
  seen: fc.tuple(fc.integer({ min: 32, max: 80 }), fc.integer({ min: 32, max: 80 })),
  fit: fc.constantFrom("squash", "crop", "pad", "none"),
  regions: anyRegions,
  label: anyLabel,
  other: anyLabel,
  name: anyLabel,
  design: fc.constantFrom<MethodName>("one-at-a-time", "one-at-a-time", "all-but-one"),
  largest: fc.constantFrom(1, 0.4, 0.06, 0.004, 0),
  /** Which effects are left out: none, some, or all. */
  missing: fc.constantFrom(0, 0, 0, 0.2, 1),
  seed: fc.nat(),
  samePicture: fc.boolean(),
  asked: fc.constantFrom("class", "class", "margin", "function"),
  /** Whether evidence says how sure the effects are: of effects on average, or alone. */
  evidence: fc.constantFrom("none", "average", "average", "alone"),
})
type Facts = typeof facts extends fc.Arbitrary<infer T> ? T : never

function explanationOf(given: Facts, scale: ScoreScale): Explanation {
  const { shape, seen: side, fit, label, other, name, design, largest, missing, seed } = given
  const picture = { width: shape[0], height: shape[1] }
  const seen = { width: side[0], height: side[1] }
  const image: Image = { ...seen, channels: 1, data: new Uint8Array(seen.width * seen.height) }
  const regions = recordRegions(given.regions(seen)(image))
  const next = random(seed)
  const most = scale === "logit" ? (seed % 4 === 1 ? 3e5 : 30) * largest : largest
  const effects = regions.boxes.map(() => {
    const [gap, size] = [next(), (2 * next() - 1) * most]
    return gap >= missing ? size : gap < missing / 2 ? Number.NaN : Math.sign(size) * Number.POSITIVE_INFINITY
  })
  const score = scale === "logit" ? 20 * next() - 10 : next()
  const [first, second] = [label, other].map((label, i) => ({ index: 967 + i, label, score: next() }))
  const explanation = makeExplanation({
    effects,
    regions,
    picture,
    seen,
    source: sourceOf(fit, picture, seen),
    label,
    score,
    scale,
    method: design,
    ...(design === "all-but-one" ? { hiddenScore: next() } : {}),
    model: other,
    top: seed % 3 === 0 ? [second!] : [first!, second!],
    answers: effects.map((_, i) => (i % 2 === 0 ? first! : second!)),
  })
  const finished: Explanation = {
    ...explanation,
    target: targetOf(given, explanation),
    picture: { ...explanation.picture, name, pixelsSha256: given.samePicture ? "ab" : `${seed}` },
  }
  if (given.evidence === "none") return finished
  const sure = anyEvidence(finished, seed)
  return given.evidence === "average" ? sure : showAlone(sure)
}

/** The class, its lead over another, or a function on the model's scale, so that a sheet has one unit. */
function targetOf({ asked, label, other }: Facts, { target, model: { scale } }: Explanation): Explanation["target"] {
  const { score } = target
  if (asked === "function") return { label, score, chosenBy: "function", scale }
  if (asked === "class") return target
  return { index: 967, label, score, chosenBy: "margin", against: { index: 968, label: other, score: 0.25 } }
}

/** What a model of this input size sees of a picture. */
function sourceOf(fit: Facts["fit"], { width, height }: Size, seen: Size): Box {
  if (fit === "squash" || fit === "none") return { left: 0, top: 0, width, height }
  const [across, down] = [(height * seen.width) / seen.height, (width * seen.height) / seen.width]
  const narrow = across < width === (fit === "crop")
  const [w, h] = [narrow ? across : width, narrow ? height : down].map((side) => Math.max(1, Math.round(side))) as [
    number,
    number,
  ]
  return { left: Math.floor((width - w) / 2), top: Math.floor((height - h) / 2), width: w, height: h }
}

const look = {
  theme: fc.constantFrom("light", "dark"),
  palette: fc.constantFrom("PuOr", "RdBu", "BrBG"),
  style: fc.constantFrom("points", "points", "points", "original"),
  map: fc.constantFrom("exact", "exact", "smooth"),
  numbers: fc.constantFrom(true, true, false),
} as const
const scale = fc.constantFrom<ScoreScale>("probability", "logit")
const withPhoto = fc.boolean()
/** Pages for phones, tablets and slides; null for the layout's own. */
const pageWidth = fc.option(fc.integer({ min: 360, max: 1600 }))

/** Masks have no neighbours to blend with. */
function possible(options: Required<DrawingOptions>, explanations: readonly Explanation[]): Required<DrawingOptions> {
  const masks = explanations.some(({ regions }) => regions.layout.kind === "mask")
  return masks ? { ...options, map: "exact" } : options
}

/** One explanation in one of the layouts. */
const singleOf = (facts: fc.Arbitrary<Facts>): fc.Arbitrary<AnyDrawing> =>
  fc
    .record({
      facts,
      scale,
      ...look,
      layout: fc.constantFrom<LayoutName>("beside", "beside", "alone", "overlay", "map"),
      width: pageWidth,
      withPhoto,
    })
    .map(({ facts, scale, withPhoto, layout, width, ...options }) => {
      const explanation = explanationOf(facts, scale)
      const pictures = withPhoto ? { photo, tried: triedOf(explanation) } : {}
      const sized = width === null ? {} : { width }
      return drawn(explanation, { ...possible(options, [explanation]), layout, ...pictures, ...sized }, renderSvg)
    })

/** Pictures of all that the record says was tried. */
function triedOf({ evidence }: Explanation): TriedPictures {
  const { sets, strip } = evidence ?? {}
  return {
    ...(sets?.enough ? { enough: photo } : {}),
    ...(sets?.needed ? { needed: photo } : {}),
    ...(strip === undefined ? {} : { strip: strip.hidden.map(() => photo) }),
  }
}

export const anySingle: fc.Arbitrary<AnyDrawing> = singleOf(facts)

/** One explanation whose squares carry numbers, of which `anyDrawing` has few: those need a grid with room for them. */
export const anyNumbered: fc.Arbitrary<AnyDrawing> = singleOf(
  fc
    .record({
      facts,
      shape: fc.tuple(fc.integer({ min: 300, max: 1200 }), fc.integer({ min: 300, max: 1200 })),
      grid: fc.record({ rows: fc.integer({ min: 1, max: 14 }), columns: fc.integer({ min: 1, max: 14 }) }),
      largest: fc.constantFrom(1, 0.4, 0.06),
      missing: fc.constantFrom(0, 0, 0.2),
    })
    .map(({ facts, grid: sides, ...given }): Facts => ({ ...facts, ...given, regions: () => grid(sides) })),
).filter(({ svg }) => svg.includes(' class="numbers"'))

/** One to six explanations on a sheet. */
export const anySheet: fc.Arbitrary<AnyDrawing> = fc
  .record({
    facts: fc.array(facts, { minLength: 1, maxLength: 6 }),
    scale,
    ...look,
    columns: fc.option(fc.integer({ min: 1, max: 12 })),
    withPhoto,
  })
  .map(({ facts, scale, withPhoto, columns, ...options }) => {
    const entries = facts.map((one) => {
      const explanation = explanationOf(one, scale)
      return withPhoto ? { explanation, photo } : { explanation }
    })
    const { theme, palette, map, numbers } = possible(
      options,
      entries.map(({ explanation }) => explanation),
    )
    return drawn(entries, { theme, palette, map, numbers, ...(columns === null ? {} : { columns }) }, renderSheet)
  })

/** Before and after hiding a region. */
export const anyPair: fc.Arbitrary<AnyDrawing> = fc
  .record({ facts, scale, theme: look.theme, region: fc.nat() })
  .map(({ facts, scale, theme, region }) => {
    const explanation = explanationOf(facts, scale)
    const hidden = region % 2 === 0 ? {} : { region: region % explanation.regions.boxes.length }
    return drawn(explanation, { theme, before: photo, after: photo, ...hidden }, renderPair)
  })

/** What keeps and what changes the answer; the record is made to hold at least one such set. */
export const anySets: fc.Arbitrary<AnyDrawing> = fc
  .record({ facts, scale, theme: look.theme })
  .map(({ facts, scale, theme }) => {
    const explanation = anyEvidence(explanationOf({ ...facts, evidence: "none" }, scale), facts.seed)
    const found = { regions: [0], score: 0.2, answer: explanation.top[0]!, exact: true, confirmed: true }
    const sets = explanation.evidence!.sets ?? { enough: null, needed: null }
    const held = sets.enough === null && sets.needed === null ? { enough: null, needed: found } : sets
    const record = { ...explanation, evidence: { ...explanation.evidence!, sets: held } }
    return drawn(record, { theme, before: photo, enough: photo, needed: photo }, renderSets)
  })

/** What changed from one explanation of a picture to another. */
export const anyDifference: fc.Arbitrary<AnyDrawing> = fc
  .record({ facts, scale, theme: look.theme, palette: look.palette, isSame: fc.constantFrom(true, false), withPhoto })
  .map(({ facts, scale, isSame, withPhoto, ...options }) => {
    const one = { ...facts, samePicture: true }
    const other = isSame ? one : { ...one, label: facts.other, name: facts.label, seed: facts.seed + 1 }
    const both = [one, other].map((given) => explanationOf(given, scale)) as [Explanation, Explanation]
    const draw = ([a, b]: typeof both, options: RenderDifferenceOptions): string => renderDifference(a, b, options)
    return drawn(both, { ...options, ...(withPhoto ? { photo } : {}) }, draw)
  })

/** Any of them. */
export const anyDrawing: fc.Arbitrary<AnyDrawing> = fc.oneof(
  { weight: 6, arbitrary: anySingle },
  { weight: 1, arbitrary: anySheet },
  { weight: 1, arbitrary: anyPair },
  { weight: 1, arbitrary: anySets },
  { weight: 1, arbitrary: anyDifference },
)

function drawn<What extends object, Options extends object>(
  what: What,
  options: Options,
  draw: (what: What, options: Options) => string,
): AnyDrawing {
  return {
    svg: draw(what, options),
    again: () => draw(structuredClone(what), structuredClone(options)),
    [fc.toStringMethod]: () => `${draw.name}(${short(what)}, ${short(options)})`,
  }
}

/** A record without its boxes and without all but the first few of its numbers. */
function short(value: object): string {
  return JSON.stringify(value, (key, part: unknown) =>
    Array.isArray(part) && part.length > 9
      ? [...(part as unknown[]).slice(0, 9), `and ${part.length - 9} more`]
      : ["boxes", "href", "answers", "versions"].includes(key)
        ? "..."
        : part,
  )
}
