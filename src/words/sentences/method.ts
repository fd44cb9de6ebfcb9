import { viewMeaning } from "../../reading/view.ts"
import { type Context, fillOf, listOf, type Sentence, say } from "../context.ts"
import type { Formula } from "./effects.ts"

/** How many pictures the effects come from. */
export const asked: Formula = (context) => {
  const { view } = context
  const average = viewMeaning(view, "average")
  const masks = average?.attribution.masks
  if (average === undefined || masks === undefined) return []
  return say(context, "asked", {
    count: view.record.fills.length,
    values: { masks: masks.total },
    paths: [`${average.path}.masks`, "fills"],
  })
}

/** What was done, in plain steps. */
export function methodSteps(context: Context): readonly (readonly Sentence[])[] {
  const { seed, asked: total, seen } = context.view.record
  const size = { values: { ...seen.size }, paths: ["seen.size"] }
  return [
    [...say(context, seen.fit === undefined ? "whole" : "brought", size), ...cutInto(context)],
    ...(isPlain(context) ? plainSteps(context) : evidenceSteps(context)),
    [
      ...say(context, "total", { count: total, paths: ["asked"] }),
      ...say(context, "seed", { values: { seed }, paths: ["seed"] }),
    ],
  ]
}

const plainNames = {
  average: ["hiddenOne", "difference"],
  alone: ["hiddenOne", "difference"],
  around: ["hiddenOne", "difference"],
  "shown-alone": ["shownOne", "gain"],
} as const

function isPlain({ view }: Context): boolean {
  return view.record.evidence === undefined || !view.judged
}

function cutInto(context: Context): readonly Sentence[] {
  const { layout, boxes } = context.view.record.regions
  const paths = ["regions.layout"]
  const count = boxes.length
  if (layout.kind === "grid")
    return say(context, "cutGrid", { values: { rows: layout.rows, columns: layout.columns }, paths })
  if (layout.kind === "window") return say(context, "cutWindow", { count, values: { ...layout.window }, paths })
  return say(context, "cutMask", { count, paths })
}

function plainSteps(context: Context): readonly (readonly Sentence[])[] {
  const { view } = context
  const values = { fill: fillOf(context, view.fills[0]!) }
  const [step, effect] = plainNames[view.means]
  const paths = [`${view.path}.effects`]
  return [say(context, step, { values, paths }), say(context, effect, { paths })]
}

function evidenceSteps(context: Context): readonly (readonly Sentence[])[] {
  const { view } = context
  const { fills } = view.record
  const { noise, sets, faithfulness } = view.record.evidence!
  const [average, alone] = [viewMeaning(view, "average"), viewMeaning(view, "alone")]
  const names = fills.map((fill) => fillOf(context, fill))
  const count = alone?.effects.filter(Number.isFinite).length ?? 0
  const masks = average?.attribution.masks
  const steps: readonly (readonly Sentence[])[] = [
    masks === undefined
      ? []
      : [
          ...say(context, "masks", {
            values: { masks: masks.total, random: masks.random },
            paths: [`${average!.path}.masks`],
          }),
          ...say(context, fills.length > 1 ? "fillsInTurn" : "fillAlways", {
            values: { fills: listOf(context, names) },
            paths: ["fills"],
          }),
        ],
    masks === undefined ? [] : say(context, "estimated", { paths: [`${average!.path}.effects`] }),
    count === 0
      ? []
      : say(context, count === context.common.total ? "aloneAll" : "aloneSome", {
          count,
          values: { fill: names[0]! },
          paths: [`${alone!.path}.effects`, "fills[0]"],
        }),
    say(context, "difference", { paths: [`${view.path}.effects`] }),
    noise === undefined || noise.checks.length === 0
      ? []
      : say(context, "noise", { count: noise.checks.length, paths: ["evidence.noise.checks"] }),
    sets === undefined ? [] : say(context, "setsTried", { paths: ["evidence.sets"] }),
    faithfulness === undefined
      ? []
      : say(context, "orders", { count: faithfulness.random.length, paths: ["evidence.faithfulness.random"] }),
  ]
  return steps.filter(({ length }) => length > 0)
}
