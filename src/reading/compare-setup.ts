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
  /** What the records say; of preprocessing the fields that both know, and where it differs, only those that do. */
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

const fields = ["size", "fit", "filter", "layout", "order", "range", "mean", "std"] as const

function preprocessing(record: Explanation, again: Explanation): SetupComparison {
  const [before, now] = [record, again].map(fieldsOf) as [Fields, Fields]
  const known = fields.filter((field) => before[field] !== undefined && now[field] !== undefined)
  const differing = known.filter((field) => before[field] !== now[field])
  const text = (values: Fields): string =>
    (differing.length === 0 ? known : differing).map((field) => `${field} ${values[field]}`).join(", ")
  return part("preprocessing", [text(before), text(now)])
}

type Fields = Readonly<Partial<Record<(typeof fields)[number], string>>>

/** How the picture was brought to the model's size, and what else is known of how it became numbers. */
function fieldsOf({ seen, model }: Explanation): Fields {
  const { size, fit, filter } = seen
  const known = { fit, filter, ...model.preprocessing, size: `${size.width}x${size.height}` }
  return Object.fromEntries(
    fields.flatMap((field) => (known[field] === undefined ? [] : [[field, String(known[field])]])),
  )
}
