import type { Explanation } from "../explanation.ts"

/** What two runs may share besides their numbers. */
export type SetupPart =
  | "picture file"
  | "picture pixels"
  | "model"
  | "model file"
  | "runtime"
  | "gridexplainer"
  | "preprocessing"

/** Whether one part of the set-up is the same in both records; `unknown` where one of them does not say. */
export interface SetupComparison {
  readonly what: SetupPart
  readonly state: "same" | "differs" | "unknown"
  /** What the records say; of preprocessing, where it differs, only the fields that do. */
  readonly before?: string
  readonly again?: string
}

const texts: readonly (readonly [SetupPart, (one: Explanation) => string | undefined])[] = [
  ["picture file", ({ picture }) => picture.fileSha256],
  ["picture pixels", ({ picture }) => picture.pixelsSha256],
  ["model", ({ model }) => model.name],
  ["model file", ({ model }) => model.sha256],
  ["runtime", ({ model }) => model.runtime],
  ["gridexplainer", ({ versions }) => versions.gridexplainer],
]

/** Compares what two explanations were made with: picture, model, runtime, versions and preprocessing. Files and pixels by their fingerprints. */
export function compareSetup(record: Explanation, again: Explanation): readonly SetupComparison[] {
  return [...texts.map(([what, read]) => part(what, [read(record), read(again)])), preprocessing(record, again)]
}

function part(what: SetupPart, [before, again]: readonly (string | undefined)[]): SetupComparison {
  return {
    what,
    state: before === undefined || again === undefined ? "unknown" : before === again ? "same" : "differs",
    ...(before === undefined ? {} : { before }),
    ...(again === undefined ? {} : { again }),
  }
}

function preprocessing(record: Explanation, again: Explanation): SetupComparison {
  const [before, now] = [fieldsOf(record), fieldsOf(again)]
  const differing = Object.keys({ ...before, ...now }).filter((field) => before[field] !== now[field])
  const text = (fields: Readonly<Record<string, string>>): string => {
    const named = differing.length === 0 ? Object.keys(fields) : differing
    return named.map((field) => `${field} ${fields[field] ?? "unknown"}`).join(", ")
  }
  return part("preprocessing", [text(before), text(now)])
}

/** How the picture was brought to the model's size, and what else is known of how it became numbers. */
function fieldsOf({ seen, model }: Explanation): Readonly<Record<string, string>> {
  const { size, fit, filter } = seen
  const { size: _size, ...known } = model.preprocessing ?? {}
  const fields = { size: `${size.width} x ${size.height}`, fit, filter, ...known }
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )
}
