import type { Attribution, EffectMeaning, Explanation } from "../../src/explanation.ts"
import type { Box, DesignName, RegionLayout, ScoreScale, Size } from "../../src/types.ts"

interface Wanted {
  /** The effects; for a grid, row by row. */
  readonly effects: readonly number[]
  /** Default: one row. */
  readonly rows?: number
  readonly picture?: Size
  readonly source?: Box
  readonly seen?: Size
  readonly label?: string
  readonly score?: number
  readonly scale?: ScoreScale
  readonly method?: DesignName
  readonly hiddenScore?: number
  readonly regions?: Explanation["regions"]
  readonly model?: string
  readonly top?: Explanation["top"]
  readonly answers?: Explanation["top"]
}

/** A record as `explain` would make it, from the few facts that a test is about. */
export function makeExplanation(wanted: Wanted): Explanation {
  const {
    effects,
    method = "one-at-a-time",
    rows = 1,
    seen = { width: 64, height: 64 },
    scale = "probability",
    score = 0.9412,
  } = wanted
  const picture = wanted.picture ?? { width: 600, height: 400 }
  const target = { index: 967, label: wanted.label ?? "espresso", score }
  return {
    format: "gridexplainer-explanation",
    version: 3,
    picture: { name: "coffee.png", size: picture },
    model: { name: wanted.model ?? "tiny", classes: 1000, scale },
    seen: { size: seen, source: wanted.source ?? { left: 0, top: 0, ...picture }, fit: "squash", filter: "bilinear" },
    regions: wanted.regions ?? gridRegions(rows, effects.length / rows, seen),
    fills: [{ name: "cell-mean" }],
    target: { ...target, chosenBy: "predicted" },
    top: wanted.top ?? [target],
    attributions: [
      {
        ...{ method, means: meanings[method], effects },
        ...(wanted.hiddenScore === undefined ? {} : { hiddenScore: wanted.hiddenScore }),
        answers: wanted.answers ?? effects.map((effect) => ({ ...target, score: score - effect })),
      },
    ],
    shown: method,
    plan: {},
    asked: effects.length + 1,
    seed: 0,
    versions: { gridexplainer: "0.1.0" },
  }
}

const meanings: Readonly<Record<DesignName, EffectMeaning>> = { "one-at-a-time": "alone", "all-but-one": "shown-alone" }

/** The record with something else in the attribution that stands in front. */
export function withFront(record: Explanation, part: Partial<Attribution>): Explanation {
  const attributions = record.attributions.map((one) => (one.method === record.shown ? { ...one, ...part } : one))
  return { ...record, attributions }
}

/** The boxes of a grid whose last row and column take the remainder. */
export function gridRegions(rows: number, columns: number, size: Size): Explanation["regions"] {
  const cut = (length: number, parts: number, i: number): number =>
    i === parts ? length : i * Math.floor(length / parts)
  const layout: RegionLayout = { kind: "grid", rows, columns }
  const boxes = Array.from({ length: rows * columns }, (_, i): Box => {
    const row = Math.floor(i / columns)
    const column = i % columns
    const left = cut(size.width, columns, column)
    const top = cut(size.height, rows, row)
    return {
      left,
      top,
      width: cut(size.width, columns, column + 1) - left,
      height: cut(size.height, rows, row + 1) - top,
    }
  })
  return { layout, boxes }
}

/** Numbers from -1 to 1 that look random and never change. */
export function wobble(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => Math.sin(i * 12.9898 + 78.233))
}
