import type { RegionId } from "../types.ts"
import type { DifferenceContext, DifferenceFormula, DifferenceFormulaName } from "./difference-sentence.ts"
import { writeDifference } from "./difference-sentence.ts"
import { plainText } from "./format.ts"
import { regionPlace, singularOf } from "./name-regions.ts"
import { targetWords } from "./target-words.ts"

/** How many regions changed, or that nothing tells. */
export const changed: DifferenceFormula = ({ comparison, noun }) => {
  const { regions, changed: some } = comparison
  const unknown = regions.filter(({ verdict }) => verdict === "unknown").length
  const paths = ["changed", "regions"]
  if (unknown > 0 && regions.every(({ limit }) => limit === undefined))
    return [
      {
        formula: "changed",
        text: `Nothing tells which differences are more than noise: gather evidence for both.`,
        paths,
      },
    ]
  if (regions.every(({ difference }) => difference === 0))
    return [{ formula: "changed", text: `All ${regions.length} ${noun} have the same effect in both.`, paths }]
  const count = `${some.length === 0 ? "None" : some.length} of ${regions.length} ${noun} changed beyond the noise`
  const rest = unknown === 0 ? "" : `; of ${unknown} nothing tells`
  return [{ formula: "changed", text: `${count}${rest}.`, paths }]
}

/** The region that changed most. */
export const largestChange: DifferenceFormula = (context) => {
  const [region] = context.comparison.changed
  if (region === undefined) return []
  return [
    {
      formula: "largest-change",
      text: `The largest change: ${fromTo(context, region)}.`,
      paths: regionPaths(region),
    },
  ]
}

/** Where nothing changed, the largest difference all the same. */
export const largestWithinNoise: DifferenceFormula = (context) => {
  const { comparison } = context
  const region = largestDifference(comparison)
  if (comparison.changed.length > 0 || region === undefined) return []
  const { limit, verdict } = comparison.regions[region]!
  const isJudged = limit !== undefined && verdict !== "unknown"
  const noise = isJudged ? `; noise reaches ${writeDifference(context, region).limit}` : ""
  const text = `The largest difference: ${fromTo(context, region)}${noise}.`
  const paths = [...regionPaths(region), ...(isJudged ? [`regions[${region}].limit`] : [])]
  return [{ formula: "largest-within-noise", text, paths }]
}

/** The first classes, where they differ. */
export const firstAnswer: DifferenceFormula = ({ comparison: { answer } }) => {
  const { a, b, same } = answer
  if (same || a === null || b === null) return []
  const [one, other] = [a, b].map(({ label, index }) => plainText(label) || `class ${index}`)
  return [
    {
      formula: "first-answer",
      text: `The first answer is ${one} in A and ${other} in B.`,
      paths: ["answer.a", "answer.b"],
    },
  ]
}

/** The scores of the untouched picture. */
export const scores: DifferenceFormula = ({ a, b, comparison: { score }, oneTarget }) => {
  const [one, other] = [targetWords(a), targetWords(b)]
  const [from, to] = [one.score(score.a), other.score(score.b)]
  const paths = ["score.a", "score.b", ...(score.limit === undefined ? [] : ["score.limit"])]
  if (!oneTarget)
    return [{ formula: "scores", text: `A explains ${one.name}, ${from}; B explains ${other.name}, ${to}.`, paths }]
  const what = one.quantity === "lead" ? one.subject.replace(/^t/, "T") : `The score of ${one.name}`
  const remark = { changed: "more than harmless changes move it", "within-noise": "within the noise", unknown: "" }[
    score.verdict
  ]
  const text =
    from === to
      ? `${what} is ${from} in both.`
      : `${what} is ${from} in A and ${to} in B${remark === "" ? "" : `, ${remark}`}.`
  return [{ formula: "scores", text, paths }]
}

/** How many regions speak for the answer in one, and against it in the other. */
export const turned: DifferenceFormula = ({ comparison: { turned: some, regions }, noun }) => {
  if (some.length === 0) return []
  const verbs = some.length === 1 ? "supports" : "support"
  const speaks = some.length === 1 ? "speaks" : "speak"
  const text = `${some.length} of ${regions.length} ${noun} ${verbs} the answer in one and ${speaks} against it in the other.`
  return [{ formula: "turned", text, paths: ["turned"] }]
}

/** Whether the region with the largest effect is the same. */
export const strongest: DifferenceFormula = ({ a, comparison: { strongest: found } }) => {
  const singular = singularOf(a)
  const place = (region: RegionId): string => regionPlace(a, region)
  const text =
    found.a === null
      ? found.b === null
        ? `No ${singular} has a measurable effect in A or in B.`
        : `The strongest ${singular} is ${place(found.b)} in B; A has none with a measurable effect.`
      : found.b === null
        ? `The strongest ${singular} is ${place(found.a)} in A; B has none with a measurable effect.`
        : found.same
          ? `The strongest ${singular} is the same in both: ${place(found.a)}.`
          : `The strongest ${singular} is ${place(found.a)} in A and ${place(found.b)} in B.`
  return [{ formula: "strongest", text, paths: ["strongest.a", "strongest.b"] }]
}

/** How alike the orders of the effects are. */
export const order: DifferenceFormula = ({ comparison: { rankCorrelation }, noun }) => {
  if (rankCorrelation === null) return []
  const written = `${rankCorrelation < 0 ? "−" : ""}${Math.abs(rankCorrelation).toFixed(2)}`
  const text = `The rank correlation of the ${noun} is ${written}; 1 would be the same order.`
  return [{ formula: "order", text, paths: ["rankCorrelation"] }]
}

/** Whether the sets that alone keep the answer differ. */
export const enoughSets: DifferenceFormula = (context) => setSentence(context, "enough", "that alone keep the answer")

/** Whether the sets whose hiding changes the answer differ. */
export const neededSets: DifferenceFormula = (context) =>
  setSentence(context, "needed", "whose hiding changes the answer")

function setSentence(
  { comparison: { sets }, noun }: DifferenceContext,
  name: "enough" | "needed",
  which: string,
): ReturnType<DifferenceFormula> {
  if (sets === undefined) return []
  const { a, b, same } = sets[name]
  if (a === null && b === null) return []
  const formula: DifferenceFormulaName = `${name}-sets`
  const paths = [`sets.${name}.a`, `sets.${name}.b`]
  const count = (set: readonly RegionId[] | null): string => (set === null ? "none" : `${set.length}`)
  const shared = (a ?? []).filter((region) => b?.includes(region)).length
  const text = same
    ? `The ${noun} ${which} are the same ${count(a)}.`
    : `Of ${noun} ${which}, ${count(a)} were found in A and ${count(b)} in B, ${shared} of them in both.`
  return [{ formula, text, paths }]
}

/** `row 3, column 5, from +6.1 to +1.2 points`. */
function fromTo(context: DifferenceContext, region: RegionId): string {
  const written = writeDifference(context, region)
  return `${regionPlace(context.a, region)}, from ${written.a} to ${written.b} ${written.unit}`
}

function regionPaths(region: RegionId): readonly string[] {
  return [`regions[${region}].a`, `regions[${region}].b`, `regions[${region}].difference`]
}

/** The region whose effects lie farthest apart; undefined where all are equal or have no value. */
function largestDifference({ regions }: DifferenceContext["comparison"]): RegionId | undefined {
  let largest: RegionId | undefined
  let most = 0
  regions.forEach(({ difference }, region) => {
    if (!(Math.abs(difference) > most) || !Number.isFinite(difference)) return
    most = Math.abs(difference)
    largest = region
  })
  return largest
}
