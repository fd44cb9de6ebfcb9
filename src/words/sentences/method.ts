import type { ReportWords } from "../english.ts"
import { fillIn, numbered } from "../fill-in.ts"
import { type Context, fillOf, listOf, type Sentence } from "./sentence.ts"

type Step = keyof ReportWords["method"]

/** What was done, in plain steps. */
export function methodSteps(context: Context): readonly (readonly Sentence[])[] {
  const { explanation, evidence } = context
  const isPlain = evidence === undefined || explanation.design === "all-but-one"
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
  const { explanation, noun } = context
  const shown = explanation.design === "all-but-one"
  const values = { noun, fill: fillOf(context, explanation.fill) }
  return [
    [step(context, shown ? "shownOne" : "hiddenOne", { values, paths: ["design", "fill"] })],
    [step(context, shown ? "gain" : "difference", { paths: ["design"] })],
  ]
}

function evidenceSteps(context: Context): readonly (readonly Sentence[])[] {
  const { evidence, noun } = context
  if (evidence === undefined) return []
  const { average, alone, noise, sets, faithfulness, fills } = evidence
  const names = fills.map((fill) => fillOf(context, fill))
  const count = alone?.effects.filter((effect) => effect !== null).length ?? 0
  const when = (holds: boolean, make: () => Sentence): readonly (readonly Sentence[])[] => (holds ? [[make()]] : [])
  return [
    [
      step(context, "masks", {
        values: { noun, masks: average.masks, random: average.random },
        paths: ["evidence.average.masks", "evidence.average.random"],
      }),
      step(context, fills.length > 1 ? "fillsInTurn" : "fillAlways", {
        values: { fills: listOf(context, names) },
        paths: ["evidence.fills"],
      }),
    ],
    [step(context, "estimated", { paths: ["evidence.average"] })],
    ...when(count > 0, () =>
      step(context, count === context.total ? "aloneAll" : "alone", {
        values: { count, noun, fill: names[0]! },
        paths: ["evidence.alone.effects", "evidence.fills[0]"],
      }),
    ),
    [step(context, "difference", { paths: ["design"] })],
    ...when(noise.checks.length > 0, () =>
      step(context, "noise", { values: { count: noise.checks.length }, paths: ["evidence.noise.checks"] }),
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
