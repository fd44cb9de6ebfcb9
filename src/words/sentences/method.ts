import { viewMeaning } from "../../reading/view.ts"
import type { ReportWords } from "../english.ts"
import { fillIn, numbered } from "../fill-in.ts"
import { type Context, fillOf, listOf, type Sentence } from "./sentence.ts"

type Step = keyof ReportWords["method"]

/** What was done, in plain steps. */
export function methodSteps(context: Context): readonly (readonly Sentence[])[] {
  const { view, explanation, evidence } = context
  const isPlain = evidence === undefined || !view.judged
  return [
    [...broughtTo(context), ...cutInto(context)],
    ...(isPlain ? plainSteps(context) : evidenceSteps(context)),
    [
      { formula: "total", text: totalOf(context), paths: ["asked"] },
      step(context, "seed", { values: { seed: explanation.seed }, paths: ["seed"] }),
    ],
  ]
}

function broughtTo(context: Context): readonly Sentence[] {
  const { seen } = context.explanation
  const paths = ["seen.size"]
  return [step(context, seen.fit === undefined ? "whole" : "brought", { values: { ...seen.size }, paths })]
}

function cutInto(context: Context): readonly Sentence[] {
  const { layout, boxes } = context.explanation.regions
  const paths = ["regions.layout"]
  if (layout.kind === "grid")
    return [step(context, "cutGrid", { values: { rows: layout.rows, columns: layout.columns }, paths })]
  if (layout.kind === "window")
    return [step(context, "cutWindow", { values: { ...layout.window, count: boxes.length }, paths })]
  return [step(context, "cutMask", { values: { count: boxes.length }, paths })]
}

function plainSteps(context: Context): readonly (readonly Sentence[])[] {
  const { view, noun } = context
  const shown = view.means === "shown-alone"
  const means = [`${view.path}.means`]
  const values = { noun, fill: fillOf(context, view.fills[0]!) }
  return [
    [step(context, shown ? "shownOne" : "hiddenOne", { values, paths: [...means, "fills[0]"] })],
    [step(context, shown ? "gain" : "difference", { paths: means })],
  ]
}

function evidenceSteps(context: Context): readonly (readonly Sentence[])[] {
  const { view, evidence, noun, explanation } = context
  if (evidence === undefined) return []
  const { noise, sets, faithfulness } = evidence
  const { fills } = explanation
  const [average, alone] = [viewMeaning(view, "average"), viewMeaning(view, "alone")]
  const masks = average?.attribution.masks
  const names = fills.map((fill) => fillOf(context, fill))
  const count = alone?.attribution.effects.filter((effect) => effect !== null).length ?? 0
  const when = (holds: boolean, make: () => Sentence): readonly (readonly Sentence[])[] => (holds ? [[make()]] : [])
  return [
    ...(average === undefined || masks === undefined
      ? []
      : [
          [
            step(context, "masks", {
              values: { noun, masks: masks.total, random: masks.random },
              paths: [`${average.path}.masks.total`, `${average.path}.masks.random`],
            }),
            step(context, fills.length > 1 ? "fillsInTurn" : "fillAlways", {
              values: { fills: listOf(context, names) },
              paths: ["fills"],
            }),
          ],
          [step(context, "estimated", { paths: [average.path] })],
        ]),
    ...when(count > 0, () =>
      step(context, count === context.total ? "aloneAll" : "alone", {
        values: { count, noun, fill: names[0]! },
        paths: [`${alone!.path}.effects`, "fills[0]"],
      }),
    ),
    [step(context, "difference", { paths: [`${view.path}.means`] })],
    ...when((noise?.checks.length ?? 0) > 0, () =>
      step(context, "noise", { values: { count: noise!.checks.length }, paths: ["evidence.noise.checks"] }),
    ),
    ...when(sets !== undefined, () => step(context, "sets", { values: { noun }, paths: ["evidence.sets"] })),
    ...when(faithfulness !== undefined, () =>
      step(context, "orders", {
        values: { count: faithfulness!.random.length },
        paths: ["evidence.faithfulness.random"],
      }),
    ),
  ]
}

function totalOf({ words, explanation }: Context): string {
  return fillIn(numbered(words.method.total, explanation.asked), { count: explanation.asked })
}

function step(
  { words }: Context,
  formula: Exclude<Step, "total">,
  { values, paths }: { readonly values?: Readonly<Record<string, string | number>>; readonly paths: readonly string[] },
): Sentence {
  return { formula, text: fillIn(words.method[formula], values), paths }
}
