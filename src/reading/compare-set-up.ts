import type { View } from "./view.ts"

/** A part of what an explanation was made with, in which two of them may differ. */
export type SetUpPart =
  | "target"
  | "picture-file"
  | "picture-pixels"
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

/** A part of the set-up as it stands in two records. */
export interface SetUpComparison {
  readonly part: SetUpPart
  /** `unknown` if at least one of the records does not say. */
  readonly state: "same" | "differs" | "unknown"
  /** Null if the record does not say. For preprocessing that differs, only the fields that differ. */
  readonly a: unknown
  readonly b: unknown
}

const facts: Readonly<Record<SetUpPart, (view: View) => unknown>> = {
  target: ({ record: { target } }) =>
    target.chosenBy === "margin" ? { label: target.label, against: target.against.label } : { label: target.label },
  "picture-file": ({ record: { picture } }) => picture.fileSha256,
  "picture-pixels": ({ record: { picture } }) => picture.pixelsSha256,
  model: ({ record: { model } }) => model.name,
  "model-file": ({ record: { model } }) => model.sha256,
  runtime: ({ record: { model } }) => model.runtime,
  "input-size": ({ record: { seen } }) => seen.size,
  preprocessing: ({ record: { model } }) => model.preprocessing,
  fit: ({
    record: {
      seen: { fit, filter },
    },
  }) => (fit === undefined ? undefined : { fit, filter }),
  fills: ({ fills }) => fills,
  evidence: ({ record: { plan, evidence } }) => (evidence === undefined ? "none" : (plan.level ?? "custom")),
  seed: ({ record: { seed } }) => seed,
  version: ({ record: { versions } }) => versions.gridexplainer,
}

/** Compares parts of what two explanations were made with: files and pixels by their fingerprints, preprocessing field by field. */
export function compareSetUp(a: View, b: View, parts: readonly SetUpPart[]): readonly SetUpComparison[] {
  return parts.map((part) => {
    const [one, other] = [facts[part](a) ?? null, facts[part](b) ?? null]
    const isSame = isEqual(one, other)
    const state = one === null || other === null ? "unknown" : isSame ? "same" : "differs"
    if (part !== "preprocessing" || isSame) return { part, state, a: one, b: other }
    return { part, state, a: fieldsUnlike(one, other), b: fieldsUnlike(other, one) }
  })
}

function fieldsUnlike(own: unknown, other: unknown): unknown {
  if (typeof own !== "object" || typeof other !== "object" || own === null || other === null) return own
  const others = new Map(Object.entries(other))
  return Object.fromEntries(Object.entries(own).filter(([key, value]) => !isEqual(value, others.get(key))))
}

/** Whether two values are equal as data, whatever the order of their fields. */
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
