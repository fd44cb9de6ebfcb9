import type { Explanation } from "../explanation.ts"

/** What an explanation was made with, as far as two of them may differ in it. */
export type SetUpPart =
  | "target"
  | "model"
  | "model-file"
  | "runtime"
  | "input-size"
  | "preprocessing"
  | "fit"
  | "fills"
  | "evidence"
  | "seed"
  | "version"

/** A part of the set-up in which two explanations differ, as it stands in their records; null where a record does not say. */
export interface SetUpDifference {
  readonly part: SetUpPart
  readonly a: unknown
  readonly b: unknown
}

const facts: Readonly<Record<SetUpPart, (explanation: Explanation) => unknown>> = {
  target: ({ target }) =>
    target.chosenBy === "margin" ? { label: target.label, against: target.against.label } : { label: target.label },
  model: ({ model }) => model.name,
  "model-file": ({ model }) => model.sha256,
  runtime: ({ model }) => model.runtime,
  "input-size": ({ seen }) => seen.size,
  preprocessing: ({ model }) => model.preprocessing,
  fit: ({ seen: { fit, filter } }) => (fit === undefined ? undefined : { fit, filter }),
  fills: ({ design, evidence, fill }) =>
    design === "random-masks" && evidence !== undefined ? evidence.fills : [fill],
  evidence: ({ evidence }) => evidence?.level ?? "none",
  seed: ({ seed }) => seed,
  version: ({ versions }) => versions.gridexplainer,
}

/** What two explanations were made with and differ in, the model and the question before the small print. Of preprocessing, only the fields that differ. */
export function setUpDifferences(a: Explanation, b: Explanation): readonly SetUpDifference[] {
  return (Object.keys(facts) as SetUpPart[])
    .map((part) => ({ part, a: facts[part](a) ?? null, b: facts[part](b) ?? null }))
    .filter((one) => !isEqual(one.a, one.b))
    .map((one) => (one.part === "preprocessing" ? differingFields(one) : one))
}

function differingFields({ part, a, b }: SetUpDifference): SetUpDifference {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return { part, a, b }
  const fieldsUnlike = (own: object, other: object): object =>
    Object.fromEntries(
      Object.entries(own).filter(([key, value]) => !isEqual(value, Object.fromEntries(Object.entries(other))[key])),
    )
  return { part, a: fieldsUnlike(a, b), b: fieldsUnlike(b, a) }
}

/** Equal as data, whatever the order of its fields. */
function isEqual(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
}
