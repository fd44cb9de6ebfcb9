import type { Explanation } from "../explanation.ts"
import type { SetUpComparison, SetUpPart } from "../reading/compare-set-up.ts"
import type { FillDescription } from "../types.ts"
import { fillName } from "./details.ts"
import { plainText } from "./format.ts"
import { targetWords } from "./target-words.ts"

/** A part of the set-up in words: `fill`, and what it is in A and in B. */
export interface SetUpLine {
  readonly part: string
  readonly a: string
  readonly b: string
}

const names: Readonly<Record<SetUpPart, string>> = {
  target: "target",
  "picture-file": "picture file",
  "picture-pixels": "picture pixels",
  model: "model",
  "model-file": "model file",
  runtime: "runtime",
  "input-size": "input size",
  preprocessing: "preprocessing",
  fit: "fit",
  fills: "fills",
  evidence: "evidence",
  seed: "seed",
  version: "version",
}

/** What two explanations were made with, in words. */
export function setUpWords(
  setUp: readonly SetUpComparison[],
  both: { readonly a: Explanation; readonly b: Explanation },
): readonly SetUpLine[] {
  return setUp.map(({ part, a, b }) => ({
    part: names[part],
    a: inWords(part, a, both.a),
    b: inWords(part, b, both.b),
  }))
}

function inWords(part: SetUpPart, value: unknown, explanation: Explanation): string {
  if (value === null) return "not said"
  if (part === "target") return targetWords(explanation).name
  if (part === "fills") return (value as readonly FillDescription[]).map(fillName).join(", ")
  if (part === "input-size") return `${explanation.seen.size.width} × ${explanation.seen.size.height}`
  if (part === "fit")
    return [explanation.seen.fit, explanation.seen.filter].filter((word) => word !== undefined).join(", ")
  // A fingerprint's first digits are enough to tell two apart.
  if (["picture-file", "picture-pixels", "model-file"].includes(part)) return (value as string).slice(0, 12)
  if (part === "preprocessing")
    return plainText(
      Object.entries(value as object)
        .map(fieldWords)
        .join(", "),
    )
  return plainText(`${value as string | number}`)
}

/** `range [0, 1]`, `order RGB`, `size 224 × 224`. */
function fieldWords([field, value]: [string, unknown]): string {
  if (Array.isArray(value)) return `${field} [${value.join(", ")}]`
  if (typeof value !== "object" || value === null) return `${field} ${value as string}`
  return `${field} ${Object.values(value).join(" × ")}`
}
