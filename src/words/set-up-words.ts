import type { Explanation } from "../explanation.ts"
import type { SetUpComparison, SetUpPart } from "../reading/compare-set-up.ts"
import type { FillDescription } from "../types.ts"
import { fillName } from "./details.ts"
import { english, type Words } from "./english.ts"
import { fillIn } from "./fill-in.ts"
import { plainText } from "./format.ts"
import { targetWords } from "./target-words.ts"

/** A part of the set-up in words: `fill`, and what it is in A and in B. */
export interface SetUpLine {
  readonly part: string
  readonly a: string
  readonly b: string
}

/** The set-up of two explanations, in words. */
export function setUpWords(
  setUp: readonly SetUpComparison[],
  both: { readonly a: Explanation; readonly b: Explanation },
  words: Words = english,
): readonly SetUpLine[] {
  return setUp.map(({ part, a, b }) => ({
    part: words.setUp.parts[part],
    a: inWords(part, a, { explanation: both.a, words }),
    b: inWords(part, b, { explanation: both.b, words }),
  }))
}

interface Told {
  readonly explanation: Explanation
  readonly words: Words
}

function inWords(part: SetUpPart, value: unknown, { explanation, words }: Told): string {
  const { seen } = explanation
  if (value === null) return words.setUp.notSaid
  if (part === "target") return targetWords(explanation, words).name
  if (part === "fills") return (value as readonly FillDescription[]).map(fillName).join(words.comma)
  if (part === "input-size") return fillIn(words.setUp.size, { ...seen.size })
  if (part === "fit") return [seen.fit, seen.filter].filter((word) => word !== undefined).join(words.comma)
  // A fingerprint's first digits are enough to tell two apart.
  if (["picture-file", "picture-pixels", "model-file"].includes(part)) return (value as string).slice(0, 12)
  if (part === "preprocessing")
    return plainText(
      Object.entries(value as object)
        .map(fieldWords)
        .join(words.comma),
    )
  return plainText(`${value as string | number}`)
}

/** `range [0, 1]`, `order RGB`, `size 224 × 224`. */
function fieldWords([field, value]: [string, unknown]): string {
  if (Array.isArray(value)) return `${field} [${value.join(", ")}]`
  if (typeof value !== "object" || value === null) return `${field} ${value as string}`
  return `${field} ${Object.values(value).join(" × ")}`
}
